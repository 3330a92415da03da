"""What the workbook reader does not tell of an .xlsx: formula errors, formulas without a result, hidden rows."""

import posixpath
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from xml.sax.saxutils import unescape

_CELL = re.compile(rb"<(?:\w+:)?c\b([^>]*)(?<!/)>(.*?)</(?:\w+:)?c>", re.DOTALL)
_AT = re.compile(rb'\br="([A-Z]+)([0-9]+)"')
_ERROR = re.compile(rb"<(?:\w+:)?v[^>]*>(#[^<]*)</")
_FORMULA = re.compile(rb"<(?:\w+:)?f\b[^>]*>([^<]*)</")
_RESULT = re.compile(rb"<(?:\w+:)?(?:v|is)\b[^>]*>[^<]|<(?:\w+:)?is\b[^>]*><")
_EMPTY_TEXT = re.compile(rb"<(?:\w+:)?v\s*/>|<(?:\w+:)?v></")  # the text "" is a result, as of =IF(A1="","",B1)
_ROW = re.compile(rb"<(?:\w+:)?row\b([^>]*)>")
_LINE = re.compile(rb'\br="([0-9]+)"')
_HIDDEN = re.compile(rb'\bhidden="(?:1|true)"')
_SHEET = re.compile(rb"<(?:\w+:)?sheet\b([^>]*)>")
_RELATION = re.compile(rb"<(?:\w+:)?Relationship\b([^>]*)>")
_ATTRIBUTE = re.compile(rb'([\w:]+)\s*=\s*"([^"]*)"')

_WORKBOOK, _RELATIONS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"


@dataclass(frozen=True)
class Marks:
    """Of a sheet: (line, column from 0) → #N/A or =SUM(A1:A3), and the lines of hidden rows."""

    cells: dict[tuple[int, int], str] = field(default_factory=dict)
    hidden: frozenset[int] = frozenset()


def find_marks(path: Path) -> dict[str, Marks]:
    """By the names of the sheets; a workbook whose parts are named in an unusual way has none."""
    with zipfile.ZipFile(path) as archive:
        names = set(archive.namelist())
        if not names.issuperset((_WORKBOOK, _RELATIONS)):
            return {}
        parts = dict(_parts(archive))
        return {name: _marks(archive.read(part)) for name, part in parts.items() if part in names}


def _parts(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """The name of each sheet, and the part that holds it."""
    relations = [_attributes(found) for found in _RELATION.findall(archive.read(_RELATIONS))]
    targets = {relation.get("Id", ""): relation.get("Target", "") for relation in relations}
    for found in _SHEET.findall(archive.read(_WORKBOOK)):
        sheet = _attributes(found)
        target = next((targets[value] for key, value in sheet.items() if key.endswith(":id") and value in targets), "")
        yield sheet.get("name", ""), posixpath.normpath(posixpath.join("xl", target)).lstrip("/")


def _attributes(written: bytes) -> dict[str, str]:
    quotes = {"&quot;": '"', "&apos;": "'"}
    return {
        key.decode(): unescape(value.decode("utf-8", "replace"), quotes) for key, value in _ATTRIBUTE.findall(written)
    }


def _marks(xml: bytes) -> Marks:
    hidden = frozenset(_hidden_lines(xml)) if b'hidden="' in xml else frozenset()
    if b"<f" not in xml and b't="e"' not in xml and b":f" not in xml:
        return Marks({}, hidden)
    found: dict[tuple[int, int], str] = {}
    for attributes, inside in _CELL.findall(xml):
        at, said = _AT.search(attributes), _said(attributes, inside)
        if at is not None and said:
            found[int(at[2]), _column(at[1])] = said
    return Marks(found, hidden)


def _hidden_lines(xml: bytes) -> Iterator[int]:
    for attributes in _ROW.findall(xml):
        line = _LINE.search(attributes) if _HIDDEN.search(attributes) else None
        if line is not None:
            yield int(line[1])


def _said(attributes: bytes, inside: bytes) -> str:
    if b't="e"' in attributes:
        error = _ERROR.search(inside)
        return error[1].decode() if error else ""
    formula = _FORMULA.search(inside)
    if formula and not _RESULT.search(inside) and not (b't="str"' in attributes and _EMPTY_TEXT.search(inside)):
        return "=" + unescape(formula[1].decode("utf-8", "replace"))
    return ""


def _column(letters: bytes) -> int:
    """0 for A, 26 for AA."""
    column = 0
    for letter in letters:
        column = column * 26 + letter - 64
    return column - 1
