"""Files become rows whose lines are those that a person sees, or are refused with a reason."""

import csv
import datetime as dt
import struct
import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook

from graph_schema.problems import FileRefused
from loaders.files import checks
from loaders.files.book import Merge
from loaders.read import read
from tests.poison.packages import with_parts
from tests.unit.loaders.variations import SAMPLES
from tests.unit.loaders.workbooks import write


def refused(path: Path) -> str:
    with pytest.raises(FileRefused) as caught:
        read(path)
    return caught.value.code


def test_lines_do_not_shift_where_rows_and_columns_are_blank(tmp_path: Path) -> None:
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet["C4"], sheet["D7"] = "姓名", "张三"
    workbook.save(tmp_path / "a.xlsx")

    rows = read(tmp_path / "a.xlsx").sheets[0].rows

    assert [(row.line, row.filled, row.cell(row.filled[0])) for row in rows] == [(4, (2,), "姓名"), (7, (3,), "张三")]


def test_hidden_rows_are_data_and_hidden_sheets_are_not_read(tmp_path: Path) -> None:
    workbook = Workbook()
    shown, hidden = workbook.worksheets[0], workbook.create_sheet("旧表")
    shown["A1"], hidden["A1"] = "甲", "乙"
    shown.row_dimensions[1].hidden = True
    hidden.sheet_state = "hidden"
    workbook.save(tmp_path / "a.xlsx")

    sheets = read(tmp_path / "a.xlsx").sheets

    assert [(sheet.name, sheet.hidden, len(sheet.rows)) for sheet in sheets] == [("Sheet", False, 1), ("旧表", True, 0)]


def test_formula_errors_and_formulas_without_a_result_are_told(tmp_path: Path) -> None:
    path = write(tmp_path / "a.xlsx", {"表": [["姓名", "=A1&B1", "x"]]})

    assert read(path).sheets[0].rows[0].cells == ("姓名", "=A1&B1", "x")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16"])
@pytest.mark.parametrize("separator", [",", "\t", ";"])
def test_a_csv_in_any_encoding_keeps_its_physical_lines(tmp_path: Path, encoding: str, separator: str) -> None:
    path = tmp_path / "a.csv"
    with path.open("w", encoding=encoding, newline="") as file:
        csv.writer(file, delimiter=separator).writerows([["姓名", "电话"], ["张三\n李四", "1"], ["王五", "2"]])

    rows = read(path).sheets[0].rows

    assert [(row.line, row.cells[0]) for row in rows] == [(1, "姓名"), (2, "张三\n李四"), (4, "王五")]


def test_a_file_of_zero_bytes(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").touch()
    assert refused(tmp_path / "a.xlsx") == "file_empty"


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("网页.xls", b"<html><body>404 Not Found</body></html>", "file_not_a_workbook"),
        ("网页.xlsx", "<html><table><tr><td>姓名</td></tr></table></html>".encode(), "file_not_a_workbook"),
        ("文本.xlsx", "姓名,电话".encode(), "file_not_a_workbook"),
        ("照片.xlsx", b"\x89PNG\r\n\x1a\n" + bytes(64), "file_not_a_workbook"),
        ("照片.csv", b"\x89PNG\r\n\x1a\n" + bytes(64), "file_not_a_workbook"),
        ("文档.pdf", b"%PDF-1.7", "file_not_a_workbook"),
        ("下载中断.xlsx", bytes(2048), "file_corrupt"),
        ("残缺.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "file_corrupt"),
        ("加密.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "file_encrypted"),
    ],
)
def test_what_is_no_workbook_is_refused(tmp_path: Path, name: str, content: bytes, code: str) -> None:
    (tmp_path / name).write_bytes(content)
    assert refused(tmp_path / name) == code


def test_a_torn_workbook(tmp_path: Path) -> None:
    path = write(tmp_path / "a.xlsx", {"表": [["姓名"] * 30] * 200})
    path.write_bytes(path.read_bytes()[:-900])
    assert refused(path) == "file_corrupt"


def test_a_workbook_that_unpacks_to_too_much_is_refused_before_it_is_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path / "a.xlsx", {"表": [["姓名"] * 30] * 200})
    monkeypatch.setattr(checks, "MAX_UNPACKED", 1000)
    assert refused(path) == "file_expands_too_much"


