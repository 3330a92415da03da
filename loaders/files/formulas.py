"""What the workbook reader does not tell of an .xlsx: formula errors, and formulas that were saved without a result."""

import re
import zipfile
from pathlib import Path
from xml.sax.saxutils import unescape

from openpyxl.utils.cell import column_index_from_string, coordinate_from_string

_CELL = re.compile(rb"<(?:\w+:)?c\b([^>]*)>(.*?)</(?:\w+:)?c>", re.DOTALL)
_AT = re.compile(rb'\br="([A-Z]+[0-9]+)"')
_ERROR = re.compile(rb"<(?:\w+:)?v[^>]*>(#[^<]*)</")
_FORMULA = re.compile(rb"<(?:\w+:)?f\b[^>]*>([^<]*)</")
_RESULT = re.compile(rb"<(?:\w+:)?(?:v|is)\b[^>]*>[^<]")

Marks = dict[tuple[int, int], str]  # (line, column from 0) → #N/A or =SUM(A1:A3)


def find_marks(path: Path) -> list[Marks]:
    """By worksheet part, in the order of the zip's names (sheet1.xml, sheet2.xml …)."""
    with zipfile.ZipFile(path) as archive:
        names = [n for n in archive.namelist() if re.fullmatch(r"xl/worksheets/sheet\d+\.xml", n)]
        names.sort(key=lambda name: int("".join(filter(str.isdigit, name)) or 0))
        return [_marks(archive.read(name)) for name in names]


def _marks(xml: bytes) -> Marks:
    if b"<f" not in xml and b't="e"' not in xml and b":f" not in xml:
        return {}
    found: Marks = {}
    for attributes, inside in _CELL.findall(xml):
        at = _AT.search(attributes)
        if at is None:
            continue
        said = _said(attributes, inside)
        if said:
            letters, line = coordinate_from_string(at[1].decode())
            found[line, column_index_from_string(letters) - 1] = said
    return found


def _said(attributes: bytes, inside: bytes) -> str:
    if b't="e"' in attributes:
        error = _ERROR.search(inside)
        return error[1].decode() if error else ""
    formula = _FORMULA.search(inside)
    if formula and not _RESULT.search(inside):
        return "=" + unescape(formula[1].decode("utf-8", "replace"))
    return ""
