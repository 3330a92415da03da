"""党组织名册 as offices write it: groups beside branches, extents in every spelling, terms, a header of two lines."""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

import pytest

from database.connection import Connection
from database.fingerprint import fingerprint
from graph_schema.values.seal import Seal
from tests.neo4j.rosters_world import facts, load, loads_twice_and_is_taken_back, rehearse
from tests.neo4j.test_rosters_again import written
from tests.neo4j.town_world import faults, notices, roster_of, town
from tests.unit.loaders.workbooks import Cell, write

HEADINGS = "社区 党组织名称 类别 上级党组织 覆盖范围 届满时间 书记 联系电话 副书记 委员".split()
COVERS = "MATCH (o:PartyOrg)-[r:COVERS]->(t) RETURN o.name, coalesce(t.address, t.name), r.basis"
SERVES = "MATCH (p)-[r:SERVES]->(o:PartyOrg) RETURN o.name, r.role, p.name"
ABOVE, FIRST, SECOND = "松涛社区党总支", "松涛社区第一网格党支部", "松涛社区第二网格党支部"
GROUP = "松涛苑1栋党小组"


@pytest.fixture
def graph(empty_graph: Connection, seal: Seal, tmp_path: Path) -> Connection:
    return town(empty_graph, seal, tmp_path)


def workbook(folder: Path) -> Path:
    """Titles, a header of two lines, 同上 for the community, a group below its branch, a unit's branch, a total."""
    above: list[Cell] = [
        "序号",
        "社区",
        "党组织名称",
        "上级党组织",
        "覆盖网格",
        "覆盖楼栋",
        "所在单位",
        "换届时间",
        "任期",
    ]
    above += ["书记（组长）", None, "副书记", "委员", None, None, "党员人数"]
    below: list[Cell] = [*[None] * 9, "姓名", "联系电话", "姓名", "组织委员", "宣传委员", "纪检委员", None]
    body: list[list[Cell]] = [
        [1, "松涛社区", ABOVE, "中共松涛镇委员会", None, None, None, "2023.5", "5年", "邹山轩", 19900004078, "郝宇永"],
        [
            2,
            "同上",
            FIRST,
            ABOVE,
            "第一网格",
            None,
            "/",
            dt.date(2024, 2, 29),
            3,
            "唐　德",
            "199 0000 0102",
            "无",
            "李敏",
        ],
        [3, "〃", SECOND, ABOVE, "第2网格", "", "", "2024年", "3", "待定", None, None, None, "王芳、赵强"],
        [4, None, GROUP, FIRST, "第一网格", "松涛苑1#", None, None, None, "白莲", "19900000777"],
        [5, "无", "云杉县林业局机关党支部", "", "", "", "云杉县林业局", "45352", "3年", "文涵涵", "19900000430"],
        ["合计", None, "5个", None, None, None, None, None, None, "4人"],
    ]
    rows: list[Sequence[Cell]] = [["云杉县松涛镇基层党组织名册"], ["（截至2026年10月）"], above, below, *body]
    merges = ["A1:P1", *(f"{letter}3:{letter}4" for letter in "ABCDEFGHIP"), "J3:K3", "M3:O3"]
    return write(folder / "党组织.xlsx", {"党组织": rows}, {"党组织": merges})


def register(folder: Path, *rows: Sequence[str]) -> Path:
    return written(folder / "党组织.csv", [["松涛镇党组织名册"], HEADINGS, *rows])


def row(**said: str) -> list[str]:
    usual = {"社区": "松涛社区", "党组织名称": FIRST, "上级党组织": ABOVE}
    return [(usual | said).get(heading, "") for heading in HEADINGS]


