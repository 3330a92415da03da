"""The questions behind the pages, each with the answer that the small county must give."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from database.connection import Connection
from graph_schema.sensitivity import OFFICE, PUBLIC, Sight
from graph_schema.values import name
from graph_schema.values.moment import Moment
from graph_schema.values.seal import Seal
from queries.answer import Row
from queries.ask import ask
from tests.browser import world

MOMENT = Moment.of_day(date(2026, 11, 25))


@pytest.fixture(scope="module")
def county(connection: Connection, seal: Seal) -> Iterator[Connection]:
    """A graph with the small county in it."""
    world.erase(connection)
    world.write(connection, seal)
    yield connection
    world.erase(connection)


@pytest.fixture
def asked(county: Connection, seal: Seal) -> Any:
    """Asks a question as the office, or with another sight."""

    def asks(question: str, *, sight: Sight = OFFICE, moment: Moment = MOMENT, **parameters: Any) -> tuple[Row, ...]:
        return ask(county, question, sight=sight, seal=seal, moment=moment, **parameters).rows

    return asks


def test_areas(asked: Any) -> None:
    found = {(row["code"], row["parent"]) for row in asked("areas") if row["code"].startswith(world.COUNTY)}
    assert found == {
        (world.COUNTY, None),
        (world.TOWN, world.COUNTY),
        (world.COMMUNITY, world.TOWN),
        (world.OTHER, world.TOWN),
    }


def test_place_facts(asked: Any) -> None:
    (row,) = asked("place_facts", place=world.BUILDING)
    assert [step["name"] for step in row["path"]] == ["云杉县", "松涛镇", "松涛社区", "第一网格"]
    assert [step["name"] for step in row["compounds"]] == ["松涛苑"]
    assert (row["label"], row["homes"], row["floors"]) == ("Building", 6, 6)


def test_place_facts_know_no_households(asked: Any) -> None:
    assert asked("place_facts", place=world.HOUSEHOLD) == ()


def test_place_roles(asked: Any) -> None:
    found = {
        (row["height"], row["role"], row["name"], row["phone"]) for row in asked("place_roles", place=world.BUILDING)
    }
    assert found == {
        (0, "building_leader", "张伟", "199****2046"),
        (0, "deputy_building_leader", "李强", "199****3321"),
        (1, "grid_worker", "覃秀珍", "19900000172"),
        (2, "community_secretary", "何志远", "199****8305"),
    }


def test_place_roles_of_a_day_before(asked: Any) -> None:
    assert asked("place_roles", place=world.BUILDING, moment=Moment.of_day(date(2026, 2, 28))) == ()


def test_place_homes(asked: Any) -> None:
    rows = asked("place_homes", place=world.BUILDING)
    assert [(row["entrance"], row["room"], row["residents"]) for row in rows][:3] == [
        ("1单元", "101", 0),
        ("1单元", "302", 1),
        ("1单元", "501", 3),
    ]


def test_compound_buildings(asked: Any) -> None:
    rows = asked("compound_buildings", place=world.COMPOUND)
    assert [row["code"] for row in rows] == [world.BUILDING, world.UNLED, world.EMPTY]


def test_household_card(asked: Any) -> None:
    rows = asked("household_card", household=world.HOUSEHOLD)
    assert [(row["name"], row["relation"], row["phone"], row["minor"]) for row in rows] == [
        (world.MARKUP, "户主", "*******7712", False),
        ("王桂兰", "母亲", "*******5678", False),
        ("王*", "女儿", None, True),
    ]


def test_household_card_for_the_public(asked: Any) -> None:
    (first, *_rest) = asked("household_card", household=world.HOUSEHOLD, sight=PUBLIC)
    assert (first["address"], first["name"], first["phone"]) == ("***", name.mask(world.MARKUP), "***")


def test_household_changes(asked: Any) -> None:
    rows = asked("household_changes", household=world.HOUSEHOLD)
    assert {(row["what"], row["role"], row["name"]) for row in rows} >= {
        ("serves", "building_leader", "张伟"),
        ("serves", "grid_worker", "覃秀珍"),
    }
    assert "王小雨" not in {row["name"] for row in rows}


def test_person_facts(asked: Any) -> None:
    (leader,) = asked("person_facts", person=world.LEADER)
    (worker,) = asked("person_facts", person=world.WORKER)
    assert (leader["name"], leader["phone"], leader["member"]) == ("张伟", "199****2046", True)
    assert (worker["phone"], worker["public"]) == ("19900000172", True)


def test_person_facts_of_a_child(asked: Any) -> None:
    (child,) = asked("person_facts", person="P51000006")
    assert (child["name"], child["gender"], child["own_phone"], child["phone"]) == ("王*", None, None, None)


def test_person_roles(asked: Any) -> None:
    (row,) = asked("person_roles", person=world.LEADER)
    assert (row["role"], row["target"], row["current"], row["homes"]) == (
        "building_leader",
        "松涛社区松涛苑3栋",
        True,
        6,
    )


def test_person_homes(asked: Any) -> None:
    (row,) = asked("person_homes", person=world.LEADER)
    assert (row["bond"], row["address"]) == ("lives", "松涛社区松涛苑3栋1单元302")


def test_responsible(asked: Any) -> None:
    rows = asked("responsible", places=[world.GRID, world.GRID_2, world.BUILDING])
    assert {(row["place"], row["role"], row["name"]) for row in rows} == {
        (world.GRID, "grid_worker", "覃秀珍"),
        (world.BUILDING, "building_leader", "张伟"),
        (world.BUILDING, "deputy_building_leader", "李强"),
    }
