"""Who is a member, in a group and on a shift now: lists that leave somebody out propose an end, no more than that."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from database.connection import Connection
from database.reading import read
from graph_schema.values.seal import Seal
from loaders.choices import NOW, Choices
from loaders.preparation import Prepared
from tests.neo4j.rosters_world import TODAY, load, rehearse
from tests.neo4j.test_rosters_again import PLACES, written
from tests.neo4j.test_rosters_of_assignments import HEADINGS, table
from tests.neo4j.test_rosters_of_duty import LEAD, gate, shifts
from tests.neo4j.test_rosters_of_members import BRANCH, GROUP, OTHER, member, members

OTHER_GROUP = "松涛苑2栋党小组"


@pytest.fixture
def graph(empty_graph: Connection, seal: Seal, tmp_path: Path) -> Connection:
    """One community with two buildings."""
    start = ["云杉县", "松涛镇", "松涛社区", "429091101001", "第一网格", "松涛苑"]
    load(empty_graph, seal, [written(tmp_path / "楼栋信息.csv", [PLACES, [*start, "1栋", "6"], [*start, "2栋", "6"]])])
    return empty_graph


def first(**said: str) -> list[str]:
    return member("唐德", 手机号码="19900000101", 所在党小组=GROUP, **said)


def second(**said: str) -> list[str]:
    return member("白莲", **({"手机号码": "19900000102", "所在党小组": GROUP, "党内职务": "支委"} | said))


def proposals(prepared: Prepared) -> list[dict[str, Any]]:
    return [proposal for file in prepared.report.json()["files"] for proposal in file["proposals"]]


def offered(graph: Connection, seal: Seal, path: Path) -> set[tuple[str, str, str]]:
    prepared = rehearse(graph, seal, [path], choices=Choices(meanings={path.name: NOW}))
    return {(found["name"], found["role"], found["target"]) for found in proposals(prepared)}


def ended(graph: Connection, seal: Seal, path: Path) -> Prepared:
    said = Choices(meanings={path.name: NOW})
    facts = frozenset(found["fact_id"] for found in proposals(rehearse(graph, seal, [path], choices=said)))
    return load(graph, seal, [path], choices=Choices(meanings=said.meanings, ends=facts))


def test_a_member_whom_the_roster_leaves_out(graph: Connection, seal: Seal, tmp_path: Path) -> None:
    load(graph, seal, [members(tmp_path, first(), second())])
    path = members(tmp_path, first())

    assert offered(graph, seal, path) == {
        ("白莲", "member", BRANCH),
        ("白莲", "group_member", GROUP),
        ("白莲", "branch_committee", BRANCH),
    }
    ended(graph, seal, path)
    text = "MATCH (p:Person)-[r:MEMBER_OF|IN_GROUP|SERVES]->() WHERE r.until IS NULL RETURN DISTINCT p.name AS name"
    assert read(graph, text) == [{"name": "唐德"}]


def test_a_member_who_changed_the_group(graph: Connection, seal: Seal, tmp_path: Path) -> None:
    load(graph, seal, [members(tmp_path, first(), second())])
    path = members(tmp_path, first(), second(所在党小组=OTHER_GROUP))

    assert offered(graph, seal, path) == {("白莲", "group_member", GROUP)}


def test_who_moved_to_another_branch_is_ended_by_the_move(graph: Connection, seal: Seal, tmp_path: Path) -> None:
    load(graph, seal, [members(tmp_path, first(), second(党内职务=""))])
    path = members(tmp_path, first(), second(所在支部=OTHER, 所在党小组=OTHER_GROUP, 党内职务=""))
    prepared = rehearse(graph, seal, [path], choices=Choices(meanings={path.name: NOW}))

    assert [found["role"] for found in proposals(prepared)] == ["group_member"]
    assert prepared.report.relationships["MEMBER_OF", "ended"] == 1


def test_who_is_no_longer_on_a_shift_was_never_there_that_day(graph: Connection, seal: Seal, tmp_path: Path) -> None:
    load(graph, seal, [shifts(tmp_path, gate(LEAD, LEAD))])
    path = shifts(tmp_path, gate("待定", LEAD))

    ended(graph, seal, path)
    text = "MATCH (:Person)-[r:ON_SHIFT]->(s) RETURN date(s.starts) AS day, r.until AS until ORDER BY day"
    assert read(graph, text) == [
        {"day": dt.date(2026, 11, 16), "until": dt.date(2026, 11, 16)},
        {"day": dt.date(2026, 11, 17), "until": None},
    ]


def test_a_building_that_goes_to_another_unit(graph: Connection, seal: Seal, tmp_path: Path) -> None:
    def row(unit: str, buildings: str) -> list[str]:
        said = {"片区": "第一片区", "单位名称": unit, "包联社区": "松涛社区", "包联楼栋": buildings}
        return [said.get(heading, "") for heading in HEADINGS]

    load(graph, seal, [table(tmp_path, row("云杉县林业局", "松涛苑1-2栋"))])
    path = table(tmp_path, row("云杉县林业局", "松涛苑1栋"), row("云杉县水利局", "松涛苑2栋"))

    assert offered(graph, seal, path) == {("云杉县林业局", "covering_unit", "松涛社区松涛苑2栋")}
    ended(graph, seal, path)
    text = "MATCH (u:Unit)-[r:COVERS]->(b:Building) WHERE r.until IS NULL RETURN u.name AS unit, b.name AS building"
    assert {(found["unit"], found["building"]) for found in read(graph, text)} == {
        ("云杉县林业局", "1栋"),
        ("云杉县水利局", "2栋"),
    }


def test_a_helper_who_was_replaced(graph: Connection, seal: Seal, tmp_path: Path) -> None:
    head = ["关爱对象", "关爱对象电话", "需求类型", "结对人", "结对人电话", "结对时间"]
    helped = ["王秀英", "19900000201", "独居"]
    title = ["松涛镇结对关爱台账"]
    load(graph, seal, [written(tmp_path / "结对.csv", [title, head, [*helped, "唐德", "19900000101", "2025.3.1"]])])
    path = written(tmp_path / "结对.csv", [title, head, [*helped, "白莲", "19900000102", "2026.5.1"]])

    assert offered(graph, seal, path) == {("唐德", "helper", "王秀英")}
    ended(graph, seal, path)
    text = "MATCH (p)-[r:PAIRED_WITH]->() RETURN p.name AS name, r.until AS until ORDER BY name"
    assert read(graph, text) == [{"name": "唐德", "until": dt.date(2026, 5, 1)}, {"name": "白莲", "until": None}]


def test_who_comes_from_another_agency_is_left_out_only_of_a_list_that_has_such(
    graph: Connection, seal: Seal, tmp_path: Path
) -> None:
    head = ["社区", "职务", "姓名", "联系电话"]
    director = ["松涛社区", "居委会主任", "唐德", "19900000101"]
    police = [
        ["松涛社区", "社区民警", name, number] for name, number in (("甲明", "19900000301"), ("乙朋", "19900000302"))
    ]
    secretary = ["松涛社区", "社区书记", "白莲", "19900000102"]
    load(graph, seal, [written(tmp_path / "社区工作人员.csv", [head, director, secretary, *police])])

    own = written(tmp_path / "社区工作人员.csv", [head, director])
    assert offered(graph, seal, own) == {("白莲", "community_secretary", "松涛社区")}
    both = written(tmp_path / "社区工作人员.csv", [head, director, secretary, police[0]])
    assert offered(graph, seal, both) == {("乙朋", "community_police", "松涛社区")}


def test_a_list_without_a_column_of_posts_says_nothing_of_posts(graph: Connection, seal: Seal, tmp_path: Path) -> None:
    load(graph, seal, [members(tmp_path, first(), second())])
    head = ["姓名", "手机号码", "入党时间", "所在支部"]
    path = written(tmp_path / "党员花名册.csv", [["松涛镇党员名册"], head, ["唐德", "19900000101", "2010.7", BRANCH]])

    assert offered(graph, seal, path) == {("白莲", "member", BRANCH)}


def test_the_day_is_today_where_nothing_says_another(graph: Connection, seal: Seal, tmp_path: Path) -> None:
    load(graph, seal, [members(tmp_path, first(), second())])
    path = members(tmp_path, first())
    prepared = rehearse(graph, seal, [path], choices=Choices(meanings={path.name: NOW}))

    assert {found["until"] for found in proposals(prepared)} == {TODAY.isoformat()}
