"""Which period of a fact a row speaks of, and whether it begins another."""

import datetime as dt
from typing import Any

import pytest

from graph_schema.values.day import Day, from_text
from loaders import periods
from loaders.draft import Fact, Node

TODAY = dt.date(2026, 11, 20)


def row(since: str = "", until: str = "") -> dict[str, Any]:
    """A period as the graph has it."""
    begun, over = (from_text(text) if text else None for text in (since, until))
    said = {"since": begun.date, "since_precision": begun.precision} if begun else {}
    return {"properties": said | ({"until": over.date} if over else {})}


def fact(since: str = "", until: str = "") -> Fact:
    """What a row says."""
    person = Node("Person", ("Person", "P1"), "甲明", "甲明")
    begun, over = (from_text(text) if text else None for text in (since, until))
    return Fact("SERVES", person, person, "building_leader", begun, over, {}, "")


PAST, PRESENT = row("2020-01-01", "2022-01-01"), row("2025-01-01")


@pytest.mark.parametrize(
    ("said", "corrects", "meant"),
    [
        (fact(), False, PRESENT),
        (fact("2025-01-01"), False, PRESENT),
        (fact("2025"), False, PRESENT),
        (fact("2020-01-01"), False, None),
        (fact("2020-01-01", "2021-06-30"), False, PAST),
        (fact("2020-01-01"), True, PAST),
        (fact("2018-01-01", "2019-01-01"), False, None),
        (fact("2026-05-01"), False, PRESENT),
    ],
)
def test_the_period_that_is_meant(said: Fact, corrects: bool, meant: dict[str, Any] | None) -> None:
    assert periods.meant(said, [PAST, PRESENT], TODAY, corrects) == meant


@pytest.mark.parametrize(
    ("since", "known", "anew"),
    [
        ("2026-05-01", "2025-01-01", True),
        ("2026-05-01", "2026", False),
        ("2026", "2026-05-01", False),
        ("2024-01-01", "2025-01-01", False),
        ("2026-05-01", "", False),
        ("", "2025-01-01", False),
    ],
)
def test_only_a_later_day_begins_anew(since: str, known: str, anew: bool) -> None:
    assert periods.begins_anew(fact(since), row(known), corrects=False) is anew
    assert not periods.begins_anew(fact(since), row(known), corrects=True)


def test_a_vaguer_day_is_no_news() -> None:
    assert periods.is_vaguer(from_text("2025"), PRESENT)
    assert not periods.is_vaguer(Day(dt.date(2025, 1, 1)), row("2025"))
