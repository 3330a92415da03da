"""What of a decision each viewer may see."""

from dataclasses import replace
from typing import Any

import pytest

from graph_schema.sensitivity import OFFICE, PUBLIC, Sensitivity, Sight
from graph_schema.values.seal import Seal
from queries.contacts import Chain, decide, masked
from queries.contacts.facts import Person, Phone
from tests.unit.contacts.scene import NOON, STEPS, facts, leave, person, post

SEAL = Seal(b"k" * 32)
NUMBER = "19900000102"
SEALED = (Phone("d", SEAL.seal(NUMBER), "0102"),)


def seen(sight: Sight, holder: Person, *others: Person) -> Chain:
    known = facts(post("building_leader", "P01", STEPS["Building"]), people=(holder, *others))
    return masked(decide(known, (), NOON), sight, SEAL)


def leader(**changes: Any) -> Person:
    return replace(person("P01", name="张伟", phones=SEALED), **changes)


def test_a_holder_is_named_and_shows_both_ends_of_the_number() -> None:
    entry = seen(OFFICE, leader()).entries[0]
    assert (entry.name, entry.phone, entry.phone_number) == ("张伟", "199****0102", None)


def test_a_number_that_the_holder_made_public_is_whole_for_everybody() -> None:
    entry = seen(PUBLIC, leader(public=True)).entries[0]
    assert (entry.phone, entry.phone_public, entry.phone_number) == (NUMBER, True, NUMBER)


def test_outside_the_office_names_and_numbers_are_masked() -> None:
    entry = seen(PUBLIC, leader()).entries[0]
    assert (entry.name, entry.phone) == ("张*", "*******")


@pytest.mark.parametrize(
    ("sight", "name", "phone"),
    [(OFFICE, "李静", "*******0102"), (Sight(clearance=Sensitivity.S1), "李*", "*******")],
)
def test_who_only_covers_a_leave_is_a_resident(sight: Sight, name: str, phone: str) -> None:
    cover = person("P02", name="李静", phones=SEALED, holds_role=False)
    entry = seen(sight, leader(leaves=(leave("P01", "P02"),)), cover).entries[0]
    assert (entry.stands_in, entry.name, entry.phone) == ("leave_cover", name, phone)


@pytest.mark.parametrize(
    ("sight", "shown"),
    [
        (OFFICE, "松涛社区松涛苑3栋1单元501"),
        (Sight(area="429071", clearance=Sensitivity.S2), "松涛社区松涛苑3栋1单元501"),
        (Sight(area="429079", clearance=Sensitivity.S2), "3栋1单元***"),
        (PUBLIC, "3栋1单元***"),
    ],
)
def test_a_home_is_whole_within_the_viewers_area(sight: Sight, shown: str) -> None:
    chain = seen(sight, leader())
    assert chain.anchor.name == shown
    assert {reason.start.name for reason in chain.entries[0].because if reason.start.label == "Household"} == {shown}


def test_no_whole_number_stands_anywhere_unless_public() -> None:
    assert NUMBER not in repr(seen(OFFICE, leader()))


def test_duty_phones_are_whole_and_may_be_dialled() -> None:
    known = facts(Community={"duty_phone": "0719-0000101"})
    entries = masked(decide(known, (), NOON), PUBLIC, SEAL).entries
    assert [(e.name, e.phone, e.phone_number) for e in entries] == [
        ("松涛社区", "0719-0000101", "0719-0000101"),
        ("松涛镇", "号码未登记", None),
        ("云杉县", "12345", "12345"),
    ]


def test_ranks_count_from_one_and_the_path_ends_above_the_home() -> None:
    chain = seen(OFFICE, leader())
    assert [entry.rank for entry in chain.entries] == [1, 2, 3, 4]
    assert [step.label for step in chain.path] == ["County", "Town", "Community", "Grid", "Building", "Entrance"]
