"""Drop-downs whose choices stand on another sheet: an extension of the format that openpyxl does not write again."""

import io
import posixpath
import re
import zipfile
from collections.abc import Mapping
from xml.etree import ElementTree

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_VALIDATIONS = re.compile(
    rb'<ext\b(?=[^>]*uri="\{CCE6A557-97BC-4B89-ADB6-D9C93CAAB3DF\}")[^>]*>.*?</ext>', re.DOTALL | re.IGNORECASE
)
_NAMESPACE = b'xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"'
_FORMULAS = b'xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"'
_END = b"</worksheet>"


def restored(content: bytes, original: bytes) -> bytes:
    """The saved file, with the drop-downs of the original's sheets of the same name."""
    kept = _validations(original)
    if not kept:
        return content
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {part: kept[name] for name, part in _sheets(archive).items() if name in kept}
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
            for member in archive.infolist():
                said = archive.read(member)
                extension = parts.get(member.filename)
                made.writestr(member, said if extension is None else _with(said, extension))
    return target.getvalue()


def _validations(original: bytes) -> dict[str, bytes]:
    """By sheet, the extension that holds its drop-downs, with its own namespaces."""
    found = {}
    with zipfile.ZipFile(io.BytesIO(original)) as archive:
        for name, part in _sheets(archive).items():
            extension = _VALIDATIONS.search(archive.read(part))
            if extension is not None:
                found[name] = _declared(extension[0])
    return found


def _declared(extension: bytes) -> bytes:
    """Namespaces that the original declares at its root are declared here."""
    for prefix, declaration in ((b"x14:", _NAMESPACE), (b"xm:", _FORMULAS)):
        if b"<" + prefix in extension and declaration not in extension:
            extension = extension.replace(b"<ext", b"<ext " + declaration, 1)
    return extension


def _with(sheet: bytes, extension: bytes) -> bytes:
    start = sheet.rfind(_END)
    return sheet[:start] + b"<extLst>" + extension + b"</extLst>" + sheet[start:]


def _sheets(archive: zipfile.ZipFile) -> Mapping[str, str]:
    """By name, the part of each sheet."""
    try:
        book = ElementTree.fromstring(archive.read("xl/workbook.xml"))
        relations = ElementTree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))
    except (KeyError, ElementTree.ParseError):
        return {}
    targets = {each.get("Id"): each.get("Target") or "" for each in relations}
    parts = {
        sheet.get("name") or "": posixpath.normpath(posixpath.join("/xl", targets.get(sheet.get(_RELATION)) or ""))
        for sheet in book.iter(f"{_MAIN}sheet")
    }
    names = set(archive.namelist())
    return {name: part.lstrip("/") for name, part in parts.items() if part.lstrip("/") in names}
