"""A question from file to answer on the real server: bound, held to a place, read once, masked."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from database.connection import Connection
from graph_schema.errors import InputError, NotFound
from graph_schema.sensitivity import OFFICE, Sensitivity, Sight
from graph_schema.values.moment import Moment
from graph_schema.values.seal import Seal
from queries.ask import ask, ask_question
from queries.catalog import Question, read_question
from tests.neo4j.small_world import World, clear

COUNTY, PEOPLE = "429064", "64"
TOWN = COUNTY + "101"
FIRST, SECOND = TOWN + "001", TOWN + "002"
MOMENT = Moment.of_day(date(2026, 11, 20))
LEADERS = """/*---
id: leaders
anchor: building
scoped: within
title: {zh: 楼栋长, en: Building leaders}
question: {zh: 谁负责哪栋？, en: Who leads which building?}
parameters:
  place: {type: place, label: {zh: 范围, en: Within}, example: "429091100001"}
  role: {type: text, label: {zh: 角色, en: Role}, example: building_leader, default: building_leader}
columns:
  building: {zh: 楼栋, en: Building, kind: code}
  name: {zh: 姓名, en: Name, property: Person.name, holder: true}
  phone: {zh: 电话, en: Phone, kind: phone, holder: true}
  forgotten: {zh: 忘了, en: Forgotten}
---*/
MATCH (b:Building)
MATCH (b)<-[s:SERVES]-(p:Person)
WHERE s.role = $role AND (s.since IS NULL OR s.since <= $on) AND (s.until IS NULL OR s.until > $on)
RETURN b.code AS building, p.name AS name,
  {cipher: p.phone_cipher, last4: p.phone_last4, public: s.contact_public} AS phone, p.name AS forgotten
ORDER BY building
"""


@pytest.fixture(scope="module")
def graph(connection: Connection, seal: Seal) -> Iterator[Connection]:
    world = World(COUNTY, PEOPLE, seal)
    world.place("County", COUNTY, "云杉县")
    world.place("Town", TOWN, "松涛镇", COUNTY)
    for number, code in enumerate((FIRST, SECOND), 1):
        world.place("Community", code, f"第{number}社区", TOWN)
        world.place("Building", f"{code}B00001", "1栋", code)
        world.person(f"P6400000{number}", f"张{'一二'[number - 1]}", f"1990064000{number}")
        world.serves(f"P6400000{number}", f"{code}B00001", "building_leader", contact_public=number == 2)
    world.person("P64000003", "张三")
    world.serves("P64000003", f"{FIRST}B00001", "building_leader", until=date(2026, 1, 1))
    world.write(connection)
    yield connection
    clear(connection, COUNTY, PEOPLE)


@pytest.fixture
def leaders(tmp_path: Path) -> Question:
    file = tmp_path / "leaders.cypher"
    file.write_text(LEADERS, "utf-8")
    return read_question(file)


def test_an_answer_is_masked_and_what_is_over_left_out(graph: Connection, seal: Seal, leaders: Question) -> None:
    answer = ask_question(graph, leaders, sight=OFFICE, seal=seal, moment=MOMENT, place=TOWN)
    assert [dict(row) for row in answer.rows] == [
        {"building": f"{FIRST}B00001", "name": "张一", "phone": "199****0001", "forgotten": "***"},
        {"building": f"{SECOND}B00001", "name": "张二", "phone": "19900640002", "forgotten": "***"},
    ]


def test_another_day_has_another_answer(graph: Connection, seal: Seal, leaders: Question) -> None:
    moment = Moment.of_day(date(2025, 12, 31))
    answer = ask_question(graph, leaders, sight=OFFICE, seal=seal, moment=moment, place=FIRST)
    assert sorted(row["name"] for row in answer.rows) == ["张一", "张三"]


def test_a_viewer_sees_no_more_than_the_area(graph: Connection, seal: Seal, leaders: Question) -> None:
    sight = Sight(area=SECOND, clearance=Sensitivity.S0)
    answer = ask_question(graph, leaders, sight=sight, seal=seal, moment=MOMENT)
    assert [(row["name"], row["phone"]) for row in answer.rows] == [("张*", "19900640002")]
    assert ask_question(graph, leaders, sight=sight, seal=seal, moment=MOMENT, place=FIRST).rows == ()
    assert len(ask_question(graph, leaders, sight=sight, seal=seal, moment=MOMENT, place=SECOND).rows) == 1


def test_it_takes_one_round_trip(graph: Connection, seal: Seal, leaders: Question) -> None:
    before = graph.round_trips
    ask_question(graph, leaders, sight=OFFICE, seal=seal, moment=MOMENT, place=TOWN)
    assert graph.round_trips - before == 1


def test_a_question_of_the_whole_is_for_the_whole_area(graph: Connection, seal: Seal, tmp_path: Path) -> None:
    file = tmp_path / "leaders.cypher"
    whole = LEADERS.replace("scoped: within", "scoped: whole").replace(
        "MATCH (b:Building)\n", "MATCH (b:Building {code: $place})\n"
    )
    file.write_text(whole, "utf-8")
    with pytest.raises(InputError, match="whole area only"):
        ask_question(graph, read_question(file), sight=Sight(area=FIRST), seal=seal, moment=MOMENT, place=FIRST)


def test_an_unknown_question_is_not_found(graph: Connection, seal: Seal) -> None:
    with pytest.raises(NotFound, match="no question nonsense"):
        ask(graph, "nonsense", sight=OFFICE, seal=seal, moment=MOMENT)
