"""Poisoned workbooks: zip packages whose parts lie, swell, point elsewhere or declare entities."""

import io
import struct
import zipfile
from collections.abc import Mapping
from pathlib import Path

from openpyxl import Workbook

HEADINGS = ("楼栋名称", "楼栋长姓名", "手机号码", "身份证号", "任职时间", "小区名称")
_LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
LAUGHS = f'<!DOCTYPE x [<!ENTITY l0 "哈">{_LAUGHS}]>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
_SHEET, _BOOK, _STRINGS = "xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/sharedStrings.xml"
_RELATIONS = "xl/_rels/workbook.xml.rels"
_SIZE_AT, _CENTRAL = 24, b"PK\x01\x02"  # where the directory says a part's size
_FLAGS_AT = 8


def plain(path: Path) -> None:
    """An honest workbook with a table that nobody knows."""
    workbook = Workbook()
    workbook.worksheets[0].append(["甲", "乙", "丙"])
    workbook.worksheets[0].append([1, 2, 3])
    workbook.save(path)


def with_parts(path: Path, parts: Mapping[str, bytes | None]) -> None:
    """The honest workbook with parts replaced, added or (None) left out."""
    plain(path)
    with zipfile.ZipFile(path) as archive:
        kept = {name: archive.read(name) for name in archive.namelist()}
    kept |= {name: content for name, content in parts.items() if content is not None}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in kept.items():
            if parts.get(name, b"") is not None:
                archive.writestr(name, content)


def _patched(path: Path, part: str, at: int, packed: bytes) -> None:
    """Changes what the directory says of a part."""
    raw = bytearray(path.read_bytes())
    begins = raw.rindex(part.encode()) - 46
    assert raw[begins : begins + 4] == _CENTRAL
    raw[begins + at : begins + at + len(packed)] = packed
    path.write_bytes(raw)


def torn(path: Path) -> None:
    plain(path)
    path.write_bytes(path.read_bytes()[:-400])


def flipped(path: Path) -> None:
    """A byte of the packed sheet is another."""
    plain(path)
    raw = bytearray(path.read_bytes())
    at = raw.index(_SHEET.encode()) + len(_SHEET) + 40
    raw[at : at + 8] = bytes(8)
    path.write_bytes(raw)


def declares_much(path: Path) -> None:
    plain(path)
    _patched(path, _SHEET, _SIZE_AT, struct.pack("<I", 3_000_000_000))


def swells(path: Path) -> None:
    """30 MB of blanks in some kilobytes: 1:1000."""
    with_parts(path, {_SHEET: b"<worksheet>" + b" " * 30_000_000 + b"</worksheet>"})


def declares_little(path: Path) -> None:
    """It says 1 kB and unpacks to 60 MB."""
    rows = b"".join(b'<row r="%d"><c r="A%d"><v>1</v></c></row>' % (n, n) for n in range(1, 200_000))
    with_parts(path, {_SHEET: b"<worksheet><sheetData>" + rows + b"</sheetData></worksheet>"})
    _patched(path, _SHEET, _SIZE_AT, struct.pack("<I", 1000))


def encrypted_parts(path: Path) -> None:
    plain(path)
    _patched(path, _SHEET, _FLAGS_AT, struct.pack("<H", 0x1))


def many_parts(path: Path) -> None:
    with_parts(path, {f"xl/media/{number}.bin": b"" for number in range(6_000)})


def other_document(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")


def zip_in_zip(path: Path) -> None:
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("a", b"a" * 1000)
    with_parts(path, {_BOOK: inner.getvalue()})


def laughing_strings(path: Path) -> None:
    with_parts(path, {_STRINGS: f'<?xml version="1.0"?>{LAUGHS}<sst><si><t>&l9;</t></si></sst>'.encode()})


def laughing_sheet(path: Path) -> None:
    with_parts(path, {_SHEET: f'<?xml version="1.0"?>{LAUGHS}<worksheet>&l9;</worksheet>'.encode()})


def entity_of_a_file(path: Path) -> None:
    with_parts(path, {_BOOK: f'<?xml version="1.0"?>{OUTSIDE}<workbook>&e;</workbook>'.encode()})


def entity_in_relations(path: Path) -> None:
    with_parts(path, {_RELATIONS: f'<?xml version="1.0"?>{OUTSIDE}<Relationships/>'.encode()})


def without_sheet(path: Path) -> None:
    with_parts(path, {_SHEET: None})


def relation_outside(path: Path) -> None:
    """The sheet's part is said to be a file of the machine."""
    target = b'Target="../../../../../../etc/passwd"'
    plain(path)
    with zipfile.ZipFile(path) as archive:
        relations = archive.read(_RELATIONS)
    with_parts(path, {_RELATIONS: relations.replace(b'Target="/xl/worksheets/sheet1.xml"', target)})


def climbing_part(path: Path) -> None:
    """A part whose name leads out of any folder that it might be unpacked in."""
    with_parts(path, {"../../../poison-was-here.xml": b"<x/>", "/poison-was-here.xml": b"<x/>"})


def unknown_strings(path: Path) -> None:
    """Cells point at texts that are not there."""
    cells = "".join(f'<c r="{letter}1" t="s"><v>{999_999}</v></c>' for letter in "ABC")
    with_parts(path, {_SHEET: f'<worksheet><sheetData><row r="1">{cells}</row></sheetData></worksheet>'.encode()})


def far_cell(path: Path) -> None:
    workbook = Workbook()
    workbook.worksheets[0]["XFD1048576"] = "远"
    workbook.save(path)


def lying_dimension(path: Path) -> None:
    sheet = '<worksheet><dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>'
    with_parts(path, {_SHEET: f"{sheet}</worksheet>".encode()})


def impossible_cells(path: Path) -> None:
    cells = '<c r="ZZZZZZZ99999999999"><v>1</v></c><c r=""><v>1</v></c><c r="-1"><v>x</v></c>'
    with_parts(path, {_SHEET: f'<worksheet><sheetData><row r="1">{cells}</row></sheetData></worksheet>'.encode()})


def deep_markup(path: Path) -> None:
    with_parts(path, {_SHEET: b"<worksheet>" + b"<a>" * 200_000 + b"</worksheet>"})


def broken_markup(path: Path) -> None:
    with_parts(path, {_SHEET: b'<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></row>'})


def binary_sheet(path: Path) -> None:
    with_parts(path, {_SHEET: bytes(range(256)) * 40})


def hidden_alone(path: Path) -> None:
    plain(path)
    with zipfile.ZipFile(path) as archive:
        book = archive.read(_BOOK)
    with_parts(path, {_BOOK: book.replace(b'state="visible"', b'state="veryHidden"')})


def linked(path: Path) -> None:
    """A link to another workbook on the network, a macro and an embedded program; none is followed."""
    link = b'<externalLink><externalBook r:id="rId1"/></externalLink>'
    target = b'<Relationships><Relationship Id="rId1" Target="\\\\203.0.113.9\\share\\a.xlsx" TargetMode="External"/>'
    with_parts(
        path,
        {
            "xl/externalLinks/externalLink1.xml": link,
            "xl/externalLinks/_rels/externalLink1.xml.rels": target + b"</Relationships>",
            "xl/vbaProject.bin": b"\xd0\xcf\x11\xe0 Shell calc.exe",
            "xl/embeddings/oleObject1.bin": b"MZ\x90\x00 calc",
        },
    )
