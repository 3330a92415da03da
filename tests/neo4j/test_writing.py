"""One transaction or nothing, on the real server: upserts, the Ledger, rehearsals, the derived scope."""

from datetime import date

import pytest

from database import scope
from database.connection import Connection
from database.reading import read
from database.writing import prepare_schema, rehearsal, transaction
from graph_schema.facts import Change, NodeChange, RelationshipChange, fact_id

TOWN, COMMUNITY, GRID, BUILDING = "429082101", "429082101001", "429082101001G001", "429082101001B00001"


def place(label: str, code: str, name: str) -> NodeChange:
    return NodeChange(label, code, None, {"name": name})


def joined(type_: str, start: tuple[str, str], end: tuple[str, str], **after: object) -> RelationshipChange:
    key = fact_id(type_, start[1], end[1], str(after.get("role", "")))
    return RelationshipChange(type_, key, *start, *end, None, after)


WORLD: list[Change] = [
    place("Town", TOWN, "松涛镇"),
    place("Community", COMMUNITY, "松涛社区"),
    place("Grid", GRID, "第一网格"),
    place("Building", BUILDING, "1栋"),
    NodeChange("Person", "P90000001", None, {"name": "张伟"}, frozenset({"PartyMember"})),
    joined("PART_OF", ("Community", COMMUNITY), ("Town", TOWN)),
    joined("PART_OF", ("Grid", GRID), ("Community", COMMUNITY)),
    joined("PART_OF", ("Building", BUILDING), ("Grid", GRID)),
    joined("SERVES", ("Person", "P90000001"), ("Building", BUILDING), role="building_leader", since=date(2024, 2, 29)),
]


def count(connection: Connection) -> int:
    return int(read(connection, "MATCH (n) WHERE NOT n:Ledger|Skill|Need RETURN count(n) AS n")[0]["n"])


@pytest.fixture
def world(connection: Connection, empty_graph: None) -> Connection:
    with transaction(connection) as writer:
        writer.apply(WORLD)
        scope.refresh(writer, WORLD)
    return connection


def test_a_change_is_written_with_its_labels_and_comes_back_as_plain_values(world: Connection) -> None:
    text = "MATCH (p:Person:PartyMember)-[r:SERVES]->(:Building:Place) RETURN p.name AS name, r.since AS since"
    [row] = read(world, text)
    assert row == {"name": "张伟", "since": date(2024, 2, 29)}


def test_the_inverse_takes_everything_back(world: Connection) -> None:
    with transaction(world) as writer:
        writer.apply([change.inverse() for change in WORLD])
    assert count(world) == 0


def test_an_error_leaves_nothing(world: Connection) -> None:
    before = count(world)
    with pytest.raises(RuntimeError), transaction(world) as writer:
        writer.apply([place("Grid", "429082101001G002", "第二网格")])
        raise RuntimeError("the process dies here")
    assert count(world) == before


def test_a_relationship_whose_end_is_missing_stops_the_transaction(world: Connection) -> None:
    stray = joined("PART_OF", ("Grid", "429082101001G009"), ("Community", COMMUNITY))
    with pytest.raises(LookupError), transaction(world) as writer:
        writer.apply([stray])


def test_a_rehearsal_shows_the_graph_as_it_would_be_and_keeps_nothing(world: Connection) -> None:
    with rehearsal(world, [place("Grid", "429082101001G002", "第二网格")]) as reader:
        rehearsed = read(reader, "MATCH (g:Grid) RETURN count(g) AS n")[0]["n"]
    assert (rehearsed, read(world, "MATCH (g:Grid) RETURN count(g) AS n")[0]["n"]) == (2, 1)


def test_the_ledger_is_handed_to_the_next_writer(world: Connection) -> None:
    with transaction(world) as writer:
        writer.set_ledger(last_import="2026-11-25-001", next_person=7)
    with transaction(world) as writer:
        assert (writer.ledger["last_import"], writer.ledger["next_person"]) == ("2026-11-25-001", 7)


def test_scope_is_every_place_above(world: Connection) -> None:
    [row] = read(world, "MATCH (p:Person) RETURN p.scope AS scope")
    assert row["scope"] == [TOWN, COMMUNITY, BUILDING, GRID]


def test_scope_follows_a_building_that_moves(world: Connection) -> None:
    old = joined("PART_OF", ("Building", BUILDING), ("Grid", GRID))
    changes: list[Change] = [
        place("Grid", "429082101001G002", "第二网格"),
        RelationshipChange(
            "PART_OF", old.fact_id, "Building", BUILDING, "Grid", GRID, {"until": None}, {"until": date(2026, 1, 1)}
        ),
        joined("PART_OF", ("Building", BUILDING), ("Grid", "429082101001G002")),
    ]
    with transaction(world) as writer:
        writer.apply(changes)
        scope.refresh(writer, changes)
    [row] = read(world, "MATCH (p:Person) RETURN p.scope AS scope")
    assert "429082101001G002" in row["scope"] and GRID not in row["scope"]


def test_reference_data_ships_with_the_database_and_what_an_office_changed_stays(world: Connection) -> None:
    with transaction(world) as writer:
        writer.run("MERGE (n:Need {code: 'living_alone'}) SET n.visit_every_days = 3")
        writer.set_ledger(schema_version=0)
    prepare_schema(world)
    days = "MATCH (n:Need)-[:MET_BY]->(s:Skill) RETURN n.code AS need, n.visit_every_days AS days, count(s) AS skills"
    found = {row["need"]: (row["days"], row["skills"]) for row in read(world, days)}
    assert found["living_alone"] == (3, 3)
    assert found["advanced_age"] == (30, 3)
