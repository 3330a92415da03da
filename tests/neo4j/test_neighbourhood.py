"""What surrounds something: only facts of the day, only what the viewer may know, and an honest count of the rest."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

import pytest

from app.cases.exploring import around, around_written
from database.connection import Connection
from database.writing import transaction
from graph_schema.errors import InputError, NotFound
from graph_schema.sensitivity import OFFICE, PUBLIC, Sensitivity, Sight
from graph_schema.values.moment import Moment
from graph_schema.values.seal import Seal
from queries.ask import ask
from queries.neighbourhood import MOST, Kind, Neighbourhood, drawn_types, neighbourhood
from tests.neo4j.small_world import World, clear

COUNTY, PEOPLE = "429095", "95"
TOWN, COMMUNITY, OTHER = f"{COUNTY}101", f"{COUNTY}101001", f"{COUNTY}101002"
GRID, BUILDING = f"{COMMUNITY}G001", f"{COMMUNITY}B00001"
HOME = f"{BUILDING}-1-101"
WORKER, FORMER, CHILD, ELDER = "P95000001", "P95000002", "P95000003", "P95000004"
UNIT, BRANCH = "U950001", "O950001"
MANY = 5_000
NOW = Moment.parse("2026-11-20")
_WORKERS = """
MATCH (u:Unit {unit_id: $unit})
UNWIND range(1, $many) AS i
CREATE (p:Person {person_id: 'P955' + right('0000' + toString(i), 5), name: '工' + i, status: 'active'})
CREATE (p)-[:WORKS_FOR {fact_id: 'workers' + i, since: $since, until: CASE WHEN i % 10 = 0 THEN $until END}]->(u)
"""
_NEED = "MATCH (p:Person {person_id: $id}), (n:Need) WITH p, n LIMIT 1 CREATE (p)-[:HAS_NEED {fact_id: 'need95'}]->(n)"
_REQUEST = """
MATCH (p:Person {person_id: $id})
CREATE (r:Request {request_id: $id + '/wish/2026-11-05', kind: 'wish', text: '秘密心愿', opened_on: date('2026-11-05')})
CREATE (r)-[:RAISED_BY {fact_id: 'raised95'}]->(p)
CREATE (v:Visit {visit_id: $id + '/2026-11-10', on: date('2026-11-10'), mode: 'home', result: '秘密情况'})
CREATE (v)-[:VISITED {fact_id: 'visited95'}]->(p)
"""


@pytest.fixture(scope="module")
def graph(connection: Connection, seal: Seal) -> Iterator[Connection]:
    world = World(COUNTY, PEOPLE, seal)
    world.place("County", COUNTY, "云杉县")
    world.place("Town", TOWN, "松涛镇", COUNTY)
    world.place("Community", COMMUNITY, "松涛社区", TOWN, kind="urban")
    world.place("Community", OTHER, "青石社区", TOWN, kind="urban")
    world.place("Grid", GRID, "第一网格", COMMUNITY)
    world.place("Building", BUILDING, "1栋", GRID)
    world.place("Household", HOME, "1单元101", BUILDING, short_address="1-1-101", address="松涛社区1栋1单元101")
    world.person(WORKER, "张伟", "19900950001")
    world.person(FORMER, "覃秀珍")
    world.person(CHILD, "王小雨", home=HOME, birth_date=date(2018, 5, 1))
    world.person(ELDER, "王桂兰", home=HOME, birth_date=date(1948, 5, 1))
    world.serves(WORKER, GRID, "grid_worker", since=date(2026, 3, 1))
    world.serves(FORMER, GRID, "grid_worker", since=date(2024, 3, 1), until=date(2026, 3, 1))
    world.organisation("Unit", UNIT, "云杉县第一建设集团", kind="enterprise")
    world.organisation("PartyOrg", BRANCH, "第一网格党支部", kind="branch")
    world.join("COVERS", BRANCH, GRID)
    world.join("COBUILDS_WITH", UNIT, OTHER)
    world.write(connection)
    with transaction(connection) as writer:
        writer.run(_WORKERS, unit=UNIT, many=MANY, since=date(2024, 1, 1), until=date(2026, 1, 1))
        writer.run(_NEED, id=ELDER)
        writer.run(_REQUEST, id=ELDER)
    yield connection
    with transaction(connection) as writer:
        writer.run("MATCH (n:Request|Visit) WHERE coalesce(n.request_id, n.visit_id) STARTS WITH 'P95' DETACH DELETE n")
    clear(connection, COUNTY, PEOPLE)


def asked(graph: Connection, seal: Seal, *keys: str, hops: int = 1, **given: Any) -> Neighbourhood:
    options: dict[str, Any] = {"sight": OFFICE, "moment": NOW, "hops": hops} | given
    return neighbourhood(graph, keys, seal=seal, **options)


def keys(found: Neighbourhood, step: int) -> set[str]:
    return {thing.key for thing in found.things if thing.step == step}


def persons(found: Neighbourhood) -> set[str]:
    return {thing.values["person"] for thing in found.things if thing.label == "Person"}


def test_one_step_is_what_holds_on_that_day(graph: Connection, seal: Seal) -> None:
    found = asked(graph, seal, GRID)
    assert keys(found, 0) == {GRID}
    assert keys(found, 1) == {COMMUNITY, BUILDING, WORKER, BRANCH}
    assert keys(asked(graph, seal, GRID, moment=Moment.parse("2025-06-01")), 1) == {COMMUNITY, BUILDING, FORMER, BRANCH}
    assert {(tie.type, tie.start, tie.end) for tie in found.ties} == {
        ("PART_OF", GRID, COMMUNITY), ("PART_OF", BUILDING, GRID), ("SERVES", WORKER, GRID), ("COVERS", BRANCH, GRID)
    }  # fmt: skip


def test_each_step_is_one_round_trip(graph: Connection, seal: Seal) -> None:
    for hops in (1, 2):
        before = graph.round_trips
        asked(graph, seal, GRID, hops=hops)
        assert graph.round_trips - before == hops


def test_two_steps_add_what_surrounds_the_neighbours(graph: Connection, seal: Seal) -> None:
    found = asked(graph, seal, GRID, hops=2)
    assert keys(found, 2) == {TOWN, HOME}
    assert {thing.parent for thing in found.things if thing.key == HOME} == {BUILDING}
    assert len({(tie.fact, tie.start, tie.end) for tie in found.ties}) == len(found.ties)


def test_five_thousand_neighbours_become_a_picture_and_an_exact_number(graph: Connection, seal: Seal) -> None:
    found = asked(graph, seal, UNIT)
    assert len(found.things) == MOST
    assert OTHER in keys(found, 1)
    drawn = sum(thing.label == "Person" for thing in found.things)
    assert [(bundle.kind, bundle.more) for bundle in found.bundles] == [
        (Kind(UNIT, "WORKS_FOR", False, "Person"), MANY - MANY // 10 - drawn)
    ]


def test_what_is_not_counted_is_said_to_be_so(graph: Connection, seal: Seal) -> None:
    rows = ask(graph, "neighbours", nodes=[UNIT], counted=1000, sight=OFFICE, seal=seal, moment=NOW).rows
    assert rows[0]["uncounted"] == MANY + 1 - 1000  # the degree store knows all, ended ones too


def test_two_steps_stay_one_picture(graph: Connection, seal: Seal) -> None:
    found = asked(graph, seal, OTHER, hops=2)
    assert len(found.things) <= MOST
    assert {bundle.kind.key for bundle in found.bundles} == {UNIT}


def test_what_is_drawn_and_what_is_not_add_up(graph: Connection, seal: Seal) -> None:
    found = asked(graph, seal, TOWN, hops=2)
    for bundle in found.bundles:
        assert bundle.more > 0
    assert all(
        tie.start in {t.key for t in found.things} and tie.end in {t.key for t in found.things} for tie in found.ties
    )


def test_needs_texts_and_results_never_come_out(graph: Connection, seal: Seal) -> None:
    found = asked(graph, seal, ELDER, hops=2, sight=Sight(clearance=Sensitivity.S3))
    assert {thing.label for thing in found.things} == {"Person", "Household", "Building", "Request", "Visit"}
    assert "HAS_NEED" not in drawn_types(Sight(clearance=Sensitivity.S4))
    assert "秘密" not in str(found)
    assert not any(word in str(found) for word in ("cipher", "digest", "last4", "birth"))


def test_a_child_is_a_surname_and_nobodys_middle(graph: Connection, seal: Seal) -> None:
    assert persons(asked(graph, seal, HOME)) == {"王*", "王桂兰"}
    assert keys(asked(graph, seal, CHILD), 1) == set()


def test_who_may_see_less_sees_masks(graph: Connection, seal: Seal) -> None:
    inside = asked(graph, seal, HOME, sight=Sight(clearance=Sensitivity.S1))
    assert persons(inside) <= {"王*", "王**"}
    assert "101" not in str([thing.values["home"] for thing in inside.things])
    assert keys(asked(graph, seal, HOME, sight=PUBLIC), 1) == set()


def test_an_area_ends_the_picture(graph: Connection, seal: Seal) -> None:
    found = asked(graph, seal, TOWN, hops=2, sight=Sight(area=COMMUNITY))
    assert keys(found, 1) == {COUNTY, COMMUNITY}
    assert GRID in keys(found, 2)


def test_what_nobody_knows_leads_to_what_is_near(graph: Connection, seal: Seal) -> None:
    assert asked(graph, seal, "P95999999").missing == ("P95999999",)
    options: dict[str, Any] = {"hops": 1, "moment": NOW, "sight": OFFICE}
    with pytest.raises(NotFound):
        around(graph, seal, ["P95999999"], **options)
    found = around_written(graph, seal, ["云杉县第一建设集团", GRID], **options)
    assert [thing.key for thing in found.middle] == [UNIT, GRID]


@pytest.mark.parametrize("hops", [0, 3])
def test_other_steps_are_refused(graph: Connection, seal: Seal, hops: int) -> None:
    with pytest.raises(InputError):
        asked(graph, seal, GRID, hops=hops)


def test_several_middles_share_one_picture(graph: Connection, seal: Seal) -> None:
    middles: Sequence[str] = (GRID, UNIT)
    found = asked(graph, seal, *middles)
    assert [thing.key for thing in found.middle] == [GRID, UNIT]
    assert {COMMUNITY, OTHER} <= keys(found, 1)
    assert len(found.things) <= MOST