def test_another_office_document_under_the_name_of_a_workbook(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    assert refused(tmp_path / "a.xlsx") == "file_not_a_workbook"


def test_a_formula_that_gives_no_text_is_blank_and_takes_nothing_from_a_blank_cell(tmp_path: Path) -> None:
    cells = (
        '<c r="A1" t="str"><f>"甲"</f><v>甲</v></c><c r="B1" s="1"/><c r="C1" t="str"><f>IF(A1="","",1)</f><v></v></c>'
    )
    cells += '<c r="D1"><f>A1</f><v></v></c>'
    sheet = f'<worksheet><sheetData><row r="1">{cells}</row></sheetData></worksheet>'
    with_parts(tmp_path / "a.xlsx", {"xl/worksheets/sheet1.xml": sheet.encode()})

    assert read(tmp_path / "a.xlsx").sheets[0].rows[0].cells == ("甲", "", "", "=A1")


def test_marks_belong_to_their_sheet_in_whatever_order_the_sheets_stand(tmp_path: Path) -> None:
    workbook = Workbook()
    workbook.worksheets[0]["A1"] = "甲"
    workbook.create_sheet("公式", 0)["B2"] = "=A1"
    workbook.worksheets[1].row_dimensions[1].hidden = True
    workbook.save(tmp_path / "a.xlsx")

    sheets = read(tmp_path / "a.xlsx").sheets

    assert [(s.name, [r.cells for r in s.rows], s.hidden_lines) for s in sheets] == [
        ("公式", [("", "=A1")], frozenset()),
        ("Sheet", [("甲",)], frozenset({1})),
    ]


@pytest.mark.parametrize("first", ["sep=;\r\n", ""])
def test_a_csv_that_names_its_separator_or_keeps_numbers_as_text(tmp_path: Path, first: str) -> None:
    (tmp_path / "a.csv").write_bytes(f'{first}姓名;电话\r\n张三;="19900000001"\r\n'.encode("gbk"))

    rows = read(tmp_path / "a.csv").sheets[0].rows

    assert [(row.line, row.cells) for row in rows] == [
        (1 + bool(first), ("姓名", "电话")),
        (2 + bool(first), ("张三", "19900000001")),
    ]


def test_a_page_called_xls_keeps_its_merged_cells_lines_and_hidden_rows(tmp_path: Path) -> None:
    page = """<html><body><script>var t = "<table>";</script><table>
      <tr><td colspan=2>楼栋长名册</td></tr><tr><th>楼栋<th>楼栋长
      <tr style="display: none"><td rowspan="2">1栋</td><td>张&nbsp;三<br>李四</td></tr><tr><td>王&lt;五</td></tr>
    </table></body></html>"""
    (tmp_path / "a.xls").write_text(page, encoding="utf-8")

    (sheet,) = read(tmp_path / "a.xls").sheets

    assert [(row.line, row.cells) for row in sheet.rows] == [
        (1, ("楼栋长名册",)),
        (2, ("楼栋", "楼栋长")),
        (3, ("1栋", "张 三\n李四")),
        (4, ("", "王<五")),
    ]
    assert (sheet.merges, sheet.hidden_lines) == ((Merge(1, 0, 1, 1), Merge(3, 0, 4, 0)), frozenset({3}))


def test_xml_called_xls_keeps_places_kinds_and_hidden_sheets(tmp_path: Path) -> None:
    names = (
        'xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"'
    )
    hide = '<WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel"><Visible>SheetHidden</Visible>'
    (tmp_path / "a.xls").write_text(
        f"""<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook {names}>
        <Worksheet ss:Name="表"><Table><Row ss:Index="3" ss:Hidden="1">
          <Cell ss:Index="2" ss:MergeDown="1"><Data ss:Type="String">甲</Data></Cell>
          <Cell><Data ss:Type="Number">19900000001</Data></Cell>
          <Cell><Data ss:Type="DateTime">2026-03-01T00:00:00.000</Data></Cell>
          <Cell ss:Formula="=RC[-1]"/></Row></Table></Worksheet>
        <Worksheet ss:Name="旧"><Table/>{hide}</WorksheetOptions></Worksheet></Workbook>""",
        encoding="utf-8",
    )

    first, second = read(tmp_path / "a.xls").sheets

    assert [(row.line, row.cells) for row in first.rows] == [
        (3, ("", "甲", 19900000001.0, dt.date(2026, 3, 1), "=RC[-1]"))
    ]
    assert (first.merges, first.hidden_lines) == ((Merge(3, 1, 4, 1),), frozenset({3}))
    assert (second.name, second.hidden, second.rows) == ("旧", True, ())


@pytest.mark.parametrize("encoding", ["big5", "gb18030", "utf-8"])
def test_traditional_text_in_its_own_encoding(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "a.csv").write_bytes("姓名,聯絡電話,樓棟\n張三,19900000001,一棟\n".encode(encoding))

    assert read(tmp_path / "a.csv").sheets[0].rows[0].cells == ("姓名", "聯絡電話", "樓棟")


def test_an_xls_tells_of_errors_and_hidden_rows(tmp_path: Path) -> None:
    sample = next(SAMPLES.glob("*.xls"))
    raw = bytearray(sample.read_bytes())
    cell = raw.index(struct.pack("<HHHH", 0xFD, 10, 3, 9))  # line 4, column J: a text
    raw[cell : cell + 2], raw[cell + 10 : cell + 12] = struct.pack("<H", 0x205), b"\x2a\x01"
    row = raw.index(struct.pack("<HHH", 0x208, 16, 4))
    raw[row + 16] |= 0x20
    (tmp_path / "a.xls").write_bytes(raw)

    before, after = read(sample).sheets[0], read(tmp_path / "a.xls").sheets[0]

    changed = [
        (r.line, c)
        for r, was in zip(after.rows, before.rows, strict=True)
        for c in range(16)
        if r.cell(c) != was.cell(c)
    ]
    assert (changed, after.cell(4, 9)) == ([(4, 9)], "#N/A")
    assert (before.hidden_lines, after.hidden_lines) == (frozenset(), frozenset({5}))