def test_a_register_makes_the_tree_what_it_covers_and_its_officers(
    graph: Connection, seal: Seal, tmp_path: Path
) -> None:
    prepared = load(graph, seal, [workbook(tmp_path)])

    assert (roster_of(prepared), faults(prepared), notices(prepared)) == ({"party_organisations"}, [], [])
    assert facts(graph, "MATCH (a:PartyOrg)-[:SUBORDINATE_TO]->(b) RETURN a.name, a.kind, b.name") == {
        (ABOVE, "general_branch", "中共松涛镇委员会"),
        (FIRST, "branch", ABOVE),
        (SECOND, "branch", ABOVE),
        (GROUP, "group", FIRST),
    }
    assert facts(graph, COVERS) == {
        (ABOVE, "松涛社区", None),
        (FIRST, "松涛社区第一网格", "roster"),
        (SECOND, "松涛社区第二网格", "roster"),
        (GROUP, "松涛社区松涛苑1栋", "roster"),
        ("云杉县林业局机关党支部", "云杉县林业局", "roster"),
    }
    assert facts(graph, SERVES) == {
        (ABOVE, "community_secretary", "邹山轩"),
        (ABOVE, "deputy_secretary", "郝宇永"),
        (FIRST, "branch_secretary", "唐德"),
        (FIRST, "branch_committee", "李敏"),
        (SECOND, "branch_committee", "王芳"),
        (SECOND, "branch_committee", "赵强"),
        (GROUP, "group_leader", "白莲"),
        ("云杉县林业局机关党支部", "branch_secretary", "文涵涵"),
    }
    text = "MATCH (o:PartyOrg) WHERE o.term_ends IS NOT NULL RETURN o.name, o.term_ends, o.term_ends_precision"
    assert facts(graph, text) == {
        (ABOVE, dt.date(2028, 5, 1), "month"),
        (FIRST, dt.date(2027, 2, 28), "day"),
        (SECOND, dt.date(2027, 1, 1), "year"),
        ("云杉县林业局机关党支部", dt.date(2027, 3, 1), "day"),
    }
    assert facts(graph, "MATCH (p)-[r:SERVES {role: 'branch_committee'}]->() RETURN p.name, r.duties") == {
        ("李敏", "组织委员"),
        ("王芳", "宣传委员"),
        ("赵强", "宣传委员"),
    }


def test_it_comes_twice_and_goes(graph: Connection, seal: Seal, tmp_path: Path) -> None:
    loads_twice_and_is_taken_back(graph, seal, tmp_path, workbook(tmp_path))


@pytest.mark.parametrize(
    ("said", "places"),
    [
        ("第一、二网格", "松涛社区第一网格 松涛社区第二网格"),
        ("第1-2网格", "松涛社区第一网格 松涛社区第二网格"),
        ("松涛社区第一网格和第二网格", "松涛社区第一网格 松涛社区第二网格"),
        ("松涛苑", "松涛社区松涛苑"),
        ("松涛苑小区、河滨路12号", "松涛社区松涛苑 松涛社区河滨路12号"),
        ("松涛苑1-2栋、5栋；第二网格", "松涛社区松涛苑1栋 松涛社区松涛苑2栋 松涛社区松涛苑5栋 松涛社区第二网格"),
        ("全社区", "松涛社区"),
        ("无", ""),
    ],
)
def test_an_extent_is_read_as_people_write_it(
    graph: Connection, seal: Seal, tmp_path: Path, said: str, places: str
) -> None:
    prepared = load(graph, seal, [register(tmp_path, row(覆盖范围=said))])

    assert faults(prepared) == []
    assert {place for name, place, _ in facts(graph, COVERS) if name == FIRST} == set(places.split())


def test_what_is_wrong_is_told_at_its_cell(graph: Connection, seal: Seal, tmp_path: Path) -> None:
    before = fingerprint(graph)
    rows = [
        row(覆盖范围="第三网格"),
        row(覆盖范围="松涛园"),
        row(届满时间="2026年13月"),
        row(党组织名称="", 书记="唐德"),
        row(社区="松林社区"),
        row(书记="唐德", 联系电话="1990000010"),
        row(上级党组织="#REF!"),
    ]
    prepared = load(graph, seal, [register(tmp_path, *rows)])

    assert faults(prepared) == [
        (3, "E", "覆盖范围", "place_unknown"),
        (4, "E", "覆盖范围", "building_unknown"),
        (5, "F", "届满时间", "date_invalid"),
        (6, "B", "党组织名称", "value_missing"),
        (7, "A", "社区", "place_unknown"),
        (8, "H", "联系电话", "phone_length"),
        (9, "D", "上级党组织", "cell_error"),
    ]
    assert fingerprint(graph) == before


def test_an_organisation_is_under_one_at_a_time(graph: Connection, seal: Seal, tmp_path: Path) -> None:
    load(graph, seal, [register(tmp_path, row())])
    load(graph, seal, [register(tmp_path, row(上级党组织="松涛社区党委"))])

    text = "MATCH (:PartyOrg {name: $name})-[r:SUBORDINATE_TO]->(o) RETURN o.name, r.until IS NULL"
    assert facts(graph, text, name=FIRST) == {(ABOVE, False), ("松涛社区党委", True)}


