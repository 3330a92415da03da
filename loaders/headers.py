"""Rows that may be the header of a table: one alone, or two or three together where headings stand in groups."""

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from graph_schema.values import text
from loaders.files.book import Row, Sheet
from loaders.headings import forms, is_crossing
from loaders.sources import ROSTERS

_LONGEST_HEADING = 60
_LEAST_KNOWN = 2
_MOST_LINES = 3
_ABOUT = re.compile(r"(?:基本|基础)?(?:情况|信息|资料)$")
_FORM_LINE = re.compile(r"[^()]{2,8}:\s*\S")
_NAMELESS = re.compile(r"[0-9.,%+-]+")


@dataclass(frozen=True)
class Header:
    """Headings by column from 0, and the lines that they stand in. Grouped ones are joined by a line break."""

    lines: tuple[int, ...]
    headings: dict[int, str]


def headers_at(sheet: Sheet, rows: Sequence[Row], position: int) -> list[Header]:
    """What the row may be as the first line of a header: alone first, then together with those below it."""
    found = [header_of(sheet, rows[position : position + 1])]
    for count in range(2, _MOST_LINES + 1):
        lines = rows[position : position + count]
        if (
            len(lines) < count
            or lines[-1].line != lines[0].line + count - 1
            or not _grouped(sheet, lines[-2], lines[-1])
        ):
            break
        found.append(header_of(sheet, lines))
    return [header for header in found if header.headings]


def header_of(sheet: Sheet, rows: Sequence[Row]) -> Header:
    """The headings that the rows hold together: 楼栋长 over 姓名 and 电话 reads 楼栋长姓名 and 楼栋长电话."""
    headings = {}
    for column in range(max((len(row.cells) for row in rows), default=0)):
        parts: list[str] = []
        for position, row in enumerate(rows):
            part = heading_of(_spread(sheet, row, column, alone=len(rows) == 1))
            if not part and position + 1 < len(rows):
                part = _carried(sheet, row, rows[position + 1], column)
            if part and part not in parts[-1:]:
                parts.append(part)
        if parts:
            headings[column] = "\n".join((*map(_group, parts[:-1]), parts[-1]))
    return Header(tuple(row.line for row in rows), headings)


def _group(heading: str) -> str:
    """楼栋长信息 over 姓名 is 楼栋长; 基本情况 says nothing and stays."""
    return _ABOUT.sub("", heading) or heading


def heading_of(cell: object) -> str:
    """A heading is a short text; numbers and dates are none."""
    written = text.tidy(cell) if isinstance(cell, str) else ""
    return written if 0 < len(written) <= _LONGEST_HEADING and not _NAMELESS.fullmatch(written) else ""


def known_headings(row: Row) -> int:
    """How many cells are headings of some roster; a cross-tab may have a single one beside its days."""
    known = sum(1 for column in row.filled if _is_known(row.cell(column)))
    return known if known != 1 else known + any(_is_day(row.cell(column)) for column in row.filled)


def may_be_header(row: Row) -> bool:
    """Whether a row far down may begin a table: headings alone, of which some are known. Told from its first cells."""
    words = _every_word()
    plain = 0
    for cell in row.cells:
        if type(cell) is not str or cell.isdecimal():
            return False
        plain += cell.strip() in words
    return plain >= _LEAST_KNOWN and known_headings(row) > _LEAST_KNOWN


def likely(rows: Iterable[Row]) -> list[int]:
    """The positions of rows that may be the first line of a header, themselves or with the line below."""
    known = [known_headings(row) >= _LEAST_KNOWN for row in rows]
    return [at for at, here in enumerate(known) if here or any(known[at + 1 : at + _MOST_LINES])]


def _spread(sheet: Sheet, row: Row, column: int, *, alone: bool) -> object:
    return row.cell(column) if alone else sheet.spread(row.line, column)


def _grouped(sheet: Sheet, upper: Row, lower: Row) -> bool:
    """Whether a cell of the upper row stands over several of the lower: merged, or with blanks to its right.

    A row of one cell is a title, however wide it is, and 填报单位：松涛社区 is no heading.
    """
    if len(upper.filled) < _LEAST_KNOWN or any(_FORM_LINE.match(text.tidy(upper.cell(c))) for c in upper.filled):
        return False
    if any(m.right > m.left and m.top <= upper.line == m.bottom for m in sheet.merges):
        return True
    return any(_carried(sheet, upper, lower, column) for column in lower.filled)


def _carried(sheet: Sheet, upper: Row, lower: Row, column: int) -> str:
    """The heading to the left that a blank cell belongs to, where its own and each between stand over something."""
    if not text.is_blank(upper.cell(column)) or text.is_blank(lower.cell(column)):
        return ""
    for left in range(column - 1, -1, -1):
        if text.is_blank(lower.cell(left)):
            return ""
        if not text.is_blank(upper.cell(left)):
            spanned = any(m.top <= upper.line <= m.bottom and m.left <= left <= m.right for m in sheet.merges)
            return "" if spanned else heading_of(upper.cell(left))
    return ""


def _is_known(cell: object) -> bool:
    if type(cell) is not str or not 0 < len(cell) <= _LONGEST_HEADING:
        return False
    return any(form in _every_word() for form in forms(cell))


def _is_day(cell: object) -> bool:
    return isinstance(cell, dt.date) or (isinstance(cell, str) and is_crossing(cell))


@cache
def _every_word() -> frozenset[str]:
    """The headings of all rosters."""
    columns = (h for roster in ROSTERS.values() for column in roster.columns for h in column.headings)
    posts = (h for roster in ROSTERS.values() for post in roster.posts for h in post.headings)
    parties = (h for roster in ROSTERS.values() for party in roster.parties for h in party.headings)
    ignored = (h for roster in ROSTERS.values() for h in roster.ignored)
    return frozenset(forms(h)[0] for group in (columns, posts, parties, ignored) for h in group)
