"""The user's own workbook back: faults at their cells, looks as they were, a list of them all; and read by nobody."""

import datetime as dt
import zipfile
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font

from graph_schema.problems import PROBLEMS, ValueProblem
from loaders.annotate import MOST, annotated
from loaders.files.book import RESULTS
from loaders.read import read
from loaders.recognise import Leaf, Table, recognise

ROWS: list[list[Any]] = [
    ["楼栋长名册"],
    ["社区", "楼栋名称", "楼栋长姓名", "手机号码", "任职时间"],
    ["松涛社区", "1栋", "张三", "1990000010", dt.date(2026, 3, 1)],
    ["", "2栋", "李四", "19900000002", "2026.3"],
]
RED, YELLOW = "FFF4B4B4", "FFFFE699"


def told(sheet: str = "楼栋长") -> dict[str, Any]:
    """What the report says of the file: a fault of a cell, one of a whole row, a review."""
    faults = [
        _fault(3, "D", "手机号码", ValueProblem("phone_length", value="1990000010", length=10)),
        _fault(4, None, None, ValueProblem("building_missing")),
    ]
    review = ValueProblem("possible_duplicate", value="李四")
    reviews = [
        {"line": 4, "name": "李四", "candidates": ["李四（男）"], "message": review.what_zh, "advice": review.advice_zh}
    ]
    return {"file": "x", "sheets": [{"sheet": sheet, "faults": faults, "reviews": reviews, "notices": []}]}


def _fault(line: int, column: str | None, heading: str | None, problem: ValueProblem) -> dict[str, Any]:
    return {
        "line": line,
        "column": column,
        "heading": heading,
        "value": problem.shown,
        "problem": problem.code,
        "message": problem.what_zh,
        "advice": problem.advice_zh,
    }


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    book = Workbook()
    page = book.worksheets[0]
    page.title = "楼栋长"
    for row in ROWS:
        page.append(row)
    page.merge_cells("A1:E1")
    page["D3"].font, page["D3"].alignment = Font(italic=True, size=13), Alignment(horizontal="center")
    page["D3"].comment = Comment("问过本人", "填表人")
    page.column_dimensions["D"].width = 31
    page["B3"].number_format = "@"
    path = tmp_path / "楼栋长名册.xlsx"
    book.save(path)
    return path


def back(path: Path, said: dict[str, Any], locale: str = "zh") -> Workbook:
    target = path.with_name("回.xlsx")
    target.write_bytes(annotated(path, said, locale))
    return load_workbook(target)


def test_a_fault_stands_at_its_cell_in_red_with_what_to_do(workbook: Path) -> None:
    cell = back(workbook, told())["楼栋长"]["D3"]

    assert cell.fill.start_color.rgb == RED
    assert cell.comment is not None
    assert PROBLEMS["phone_length"].advice_zh in cell.comment.text
    assert "问过本人" in cell.comment.text


def test_looks_stay_as_they_were(workbook: Path) -> None:
    page = back(workbook, told())["楼栋长"]

    assert (page["D3"].font.italic, page["D3"].font.size, page["D3"].alignment.horizontal) == (True, 13, "center")
    assert page.column_dimensions["D"].width == 31
    assert [merged.coord for merged in page.merged_cells.ranges] == ["A1:E1"]
    assert page["E3"].value == dt.datetime(2026, 3, 1)


def test_a_row_that_waits_is_marked_at_the_name(workbook: Path) -> None:
    page = back(workbook, told())["楼栋长"]

    assert page["C4"].fill.start_color.rgb == YELLOW
    assert page["B4"].fill.start_color.rgb == RED  # the fault of the whole row, at its first cell


def test_everything_is_listed_with_the_whole_value_and_a_way_to_it(workbook: Path) -> None:
    page = back(workbook, told())[RESULTS[0]]

    rows = [[cell.value for cell in row][:6] for row in page.iter_rows(min_row=2)]
    assert rows == [
        ["拒绝", "楼栋长", 3, "D", "手机号码", "1990000010"],
        ["拒绝", "楼栋长", 4, None, None, "2栋"],
        ["待核对", "楼栋长", 4, None, None, "李四"],
    ]
    link = page["C2"].hyperlink
    assert link is not None and link.location == "'楼栋长'!D3"


def test_it_says_so_in_english(workbook: Path) -> None:
    assert back(workbook, told(), "en")[RESULTS[1]]["A2"].value == "refused"


def test_the_list_is_read_by_nobody_and_made_anew(workbook: Path) -> None:
    workbook.write_bytes(annotated(workbook, told()))

    table, listed = recognise(read(workbook))
    assert isinstance(table, Table) and isinstance(listed, Leaf)
    assert back(workbook, told()).sheetnames == ["楼栋长", RESULTS[0]]


def test_a_csv_comes_back_as_a_workbook_with_the_same_lines(tmp_path: Path) -> None:
    path = tmp_path / "名册.csv"
    path.write_text("名册\n\n社区,楼栋,=1+1\n松涛社区,1栋,0199\n", "gb18030")
    said = {"sheets": [{"sheet": "", "faults": [_fault(4, "C", "x", ValueProblem("building_missing"))]}]}

    page = back(path, said).worksheets[0]
    assert [(cell.value, cell.data_type) for cell in page[3]] == [("社区", "s"), ("楼栋", "s"), ("=1+1", "s")]
    assert (page["C4"].value, page["C4"].fill.start_color.rgb) == ("0199", RED)


def test_a_merged_cell_is_marked_where_its_value_stands(workbook: Path) -> None:
    said = {"sheets": [{"sheet": "楼栋长", "faults": [_fault(1, "C", "x", ValueProblem("building_missing"))]}]}

    assert back(workbook, said)["楼栋长"]["A1"].fill.start_color.rgb == RED


def test_of_a_file_that_is_too_large_there_is_the_list(workbook: Path) -> None:
    said = told()
    said["sheets"][0]["rows"] = MOST + 1

    page = back(workbook, said).worksheets[0]
    assert [cell.value for cell in page[2]][:6] == ["拒绝", "楼栋长", 3, "D", "手机号码", "199****010"]


def test_an_empty_fill_as_wps_writes_it_is_mended(workbook: Path) -> None:
    _replace(
        workbook,
        "xl/styles.xml",
        b'<fill><patternFill patternType="gray125"',
        b'<fill/><fill><patternFill patternType="gray125"',
    )

    assert back(workbook, told())["楼栋长"]["D3"].font.italic


def test_drop_downs_that_lead_to_another_sheet_stay(workbook: Path) -> None:
    extension = (
        b'<extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}" '
        b'xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main">'
        b'<x14:dataValidations count="1" xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main">'
        b'<x14:dataValidation type="list"><x14:formula1><xm:f>Sheet2!$A$1:$A$3</xm:f></x14:formula1>'
        b"<xm:sqref>B3:B9</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst></worksheet>"
    )
    _replace(workbook, "xl/worksheets/sheet1.xml", b"</worksheet>", extension)

    target = workbook.with_name("回.xlsx")
    target.write_bytes(annotated(workbook, told()))
    with zipfile.ZipFile(target) as archive:
        assert b"Sheet2!$A$1:$A$3" in archive.read("xl/worksheets/sheet1.xml")
    assert [sheet.name for sheet in read(target).sheets] == ["楼栋长", RESULTS[0]]


def _replace(path: Path, part: str, before: bytes, after: bytes) -> None:
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    assert before in members[part]
    with zipfile.ZipFile(path, "w") as archive:
        for name, said in members.items():
            archive.writestr(name, said.replace(before, after, 1) if name == part else said)