def test_a_kind_that_contradicts_the_name_is_told(graph: Connection, seal: Seal, tmp_path: Path) -> None:
    rows = [
        row(类别="党总支"),
        row(党组织名称="松涛社区老年之家", 类别="党支部"),
        row(党组织名称=SECOND, 类别="网格党支部"),
    ]
    prepared = load(graph, seal, [register(tmp_path, *rows)])

    assert notices(prepared) == [(3, "C", "value_conflict", "党总支")]
    assert facts(graph, "MATCH (o:PartyOrg) RETURN o.name, o.kind") >= {
        (FIRST, "branch"),
        (SECOND, "branch"),
        ("松涛社区老年之家", "branch"),
    }


def test_members_of_another_roster_find_the_same_organisations(graph: Connection, seal: Seal, tmp_path: Path) -> None:
    load(graph, seal, [workbook(tmp_path)])
    headings = ["姓名", "预/正", "所在支部", "所属党总支", "入党时间", "党内职务", "手机号码"]
    rows = [["松涛镇党员名册"], headings, ["唐德", "正式", FIRST, ABOVE, "2009.07", "书记", "19900000102"]]
    prepared = rehearse(graph, seal, [written(tmp_path / "党员.csv", rows)])

    assert prepared.report.clean
    assert prepared.report.nodes["PartyOrg", "created"] == 0
    assert prepared.report.relationships["SERVES", "created"] == 0


def test_a_sheet_for_each_community_says_where_its_organisations_are(
    graph: Connection, seal: Seal, tmp_path: Path
) -> None:
    headings: list[Cell] = ["党支部名称", "所属网格", "党支部书记", "联系电话", "换届时间"]
    sheets: dict[str, list[Sequence[Cell]]] = {
        "松涛社区": [headings, ["第一网格党支部", "第一网格", "唐德", "19900000102", "2024.3"]],
        "石桥社区(新)": [["党支部名册"], headings, ["第一网格党支部", "一网格", "李敏", "19900000103", "2024.3"]],
    }
    prepared = load(graph, seal, [write(tmp_path / "党支部.xlsx", sheets)])

    assert (roster_of(prepared), faults(prepared)) == ({"party_organisations"}, [])
    text = "MATCH (p)-[:SERVES]->(o:PartyOrg)-[:COVERS]->(g) RETURN p.name, o.name, g.address"
    assert facts(graph, text) == {
        ("唐德", "第一网格党支部", "松涛社区第一网格"),
        ("李敏", "第一网格党支部", "石桥社区第一网格"),
    }


def test_an_office_without_a_role_is_told(graph: Connection, seal: Seal, tmp_path: Path) -> None:
    rows = [
        row(党组织名称="云杉县林业局机关党委", 社区="", 上级党组织="", 书记="唐德"),
        row(党组织名称=ABOVE, 书记="李敏"),
    ]
    prepared = load(graph, seal, [register(tmp_path, *rows)])

    assert notices(prepared) == [(3, "G", "office_without_role", "唐德")]
    assert facts(graph, SERVES) == {(ABOVE, "community_secretary", "李敏")}


def test_blanks_and_breaks_inside_a_name_say_nothing(graph: Connection, seal: Seal, tmp_path: Path) -> None:
    load(graph, seal, [register(tmp_path, row())])
    again = rehearse(graph, seal, [register(tmp_path, row(党组织名称="松涛社区　第一网格\n党支部"))])

    assert again.changes == ()


@pytest.mark.parametrize(
    ("name", "places"),
    [
        ("松涛社区第一网格党支部", "松涛社区第一网格"),
        ("第一、二网格联合党支部", "松涛社区第一网格 松涛社区第二网格"),
        ("松涛苑3栋党小组", "松涛社区松涛苑3栋"),
        ("松涛苑党支部", "松涛社区松涛苑"),
        ("第一党支部", ""),
        ("松涛社区老年党支部", ""),
        ("松涛社区第九网格党支部", ""),
        ("松涛镇退役军人党支部", ""),
    ],
)
def test_a_name_says_what_is_covered_where_no_column_does(
    graph: Connection, seal: Seal, tmp_path: Path, name: str, places: str
) -> None:
    headings = ["社区", "党组织名称", "上级党组织", "书记"]
    path = written(tmp_path / "党组织.csv", [["松涛镇党组织名册"], headings, ["松涛社区", name, ABOVE, "唐德"]])
    prepared = load(graph, seal, [path])

    assert faults(prepared) == []
    assert {place for covering, place, _ in facts(graph, COVERS) if covering == name} == set(places.split())
