"""Files become rows whose lines are those that a person sees, or are refused with a reason."""

import csv
import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook

from graph_schema.problems import FileRefused
from loaders.files import checks
from loaders.read import read
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
        ("网页.xls", "<html><table><tr><td>姓名</td></tr></table></html>".encode(), "file_not_a_workbook"),
        ("电子表格.xls", b'<?xml version="1.0"?><Workbook/>', "file_not_a_workbook"),
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
