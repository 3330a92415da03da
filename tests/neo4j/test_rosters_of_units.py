"""单位名册 as offices write it: codes with blanks and wrong digits, two names in a cell, merged kinds, totals."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from database.connection import Connection
from database.fingerprint import fingerprint
from graph_schema.values.seal import Seal
from tests.neo4j.rosters_world import facts, load, loads_twice_and_is_taken_back
from tests.neo4j.test_rosters_again import written
from tests.neo4j.town_world import credit_code, faults, notices, roster_of, town
from tests.unit.loaders.workbooks import Cell, write

FORESTRY, BUREAU, SCHOOL, SHOP = (credit_code(start) for start in ("MB1234567", "MB7654321", "MA0000017", "MA0000025"))
BRANCH = "云杉县林业局机关党支部"
HEADINGS = ["单位名称", "单位性质", "统一社会信用代码", "负责人", "联系电话", "联系人", "联系电话", "单位党组织"]


@pytest.fixture
def graph(empty_graph: Connection, seal: Seal, tmp_path: Path) -> Connection:
    return town(empty_graph, seal, tmp_path)


def workbook(folder: Path) -> Path:
    """A register with titles, two header lines, an example, a merged kind, a total and a signature."""
    spaced = f" {FORESTRY[:2]} {FORESTRY[2:8]} {FORESTRY[8:].lower()}"
    above: list[Cell] = ["序号", "单位名称\n（全称）", "单位性质", "统一社会信用代码", "负责人", None, "联系人", None]
    below: list[Cell] = [*[None] * 4, "姓名", "电话", "姓名", "手机号码", None, None]
    body: list[list[Cell]] = [
        ["例", "如：某某局", "如：机关", "如：18位", "如：张三"],
        [1, "云杉县林业局", "机关", spaced, "邹山轩", 19900004078.0, "郝宇永", "199-0000-4083", BRANCH, "东街"],
        [2, "云杉县水利局", None, BUREAU, "待定", None, "万　里\n钱塘", "19900004084\n19900004085", "/"],
        [3, "松涛镇中心小学", "学校", SCHOOL, None, None, "无", None, "无"],
        [4, "松涛副食店", "个体工商户", "", "孙店", "0719-0000101"],
        [5, "合计", "4家"],
        ["制表人：李四　　审核人：王五"],
    ]
    titles: list[list[Cell]] = [
        ["云杉县松涛镇辖区单位名册"],
        ["填报单位：松涛镇（盖章）", *[None] * 6, "2026年10月"],
    ]
    rows: list[Sequence[Cell]] = [*titles, [*above, "单位党组织", "地址"], below, *body]
    merges = ["A1:J1", "A3:A4", "B3:B4", "C3:C4", "D3:D4", "E3:F3", "G3:H3", "I3:I4", "J3:J4", "C6:C7"]
    return write(folder / "单位.xlsx", {"Sheet1": rows}, {"Sheet1": merges})


def register(folder: Path, *rows: Sequence[str]) -> Path:
    return written(folder / "单位.csv", [["云杉县单位名册"], HEADINGS, *rows], "utf-8-sig")


def test_a_register_makes_units_with_their_codes_kinds_and_contacts(
    graph: Connection, seal: Seal, tmp_path: Path
) -> None:
    prepared = load(graph, seal, [workbook(tmp_path)])

    assert (roster_of(prepared), faults(prepared), notices(prepared)) == ({"units"}, [], [])
    assert facts(graph, "MATCH (u:Unit) RETURN u.name, u.kind, u.uscc, u.unit_id = u.uscc") == {
        ("云杉县林业局", "county_agency", FORESTRY, True),
        ("云杉县水利局", "county_agency", BUREAU, True),
        ("松涛镇中心小学", "school", SCHOOL, True),
        ("松涛副食店", "enterprise", None, None),
    }
    text = "MATCH (p)-[r:SERVES {role: 'unit_contact'}]->(u) RETURN u.name, p.name, p.phone_last4, r.is_primary"
    assert facts(graph, text) == {
        ("云杉县林业局", "邹山轩", "4078", None),
        ("云杉县林业局", "郝宇永", "4083", True),
        ("云杉县水利局", "万里", "4084", True),
        ("云杉县水利局", "钱塘", "4085", False),
        ("松涛副食店", "孙店", "0101", None),
    }
    assert facts(graph, "MATCH (o:PartyOrg)-[r:COVERS]->(u:Unit) RETURN o.name, o.kind, r.basis, u.name") == {
        (BRANCH, "branch", "roster", "云杉县林业局")
    }


def test_it_comes_twice_and_goes(graph: Connection, seal: Seal, tmp_path: Path) -> None:
    loads_twice_and_is_taken_back(graph, seal, tmp_path, workbook(tmp_path))


@pytest.mark.parametrize(
    ("code", "problem"),
    [
        (FORESTRY[:-1] + ("1" if FORESTRY[-1] != "1" else "2"), "uscc_checksum"),
        (FORESTRY[:-1], "uscc_length"),
        ("420000000012345", "uscc_length"),
        (FORESTRY[:8] + "O" + FORESTRY[9:], "uscc_format"),
        ("1.14291E+17", "uscc_scientific"),
        ("#N/A", "cell_error"),
    ],
)
def test_a_code_that_is_wrong_refuses_its_row(
    graph: Connection, seal: Seal, tmp_path: Path, code: str, problem: str
) -> None:
    before = fingerprint(graph)
    prepared = load(graph, seal, [register(tmp_path, ["云杉县林业局", "机关", code, "", "", "", "", ""])])

    assert faults(prepared) == [(3, "C", "统一社会信用代码", problem)]
    assert fingerprint(graph) == before


def test_a_code_belongs_to_one_unit_and_a_unit_has_one(graph: Connection, seal: Seal, tmp_path: Path) -> None:
    load(graph, seal, [register(tmp_path, ["云杉县林业局", "机关", FORESTRY, "", "", "", "", ""])])
    rows = [["云杉县林业中心", "机关", FORESTRY], ["云杉县林业局", "机关", BUREAU], ["云杉县水利局", "机关", BUREAU]]
    prepared = load(graph, seal, [register(tmp_path, *([*row, "", "", "", "", ""] for row in rows))])

    assert faults(prepared) == [
        (3, "C", "统一社会信用代码", "uscc_of_another_unit"),
        (4, "C", "统一社会信用代码", "uscc_of_another_unit"),
    ]
    assert facts(graph, "MATCH (u:Unit) RETURN u.name, u.uscc") == {
        ("云杉县林业局", FORESTRY),
        ("云杉县水利局", BUREAU),
    }


def test_a_unit_that_another_roster_brought_keeps_its_key_and_learns_its_code(
    graph: Connection, seal: Seal, tmp_path: Path
) -> None:
    headings = "片区 单位名称 联系人 联系电话 包联社区 包联楼栋 资源清单".split()
    row = ["第一片区", "云杉县林业局", "郝宇永", "19900004083", "松涛社区", "松涛苑1-3栋", "苗木"]
    titles = [["松涛镇共建单位包联小区楼栋安排表"], ["2026年3月"]]
    load(graph, seal, [written(tmp_path / "包联.csv", [*titles, headings, row])])
    keys = facts(graph, "MATCH (u:Unit) RETURN u.unit_id")
    load(graph, seal, [register(tmp_path, ["云杉县林业局", "机关", FORESTRY, "", "", "郝宇永", "19900004083", ""])])

    assert facts(graph, "MATCH (u:Unit) RETURN u.unit_id") == keys == {("U000001",)}
    assert facts(graph, "MATCH (u:Unit)<-[:SERVES]-(p) RETURN u.uscc, u.kind, p.name") == {
        (FORESTRY, "county_agency", "郝宇永")
    }


def test_a_kind_that_nobody_knows_is_told_and_left_out(graph: Connection, seal: Seal, tmp_path: Path) -> None:
    prepared = load(graph, seal, [register(tmp_path, ["某部队", "驻军", "", "", "", "", "", ""])])

    assert notices(prepared) == [(3, "B", "choice_unknown", "驻军")]
    assert facts(graph, "MATCH (u:Unit) RETURN u.name, u.kind") == {("某部队", None)}


def test_names_and_numbers_may_share_a_column(graph: Connection, seal: Seal, tmp_path: Path) -> None:
    headings = ["单位名称", "单位类别", "负责人及电话", "联系人（联系方式）"]
    row = ["云杉县林业局", "机关", "邹山轩19900004078", "郝宇永（19900004083）\n万里 19900004084"]
    prepared = load(graph, seal, [written(tmp_path / "云杉县单位.csv", [headings, row])])

    assert (roster_of(prepared), faults(prepared)) == ({"units"}, [])
    assert facts(graph, "MATCH (p)-[:SERVES]->(:Unit) RETURN p.name, p.phone_last4") == {
        ("邹山轩", "4078"),
        ("郝宇永", "4083"),
        ("万里", "4084"),
    }
