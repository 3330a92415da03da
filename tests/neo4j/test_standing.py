"""What is fetched of the graph in large answers is what stands there, days and moments and all."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from database.connection import Connection
from database.reading import read
from graph_schema.values.seal import Seal
from loaders import packing, standing
from tests.neo4j.rosters_world import load
from tests.neo4j.test_rosters_again import PLACES, homes, written

ID = "429091199008031599"
_PEOPLE = "MATCH (p:Person) RETURN p.person_id AS key, properties(p) AS properties, labels(p) AS labels"
_HOMES = "MATCH (n:Household) RETURN n.code AS code, properties(n) AS properties"
_LIVES = (
    "MATCH (p:Person)-[r:LIVES_IN|SERVES]->(h) RETURN p.person_id AS key, type(r) AS type, properties(r) AS properties"
)


@pytest.fixture
def graph(empty_graph: Connection, seal: Seal, tmp_path: Path) -> Connection:
    """Two buildings, homes with people, one of them a member with a day of joining."""
    start = ["云杉县", "松涛镇", "松涛社区", "429091101001", "第一网格", "松涛苑"]
    load(empty_graph, seal, [written(tmp_path / "楼栋信息.csv", [PLACES, [*start, "1栋", "6"], [*start, "2栋", "6"]])])
    rows = [
        ["1栋", "1", "101", "唐德", ID, "19900000102", "自住", "户主"],
        ["", "", "", "孟兰", "", "", "", "配偶"],
        ["2栋", "2", "501", "何川", "", "19900000103", "出租", "户主"],
    ]
    load(empty_graph, seal, [homes(tmp_path, *rows)])
    with empty_graph.session(write=True) as session:
        session.run(
            "MATCH (p:Person {name: '唐德'})-[r:LIVES_IN]->() SET p:PartyMember, p.joined_on = $day, "
            "p.joined_on_precision = 'day', r.since = $day, r.until = null",
            day=dt.date(1995, 7, 1),
        ).consume()
    return empty_graph


def by_key(rows: list[dict[str, Any]], key: str = "key") -> dict[str, dict[str, Any]]:
    return {row[key]: row["properties"] for row in rows}


def test_people_come_as_they_stand(graph: Connection) -> None:
    stand = read(graph, _PEOPLE)

    found = standing.people(graph, "name", ["唐德", "孟兰", "何川", "无此人"])

    assert by_key(found) == by_key(stand)
    assert {row["key"]: sorted(row["labels"]) for row in found} == {row["key"]: sorted(row["labels"]) for row in stand}
    assert {type(value) for value in by_key(found).values() for value in value.values()} >= {dt.date, dt.datetime}


def test_homes_and_facts_come_as_they_stand(graph: Connection) -> None:
    buildings = [row["code"] for row in read(graph, "MATCH (b:Building) RETURN b.code AS code")]
    people = [row["key"] for row in read(graph, _PEOPLE)]

    found = [row for row in standing.homes(graph, buildings) if "Household" in row["labels"]]
    facts = standing.outward(graph, "Person", ["LIVES_IN", "SERVES"], people)

    assert by_key(found, "code") == by_key(read(graph, _HOMES), "code")
    assert by_key(facts) == by_key(read(graph, _LIVES))
    assert all("until" not in fact["properties"] for fact in facts)


def test_nobody_asked_for_is_nobody_found(graph: Connection) -> None:
    assert standing.people(graph, "name", []) == []
    assert standing.owners(graph, ["0" * 64]) == set()


def test_a_moment_comes_in_china_time() -> None:
    said = {"updated_at": "2026-11-20T00:00+08:00", "birth_date": None, "name": "唐德"}

    opened = packing.opened(said, ("updated_at", "birth_date"))

    assert opened == {
        "updated_at": dt.datetime(2026, 11, 20, tzinfo=dt.timezone(dt.timedelta(hours=8))),
        "name": "唐德",
    }


def test_a_home_that_a_refused_row_would_have_made_is_made_by_the_next(
    graph: Connection, seal: Seal, tmp_path: Path
) -> None:
    rows = [
        ["1栋", "1", "201", "别名", ID, "", "自住", "户主"],  # the number is somebody else's
        ["", "", "", "钱兰", "", "", "", "配偶"],
        ["", "", "", "钱小兰", "", "", "", "子女"],
    ]

    prepared = load(graph, seal, [homes(tmp_path, *rows)])

    assert [fault.problem for fault in prepared.report.faults] == ["id_of_another_person"]
    lives = read(graph, "MATCH (p)-[:LIVES_IN]->(h {room: '201'}) RETURN p.name AS name, h.code AS code ORDER BY name")
    assert [row["name"] for row in lives] == ["钱兰", "钱小兰"]
    assert len({row["code"] for row in lives}) == 1
