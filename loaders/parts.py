"""Parts of a sheet: several tables stand on one, one below the other or side by side. Lines and columns stay."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from graph_schema.values import text
from loaders.files.book import Cell, Row, Sheet
from loaders.headings import forms

_WIDEST_TITLE = 2  # cells
_NO_TITLE = re.compile(r"合\s*计|小\s*计|共\s*计|总\s*计|(?:制表|审核|填表|填报|经办|审批|负责)人?(?:签字|\(签字\))?:")


def rows_between(sheet: Sheet, first: int, last: int | None) -> Sheet:
    """The sheet with the lines from first on and before last."""
    rows = tuple(row for row in sheet.rows if row.line >= first and (last is None or row.line < last))
    return sheet if len(rows) == len(sheet.rows) else replace(sheet, rows=rows)


def columns_between(sheet: Sheet, first: int, last: int | None) -> Sheet:
    """The sheet with the columns from first on and before last; the others are blank, so that letters stay."""
    blank: tuple[Cell, ...] = ("",) * first
    cut = (Row(row.line, blank + row.cells[first:last]) for row in sheet.rows)
    merges = tuple(m for m in sheet.merges if m.left >= first and (last is None or m.left < last))
    return replace(sheet, rows=tuple(row for row in cut if row.filled), merges=merges)


def titles_above(rows: tuple[Row, ...], position: int) -> int:
    """The position of the first of the title rows that stand directly above a row; the row's own where none do."""
    first = position
    while first > 0 and _is_title(rows[first - 1]) and (first == position or _adjacent(rows, first)):
        first -= 1
    return first


def borders(headings: dict[int, str]) -> Iterator[int]:
    """The columns at which a second table may begin beside the first: behind a gap, or where headings come again."""
    columns = sorted(headings)
    for before, here in pairwise(columns):
        if here > before + 1:
            yield here
    first = forms(headings[columns[0]])[:1] if columns else ()
    yield from (column for column in columns[1:] if forms(headings[column])[:1] == first)


def title_of(row: Row) -> str:
    """The words of a row above a table."""
    return " ".join(text.tidy(row.cell(column)) for column in row.filled)


def _is_title(row: Row) -> bool:
    written = title_of(row)
    return len(row.filled) <= _WIDEST_TITLE and not written.isdecimal() and not _NO_TITLE.search(written)


def _adjacent(rows: tuple[Row, ...], position: int) -> bool:
    return rows[position].line == rows[position - 1].line + 1
