"""XML Spreadsheet 2003, which programs save as .xls: its worksheets as sheets. A document type is refused unread."""

import datetime as dt
import io
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element, ParseError, iterparse

from graph_schema.problems import FileRefused
from loaders.files.book import Book, Cell, Merge, Row, Sheet

_SHEETS = "{urn:schemas-microsoft-com:office:spreadsheet}"
_EXCEL = "{urn:schemas-microsoft-com:office:excel}"
_MOST_CELLS = 6_000_000
_MOST_LINES, _MOST_COLUMNS = 1_048_576, 16_384


def read_spreadsheet_xml(path: Path) -> Book:
    """Its visible worksheets' rows. Raises FileRefused."""
    raw = path.read_bytes()
    if b"<!DOCTYPE" in raw or b"<!ENTITY" in raw or "<!DOCTYPE".encode("utf-16-le") in raw:
        raise FileRefused("file_unsafe", file=path.name)
    try:
        return Book(path.name, tuple(_sheets(raw)))
    except (ParseError, ValueError, LookupError):
        raise FileRefused("file_corrupt", file=path.name) from None
    except OverflowError:
        raise FileRefused("file_expands_too_much", file=path.name) from None


def _sheets(raw: bytes) -> Iterator[Sheet]:
    for _, element in iterparse(io.BytesIO(raw), ("end",)):
        if element.tag == f"{_SHEETS}Worksheet":
            yield _sheet(element)
            element.clear()


def _sheet(worksheet: Element) -> Sheet:
    name = worksheet.get(f"{_SHEETS}Name", "")
    visible = worksheet.find(f"{_EXCEL}WorksheetOptions/{_EXCEL}Visible")
    if visible is not None and (visible.text or "") in ("SheetHidden", "SheetVeryHidden"):
        return Sheet(name, hidden=True)
    rows: list[Row] = []
    merges: list[Merge] = []
    hidden: set[int] = set()
    line = counted = 0
    for row in worksheet.iterfind(f"{_SHEETS}Table/{_SHEETS}Row"):
        line = _placed(row, line, _MOST_LINES)
        cells = dict(_cells(row, line, merges))
        counted += max(cells, default=0) + 1
        if counted > _MOST_CELLS:
            raise OverflowError
        if any(cell != "" for cell in cells.values()):
            rows.append(Row(line, tuple(cells.get(column, "") for column in range(max(cells) + 1))))
        if row.get(f"{_SHEETS}Hidden") == "1":
            hidden.add(line)
        line += int(row.get(f"{_SHEETS}Span", "0"))
    return Sheet(name, tuple(rows), tuple(merges), hidden_lines=frozenset(hidden))


def _cells(row: Element, line: int, merges: list[Merge]) -> Iterator[tuple[int, Cell]]:
    column = 0
    for cell in row.iterfind(f"{_SHEETS}Cell"):
        column = _placed(cell, column, _MOST_COLUMNS)
        across, down = int(cell.get(f"{_SHEETS}MergeAcross", "0")), int(cell.get(f"{_SHEETS}MergeDown", "0"))
        if across > _MOST_COLUMNS or down > _MOST_LINES:
            raise OverflowError
        if across or down:
            merges.append(Merge(line, column - 1, line + down, column - 1 + across))
        data = cell.find(f"{_SHEETS}Data")
        value = _value(data) if data is not None else ""
        formula = cell.get(f"{_SHEETS}Formula", "")
        yield column - 1, formula if value == "" and formula else value
        column += across


def _placed(element: Element, before: int, most: int) -> int:
    """The position of a row or cell, from 1: the one that it says, or the next."""
    position = int(element.get(f"{_SHEETS}Index", before + 1))
    if position > most:
        raise OverflowError
    return position


def _value(data: Element) -> Cell:
    written = "".join(data.itertext())
    match data.get(f"{_SHEETS}Type"):
        case "Number":
            return float(written)
        case "DateTime":
            moment = dt.datetime.fromisoformat(written.removesuffix(".000"))
            return moment.date() if moment.time() == dt.time() else moment
        case "Boolean":
            return written == "1"
        case _:
            return written
