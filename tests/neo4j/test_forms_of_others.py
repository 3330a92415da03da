"""Blank forms as others send them: headings of their own, looks that stay, lines that are there already."""

import zipfile
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.styles import Border, Font, PatternFill, Side
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from database.connection import Connection
from database.reading import read
from graph_schema.errors import InputError, NotFound
from graph_schema.problems import FileRefused, ValueProblem
from graph_schema.sensitivity import OFFICE, PUBLIC, Sensitivity, Sight
from graph_schema.values.seal import Seal
from loaders.forms import Filled, fill
from tests.neo4j.forms_world import AT, COUNTY
from tests.neo4j.rosters_world import load, rehearse
from tests.neo4j.test_rosters_again import written
from tests.neo4j.town_world import BRIDGE, PINES, town

HEADINGS = ["序号", "小区", "楼栋", "网格", "楼栋长", "手机", "任职时间", "满意度", "签名"]
LEADERS = [
    ["社区", "小区名称", "楼栋名称", "楼栋长姓名", "联系电话", "任职时间"],
    ["松涛社区", "松涛苑", "1栋", "江静洁", "19900000217", "2025年8月"],
    ["松涛社区", "松涛苑", "2栋", "廖菊怡、文涵涵", "19900000290、19900000430", "2026-03-01"],
    ["松涛社区", "无", "河滨路12号", "袁成国", "", ""],
    ["石桥社区", "石桥里", "2栋", "王飞海", "19900002253", "2024"],
]
THIN = Border(left=Side("thin"), right=Side("thin"), top=Side("thin"), bottom=Side("thin"))


@pytest.fixture(scope="module")
def graph(connection: Connection, seal: Seal, tmp_path_factory: pytest.TempPathFactory) -> Connection:
    with connection.session(write=True) as session:
        session.run("MATCH (n) WHERE NOT n:Skill AND NOT n:Need DETACH DELETE n").consume()
    folder = tmp_path_factory.mktemp("town")
    town(connection, seal, folder)
    load(connection, seal, [written(folder / "楼栋长名册.csv", LEADERS)])
    return connection


def form(folder: Path, rows: int = 2, title: str = "松涛社区楼栋长登记表", sheet: str = "Sheet1") -> Path:
    """Two merged titles, headings, blank lines in a style of their own, a sum, and a line to be signed."""
    book = Workbook()
    page = book.worksheets[0]
    page.title = sheet
    page.append([title])
    page.append(HEADINGS)
    for line in range(3, 3 + rows):
        for column in range(1, len(HEADINGS) + 1):
            cell = page.cell(line, column)
            cell.border, cell.font = THIN, Font(name="仿宋", size=12)
        page.row_dimensions[line].height = 33
    foot = 3 + rows
    page.cell(foot, 1, "合计")
    page.cell(foot, 8, f"=SUM(H3:H{foot - 1})")
    page.cell(foot + 1, 1, "填表人：          审核人：")
    page.merge_cells(start_row=1, start_column=1, end_row=1, end_column=9)
    page.merge_cells(start_row=foot + 1, start_column=1, end_row=foot + 1, end_column=9)
    page.column_dimensions["C"].width = 27
    choices = DataValidation(type="list", formula1='"满意,不满意"', allow_blank=True)
    choices.add(f"H3:H{foot - 1}")
    page.add_data_validation(choices)
    path = folder / "表.xlsx"
    book.save(path)
    return path


def done(
    graph: Connection, seal: Seal, path: Path, place: str = PINES, sight: Sight = OFFICE
) -> tuple[Filled, Worksheet]:
    filled = fill(path, graph, place, sight, AT, seal)
    path.write_bytes(filled.content)
    return filled, load_workbook(path).worksheets[0]


def lines(page: Worksheet) -> list[list[Any]]:
    """The cells below the headings, without what nobody knows."""
    return [list(row)[:7] for row in page.iter_rows(min_row=3, values_only=True)]


