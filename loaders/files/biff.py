"""What the workbook reader does not tell of an .xls: cells that hold an error, and hidden rows."""

import struct
from collections.abc import Iterator
from pathlib import Path

from loaders.files.compound_file import CompoundFile
from loaders.files.package import Marks

_SHEET, _ROW, _FORMULA, _ERROR, _END = 0x85, 0x208, 0x06, 0x205, 0x0A
_HIDDEN = 0x20
_SAID = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A"}


def find_marks_of_xls(path: Path) -> dict[str, Marks]:
    """By the names of the sheets; a workbook whose records cannot be followed has none."""
    try:
        stream = CompoundFile(path.read_bytes()).stream("Workbook", "Book")
        return {name: _marks(stream, begins) for name, begins in _sheets(stream)}
    except (struct.error, ValueError, IndexError):
        return {}


def _sheets(stream: bytes) -> Iterator[tuple[str, int]]:
    for kind, record in _records(stream, 0):
        if kind == _SHEET:
            length, wide = record[6], record[7] & 1
            name = record[8 : 8 + length * (1 + wide)]
            yield name.decode("utf-16-le" if wide else "latin-1", "replace"), struct.unpack_from("<I", record)[0]


def _marks(stream: bytes, begins: int) -> Marks:
    cells: dict[tuple[int, int], str] = {}
    hidden: set[int] = set()
    for kind, record in _records(stream, begins):
        if kind == _ROW and struct.unpack_from("<H", record, 12)[0] & _HIDDEN:
            hidden.add(struct.unpack_from("<H", record)[0] + 1)
        code = _code(kind, record)
        if code is not None:
            line, column = struct.unpack_from("<HH", record)
            cells[line + 1, column] = _SAID.get(code, "#VALUE!")
    return Marks(cells, frozenset(hidden))


def _code(kind: int, record: bytes) -> int | None:
    """The error of a cell, or of a formula's result."""
    if kind == _ERROR and record[7]:
        return record[6]
    return record[8] if kind == _FORMULA and record[6] == 2 and record[12:14] == b"\xff\xff" else None


def _records(stream: bytes, at: int) -> Iterator[tuple[int, bytes]]:
    """Records from a place to the end of the part that begins there."""
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        yield kind, stream[at + 4 : at + 4 + length]
        if kind == _END:
            return
        at += 4 + length
