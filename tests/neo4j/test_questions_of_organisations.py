"""The questions behind the pages of units, party organisations, zones and checkpoints, and their answers."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pytest

from database.connection import Connection
from graph_schema.sensitivity import OFFICE, PUBLIC, Sight
from graph_schema.values import name
from graph_schema.values.moment import CHINA, Moment
from graph_schema.values.seal import Seal
from queries.answer import Row
from queries.ask import ask
from tests.browser import life, world

MOMENT = Moment.of(datetime(2026, 11, 25, 12, tzinfo=CHINA))


@pytest.fixture(scope="module")
def county(connection: Connection, seal: Seal) -> Iterator[Connection]:
    """A graph with the small county and its organisations in it."""
    for _code in life.county(connection, seal):
        yield connection


@pytest.fixture
def asked(county: Connection, seal: Seal) -> Any:
    """Asks a question as the office, or with another sight."""

    def asks(question: str, *, sight: Sight = OFFICE, moment: Moment = MOMENT, **parameters: Any) -> tuple[Row, ...]:
        return ask(county, question, sight=sight, seal=seal, moment=moment, **parameters).rows

    return asks


def test_unit_facts(asked: Any) -> None:
    (row,) = asked("unit_facts", unit=life.UNIT)
    assert [step["name"] for step in row["path"]] == ["云杉县", "松涛镇"]
    assert (row["kind"], row["staff"], row["members"], row["reported"], row["covered"], row["homes"]) == (
        "county_agency", 3, 3, 1, 3, 12,
    )  # fmt: skip


def test_unit_facts_of_an_unknown_unit(asked: Any) -> None:
    assert asked("unit_facts", unit="U519999") == ()


def test_unit_around(asked: Any) -> None:
    rows = asked("unit_around", unit=life.UNIT)
    assert {(row["bond"], row["code"], row["zone"]) for row in rows} == {
        ("covers", life.ZONE, None),
        ("covers", world.BUILDING, "东片"),
        ("covers", world.UNLED, "东片"),
        ("cobuilds", world.COMMUNITY, None),
        ("reported", world.COMMUNITY, None),
    }


def test_unit_people_turn_pages(asked: Any) -> None:
    first = asked("unit_people", unit=life.UNIT, most=2)
    rest = asked("unit_people", unit=life.UNIT, skip=2, most=2)
    assert [row["bond"] for row in first] == ["contact", "works", "works"]
    assert [row["bond"] for row in rest] == ["contact", "works"]
    assert {row["person_id"] for row in (*first, *rest)} == {life.BUSY, life.LONG, world.LEADER}


def test_unit_people_for_the_public(asked: Any) -> None:
    contact, *staff = asked("unit_people", unit=life.UNIT, sight=PUBLIC)
    assert contact["holder"] == name.mask("六职全")
    assert {row["name"] for row in staff} == {name.mask(each) for each in ("六职全", "张伟", life.LONG_NAME)}


def test_org_facts_count_each_member_once(asked: Any) -> None:
    (branch,) = asked("org_facts", organisation=life.BRANCH)
    (top,) = asked("org_facts", organisation=life.ORGANISATION)
    assert (branch["full"], branch["probationary"], branch["together"], branch["below"]) == (2, 1, 3, life.CROWD + 1)
    assert (top["full"], top["together"], [step["name"] for step in branch["above"]]) == (0, 3, ["松涛社区党总支"])
    assert [step["name"] for step in branch["path"]] == ["云杉县", "松涛镇", "松涛社区", "第一网格"]


def test_org_around_is_never_a_flood(asked: Any) -> None:
    rows = asked("org_around", organisation=life.BRANCH, most=20)
    assert [row["bond"] for row in rows].count("below") == 20
    assert {(row["bond"], row["name"]) for row in rows if row["bond"] != "below"} == {
        ("covers", "松涛社区第一网格"),
        ("reported", "青石社区"),
    }


def test_org_people(asked: Any) -> None:
    rows = asked("org_people", organisation=life.BRANCH)
    assert {(row["bond"], row["person_id"], row["member_type"]) for row in rows} == {
        ("officer", life.BUSY, "full"),
        ("member", life.BUSY, "full"),
        ("member", world.LEADER, "full"),
        ("member", life.LONG, "probationary"),
    }
    assert [step["name"] for row in rows for step in row["groups"]] == ["3栋党小组"]


def test_party_tree(asked: Any) -> None:
    rows = asked("party_tree_orgs", place=world.TOWN, most=20)
    assert [(row["depth"], row["code"]) for row in rows][:2] == [(0, life.ORGANISATION), (1, life.BRANCH)]
    assert (rows[0]["full"], rows[0]["probationary"], rows[1]["head"], len(rows)) == (2, 1, "六职全", 22)


def test_party_tree_counts(asked: Any) -> None:
    rows = asked("party_tree_counts", place=world.COUNTY)
    assert [(row["kind"], row["organisations"], row["full"]) for row in rows] == [
        ("general_branch", 1, 0),
        ("branch", 1, 2),
        ("group", life.CROWD + 1, 0),
    ]


def test_party_tree_homes(asked: Any) -> None:
    (row,) = asked("party_tree_homes", organisations=[life.GROUP])
    assert (row["organisation"], row["code"], row["people"]) == (life.GROUP, f"{world.BUILDING}-1-302", 1)


def test_zone_inside(asked: Any) -> None:
    rows = asked("zone_inside", place=life.ZONE)
    assert {(row["bond"], row["code"], row["person"]) for row in rows} == {
        ("unit", life.UNIT, "六职全"),
        ("building", world.BUILDING, "张伟"),
        ("building", world.UNLED, None),
        ("checkpoint", life.CHECKPOINT, "六职全"),
    }


def test_checkpoint_shifts(asked: Any) -> None:
    rows = asked("checkpoint_shifts", place=life.CHECKPOINT, first=life.DAY, last=life.DAY)
    assert [(row["code"].rpartition("/")[2], row["name"], row["starts"].hour) for row in rows] == [
        ("早班", "张伟", 7),
        ("早班", "覃秀珍", 7),
        ("晚班", "张伟", 19),
    ]


def test_responsibility(asked: Any) -> None:
    (unit,) = asked("responsibility_units", place=world.COMMUNITY)
    buildings = asked("responsibility_buildings", units=[unit["code"]], place=world.COMMUNITY)
    posts = asked("responsibility_posts", place=world.COMMUNITY)
    assert (unit["code"], unit["buildings"], [zone["name"] for zone in unit["zones"]]) == (life.UNIT, 2, ["东片"])
    assert {(row["zone"], row["code"], row["person"]) for row in buildings} == {
        (life.ZONE, world.BUILDING, "张伟"),
        (life.ZONE, world.UNLED, None),
    }
    assert {(row["label"], row["role"], row["person"]) for row in posts} == {
        ("Zone", "zone_lead", "六职全"),
        ("Checkpoint", "checkpoint_lead", "六职全"),
        ("Community", "community_secretary", "何志远"),
    }


def test_a_zone_that_is_over_is_nobodys_post(asked: Any) -> None:
    zones = {row["code"] for row in asked("responsibility_posts", place=world.TOWN) if row["label"] == "Zone"}
    (town,) = asked("place_facts", place=world.TOWN)
    assert (zones, [step["name"] for step in town["zones"]]) == ({life.ZONE}, ["东片"])


def test_responsibility_of_a_place_without_units(asked: Any) -> None:
    assert asked("responsibility_units", place=world.OTHER) == ()


def test_tonight_counts_who_is_lacking(asked: Any) -> None:
    (row,) = asked("responsibility_tonight", place=world.COUNTY)
    assert (row["code"], row["people"], row["required"], row["short"], row["names"]) == (
        life.CHECKPOINT, 1, 2, 1, ["张伟"],
    )  # fmt: skip


def test_household_care(asked: Any) -> None:
    rows = asked("household_care", household=world.HOUSEHOLD)
    assert {(row["bond"], row["name"], row["person"]) for row in rows} == {
        ("pair", None, "六职全"),
        ("request", None, "六职全"),
        ("party", "3栋党小组", "六职全"),
        ("party", "第一网格党支部", "六职全"),
        ("party", "松涛社区党总支", None),
        ("watch", "松涛苑东门", "张伟"),
        ("watch", "松涛苑东门", "覃秀珍"),
    }


def test_person_ties(asked: Any) -> None:
    rows = asked("person_ties", person=life.BUSY)
    assert {(row["bond"], row["name"] or row["person"] or row["skill"]) for row in rows} == {
        ("helps", "王桂兰"),
        ("leave", "覃秀珍"),
        ("skill", "护理"),
        ("member", "第一网格党支部"),
        ("works", "云杉县<i>林业</i>局"),
        ("reported", "松涛社区"),
        ("claimed", None),
    }


def test_person_ties_of_who_stands_in(asked: Any) -> None:
    rows = asked("person_ties", person=world.WORKER)
    assert [(row["bond"], row["person"] or row["name"]) for row in rows if row["bond"] == "covers"] == [
        ("covers", "六职全")
    ]
    assert sum(row["bond"] == "shift" for row in rows) == 2


def test_a_building_names_its_zone_units_and_organisations(asked: Any) -> None:
    (row,) = asked("place_facts", place=world.BUILDING)
    named = {key: [step["name"] for step in row[key]] for key in ("zones", "units", "organisations")}
    assert named == {"zones": ["东片"], "units": ["云杉县<i>林业</i>局"], "organisations": ["3栋党小组"]}


def test_a_place_lists_its_volunteers_last(asked: Any) -> None:
    below = asked("place_roles", place=world.BUILDING)
    here = asked("place_roles", place=world.COMMUNITY)
    assert "volunteer" not in {row["role"] for row in below}
    assert [row["role"] for row in here if row["height"] == 0][-1] == "volunteer"
