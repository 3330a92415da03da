"""CSV and its like: whatever encoding and separator an office's program wrote."""

import codecs
import csv
import io
from pathlib import Path

from graph_schema.problems import FileRefused
from loaders.files.book import Book, Row, Sheet

_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_ENCODINGS = ("utf-8", "gb18030")  # GBK and GB2312 lie within GB18030
_SEPARATORS = (",", "\t", ";", "，", "|")
_LONGEST_CELL = 1_000_000


def read_delimited(path: Path) -> Book:
    """One sheet without a name. A record's line is the physical one that it begins on. Raises FileRefused."""
    text = _decoded(path)
    csv.field_size_limit(_LONGEST_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text))
    rows, begins = [], 1
    try:
        for record in reader:
            if any(cell.strip() for cell in record):
                rows.append(Row(begins, tuple(record)))
            begins = reader.line_num + 1
    except csv.Error:
        raise FileRefused("file_corrupt", file=path.name) from None
    return Book(path.name, (Sheet("", tuple(rows)),))


def _decoded(path: Path) -> str:
    raw = path.read_bytes()
    bom = next((encoding for mark, encoding in _BOMS if raw.startswith(mark)), None)
    for encoding in (bom,) if bom else _ENCODINGS:
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text
    raise FileRefused("file_corrupt" if bom else "file_not_a_workbook", file=path.name)


def _separator(text: str) -> str:
    """The one that parts most lines of the beginning."""
    lines = text.splitlines()[:20]
    return max(
        _SEPARATORS, key=lambda sign: (sum(min(line.count(sign), 3) for line in lines), -_SEPARATORS.index(sign))
    )
