"""网格划分表 and 小区名册 as offices write them: ranges in a cell, micro-grids, estates that nobody manages."""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

import pytest

from database.connection import Connection
from database.fingerprint import fingerprint
from graph_schema.values.seal import Seal
from tests.neo4j.rosters_world import TODAY, facts, load, loads_twice_and_is_taken_back, rehearse
from tests.neo4j.test_rosters_again import PLACES, written
from tests.neo4j.town_world import PINES, faults, notices, roster_of, town
from tests.unit.loaders.workbooks import Cell, write

HEADINGS = "社区 网格名称 网格类别 小网格 小区 包含楼栋 户数 围合类型 是否可封闭 微网格长 联系电话".split()
LIES = """
MATCH (b:Building)-[r:PART_OF]->(g) WHERE r.until IS NULL
OPTIONAL MATCH (g)-[:PART_OF]->(above:Grid)
RETURN b.address, coalesce(above.name, ''), g.name
"""


@pytest.fixture
def graph(empty_graph: Connection, seal: Seal, tmp_path: Path) -> Connection:
    return town(empty_graph, seal, tmp_path)


def workbook(folder: Path) -> Path:
    """A sheet a community; the grid is merged over its micro-grids; a third grid is new, a section names the kind."""
    headings: list[Cell] = ["序号", "网格", "网格类型", "微网格", "所辖楼栋", "网格户数", "小区类型", "能否封闭"]
    headings += ["网格长", "电话", "微网格员", "电话"]
    leaders: list[Cell] = ["邹山轩", 19900004078]
    pines: list[Sequence[Cell]] = [
        ["松涛镇网格划分一览表"],
        headings,
        [
            1,
            "第一网格",
            "基础网格",
            "1号微网格",
            "松涛苑1-2栋",
            "约300户",
            "商品房",
            "可封闭",
            *leaders,
            "唐　德",
            "19900000102",
        ],
        [2, None, None, "2号微网格", "松涛苑3#", None, "老旧小区", "否", None, None, "空缺", None],
        [3, "第二网格", "", "第一小网格", "松涛苑4栋、5幢", 280.0, "楼盘", "√", None, None, None, None],
        [4, "同上", None, "平房片小网格", "河滨路12号", None, "平房", "开放式"],
        ["合计", "2个", None, "4个"],
    ]
    bridge: list[Sequence[Cell]] = [headings, [1, "石桥商圈专属网格", None, None, "石桥里2栋", "12"]]
    sheets = {"松涛社区": pines, "石桥社区（新）": bridge}
    return write(folder / "网格划分.xlsx", sheets, {"松涛社区": ["A1:L1", "B3:B4", "C3:C4", "F3:F4", "I3:I4", "J3:J4"]})


def table(folder: Path, *rows: dict[str, str]) -> Path:
    usual = {"社区": "松涛社区", "网格名称": "第一网格"}
    body = [[(usual | row).get(heading, "") for heading in HEADINGS] for row in rows]
    return written(folder / "划分.csv", [["松涛社区网格划分表"], HEADINGS, *body], "utf-8-sig")


def test_a_table_makes_grids_micro_grids_and_moves_buildings(graph: Connection, seal: Seal, tmp_path: Path) -> None:
    prepared = load(graph, seal, [workbook(tmp_path)])

    assert (roster_of(prepared), faults(prepared)) == ({"grids"}, [])
    assert facts(graph, "MATCH (g:Grid)-[:PART_OF]->(c) RETURN c.name, g.name, g.kind, g.declared_households") == {
        ("松涛社区", "第一网格", "base", 300),
        ("松涛社区", "第二网格", "base", 280),
        ("石桥社区", "第一网格", "base", None),
        ("石桥社区", "石桥商圈专属网格", "exclusive", 12),
    }
    assert facts(graph, "MATCH (m:MicroGrid) RETURN m.code, m.name, m.enclosure, m.closable, m.address") == {
        (f"{PINES}G001M01", "1号微网格", "commercial_estate", True, "松涛社区第一网格1号微网格"),
        (f"{PINES}G001M02", "2号微网格", "old_low_rise", False, "松涛社区第一网格2号微网格"),
        (f"{PINES}G002M02", "第一小网格", "commercial_estate", True, "松涛社区第二网格第一小网格"),
        (f"{PINES}G002M01", "平房片小网格", "bungalow_cluster", False, "松涛社区第二网格平房片小网格"),
    }
    assert facts(graph, LIES) == {
        ("松涛社区松涛苑1栋", "第一网格", "1号微网格"),
        ("松涛社区松涛苑2栋", "第一网格", "1号微网格"),
        ("松涛社区松涛苑3栋", "第一网格", "2号微网格"),
        ("松涛社区松涛苑4栋", "第二网格", "第一小网格"),
        ("松涛社区松涛苑5栋", "第二网格", "第一小网格"),
        ("松涛社区河滨路12号", "第二网格", "平房片小网格"),
        ("石桥社区石桥里1栋", "", "第一网格"),
        ("石桥社区石桥里2栋", "", "石桥商圈专属网格"),
    }
    assert facts(graph, "MATCH (p)-[r:SERVES]->(t) RETURN p.name, r.role, t.name") == {
        ("邹山轩", "grid_leader", "第一网格"),
        ("唐德", "micro_grid_leader", "1号微网格"),
    }


