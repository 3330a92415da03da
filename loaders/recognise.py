"""Which roster a sheet is, which row is its header, which column is what."""

import datetime as dt
import re
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import pairwise

from graph_schema.values import text
from loaders.files.book import Book, Row, Sheet
from loaders.headings import Layout, forms, lay_out
from loaders.roster import CROSSTAB, Roster
from loaders.sources import ROSTERS

_YEAR = re.compile(r"(20\d{2})\s*年")
_ROWS_LOOKED_AT = 60
_LEAST_COLUMNS = 3
_LONGEST_HEADING = 60


@dataclass(frozen=True)
class Table:
    """A sheet whose roster is known. `header_lines`: one, or two where headings are grouped. `titles`: above them.

    `beside`: the titles of all tables of the file, in one text.
    """

    sheet: Sheet
    layout: Layout
    header_lines: tuple[int, ...]
    titles: tuple[str, ...]
    file: str
    beside: str = ""

    @property
    def roster(self) -> Roster:
        """Its roster."""
        return self.layout.roster

    @property
    def public(self) -> bool:
        """Whether the sheet is a public notice (公示): then its numbers are public."""
        return any("公示" in title for title in (*self.titles, self.sheet.name))

    @property
    def year(self) -> int | None:
        """The year that the words above the table name, for days without one."""
        found = _YEAR.search(" ".join((*self.titles, self.sheet.name, self.file)))
        return int(found[1]) if found else None

    @property
    def body(self) -> tuple[Row, ...]:
        """The rows below the header."""
        return tuple(row for row in self.sheet.rows if row.line > self.header_lines[-1])


@dataclass(frozen=True)
class Stranger:
    """A sheet with a table of which no roster is known: its header, and the roster that comes nearest."""

    sheet: Sheet
    header_line: int
    headings: tuple[str, ...]
    nearest: Roster


@dataclass(frozen=True)
class Leaf:
    """A sheet that is read by nobody: without a table, or hidden."""

    sheet: Sheet


Recognised = Table | Stranger | Leaf


def recognise(book: Book) -> tuple[Recognised, ...]:
    """What each sheet of a file is, in their order."""
    found = [Leaf(sheet) if sheet.hidden else _recognise(sheet, book.file) for sheet in book.sheets]
    beside = " ".join(title for table in found if isinstance(table, Table) for title in table.titles)
    return tuple(replace(table, beside=beside) if isinstance(table, Table) else table for table in found)


def _recognise(sheet: Sheet, file: str) -> Recognised:
    found = [
        (_score(layout, sheet, titles, file), -lines[0], layout.roster.rank, Table(sheet, layout, lines, titles, file))
        for lines, headings, titles in _headers(sheet)
        for layout in (lay_out(roster, headings | _days(roster, sheet, lines)) for roster in ROSTERS.values())
        if layout.complete
        and (not layout.roster.titled or _is_named(layout.roster, sheet, titles))
        and layout.matched >= max(_LEAST_COLUMNS, len(layout.unknown))
    ]
    if found:
        # A form of buildings that names leaders and nothing else of its own is their roster: the higher rank.
        return max(found, key=lambda candidate: candidate[:3])[3]
    header = _likely_header(sheet)
    if header is None:
        return Leaf(sheet)
    headings = tuple(_heading(header.cell(column)) for column in header.filled)
    return Stranger(sheet, header.line, headings, _nearest(headings))


def _is_named(roster: Roster, sheet: Sheet, titles: tuple[str, ...]) -> bool:
    """Whether the sheet or what stands above its table holds a word of the roster's title."""
    return any(word in said for said in (sheet.name, *titles) for word in roster.title)


def _days(roster: Roster, sheet: Sheet, lines: tuple[int, ...]) -> dict[int, str]:
    """Headings that are dates and no texts: only a cross-tab has such."""
    if roster.shape != CROSSTAB:
        return {}
    row = next(row for row in sheet.rows if row.line == lines[-1])
    dates = {column: row.cell(column) for column in row.filled}
    return {c: f"{cell:%Y-%m-%d}" for c, cell in dates.items() if isinstance(cell, dt.date)}


def _headers(sheet: Sheet) -> list[tuple[tuple[int, ...], dict[int, str], tuple[str, ...]]]:
    """Every row that may be the header, alone and together with the one below, with the titles above it."""
    rows = sheet.rows[:_ROWS_LOOKED_AT]
    found: list[tuple[tuple[int, ...], dict[int, str], tuple[str, ...]]] = []
    for position, row in enumerate(rows):
        titles = tuple(_title(above) for above in rows[:position])
        alone = {column: _heading(row.cell(column)) for column in row.filled}
        found.append(((row.line,), {c: h for c, h in alone.items() if h}, titles))
        below = rows[position + 1] if position + 1 < len(rows) else None
        if below is not None and below.line == row.line + 1 and _grouped(sheet, row):
            found.append(((row.line, below.line), _two_lines(sheet, row, below), titles))
    return found


def _grouped(sheet: Sheet, row: Row) -> bool:
    """Whether a cell of the row is merged over several columns, as a heading over a group is."""
    return any(m.top <= row.line <= m.bottom and m.right > m.left and m.bottom == row.line for m in sheet.merges)


def _two_lines(sheet: Sheet, upper: Row, lower: Row) -> dict[int, str]:
    """楼栋长 over 姓名 and 电话 reads 楼栋长姓名 and 楼栋长电话."""
    headings = {}
    for column in range(max(len(upper.cells), len(lower.cells))):
        above = _heading(sheet.spread(upper.line, column))
        spanned = sheet.merge_at(lower.line, column)
        below = "" if spanned and spanned.top <= upper.line else _heading(lower.cell(column))
        if above or below:
            headings[column] = f"{above}{below}" if above != below else above
    return headings


def _heading(cell: object) -> str:
    """A heading is a short text; numbers and dates are none."""
    written = text.tidy(cell) if isinstance(cell, str) else ""
    return written if 0 < len(written) <= _LONGEST_HEADING and not written.replace(".", "").isdecimal() else ""


def _title(row: Row) -> str:
    return " ".join(text.tidy(row.cell(column)) for column in row.filled)


def _score(layout: Layout, sheet: Sheet, titles: tuple[str, ...], file: str) -> float:
    """Columns understood, less half of those that are not; a word of the title counts as much as three columns."""
    named = 3.0 if _is_named(layout.roster, sheet, titles) else 0.0
    named = named or (1.5 if any(word in file for word in layout.roster.title) else 0.0)
    return layout.matched - 0.5 * len(layout.unknown) + named


def _likely_header(sheet: Sheet) -> Row | None:
    """The first row of several short texts with a row of as many cells below it."""
    rows = sheet.rows[:_ROWS_LOOKED_AT]
    for row, below in pairwise(rows):
        headings = [c for c in row.filled if _heading(row.cell(c)) and len(_heading(row.cell(c))) <= 20]
        if len(headings) >= _LEAST_COLUMNS and len(set(headings) & set(below.filled)) >= 2:
            return row
    return None


def _nearest(headings: tuple[str, ...]) -> Roster:
    """The roster that understands most of the headings; among equals the one whose words are most alike."""
    numbered = dict(enumerate(headings))

    def nearness(roster: Roster) -> tuple[int, float]:
        known = [forms(h)[0] for column in roster.columns for h in column.headings]
        known += [forms(h)[0] for post in roster.posts for h in post.headings]
        alike = sum(max(SequenceMatcher(None, h, k).ratio() for k in known) for h in headings)
        return lay_out(roster, numbered).matched, alike

    return max(ROSTERS.values(), key=nearness)
