"""Sheets of cells as .xlsx and .csv files; the same sheets and day give the same bytes."""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

Cell = str | int | date | None
Row = tuple[Cell, ...]

# A text stays a text: phone and ID numbers must not become numbers, and nothing ever becomes a formula.
_OPTIONS = {"strings_to_numbers": False, "strings_to_formulas": False, "strings_to_urls": False}


@dataclass(frozen=True)
class Sheet:
    """One sheet: titles, headings, rows, notes.

    `merged` are the columns in which a value and the empty cells below it become one merged cell.
    """

    name: str
    titles: tuple[str, ...]
    headings: tuple[str, ...]
    rows: tuple[Row, ...]
    merged: tuple[int, ...] = ()
    notes: tuple[str, ...] = ()


def write_workbook(file: Path, sheets: Sequence[Sheet], day: date) -> Path:
    """Writes the sheets; `day` stands in the file as the day it was made."""
    with xlsxwriter.Workbook(str(file), _OPTIONS) as book:
        book.set_properties({"created": datetime(day.year, day.month, day.day)})
        for sheet in sheets:
            _write_sheet(book, sheet)
    return file


def write_delimited(file: Path, sheet: Sheet, encoding: str) -> Path:
    """Writes one sheet as a .csv, titles first, as spreadsheets export it."""
    width = len(sheet.headings)
    lines = [(title, *("",) * (width - 1)) for title in sheet.titles]
    with file.open("w", encoding=encoding, newline="") as opened:
        csv.writer(opened).writerows([*lines, sheet.headings, *sheet.rows])
    return file


def _write_sheet(book: xlsxwriter.Workbook, sheet: Sheet) -> None:
    page = book.add_worksheet(sheet.name)
    last = len(sheet.headings) - 1
    title = book.add_format({"bold": True, "align": "center", "font_size": 14})
    heading = book.add_format({"bold": True, "border": 1, "text_wrap": True})
    for line, text in enumerate(sheet.titles):
        page.merge_range(line, 0, line, last, text, title)
    top = len(sheet.titles)
    page.write_row(top, 0, sheet.headings, heading)
    page.freeze_panes(top + 1, 0)
    page.set_column(0, last, 13)
    _write_rows(book, page, sheet, top + 1)
    for line, text in enumerate(sheet.notes, top + 1 + len(sheet.rows)):
        page.write_string(line, 0, text)


def _write_rows(book: xlsxwriter.Workbook, page: Worksheet, sheet: Sheet, top: int) -> None:
    plain = book.add_format({"text_wrap": True, "valign": "vcenter"})
    day = book.add_format({"num_format": "yyyy-mm-dd", "valign": "vcenter"})
    for line, row in enumerate(sheet.rows, top):
        for column, cell in enumerate(row):
            if isinstance(cell, date):
                page.write_datetime(line, column, cell, day)
            elif isinstance(cell, int):
                page.write_number(line, column, cell, plain)
            elif cell is not None:
                page.write_string(line, column, cell, plain)
    for column in sheet.merged:
        for first, end in _runs(sheet.rows, column):
            page.merge_range(top + first, column, top + end, column, sheet.rows[first][column], plain)


def _runs(rows: Sequence[Row], column: int) -> Iterator[tuple[int, int]]:
    """First and last row of every value that has empty cells below it."""
    starts = [line for line, row in enumerate(rows) if row[column] is not None]
    for first, following in zip(starts, [*starts, len(rows)][1:], strict=True):
        if following - first > 1:
            yield first, following - 1