def test_it_comes_twice_and_goes(graph: Connection, seal: Seal, tmp_path: Path) -> None:
    loads_twice_and_is_taken_back(graph, seal, tmp_path, workbook(tmp_path))


def test_the_roster_of_buildings_leaves_a_building_in_its_micro_grid(
    graph: Connection, seal: Seal, tmp_path: Path
) -> None:
    load(graph, seal, [workbook(tmp_path)])
    row = ["云杉县", "松涛镇", "松涛社区", PINES, "第一网格", "松涛苑", "1栋", "6"]
    again = rehearse(graph, seal, [written(tmp_path / "楼栋信息.csv", [PLACES, row])])

    assert (faults(again), again.changes) == ([], ())


def test_both_tables_in_one_import_agree(empty_graph: Connection, seal: Seal, tmp_path: Path) -> None:
    start = ["云杉县", "松涛镇", "松涛社区", PINES]
    buildings = [[*start, "第一网格", "松涛苑", "1栋", "6"], [*start, "/", "松涛苑", "2栋", "6"]]
    paths = [
        table(tmp_path, {"小网格": "一号", "包含楼栋": "松涛苑1-2栋"}),
        written(tmp_path / "楼栋信息.csv", [PLACES, *buildings]),
    ]
    prepared = load(empty_graph, seal, paths)

    assert faults(prepared) == []
    assert facts(empty_graph, LIES) == {
        ("松涛社区松涛苑1栋", "第一网格", "一号"),
        ("松涛社区松涛苑2栋", "第一网格", "一号"),
    }
    assert rehearse(empty_graph, seal, paths).changes == ()


def test_a_building_that_moves_leaves_its_old_grid_that_day(graph: Connection, seal: Seal, tmp_path: Path) -> None:
    load(graph, seal, [table(tmp_path, {"网格名称": "第二网格", "包含楼栋": "松涛苑1栋"})])

    text = "MATCH (:Building {address: '松涛社区松涛苑1栋'})-[r:PART_OF]->(g) RETURN g.name, r.since, r.until"
    until: dt.date = TODAY
    assert facts(graph, text) == {("第一网格", None, until), ("第二网格", until, None)}


@pytest.mark.parametrize(
    ("said", "column", "heading", "problem"),
    [
        ({"包含楼栋": "松涛苑1-9栋"}, "F", "包含楼栋", "building_unknown"),
        ({"包含楼栋": "1-3"}, "F", "包含楼栋", "address_ambiguous"),
        ({"小区": "松涛园"}, "E", "小区", "building_unknown"),
        ({"网格名称": "", "小网格": "一号"}, "B", "网格名称", "place_unknown"),
        ({"网格类别": "党建"}, "C", "网格类别", "choice_unknown"),
        ({"小网格": "一号", "围合类型": "圆形"}, "H", "围合类型", "choice_unknown"),
        ({"微网格长": "唐德", "联系电话": "19900000102"}, "D", "小网格", "value_missing"),
    ],
)
def test_what_is_wrong_refuses_its_row(
    graph: Connection, seal: Seal, tmp_path: Path, said: dict[str, str], column: str, heading: str, problem: str
) -> None:
    before = fingerprint(graph)
    prepared = load(graph, seal, [table(tmp_path, said)])

    assert faults(prepared) == [(3, column, heading, problem)]
    assert fingerprint(graph) == before


