"""The rules on branches, members, covers, pairs and reachability: what breaks each, and what does not."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from database.connection import Connection
from database.writing import prepare_schema
from graph_schema.sensitivity import OFFICE, Sensitivity, Sight
from graph_schema.values.moment import Moment
from graph_schema.values.seal import Seal
from queries.gaps import Count, board, find, summary
from tests.neo4j.small_world import World, clear, keys

COUNTY, PEOPLE = "429062", "62"
TOWN = COUNTY + "101"
URBAN = TOWN + "001"
GRID, OTHER_GRID = URBAN + "G001", URBAN + "G002"
COMPOUND, ZONE = URBAN + "C001", TOWN + "Z第一片区"
MOMENT = Moment.of_day(date(2026, 11, 20))
RULES = ("G08", "G15", "G17", "G19", "G24")


def building(number: int) -> str:
    return f"{URBAN}B{number:05}"


def home(number: int) -> str:
    return f"{building(number)}-0-101"


def person(number: int) -> str:
    return f"P62{number:06}"


def some_world(seal: Seal | None = None) -> World:
    world = World(COUNTY, PEOPLE, seal)
    world.place("County", COUNTY, "云杉县")
    world.place("Town", TOWN, "松涛镇", COUNTY, duty_phone="0719-0000001")
    world.place("Community", URBAN, "松涛社区", TOWN, kind="urban")
    for grid in (GRID, OTHER_GRID):
        world.place("Grid", grid, f"第{grid[-1]}网格", URBAN)
    world.place("Compound", COMPOUND, "松涛苑", URBAN)
    for number in range(1, 6):
        world.place("Building", building(number), f"{number}栋", GRID)
        world.place("Household", home(number), "101", building(number), occupancy="owner")
    return world


@pytest.fixture
def graph(connection: Connection) -> Iterator[Connection]:
    prepare_schema(connection)
    yield connection
    clear(connection, COUNTY, PEOPLE)


def found(graph: Connection, rule: str, status: str = "gap", **asked: Any) -> set[str]:
    gaps = find(graph, rules=[rule], moment=MOMENT, sight=OFFICE, notes=True, **({"place": COUNTY} | asked))
    return keys(gaps, status)


def test_a_grid_that_only_a_group_covers_has_no_branch(graph: Connection) -> None:
    world = some_world()
    for number, kind, grid in ((1, "joint_branch", GRID), (2, "group", OTHER_GRID)):
        world.organisation("PartyOrg", f"O6200000{number}", f"组织{number}", kind=kind)
        world.join("COVERS", f"O6200000{number}", grid)
    world.write(graph)
    assert found(graph, "G08") == {OTHER_GRID}


def test_it_counts_the_full_members_who_live_there(graph: Connection) -> None:
    world = some_world()
    for number, type_ in ((1, "full"), (2, "full"), (3, "full"), (4, "probationary")):
        world.person(person(number), "张伟", home=home(number), member=True, member_type=type_)
    world.write(graph)
    gaps = find(graph, rules=["G08"], place=COUNTY, moment=MOMENT, sight=OFFICE)
    assert [gap.detail for gap in gaps] == [
        {"full_members": 3, "advise": "branch"},
        {"full_members": 0, "advise": "joint_branch"},
    ]
    more = find(
        graph,
        rules=["G08"],
        place=GRID,
        moment=MOMENT,
        sight=OFFICE,
        thresholds={"G08": {"full_members_for_branch": 4}},
    )
    assert [gap.detail["advise"] for gap in more] == ["joint_branch"]


def members_world() -> World:
    world = some_world()
    world.organisation("PartyOrg", "O62000001", "第一支部", kind="branch")
    flows = {1: None, 2: None, 3: "transferring", 4: "in", 5: "out"}
    for number, flow in flows.items():
        world.person(person(number), "张伟", home=home(number), member=True, flow_status=flow)
    world.join("MEMBER_OF", person(2), "O62000001", kind="affiliated", until=date(2026, 11, 20))
    world.join("MEMBER_OF", person(3), "O62000001", kind="affiliated", until=date(2026, 6, 1))
    world.join("MEMBER_OF", person(4), "O62000001", kind="flow_in")
    world.join("MEMBER_OF", person(5), "O62000001", kind="affiliated")
    world.person(person(6), "李强", home=home(1), member=True)
    world.join("MEMBER_OF", person(6), "O62000001", kind="affiliated")
    world.person(person(7), "王芳", home=home(1), member=True, status="moved")
    return world


def test_a_member_without_membership_is_a_gap_and_a_transfer_unknown(graph: Connection) -> None:
    members_world().write(graph)
    assert found(graph, "G15") == {person(1), person(2)}
    assert found(graph, "G15", "unknown") == {person(3), person(4)}
    assert summary(graph, rules=["G15"], place=COUNTY, moment=MOMENT, sight=OFFICE) == (Count("G15", 2, 2, 4),)


def test_the_old_branch_is_named(graph: Connection) -> None:
    members_world().write(graph)
    unknown = {g.subject: g.detail for g in find(graph, rules=["G15"], place=COUNTY, moment=MOMENT, sight=OFFICE)}
    assert unknown[person(3)] == {"flow_in_to": None, "former_branch": "第一支部"}
    assert unknown[person(4)]["flow_in_to"] == "第一支部"


def cover_world() -> World:
    """1 covered itself, 2 by its compound, 3 by a zone with a lead, 4 in a zone without one, 5 no longer."""
    world = some_world()
    for number in (1, 2, 3, 4, 5):
        world.organisation("Unit", f"U6200000{number}", f"单位{number}")
    world.person(person(1), "片长")
    for zone in (ZONE, TOWN + "Z第二片区"):
        world.place("Zone", zone, zone[-4:], TOWN)
    world.join("COVERS", "U62000001", building(1))
    world.join("LOCATED_IN", building(2), COMPOUND)
    world.join("COVERS", "U62000002", COMPOUND)
    world.join("INCLUDES", ZONE, building(3))
    world.join("COVERS", "U62000003", ZONE)
    world.serves(person(1), ZONE, "zone_lead", duties="包片", since=date(2026, 3, 1))
    world.join("INCLUDES", TOWN + "Z第二片区", building(4))
    world.join("COVERS", "U62000004", TOWN + "Z第二片区")
    world.join("COVERS", "U62000005", building(5), until=date(2026, 6, 1))
    return world


def test_a_building_is_covered_itself_by_its_compound_or_by_its_zone(graph: Connection) -> None:
    cover_world().write(graph)
    gaps = find(graph, rules=["G17"], place=COUNTY, moment=MOMENT, sight=OFFICE)
    told = {gap.subject: (gap.detail["zones_without_lead"], gap.detail["units"], gap.detail["ended"]) for gap in gaps}
    assert told == {building(4): (["第二片区"], ["单位4"], None), building(5): ([], [], "单位5")}
    assert found(graph, "G17", "note") == {building(1), building(2)}  # nobody of the unit is named
    assert summary(graph, rules=["G17"], place=COUNTY, moment=MOMENT, sight=OFFICE) == (Count("G17", 2, 0, 5, 2),)


def test_a_zone_that_is_over_covers_nothing(graph: Connection) -> None:
    world = cover_world()
    world.place("Zone", TOWN + "Z第三片区", "第三片区", TOWN, until=date(2026, 11, 20))
    world.join("INCLUDES", TOWN + "Z第三片区", building(1))
    world.write(graph)
    assert found(graph, "G17") == {building(4), building(5)}
    assert found(graph, "G17", place=building(1)) == set()


def pairs_world() -> World:
    """A need in each home; 1 is paired, 2 through the home, 3 with who lives there, 4 with who is gone, 5 no longer."""
    world = some_world()
    need, other = world.reference("Need", "living_alone"), world.reference("Need", "chronic_illness")
    for number in (1, 2, 3, 4, 5):
        world.person(person(number), "赵敏", home=home(number))
        world.join("HAS_NEED", person(number), need)
    world.person(person(6), "李强", home=home(5))
    world.join("HAS_NEED", person(6), other)
    world.person(person(7), "王芳")
    world.person(person(8), "陈静", home=home(3))
    world.person(person(9), "钱进", status="moved")
    world.join("PAIRED_WITH", person(7), person(1))
    world.join("PAIRED_WITH", person(7), home(2))
    world.join("PAIRED_WITH", person(8), person(3))
    world.join("PAIRED_WITH", person(9), person(4))
    world.join("PAIRED_WITH", person(7), person(5), until=date(2026, 11, 20))
    return world


def test_a_helper_must_be_active_and_from_outside(graph: Connection) -> None:
    pairs_world().write(graph)
    assert found(graph, "G19") == {person(3), person(4), person(5)}
    assert found(graph, "G19", place=building(4)) == {person(4)}
    assert summary(graph, rules=["G19"], place=COUNTY, moment=MOMENT, sight=OFFICE) == (Count("G19", 3, 0, 5),)


@pytest.mark.parametrize("clearance", Sensitivity)
def test_nobody_learns_there_which_need_it_is(graph: Connection, clearance: Sensitivity) -> None:
    pairs_world().write(graph)
    gaps = find(graph, rules=["G19"], place=COUNTY, moment=MOMENT, sight=Sight(clearance=clearance))
    assert {tuple(gap.detail.items()) for gap in gaps} <= {
        (("needs", 1), ("pairs_not_counted", pairs)) for pairs in (0, 1)
    }


def holders_world(seal: Seal) -> World:
    """1 can be called; 2 has no number; 3 is on leave, covered; 4 by somebody who is on leave too; 5 is a volunteer."""
    world = some_world(seal)
    for number in (1, 3, 4, 6):
        world.person(person(number), "张伟", f"1990062000{number}")
    for number in (2, 5):
        world.person(person(number), "李强")
    for number in (1, 2, 3, 4):
        world.serves(person(number), building(number), "building_leader")
    world.serves(person(5), URBAN, "volunteer")
    for number, cover in ((3, 6), (4, 3)):
        world.leave(person(number), date(2026, 11, 18), date(2026, 11, 20), person(cover))
    return world


def test_who_has_no_number_and_who_nobody_effectively_covers(graph: Connection, seal: Seal) -> None:
    holders_world(seal).write(graph)
    # Who covers the fourth is on leave and is covered in turn, by somebody who is there.
    assert found(graph, "G24") == {person(2), URBAN}
    with graph.session(write=True) as session:
        session.run("MATCH (:Person {person_id: $id})-[:ON_LEAVE]->()-[c:COVERED_BY]->() DELETE c", id=person(3))
    assert found(graph, "G24") == {person(2), person(3), person(4), URBAN}
    assert found(graph, "G24", place=GRID) == {person(2), person(3), person(4)}
    assert found(graph, "G24", place=building(3)) == {person(3)}


def test_places_without_a_duty_phone_stand_beside(graph: Connection, seal: Seal) -> None:
    holders_world(seal).write(graph)
    assert URBAN in found(graph, "G24")
    assert URBAN not in found(graph, "G24", place=GRID)
    assert summary(graph, rules=["G24"], place=COUNTY, moment=MOMENT, sight=OFFICE) == (Count("G24", 2, 0, 4),)


@pytest.mark.parametrize("world", [members_world, cover_world, pairs_world])
def test_the_board_adds_up(graph: Connection, world: Any) -> None:
    world().write(graph)
    shown = board(graph, place=URBAN, moment=MOMENT, rules=RULES)
    assert {
        count.rule: count for count in summary(graph, rules=RULES, place=URBAN, moment=MOMENT, sight=OFFICE)
    } == shown.total
    assert [row.place.code for row in shown.rows] == [GRID, OTHER_GRID]