class TestTheLines:
    def test_stand_as_people_expect_with_what_the_graph_says(
        self, graph: Connection, seal: Seal, tmp_path: Path
    ) -> None:
        filled, page = done(graph, seal, form(tmp_path))

        assert lines(page)[:7] == [
            [1, "松涛苑", "1栋", "第一网格", "江静洁", "199****0217", "2025-08"],
            [2, "松涛苑", "2栋", "第一网格", "廖菊怡", "199****0290", "2026-03-01"],
            [3, "松涛苑", "2栋", "第一网格", "文涵涵", "199****0430", "2026-03-01"],
            [4, "松涛苑", "3栋", "第一网格", None, None, None],
            [5, "松涛苑", "4栋", "第二网格", None, None, None],
            [6, "松涛苑", "5栋", "第二网格", None, None, None],
            [7, "/", "河滨路12号", "第二网格", "袁成国", None, None],
        ]
        assert filled.rows == 7

    def test_say_which_columns_stay_empty_and_why(self, graph: Connection, seal: Seal, tmp_path: Path) -> None:
        filled, _page = done(graph, seal, form(tmp_path))

        assert [(column.letter, column.heading, column.why) for column in filled.empty_columns] == [
            ("H", "满意度", "unknown"),
            ("I", "签名", "unknown"),
        ]
        assert "".join(column.letter for column in filled.filled_columns) == "BCDEFG"

    def test_change_nothing_when_they_come_back(self, graph: Connection, seal: Seal, tmp_path: Path) -> None:
        path = form(tmp_path)
        done(graph, seal, path)

        again = rehearse(graph, seal, [path])
        assert (again.changes, again.report.faults, again.report.reviews) == ((), (), ())

    def test_hide_names_from_who_may_not_see_them(self, graph: Connection, seal: Seal, tmp_path: Path) -> None:
        _filled, page = done(graph, seal, form(tmp_path), sight=PUBLIC)

        assert {row[4] for row in lines(page)[:7]} == {"袁**", "江**", "廖**", "文**", None}
        assert {row[5] for row in lines(page)[:7]} <= {"***", None}

    def test_say_what_another_roster_would_load(self, graph: Connection, seal: Seal, tmp_path: Path) -> None:
        path = tmp_path / "名册.xlsx"
        book = Workbook()
        for row in (["松涛社区楼栋长名册"], ["楼栋", "楼栋长", "手机", "层数"]):
            book.worksheets[0].append(row)
        book.save(path)
        filled, page = done(graph, seal, path)

        assert [row[3] for row in lines(page)] == [6, 6, 6, 6, 6, 6, 3]
        assert [column.letter for column in filled.filled_columns] == ["A", "B", "C", "D"]


class TestLooks:
    def test_of_new_lines_are_those_of_the_blank_ones(self, graph: Connection, seal: Seal, tmp_path: Path) -> None:
        _filled, page = done(graph, seal, form(tmp_path))

        assert {(page.cell(line, 5).font.name, page.cell(line, 5).border.left.style) for line in range(3, 10)} == {
            ("仿宋", "thin")
        }
        assert {page.row_dimensions[line].height for line in range(3, 10)} == {33}
        assert page.column_dimensions["C"].width == 27

    def test_of_what_stands_below_move_along(self, graph: Connection, seal: Seal, tmp_path: Path) -> None:
        _filled, page = done(graph, seal, form(tmp_path))

        assert (page["A10"].value, page["H10"].value) == ("合计", "=SUM(H3:H9)")
        assert str(page["A11"].value).startswith("填表人")
        assert {merged.coord for merged in page.merged_cells.ranges} == {"A1:I1", "A11:I11"}

    def test_drop_downs_hold_for_new_lines(self, graph: Connection, seal: Seal, tmp_path: Path) -> None:
        _filled, page = done(graph, seal, form(tmp_path))

        assert str(page.data_validations.dataValidation[0].sqref) == "H3:H9"

    def test_of_more_blank_lines_than_needed_stay(self, graph: Connection, seal: Seal, tmp_path: Path) -> None:
        _filled, page = done(graph, seal, form(tmp_path, rows=12))

        assert page["A15"].value == "合计"
        assert [page.cell(line, 5).value for line in range(10, 15)] == [None] * 5

    def test_an_empty_fill_as_wps_writes_it_is_no_obstacle(self, graph: Connection, seal: Seal, tmp_path: Path) -> None:
        path = form(tmp_path)
        with zipfile.ZipFile(path) as archive:
            members = {name: archive.read(name) for name in archive.namelist()}
        with zipfile.ZipFile(path, "w") as archive:
            for name, said in members.items():
                archive.writestr(
                    name,
                    said.replace(b"<fills count=", b"<fills n=").replace(b"<fill>", b"<fill/><fill>", 1)
                    if name.endswith("styles.xml")
                    else said,
                )

        filled, page = done(graph, seal, path)
        assert (filled.rows, page["E3"].font.name) == (7, "仿宋")


