"""Small workbooks for tests: rows written as they would be typed."""

import datetime as dt
from collections.abc import Mapping, Sequence
from pathlib import Path

from openpyxl import Workbook

from loaders.read import read
from loaders.recognise import Table, recognise
from loaders.rows import Sorted, sort_rows

Cell = str | int | float | dt.date | None
Rows = Sequence[Sequence[Cell]]


def write(path: Path, sheets: Mapping[str, Rows], merges: Mapping[str, Sequence[str]] | None = None) -> Path:
    """An .xlsx of these sheets, with merged ranges by sheet."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    for name, rows in sheets.items():
        sheet = workbook.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
        for merge in (merges or {}).get(name, ()):
            sheet.merge_cells(merge)
    workbook.save(path)
    return path


def table_of(path: Path, sheet: int = 0) -> Table:
    """The table of a sheet."""
    found = recognise(read(path))[sheet]
    assert isinstance(found, Table), found
    return found


def rows_of(path: Path, sheet: int = 0) -> Sorted:
    """The typed rows and faults of a sheet."""
    return sort_rows(table_of(path, sheet), 1, sheet + 1)


def problems(found: Sorted) -> list[tuple[int, str, str]]:
    """(line, column, problem) of every fault."""
    return [(fault.at.line, fault.column, fault.problem) for fault in found.faults]