def test_boundaries_are_no_list_of_buildings(graph: Connection, seal: Seal, tmp_path: Path) -> None:
    prepared = load(graph, seal, [table(tmp_path, {"包含楼栋": "东至河滨路，南至解放街", "户数": "300"})])

    assert faults(prepared) == []
    assert [(line, column, problem) for line, column, problem, _ in notices(prepared)] == [(3, "F", "extent_described")]
    assert facts(graph, "MATCH (g:Grid) WHERE g.declared_households > 0 RETURN g.address, g.declared_households") == {
        ("松涛社区第一网格", 300)
    }


def test_a_line_for_each_building_says_nothing_of_the_grids_households(
    graph: Connection, seal: Seal, tmp_path: Path
) -> None:
    headings = ["社区", "网格", "小网格", "小区", "楼栋", "户数", "能否封闭"]
    rows = [["松涛社区", "第一网格", "", "松涛苑", "1栋", "36", ""], ["", "", "东片", "松涛苑", "2栋", "24", "可封闭"]]
    prepared = load(graph, seal, [written(tmp_path / "小网格.csv", [headings, *rows])])

    assert (roster_of(prepared), faults(prepared)) == ({"grids"}, [])
    assert facts(graph, "MATCH (g:Grid) RETURN g.declared_households") == {(None,)}
    assert ("松涛社区松涛苑2栋", "第一网格", "东片") in facts(graph, LIES)


def test_two_grids_that_claim_one_building_are_told(graph: Connection, seal: Seal, tmp_path: Path) -> None:
    rows = [{"包含楼栋": "松涛苑1-3栋"}, {"网格名称": "第二网格", "包含楼栋": "松涛苑3-5栋"}]
    prepared = load(graph, seal, [table(tmp_path, *rows)])

    assert faults(prepared) == [(4, "F", "包含楼栋", "value_conflict")]


class TestCompounds:
    HEADINGS = "社区 小区名称 物业管理方式 物业公司 物业经理 联系电话 业委会主任 联系电话 楼栋数 户数 建成年份".split()

    def table(self, folder: Path) -> Path:
        rows = [
            [
                "松涛社区",
                "松涛苑小区",
                "专业物业",
                "云杉惠民物业有限公司",
                "孙　经理",
                "19900000301",
                "",
                "",
                "5栋",
                "300户",
                "2015",
            ],
            ["", "河滨花园", "业主自管", "/", "", "", "钱塘", "0719-0000303", "2", "96", "1998年"],
            ["石桥社区", "石桥里", "无物业", "无", "无", "", "暂缺", "", "2", "60", ""],
            ["合计", "3个", "", "", "", "", "", "", "9", "456", ""],
        ]
        return written(folder / "小区.csv", [["松涛镇小区名册"], self.HEADINGS, *rows])

    def test_make_estates_with_who_manages_them(self, graph: Connection, seal: Seal, tmp_path: Path) -> None:
        prepared = load(graph, seal, [self.table(tmp_path)])

        assert (roster_of(prepared), faults(prepared)) == ({"compounds"}, [])
        text = "MATCH (e:Compound)-[:PART_OF]->(c) RETURN c.name, e.name, e.property_management"
        assert facts(graph, text) == {
            ("松涛社区", "松涛苑", "managed"),
            ("松涛社区", "河滨花园", "self"),
            ("石桥社区", "石桥里", "none"),
        }
        assert facts(graph, "MATCH (u:Unit)-[:MANAGES]->(e) RETURN u.name, u.kind, e.name") == {
            ("云杉惠民物业有限公司", "property_company", "松涛苑")
        }
        assert facts(graph, "MATCH (p)-[r:SERVES]->(e:Compound) RETURN p.name, r.role, e.name") == {
            ("孙经理", "property_manager", "松涛苑"),
            ("钱塘", "owners_committee", "河滨花园"),
        }

    def test_come_twice_and_go(self, graph: Connection, seal: Seal, tmp_path: Path) -> None:
        loads_twice_and_is_taken_back(graph, seal, tmp_path, self.table(tmp_path))

    def test_without_a_name_are_refused(self, graph: Connection, seal: Seal, tmp_path: Path) -> None:
        row = ["松涛社区", "无", "业主自管", "", "", "", "", "", "", "", ""]
        prepared = load(graph, seal, [written(tmp_path / "小区名册.csv", [self.HEADINGS, row])])

        assert faults(prepared) == [(2, "B", "小区名称", "value_missing")]
