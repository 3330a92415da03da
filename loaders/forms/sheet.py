"""Lines into a sheet of the user's own form: rows are made where there are too few; what stands below moves down."""

import re
from collections.abc import Mapping, Sequence
from copy import copy
from dataclasses import dataclass

from openpyxl.cell import Cell as SheetCell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.cell_range import CellRange, MultiCellRange
from openpyxl.worksheet.worksheet import Worksheet

from loaders.files.original import cell_at, put
from loaders.headings import forms
from loaders.recognise import Table
from loaders.remarks import BLANK, EXPLANATION, kind_of
from loaders.written import Cell

_NUMBERS = frozenset(("序号", "序", "NO", "编号"))
_REFERENCE = re.compile(r"(?<![A-Za-z0-9_!])(\$?[A-Z]{1,3}\$?)([0-9]+)(?![0-9(])")
_LOOKS = "_style"  # all of a cell's looks at once, which is what the library copies for itself
_TEXT, _GENERAL = "@", "General"
_DIGITS = re.compile(r"[0-9*].*")


@dataclass(frozen=True)
class Body:
    """Where lines go: from `first` on there are `free` rows that hold nothing; `numbers` are columns to be counted."""

    first: int
    free: int
    numbers: tuple[int, ...] = ()


def body_of(table: Table, page: Worksheet, until: int | None) -> Body:
    """The free rows below the header, its explanations and whatever is filled in already; none below line `until`."""
    kinds = {row.line: kind_of(row, table) for row in table.body}
    first = table.header_lines[-1] + 1
    while kinds.get(first) == EXPLANATION or any(line >= first and kind == "" for line, kind in kinds.items()):
        first += 1
    foot = min((line for line, kind in kinds.items() if line >= first and kind != BLANK), default=None)
    last = foot - 1 if foot is not None else page.max_row if until is None else until
    return Body(first, max(0, last - first + 1), counted(table))


def write(page: Worksheet, body: Body, rows: Sequence[Mapping[int, Cell]]) -> None:
    """Writes the lines; styles are those of the first free row, or where there is none of the header's borders."""
    _part_merges(page, body)
    width = max(page.max_column, *(column + 1 for row in rows for column in row), 1) if rows else page.max_column
    extra = len(rows) - body.free
    if extra > 0:
        _make_room(page, body, extra, width)
    for number, row in enumerate(rows):
        line = body.first + number
        if number >= body.free:
            _dress(page, line, body, width)
        for column in body.numbers:
            put(page, line, column, number + 1)
        for column, value in row.items():
            if value is not None:
                _write_cell(page, line, column, value)


def complete(page: Worksheet, rows: Mapping[int, Mapping[int, Cell]]) -> None:
    """Fills the empty cells of rows that the form has already, by line."""
    for line, row in rows.items():
        for column, value in row.items():
            if value is not None and cell_at(page, line, column).value in (None, ""):
                _write_cell(page, line, column, value)


def _write_cell(page: Worksheet, line: int, column: int, value: Cell) -> None:
    """One cell; digits stay the text that they are in whatever program opens the form."""
    put(page, line, column, value)
    cell = cell_at(page, line, column)
    if isinstance(value, str) and cell.number_format == _GENERAL and _DIGITS.fullmatch(value):
        cell.number_format = _TEXT


def counted(table: Table) -> tuple[int, ...]:
    """Columns of 序号 that nobody reads."""
    headings = table.layout.headings
    return tuple(column for column in table.layout.ignored if set(forms(headings[column])[:1]) & _NUMBERS)


def _part_merges(page: Worksheet, body: Body) -> None:
    """A merged range over several free rows would hold one value for all of them: it is taken apart."""
    last = body.first + body.free - 1
    tall = [m for m in page.merged_cells.ranges if m.min_row >= body.first and m.max_row <= last and m.size["rows"] > 1]
    for merged in tall:
        page.unmerge_cells(merged.coord)


def _make_room(page: Worksheet, body: Body, extra: int, width: int) -> None:
    """Moves what stands below the free rows down, with its merges, heights and sums."""
    below, last = body.first + body.free, page.max_row
    merges = [copy(merged) for merged in page.merged_cells.ranges if merged.min_row >= below]
    for merged in merges:
        page.unmerge_cells(merged.coord)
    if last >= below:
        heights = {line: page.row_dimensions[line].height for line in range(below, last + 1)}
        page.move_range(f"A{below}:{get_column_letter(width)}{last}", rows=extra)
        for line, height in heights.items():
            page.row_dimensions[line + extra].height = height
        _move_sums(page, below, extra)
    for merged in merges:
        merged.shift(row_shift=extra)
        page.merge_cells(merged.coord)
    _widen_choices(page, below - 1, extra)


def _move_sums(page: Worksheet, below: int, extra: int) -> None:
    """A sum below the rows counts the new ones too."""

    def moved(found: re.Match[str]) -> str:
        line = int(found[2])
        return f"{found[1]}{line + extra if line >= below - 1 else line}"

    for row in page.iter_rows(min_row=below + extra):
        for cell in row:
            if isinstance(cell, SheetCell) and cell.data_type == "f" and isinstance(cell.value, str):
                cell.value = _REFERENCE.sub(moved, cell.value)


def _widen_choices(page: Worksheet, last: int, extra: int) -> None:
    """Drop-downs of the last free row hold for the new rows; those further down move with their cells."""
    for validation in page.data_validations.dataValidation:
        ranges = [CellRange(each.coord) for each in validation.sqref.ranges]
        for each in ranges:
            if each.min_row > last:
                each.shift(row_shift=extra)
            elif each.max_row >= last:
                each.expand(down=extra)
        validation.sqref = MultiCellRange(ranges)


def _dress(page: Worksheet, line: int, body: Body, width: int) -> None:
    """Gives a new row the looks of the first free one; where there was none, the borders of the header."""
    model = body.first if body.free else body.first - 1
    for column in range(width):
        source, target = page.cell(model, column + 1), page.cell(line, column + 1)
        if not isinstance(target, SheetCell):
            continue
        name = _LOOKS if body.free else "border"
        setattr(target, name, copy(getattr(source, name)))
    page.row_dimensions[line].height = page.row_dimensions[model].height if body.free else None
