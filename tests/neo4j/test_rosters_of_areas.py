"""县镇社区名册 as offices write it: one line a community, or one line an area of any level; phones, kinds and funds."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from database.connection import Connection
from database.fingerprint import fingerprint
from graph_schema.values.seal import Seal
from tests.neo4j.rosters_world import facts, load, loads_twice_and_is_taken_back
from tests.neo4j.test_rosters_again import written
from tests.neo4j.town_world import BRIDGE, PINES, faults, notices, roster_of, town
from tests.unit.loaders.workbooks import Cell, write

HEADINGS = "镇 社区 社区代码 类别 值班电话 户数 工作经费 活动经费 服务群众经费".split()
AREAS = """
MATCH (n:County|Town|Community)
OPTIONAL MATCH (n)-[r:PART_OF]->(above) WHERE r.until IS NULL
RETURN n.code, n.name, n.duty_phone, above.code
"""
COMMUNITIES = """
MATCH (n:Community)
RETURN n.name, n.kind, n.declared_households, n.work_funds, n.activity_funds, n.service_funds
"""


def register(folder: Path, *rows: Sequence[str], headings: Sequence[str] = HEADINGS) -> Path:
    return written(folder / "社区.csv", [["云杉县村（社区）名册"], headings, *rows], "gb18030")


def by_community(folder: Path) -> Path:
    """The town is merged over its communities; numbers have units; a total closes each town."""
    headings: list[Cell] = ["序号", "镇（街道）", "镇代码", "镇值班电话", "村（社区）", "村（社区）代码", "城乡分类"]
    headings += ["24小时\n值班电话", "户数（户）", "工作经费", "活动经费", "服务群众经费", "书记", "联系电话", "备注"]
    pines: list[Cell] = ["松涛镇", "429091101", "0719-0000100", "松涛社区", float(PINES), "城市社区", "0719－0000101"]
    bridge: list[Cell] = [None, None, None, "石桥村", BRIDGE, "农村", "07190000102", "412户", "无", "未落实"]
    rows: list[Sequence[Cell]] = [
        ["云杉县镇村社区基本情况一览表"],
        ["2026年9月30日"],
        headings,
        [1, *pines, "1,026户", "有", "5万元", "20.0", "邹山轩", 19900004078],
        [2, *bridge, "0", "郝宇永", "19900004083"],
        ["小计", None, None, None, "2个", None, None, None, 1438],
        [
            3,
            "云岭街道",
            "429091102",
            "/",
            "云岭社区",
            "429091102001",
            "社区",
            "待定",
            None,
            "√",
            "×",
            "/",
            "待定",
            None,
        ],
    ]
    return write(folder / "社区.xlsx", {"Sheet1": rows}, {"Sheet1": ["A1:O1", "B4:B5", "C4:C5", "D4:D5"]})


def test_a_line_a_community_makes_towns_too(empty_graph: Connection, seal: Seal, tmp_path: Path) -> None:
    prepared = load(empty_graph, seal, [by_community(tmp_path)])

    assert (roster_of(prepared), faults(prepared)) == ({"areas"}, [])
    assert facts(empty_graph, AREAS) == {
        ("429091", "云杉县", None, None),
        ("429091101", "松涛镇", "0719-0000100", "429091"),
        ("429091102", "云岭街道", None, "429091"),
        (PINES, "松涛社区", "0719-0000101", "429091101"),
        (BRIDGE, "石桥村", "0719-0000102", "429091101"),
        ("429091102001", "云岭社区", None, "429091102"),
    }
    assert facts(empty_graph, COMMUNITIES) == {
        ("松涛社区", "urban", 1026, "yes", "yes", "yes"),
        ("石桥村", "village", 412, "no", "no", "no"),
        ("云岭社区", "urban", None, "yes", "no", None),
    }
    assert facts(empty_graph, "MATCH (p)-[r:SERVES]->(c:Community) RETURN p.name, r.role, c.name") == {
        ("邹山轩", "community_secretary", "松涛社区"),
        ("郝宇永", "community_secretary", "石桥村"),
    }


def test_it_comes_twice_and_goes(empty_graph: Connection, seal: Seal, tmp_path: Path) -> None:
    loads_twice_and_is_taken_back(empty_graph, seal, tmp_path, by_community(tmp_path))


def test_a_line_an_area_of_any_level(empty_graph: Connection, seal: Seal, tmp_path: Path) -> None:
    headings = ["行政区划代码", "名称", "级别", "值班电话"]
    rows = [
        ["429091", "云杉县", "县", "12345"],
        ["429091101", "松涛镇", "镇", "0719-0000100"],
        [PINES, "松涛社区居委会", "社区", "0719-0000101"],
        ["429091101003", "岭上村", "村", ""],
    ]
    path = register(tmp_path, *rows, headings=headings)
    prepared = load(empty_graph, seal, [path])

    assert (roster_of(prepared), faults(prepared)) == ({"areas"}, [])
    assert facts(empty_graph, AREAS) == {
        ("429091", "云杉县", "12345", None),
        ("429091101", "松涛镇", "0719-0000100", "429091"),
        (PINES, "松涛社区", "0719-0000101", "429091101"),
        ("429091101003", "岭上村", None, "429091101"),
    }
    assert facts(empty_graph, "MATCH (c:Community) RETURN c.name, c.kind") == {
        ("松涛社区", "urban"),
        ("岭上村", "village"),
    }


def test_what_is_known_is_found_by_name_alone(empty_graph: Connection, seal: Seal, tmp_path: Path) -> None:
    town(empty_graph, seal, tmp_path)
    headings = ["镇", "社区", "值班电话", "户数"]
    rows = [["松涛镇", "", "0719-0000100", ""], ["", "松涛", "0719-0000101", "1026"], ["同上", "石桥社区", "", "412"]]
    load(empty_graph, seal, [register(tmp_path, *rows, headings=headings)])

    assert facts(empty_graph, "MATCH (n:Town|Community) RETURN n.name, n.duty_phone, n.declared_households") == {
        ("松涛镇", "0719-0000100", None),
        ("松涛社区", "0719-0000101", 1026),
        ("石桥社区", None, 412),
    }


def test_leaders_of_a_town_have_no_role(empty_graph: Connection, seal: Seal, tmp_path: Path) -> None:
    town(empty_graph, seal, tmp_path)
    headings = ["镇", "社区", "值班电话", "书记"]
    rows = [["松涛镇", "", "0719-0000100", "唐德"], ["松涛镇", "松涛社区", "0719-0000101", "李敏"]]
    prepared = load(empty_graph, seal, [register(tmp_path, *rows, headings=headings)])

    assert notices(prepared) == [(3, "D", "office_without_role", "唐德")]
    assert facts(empty_graph, "MATCH (p)-[r:SERVES]->(c) RETURN p.name, r.role, c.name") == {
        ("李敏", "community_secretary", "松涛社区")
    }


def test_a_section_names_the_town(empty_graph: Connection, seal: Seal, tmp_path: Path) -> None:
    headings = ["序号", "社区", "社区代码", "值班电话"]
    rows = [["一、松涛镇", "", "", ""], ["1", "松涛社区", PINES, ""]]
    rows += [["二、云岭街道", "", "", ""], ["1", "云岭社区", "429091102001", ""]]
    load(empty_graph, seal, [register(tmp_path, *rows, headings=headings)])

    assert facts(empty_graph, "MATCH (c:Community)-[:PART_OF]->(t)-[:PART_OF]->(u) RETURN c.name, t.name, u.name") == {
        ("松涛社区", "松涛镇", "云杉县"),
        ("云岭社区", "云岭街道", "云杉县"),
    }


@pytest.mark.parametrize(
    ("said", "column", "heading", "problem"),
    [
        ({"社区代码": "42909110100"}, "C", "社区代码", "place_code_invalid"),
        ({"社区代码": "4.29091E+11"}, "C", "社区代码", "place_code_invalid"),
        ({"社区代码": BRIDGE}, "B", "社区", "value_conflict"),
        ({"社区": "岭上村", "社区代码": ""}, "B", "社区", "place_code_invalid"),
        ({"值班电话": "0719-000"}, "E", "值班电话", "phone_length"),
        ({"户数": "约一千"}, "F", "户数", "number_invalid"),
        ({"类别": "片区"}, "D", "类别", "choice_unknown"),
        ({"工作经费": "已申请"}, "G", "工作经费", "choice_unknown"),
    ],
)
def test_what_is_wrong_refuses_its_row(
    empty_graph: Connection, seal: Seal, tmp_path: Path, said: dict[str, str], column: str, heading: str, problem: str
) -> None:
    town(empty_graph, seal, tmp_path)
    before = fingerprint(empty_graph)
    row = {"镇": "松涛镇", "社区": "松涛社区", "社区代码": PINES} | said
    prepared = load(empty_graph, seal, [register(tmp_path, [row.get(name, "") for name in HEADINGS])])

    assert faults(prepared) == [(3, column, heading, problem)]
    assert fingerprint(empty_graph) == before
