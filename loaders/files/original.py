"""The user's own workbook, opened to be given back with something written into it: styles, widths and merges stay."""

import io
import re
import warnings
import zipfile
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.worksheet.worksheet import Worksheet

from graph_schema.problems import FileRefused
from loaders.files.book import Book
from loaders.files.extensions import restored

_STYLES = "xl/styles.xml"
_EMPTY_FILL = re.compile(rb"<((?:\w+:)?)fill\s*(?:/>|></(?:\w+:)?fill>)")
_NO_FILL = rb'<\1fill><\1patternFill patternType="none"/></\1fill>'


def opened(path: Path) -> Workbook:
    """The workbook of an .xlsx file that was checked and read before. Raises FileRefused where it cannot be kept."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what is not kept: see `packed`
            return load_workbook(io.BytesIO(_mended(path)))
    except Exception as error:  # a damaged part makes the library raise anything
        raise FileRefused("file_corrupt", file=path.name) from error


def packed(workbook: Workbook, original: Path | None = None) -> bytes:
    """The file's bytes. Drop-downs that lead to another sheet come from the original: the library leaves them out."""
    target = io.BytesIO()
    workbook.save(target)
    content = target.getvalue()
    return restored(content, original.read_bytes()) if original is not None else content


def rebuilt(book: Book) -> Workbook:
    """A new workbook with the rows of a file of another format, each in its line; hidden sheets are left out."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    for sheet in book.sheets:
        if sheet.hidden:
            continue
        page = workbook.create_sheet(sheet.name or Path(book.file).stem[:31])
        for row in sheet.rows:
            for column in row.filled:
                put(page, row.line, column, row.cell(column))
        for merge in sheet.merges:
            page.merge_cells(None, merge.top, merge.left + 1, merge.bottom, merge.right + 1)
    return workbook


def put(page: Worksheet, line: int, column: int, value: Any) -> None:
    """Writes a cell, columns from 0. A text stays a text whatever it begins with: it never becomes a formula."""
    cell = cell_at(page, line, column)
    cell.value = None if value == "" else value
    if isinstance(value, str) and value:
        cell.data_type = "s"


def cell_at(page: Worksheet, line: int, column: int) -> Cell:
    """The cell of a line and a column from 0; of a merged range the one that holds its value."""
    cell = page.cell(line, column + 1)
    if isinstance(cell, MergedCell):
        around = next(merged for merged in page.merged_cells.ranges if cell.coordinate in merged)
        cell = page.cell(around.min_row, around.min_col)
    if not isinstance(cell, Cell):
        raise TypeError("a merged range begins with a cell")
    return cell


def _mended(path: Path) -> bytes:
    """The file's bytes; an empty <fill/>, as WPS writes it and the library refuses, says that there is none."""
    content = path.read_bytes()
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        if _STYLES not in archive.namelist() or not _EMPTY_FILL.search(archive.read(_STYLES)):
            return content
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as mended:
            for member in archive.infolist():
                said = archive.read(member)
                mended.writestr(member, _EMPTY_FILL.sub(_NO_FILL, said) if member.filename == _STYLES else said)
        return target.getvalue()
