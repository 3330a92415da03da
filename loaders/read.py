"""xlsx, xls and csv → rows with their line, true merged ranges, and nothing skipped but hidden sheets."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

from python_calamine import (
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from graph_schema.problems import FileRefused
from loaders.files.book import Book, Cell, Merge, Row, Sheet
from loaders.files.checks import check
from loaders.files.delimited import read_delimited
from loaders.files.formulas import Marks, find_marks


def read(path: Path) -> Book:
    """The file's rows. Raises FileRefused with one of the file_… problems."""
    kind = check(path)
    if kind == "text":
        return read_delimited(path)
    try:
        return _workbook(path, kind)
    except PasswordError:
        raise FileRefused("file_encrypted", file=path.name) from None
    except FileRefused:
        raise
    except BaseException as error:
        # A damaged file makes the parser raise anything, its own panic (no Exception) included.
        if not isinstance(error, Exception) and type(error).__name__ != "PanicException":
            raise
        encrypted = "password" in str(error).lower() or "encrypt" in str(error).lower()
        raise FileRefused("file_encrypted" if encrypted else "file_corrupt", file=path.name) from None


def _workbook(path: Path, kind: str) -> Book:
    workbook = CalamineWorkbook.from_path(str(path))
    metadata = [m for m in workbook.sheets_metadata if m.typ == SheetTypeEnum.WorkSheet]
    marks = find_marks(path) if kind == "xlsx" else []
    if len(marks) != len(workbook.sheets_metadata):
        marks = [{} for _ in workbook.sheets_metadata]
    by_name = {m.name: found for m, found in zip(workbook.sheets_metadata, marks, strict=True)}
    sheets = []
    for sheet in metadata:
        if sheet.visible != SheetVisibleEnum.Visible:
            sheets.append(Sheet(sheet.name, hidden=True))
        else:
            sheets.append(_sheet(workbook.get_sheet_by_name(sheet.name), by_name[sheet.name]))
    return Book(path.name, tuple(sheets))


def _sheet(found: CalamineSheet, marks: Marks) -> Sheet:
    ranges = found.merged_cell_ranges or []
    merges = tuple(Merge(top + 1, left, bottom + 1, right) for (top, left), (bottom, right) in ranges)
    return Sheet(found.name, tuple(_rows(found, marks)), merges)


def _rows(found: CalamineSheet, marks: Marks) -> Iterator[Row]:
    """Rows that hold something; the range begins at A1, so that lines do not shift."""
    if found.start is None:
        return
    marked: dict[int, dict[int, str]] = {}
    for (line, column), said in marks.items():
        marked.setdefault(line, {})[column] = said
    for line, cells in enumerate(_full_range(found), 1):
        if any(cell != "" for cell in cells) or line in marked:
            yield Row(line, _with_marks(cells, marked.get(line, {})))


def _full_range(found: CalamineSheet) -> Iterator[list[Cell]]:
    """Every row from the first line on. A sheet's last cell may lie in line 1,048,576: rows are walked, not kept."""
    blank: list[Cell] = [""] * (found.start[1] if found.start else 0)
    for cells in found.iter_rows():
        yield [*blank, *cells]  # the walk begins with the first line, but not with the first column


def _with_marks(cells: list[Cell], marks: dict[int, str]) -> tuple[Cell, ...]:
    values = [_plain(cell) for cell in cells]
    values += [""] * (max(marks, default=-1) + 1 - len(values))
    for column, said in marks.items():
        values[column] = said
    return tuple(values)


def _plain(cell: Cell) -> Cell:
    """A date and time at midnight is a date; a duration is no value that a roster holds."""
    if isinstance(cell, dt.datetime) and cell.time() == dt.time():
        return cell.date()
    return str(cell) if isinstance(cell, dt.timedelta) else cell
