"""CSV and its like: whatever encoding and separator an office's program wrote."""

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

from graph_schema.problems import FileRefused
from loaders.files.book import Book, Row, Sheet
from loaders.files.encoding import decode, has_bom

_KEPT_AS_TEXT = re.compile(r'="([^"]*)"')  # how programs keep ="19900000001" from becoming a number
_SEPARATORS = (",", "\t", ";", "，", "|")
_LONGEST_CELL = 1_000_000
_MOST_COLUMNS = 16_384


def read_delimited(path: Path) -> Book:
    """One sheet without a name. A record's line is the physical one that it begins on. Raises FileRefused."""
    raw = path.read_bytes()
    text = decode(raw)
    if text is None:
        raise FileRefused("file_corrupt" if has_bom(raw) else "file_not_a_workbook", file=path.name)
    csv.field_size_limit(_LONGEST_CELL)
    try:
        rows = tuple(_rows(text, strict=True))
    except csv.Error as error:
        rows = _again(text, path, str(error))
    if any(len(row.cells) > _MOST_COLUMNS for row in rows):
        raise FileRefused("file_expands_too_much", file=path.name)
    return Book(path.name, (Sheet("", rows),))


def _again(text: str, path: Path, wrong: str) -> tuple[Row, ...]:
    """Quotes inside a cell are forgiven; one that is never closed has swallowed every row behind it."""
    try:
        if "unexpected end" in wrong:
            raise csv.Error(wrong)
        return tuple(_rows(text, strict=False))
    except csv.Error:
        raise FileRefused("file_corrupt", file=path.name) from None


def _rows(text: str, *, strict: bool) -> Iterator[Row]:
    separator, begins = _separator(text)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=strict)
    line = 1
    for record in reader:
        if line >= begins and any(cell.strip() for cell in record):
            yield Row(line, tuple(_KEPT_AS_TEXT.sub(r"\1", cell) if cell[:2] == '="' else cell for cell in record))
        line = reader.line_num + 1


def _separator(text: str) -> tuple[str, int]:
    """The one that a first line sep=; names, or that parts most lines of the beginning; and the line of the data."""
    lines = text.splitlines()[:20]
    if lines and lines[0].strip().lower()[:4] == "sep=" and lines[0].strip()[4:] in _SEPARATORS:
        return lines[0].strip()[4:], 2
    return max(
        _SEPARATORS, key=lambda sign: (sum(min(line.count(sign), 3) for line in lines), -_SEPARATORS.index(sign))
    ), 1