class TestAFormWithLinesOfItsOwn:
    def rows(self, folder: Path) -> Path:
        book = Workbook()
        page = book.worksheets[0]
        for row in (["松涛社区楼栋长"], HEADINGS, [1, "松涛苑", "2幢"], [2, "", "1号楼"], [3, "松涛苑", "9栋"]):
            page.append(row)
        page["E4"].fill = PatternFill("solid", start_color="FFFFFF00")
        path = folder / "表.xlsx"
        book.save(path)
        return path

    def test_gets_what_is_known_of_them_in_their_order(self, graph: Connection, seal: Seal, tmp_path: Path) -> None:
        filled, page = done(graph, seal, self.rows(tmp_path))

        assert lines(page) == [
            [1, "松涛苑", "2幢", "第一网格", "廖菊怡\n文涵涵", "199****0290\n199****0430", "2026-03-01"],
            [2, "松涛苑", "1号楼", "第一网格", "江静洁", "199****0217", "2025-08"],
            [3, "松涛苑", "9栋", None, None, None, None],
        ]
        assert page["E4"].fill.start_color.rgb == "FFFFFF00"
        assert (filled.rows, filled.left_over) == (2, 4)

    def test_changes_nothing_when_it_comes_back(self, graph: Connection, seal: Seal, tmp_path: Path) -> None:
        path = self.rows(tmp_path)
        done(graph, seal, path)

        again = rehearse(graph, seal, [path])
        assert again.changes == ()
        assert [fault.problem for fault in again.report.faults] == ["building_unknown"]  # 9栋, as it came


class TestWhereItIsFor:
    def test_a_sheet_named_for_a_community_gets_that_one(self, graph: Connection, seal: Seal, tmp_path: Path) -> None:
        path = form(tmp_path, title="楼栋长登记表", sheet="石桥社区(新)")
        filled, page = done(graph, seal, path, place=COUNTY)

        assert filled.rows == 2
        assert [row[4] for row in lines(page)[:2]] == [None, "王飞海"]
        assert rehearse(graph, seal, [path]).changes == ()

    def test_one_that_says_another_gets_nothing(self, graph: Connection, seal: Seal, tmp_path: Path) -> None:
        filled, _page = done(graph, seal, form(tmp_path), place=BRIDGE)
        assert filled.rows == 0

    def test_one_that_says_none_is_not_guessed(self, graph: Connection, seal: Seal, tmp_path: Path) -> None:
        with pytest.raises(InputError, match="names none"):
            done(graph, seal, form(tmp_path, title="楼栋长登记表"), place=COUNTY)

    def test_a_grid_has_its_own_buildings(self, graph: Connection, seal: Seal, tmp_path: Path) -> None:
        code = read(graph, "MATCH (g:Grid {name: '第二网格'}) RETURN g.code AS code")[0]["code"]
        filled, page = done(graph, seal, form(tmp_path), place=code)

        assert [row[2] for row in lines(page)[: filled.rows]] == ["4栋", "5栋", "河滨路12号"]

    def test_a_place_out_of_sight_is_not_there(self, graph: Connection, seal: Seal, tmp_path: Path) -> None:
        inside = Sight(PINES, Sensitivity.S2)

        assert done(graph, seal, form(tmp_path), sight=inside)[0].rows == 7
        for place, sight in ((BRIDGE, inside), ("429091999999", OFFICE)):
            with pytest.raises(NotFound):
                fill(form(tmp_path), graph, place, sight, AT, seal)


def test_one_for_too_large_a_place_is_refused(
    graph: Connection, seal: Seal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("loaders.forms.line.MOST", 5)
    with pytest.raises(InputError, match="smaller place"):
        done(graph, seal, form(tmp_path))


def test_no_text_ever_becomes_a_formula(graph: Connection, seal: Seal, tmp_path: Path) -> None:
    evil = '=HYPERLINK("http://x")'
    with graph.session(write=True) as session:
        session.run("MATCH (b:Building {name: '3栋'}) SET b.name = $evil", evil=evil).consume()
    try:
        _filled, page = done(graph, seal, form(tmp_path))
    finally:
        with graph.session(write=True) as session:
            session.run("MATCH (b:Building {name: $evil}) SET b.name = '3栋'", evil=evil).consume()

    found = [cell for row in page.iter_rows() for cell in row if cell.value == evil]
    assert [cell.data_type for cell in found] == ["s"]


@pytest.mark.parametrize(("name", "rows"), [("表.csv", "社区,楼栋,楼栋长\n"), ("表.txt", "随便写写\n")])
def test_a_form_is_a_workbook_with_a_table(graph: Connection, seal: Seal, tmp_path: Path, name: str, rows: str) -> None:
    (tmp_path / name).write_text(rows, "utf-8")
    with pytest.raises((FileRefused, ValueProblem)):
        fill(tmp_path / name, graph, PINES, OFFICE, AT, seal)
