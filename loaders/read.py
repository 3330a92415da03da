"""xlsx, xls, HTML, XML and csv → rows with their line, true merged ranges, and nothing skipped but hidden sheets."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from python_calamine import (
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from graph_schema.problems import FileRefused
from loaders.files.biff import find_marks_of_xls
from loaders.files.book import Book, Cell, Merge, Row, Sheet
from loaders.files.checks import check
from loaders.files.delimited import read_delimited
from loaders.files.html import read_html
from loaders.files.package import Marks, find_marks
from loaders.files.spreadsheet_xml import read_spreadsheet_xml

Streamed = tuple[Sheet, Iterator[Row]]  # a sheet without its rows, and they one by one
_TEXTUAL = {"text": read_delimited, "html": read_html, "xml": read_spreadsheet_xml}


def read(path: Path) -> Book:
    """The file's rows. Raises FileRefused with one of the file_… problems."""
    return Book(path.name, tuple(replace(sheet, rows=tuple(rows)) for sheet, rows in stream(path)))


def stream(path: Path) -> Iterator[Streamed]:
    """The file's sheets; the rows of each are to be taken before the next sheet is asked for. Raises FileRefused."""
    kind = check(path)
    if kind in _TEXTUAL:
        yield from ((replace(sheet, rows=()), iter(sheet.rows)) for sheet in _TEXTUAL[kind](path).sheets)
        return
    try:
        yield from _workbook(path, kind)
    except PasswordError:
        raise FileRefused("file_encrypted", file=path.name) from None
    except (FileRefused, MemoryError, GeneratorExit):
        raise
    except BaseException as error:
        # A damaged file makes the parser raise anything, its own panic (no Exception) included.
        if not isinstance(error, Exception) and type(error).__name__ != "PanicException":
            raise
        encrypted = "password" in str(error).lower() or "encrypt" in str(error).lower()
        raise FileRefused("file_encrypted" if encrypted else "file_corrupt", file=path.name) from None


def _workbook(path: Path, kind: str) -> Iterator[Streamed]:
    workbook = CalamineWorkbook.from_path(str(path))
    marks = find_marks(path) if kind == "xlsx" else find_marks_of_xls(path)
    for sheet in workbook.sheets_metadata:
        if sheet.typ != SheetTypeEnum.WorkSheet:
            continue
        if sheet.visible != SheetVisibleEnum.Visible:
            yield Sheet(sheet.name, hidden=True), iter(())
        else:
            yield _sheet(workbook.get_sheet_by_name(sheet.name), marks.get(sheet.name, Marks()))


def _sheet(found: CalamineSheet, marks: Marks) -> Streamed:
    ranges = found.merged_cell_ranges or []
    merges = tuple(Merge(top + 1, left, bottom + 1, right) for (top, left), (bottom, right) in ranges)
    return Sheet(found.name, (), merges, hidden_lines=marks.hidden), _rows(found, marks)


def _rows(found: CalamineSheet, marks: Marks) -> Iterator[Row]:
    """Rows that hold something; the range begins at A1, so that lines do not shift."""
    marked: dict[int, dict[int, str]] = {}
    for (line, column), said in marks.cells.items():
        marked.setdefault(line, {})[column] = said
    blank: list[Cell] = [""] * (found.start[1] if found.start else 0)
    # The walk begins with the first line, but not with the first column; a last cell may lie in line 1,048,576.
    for line, cells in enumerate(found.iter_rows() if found.start else (), 1):
        if any(cell != "" for cell in cells) or line in marked:
            yield Row(line, _with_marks([*blank, *cells], marked.pop(line, {})))
    yield from (Row(line, _with_marks([], marks)) for line, marks in sorted(marked.items()))  # below every value


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
