"""Changes in words: who answers for what first, numbers masked, nothing that we derive, and no need told of anybody."""

from datetime import date
from typing import Any

import pytest

from app.cases.changes import SHOWN, lines
from database.connection import Connection, Endpoint
from graph_schema.facts import Change, NodeChange, RelationshipChange
from graph_schema.sensitivity import OFFICE, PUBLIC, Sight

BUILDING = NodeChange("Building", "B1", None, {"code": "B1", "name": "1栋", "address": "松涛苑1栋", "floors": 6})
PERSON = NodeChange(
    "Person",
    "P1",
    None,
    {
        "person_id": "P1",
        "name": "张伟",
        "birth_date": date(1990, 8, 3),
        "phone_cipher": "closed",
        "phone_last4": "2046",
        "source": "2026-11-25-001/1/1/3",
    },
)


def serves(before: dict[str, Any] | None, after: dict[str, Any] | None) -> RelationshipChange:
    """That the person leads the building."""
    return RelationshipChange("SERVES", "f1", "Person", "P1", "Building", "B1", before, after)


def told(*changes: Change, sight: Sight = OFFICE) -> list[dict[str, Any]]:
    """The lines of changes that name everything themselves: the graph is not asked."""

    def nowhere() -> Endpoint:
        pytest.fail("the graph was asked")

    return lines(changes, Connection(nowhere), sight)


def test_who_answers_comes_before_who_and_what_they_are() -> None:
    found = told(BUILDING, PERSON, serves(None, {"role": "building_leader", "since": date(2025, 3, 1)}))
    assert [(line["type"], line["subject"]["name"]) for line in found] == [
        ("SERVES", "张伟"),
        ("", "松涛苑1栋"),
        ("", "张伟"),
    ]
    assert (found[0]["role"], found[0]["target"]["name"]) == ("building_leader", "松涛苑1栋")


def test_neither_sealed_nor_derived_nor_whole_values_are_told() -> None:
    [line] = told(PERSON)
    assert {each["name"]: each["after"] for each in line["fields"]} == {"birth_date": "***", "phone_last4": "2046"}
    assert line["source"] == "2026-11-25-001/1/1/3"


def test_whoever_may_see_less_sees_less() -> None:
    [line] = told(PERSON, sight=PUBLIC)
    assert line["subject"]["name"] == "张*"


def test_a_day_is_told_as_precisely_as_it_is_known() -> None:
    since = {"role": "building_leader", "since": date(2025, 3, 1), "since_precision": "month"}
    [line, *_] = told(serves({"role": "building_leader"}, since), PERSON, BUILDING)
    assert (line["verb"], line["fields"]) == (
        "changed",
        ({"owner": "SERVES", "name": "since", "before": None, "after": "2025-03"},),
    )


def test_what_ends_says_when() -> None:
    before = {"role": "building_leader", "since": date(2025, 3, 1)}
    [line, *_] = told(serves(before, before | {"until": date(2026, 11, 25)}), PERSON, BUILDING)
    assert (line["verb"], [each["after"] for each in line["fields"]]) == ("ended", ["2026-11-25"])


def test_a_need_is_told_without_whose_it_is() -> None:
    need = RelationshipChange("HAS_NEED", "f2", "Person", "P1", "Need", "living_alone", None, {"basis": "duty"})
    [line, *_] = told(need, PERSON, NodeChange("Need", "living_alone", None, {"name_zh": "独居老人"}))
    assert (line["subject"]["name"], line["subject"]["key"], line["target"]["name"]) == ("***", "", "***")
    assert line["fields"] == ()


def test_only_so_many_of_a_verb_are_listed() -> None:
    many = [NodeChange("Building", f"B{n}", None, {"name": f"{n}栋"}) for n in range(SHOWN + 50)]
    assert len(told(*many)) == SHOWN
