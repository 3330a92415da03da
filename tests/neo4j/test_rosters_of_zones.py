"""片区名册 and 卡点名册 as offices write them: what a zone includes, checkpoints in force and told by their names."""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

import pytest

from database.connection import Connection
from database.fingerprint import fingerprint
from graph_schema.values.seal import Seal
from tests.neo4j.rosters_world import facts, load, loads_twice_and_is_taken_back
from tests.neo4j.test_rosters_again import written
from tests.neo4j.town_world import PINES, faults, roster_of, town
from tests.unit.loaders.workbooks import Cell, write

ZONES = "片区 社区 包含楼栋 包含卡点 片长 联系电话 启用时间 停用时间".split()
POINTS = "卡点编号 卡点名称 社区 网格 是否核心卡点 每班人数 负责人 联系电话 启用时间 停用时间 所属片区".split()
INCLUDES = "MATCH (z:Zone)-[:INCLUDES]->(t) RETURN z.code, coalesce(t.address, t.code)"


@pytest.fixture
def graph(empty_graph: Connection, seal: Seal, tmp_path: Path) -> Connection:
    return town(empty_graph, seal, tmp_path)


def checkpoints(folder: Path) -> Path:
    """Two title lines, a heading with its unit, 同上, a total."""
    headings: list[Cell] = [
        "序号",
        "卡点编号",
        "卡点名称",
        "所属社区",
        "所属网格",
        "是否核心",
        "每班人数\n（人）",
        "负责人",
    ]
    headings += ["电话", "值守人员", "启用日期", "停用日期", "所属片区"]
    point: list[Cell] = ["K01", "松涛苑东门", "松涛社区", "第一网格", "是", "2人", "邹山轩", 19900004078, "唐德、李敏"]
    rows: list[Sequence[Cell]] = [
        ["松涛镇卡点设置一览表"],
        ["2026年11月"],
        headings,
        [1, *point, "2026.11.16", None, "第一片区"],
        [
            2,
            "K02",
            "河滨路口",
            "同上",
            "/",
            "否",
            1.0,
            "待定",
            None,
            None,
            dt.date(2026, 11, 1),
            "2026年12月",
            "第1片区",
        ],
        [3, "K01", "石桥桥头", "石桥社区", None, "×", "1", "郝宇永", "19900004083", None, None, None, None],
        ["合计", "3处"],
    ]
    return write(folder / "卡点.xlsx", {"卡点": rows}, {"卡点": ["A1:M1", "A2:M2"]})


def zones(folder: Path, *rows: dict[str, str], title: str = "松涛镇片区名册") -> Path:
    usual = {"片区": "第一片区", "社区": "松涛社区"}
    body = [[(usual | row).get(heading, "") for heading in ZONES] for row in rows]
    return written(folder / "片区.csv", [[title], ZONES, *body])


def test_checkpoints_are_there_with_their_zone_and_people(graph: Connection, seal: Seal, tmp_path: Path) -> None:
    prepared = load(graph, seal, [checkpoints(tmp_path)])

    assert (roster_of(prepared), faults(prepared)) == ({"checkpoints"}, [])
    text = """
    MATCH (k:Checkpoint)-[:PART_OF]->(above)
    RETURN k.code, k.name, above.address, k.is_core, k.required_per_shift, k.since, k.since_precision, k.until
    """
    november = dt.date(2026, 11, 1)
    assert facts(graph, text) == {
        (f"{PINES}G001KK01", "松涛苑东门", "松涛社区第一网格", True, 2, dt.date(2026, 11, 16), "day", None),
        (f"{PINES}KK02", "河滨路口", "松涛社区", False, 1, november, "day", dt.date(2027, 1, 1)),
        ("429091101002KK01", "石桥桥头", "石桥社区", False, 1, november, "month", None),
    }
    assert facts(graph, INCLUDES) == {
        (f"{PINES}Z第一片区", "松涛社区第一网格松涛苑东门"),
        (f"{PINES}Z第一片区", "松涛社区河滨路口"),
    }
    assert facts(graph, "MATCH (p)-[r:SERVES]->(k:Checkpoint) RETURN p.name, r.role, k.name") == {
        ("邹山轩", "checkpoint_lead", "松涛苑东门"),
        ("唐德", "checkpoint_staff", "松涛苑东门"),
        ("李敏", "checkpoint_staff", "松涛苑东门"),
        ("郝宇永", "checkpoint_lead", "石桥桥头"),
    }


