"""The graph's hash: the same for what says the same, another for whatever says something else."""

import time
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import pytest

from database import scope
from database.connection import Connection
from database.fingerprint import fingerprint
from database.reading import read
from database.writing import transaction
from graph_schema.facts import Change, NodeChange
from graph_schema.nodes import NODES, PHONE_PREFIXES
from tests.neo4j.importing_world import joined, node

Editor = Callable[[list[Change]], list[Change]]


def world(
    building: str = "B00001", person: str = "P00000001", source: str = "2026-11-25-001/1/1/2", county: str = "429081"
) -> list[Change]:
    """A building with a leader who lives there; the numbers that we allot are parameters."""
    community = f"{county}100001"
    code = f"{community}{building}"
    home = f"{code}-1-501"
    leader: dict[str, Any] = {"name": "张伟", "phone_digest": "d" * 64, "phone_cipher": source, "source": source}
    return [
        node("Community", community, name="松涛社区", address="松涛社区", source=source),
        node("Building", code, name="1栋", address="松涛社区1栋", source=source),
        node("Household", home, room="501", address="松涛社区1栋501", source=source),
        NodeChange("Person", person, None, leader, frozenset({"PartyMember"})),
        joined("PART_OF", ("Building", code), ("Community", community), source=source),
        joined("PART_OF", ("Household", home), ("Building", code), source=source),
        joined("LIVES_IN", ("Person", person), ("Household", home), learned_on=date(2026, 11, 25), source=source),
        joined("SERVES", ("Person", person), ("Building", code), role="building_leader", since=date(2024, 3, 1)),
    ]


def written(connection: Connection, changes: Sequence[Change]) -> str:
    with transaction(connection) as writer:
        writer.apply(changes)
        scope.refresh(writer, changes)
    return fingerprint(connection)


def cleared(connection: Connection) -> None:
    with transaction(connection) as writer:
        writer.run("MATCH (n) WHERE NOT n:Ledger AND NOT n:Skill AND NOT n:Need DETACH DELETE n")


def test_numbers_that_we_allot_sources_and_ciphers_do_not_count(empty_graph: Connection) -> None:
    first = written(empty_graph, world())
    cleared(empty_graph)
    assert written(empty_graph, world("B00009", "P00000077", "2026-12-01-004/2/1/9")) == first


@pytest.mark.parametrize(
    "statement",
    [
        "MATCH (p:Person) SET p.name = '张玮'",
        "MATCH (p:Person) SET p.phone_digest = 'e'",
        "MATCH (p:Person) REMOVE p:PartyMember",
        "MATCH (b:Building) SET b.floors = 6",
        "MATCH ()-[r:SERVES]->() SET r.until = date('2026-01-01')",
        "MATCH ()-[r:SERVES]->() SET r.role = 'deputy_building_leader'",
        "MATCH ()-[r:LIVES_IN]->() DELETE r",
        "MATCH (p:Person), (h:Household) CREATE (p)-[:OWNS {fact_id: 'x'}]->(h)",
        "MATCH (c:Community) SET c.code = '429081100002'",
        "CREATE (:Person {person_id: 'P00000002', name: '张伟'})",
    ],
)
def test_whatever_is_said_counts(empty_graph: Connection, statement: str) -> None:
    before = written(empty_graph, world())
    with transaction(empty_graph) as writer:
        writer.run(statement)
    assert fingerprint(empty_graph) != before


def test_the_ledger_does_not_count(empty_graph: Connection) -> None:
    before = written(empty_graph, world())
    with transaction(empty_graph) as writer:
        writer.set_ledger(last_import="2026-11-25-009", next_person=99)
    assert fingerprint(empty_graph) == before


def test_who_does_what_counts_among_people_of_one_name(empty_graph: Connection) -> None:
    """One does both, or each does one thing: the same nodes and the same kinds of facts, but not the same graph."""
    home, building = ("Household", "429081100001B00001-1-501"), ("Building", "429081100001B00001")
    two = [NodeChange("Person", f"P0000000{n}", None, {"name": "李敏"}) for n in (2, 3)]
    lives = joined("LIVES_IN", ("Person", "P00000002"), home)
    hashes = []
    for server in ("P00000002", "P00000003"):
        serves = joined("SERVES", ("Person", server), building, role="entrance_leader")
        hashes.append(written(empty_graph, [*world(), *two, lives, serves]))
        cleared(empty_graph)
    assert hashes[0] != hashes[1]


def test_a_county_has_a_hash_of_its_own(empty_graph: Connection) -> None:
    written(empty_graph, world())
    before = fingerprint(empty_graph, "429081")
    written(empty_graph, world(person="P00000005", county="429083"))
    assert (fingerprint(empty_graph, "429081"), fingerprint(empty_graph, "429083") != before) == (before, True)


def test_a_name_that_is_derived_is_derived_wherever_it_stands() -> None:
    derived = {p.name for type_ in NODES.values() for p in type_.properties if p.derived}
    plain = {p.name for type_ in NODES.values() for p in type_.properties if not p.derived}
    assert derived & plain == set()
    assert {f"{prefix}_cipher" for prefix in PHONE_PREFIXES} <= derived


def test_ten_thousand_nodes_take_a_moment(empty_graph: Connection) -> None:
    building = "429081100001B00001"
    homes = [node("Household", f"{building}-2-{n}", room=str(n), address=f"松涛社区1栋2单元{n}") for n in range(3_000)]
    facts: list[Change] = [joined("PART_OF", ("Household", home.key), ("Building", building)) for home in homes]
    people = [NodeChange("Person", f"P1{n:07d}", None, {"name": f"居民{n}", "gender": "male"}) for n in range(7_000)]
    facts += [
        joined("LIVES_IN", ("Person", person.key), ("Household", homes[n % 3_000].key))
        for n, person in enumerate(people)
    ]
    written(empty_graph, [*world(), *homes, *people, *facts])
    begun = time.process_time()  # our own part: a busy machine does not count
    fingerprint(empty_graph)
    assert time.process_time() - begun < 2  # seconds
    assert read(empty_graph, "MATCH (n) WHERE NOT n:Ledger RETURN count(n) AS n")[0]["n"] > 10_000