def test_a_zone_includes_buildings_and_checkpoints_since_a_day(graph: Connection, seal: Seal, tmp_path: Path) -> None:
    points = "K01 K02".split()
    rows = [[number, f"{number}卡点", "松涛社区", "", "否", "1", "", "", "2026-11-16", "", ""] for number in points]
    load(graph, seal, [written(tmp_path / "卡点名册.csv", [POINTS, *rows])])
    said = {
        "包含楼栋": "松涛苑1-2栋、河滨路12号",
        "包含卡点": "K01、K02卡点",
        "片长": "邹山轩",
        "启用时间": "2026年3月",
    }
    prepared = load(
        graph, seal, [zones(tmp_path, said, {"片区": "第二片区", "包含楼栋": "松涛苑5栋", "停用时间": "2027"})]
    )

    assert (roster_of(prepared), faults(prepared)) == ({"zones"}, [])
    first, second = "429091101Z第一片区", "429091101Z第二片区"
    places = ["松涛社区松涛苑1栋", "松涛社区松涛苑2栋", "松涛社区河滨路12号", "松涛社区K01卡点", "松涛社区K02卡点"]
    assert facts(graph, INCLUDES) == {*((first, place) for place in places), (second, "松涛社区松涛苑5栋")}
    assert facts(graph, "MATCH (z:Zone)-[:PART_OF]->(t) RETURN z.name, t.name, z.since, z.until") == {
        ("第一片区", "松涛镇", dt.date(2026, 3, 1), None),
        ("第二片区", "松涛镇", None, dt.date(2028, 1, 1)),
    }
    assert facts(graph, "MATCH (p)-[r:SERVES]->(z) RETURN p.name, r.role, z.name") == {
        ("邹山轩", "zone_lead", "第一片区")
    }


@pytest.mark.parametrize("which", ["checkpoints", "zones"])
def test_they_come_twice_and_go(graph: Connection, seal: Seal, tmp_path: Path, which: str) -> None:
    said = {"包含楼栋": "松涛苑1-2栋", "片长": "邹山轩", "启用时间": "2026年3月"}
    paths = {"checkpoints": checkpoints(tmp_path), "zones": zones(tmp_path, said)}
    loads_twice_and_is_taken_back(graph, seal, tmp_path, paths[which])


def test_a_zone_of_a_community_hangs_under_it(graph: Connection, seal: Seal, tmp_path: Path) -> None:
    rows = [["片区名称", "所属社区", "包含楼栋", "片长"], ["东片", "松涛社区", "松涛苑1栋", "邹山轩"]]
    load(graph, seal, [written(tmp_path / "片区名册.csv", rows)])

    assert facts(graph, "MATCH (z:Zone)-[:PART_OF]->(c:Community) RETURN z.code, c.name") == {
        (f"{PINES}Z东片", "松涛社区")
    }


def test_a_table_without_numbers_tells_checkpoints_by_their_names(
    graph: Connection, seal: Seal, tmp_path: Path
) -> None:
    rows = [["卡点名称", "社区", "是否核心卡点", "每班人数"], ["松涛苑东门", "松涛社区", "是", "2"]]
    load(graph, seal, [written(tmp_path / "卡点名册.csv", rows)])

    assert facts(graph, "MATCH (k:Checkpoint) RETURN k.code, k.name") == {(f"{PINES}K松涛苑东门", "松涛苑东门")}


@pytest.mark.parametrize(
    ("said", "column", "heading", "problem"),
    [
        ({"包含楼栋": "松涛苑9栋"}, "C", "包含楼栋", "building_unknown"),
        ({"包含卡点": "K09"}, "D", "包含卡点", "place_unknown"),
        ({"社区": "松林社区"}, "B", "社区", "place_unknown"),
        ({"启用时间": "2026.3", "停用时间": "2025.3"}, "H", "停用时间", "dates_reversed"),
        ({"片区": "", "片长": "邹山轩"}, "A", "片区", "value_missing"),
    ],
)
def test_what_is_wrong_with_a_zone_refuses_its_row(
    graph: Connection, seal: Seal, tmp_path: Path, said: dict[str, str], column: str, heading: str, problem: str
) -> None:
    before = fingerprint(graph)
    prepared = load(graph, seal, [zones(tmp_path, said)])

    assert faults(prepared) == [(3, column, heading, problem)]
    assert fingerprint(graph) == before


@pytest.mark.parametrize(
    ("said", "column", "heading", "problem"),
    [
        ({"卡点编号": ""}, "A", "卡点编号", "value_missing"),
        ({"网格": "第九网格"}, "D", "网格", "place_unknown"),
        ({"每班人数": "若干"}, "F", "每班人数", "number_invalid"),
        ({"是否核心卡点": "半个"}, "E", "是否核心卡点", "choice_unknown"),
        ({"启用时间": "2026.11.16", "停用时间": "2026.11.1"}, "J", "停用时间", "dates_reversed"),
    ],
)
def test_what_is_wrong_with_a_checkpoint_refuses_its_row(
    graph: Connection, seal: Seal, tmp_path: Path, said: dict[str, str], column: str, heading: str, problem: str
) -> None:
    before = fingerprint(graph)
    usual = {"卡点编号": "K01", "卡点名称": "东门", "社区": "松涛社区"} | said
    row = [usual.get(name, "") for name in POINTS]
    prepared = load(graph, seal, [written(tmp_path / "卡点名册.csv", [["松涛镇卡点名册"], POINTS, row])])

    assert faults(prepared) == [(3, column, heading, problem)]
    assert fingerprint(graph) == before
