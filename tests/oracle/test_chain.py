"""The chain of the product against the oracle's, on two hundred worlds in one graph."""

import datetime as dt
from typing import Any

import pytest

from database.connection import Connection
from graph_schema.values.moment import Moment
from queries.contacts import Decision, Mark, decision_for
from tests.oracle import oracle
from tests.oracle.worlds import World

SHOWN = 3  # disagreements that are printed whole


def test_the_chain_is_the_oracles(
    connection: Connection, worlds: list[World], capsys: pytest.CaptureFixture[str]
) -> None:
    chains, told = 0, []
    for index, one in enumerate(worlds):
        for anchor, at, marks in one["cases"]:
            chains += 1
            difference = _difference(connection, one, anchor, at, marks)
            if difference:
                told.append(_small(index, one, anchor, at, marks, difference))
    with capsys.disabled():
        print(f"\n{len(worlds)} worlds, {chains} chains, {len(told)} disagreements (seeds 0 to {len(worlds) - 1})")
    assert not told, "\n\n".join(told[:SHOWN])


def test_the_worlds_are_nasty(worlds: list[World]) -> None:
    answers = [oracle.chain(one, *case) for one in worlds for case in one["cases"]]
    reasons = {reason for answer in answers for *_, reason, _ in answer["skipped"]}
    stand_ins = {entry[4] for answer in answers for entry in answer["entries"]}
    broken = {answer["broken_at"] for answer in answers}
    assert reasons == {
        "vacant",
        "on_leave",
        "no_phone",
        "no_answer",
        "out_of_hours",
        "same_person",
        "same_household",
        "inactive",
    }
    assert stand_ins == {None, "deputy", "leave_cover", "next_door"}
    roles = {entry[2] for answer in answers for entry in answer["entries"]}
    gaps = {gap for answer in answers for gap in answer["gaps"]}
    assert {"paired_helper", "point_cadre", "zone_lead", "hub_household"} <= roles
    assert gaps == {"G01", "G04", "G06", "G08", "G17", "G24"}
    assert broken == {None, "household", "building", "grid", "community", "town", "county"}


def test_every_chain_ends_with_a_county(worlds: list[World]) -> None:
    answers = [oracle.chain(one, *case) for one in worlds[:20] for case in one["cases"]]
    assert {answer["entries"][-1][1:3] == [13, "duty_phone"] for answer in answers} == {True}


def _difference(
    connection: Connection, one: World, anchor: str, at: dt.datetime, marks: list[dict[str, Any]]
) -> dict[str, tuple[Any, Any]]:
    """What differs: by name, the product's and the oracle's."""
    decision = decision_for(connection, anchor, moment=Moment(at), marks=tuple(Mark(**mark) for mark in marks))
    got, wanted = _plain(decision), oracle.chain(one, anchor, at, marks)
    return {name: (got[name], wanted[name]) for name in wanted if got[name] != wanted[name]}


def _plain(decision: Decision) -> dict[str, Any]:
    anchor = decision.facts.anchor.code
    return {
        "path": [place.step.code for place in reversed(decision.facts.way) if place.step.code != anchor],
        "broken_at": decision.broken_at,
        "entries": [
            [rank, pick.tier, pick.role, pick.person_id or pick.target.code, pick.stands_in, pick.number]
            for rank, pick in enumerate(decision.picks, 1)
        ],
        "skipped": [[p.tier, p.role, p.person_id, p.reason, p.gap] for p in decision.passed],
        "gaps": list(decision.gaps),
    }


def _small(index: int, one: World, anchor: str, at: dt.datetime, marks: list[Any], difference: dict[str, Any]) -> str:
    """A failing case with the facts of its world that touch the anchor or whoever the two sides disagree about."""
    rows = [(name, row) for name in ("entries", "skipped") for side in difference.get(name, ()) for row in side]
    people = {str(row[2 if name == "skipped" else 3]) for name, row in rows} | {anchor}
    facts = [fact for fact in one["facts"] if {fact["from"][1], fact["to"][1]} & people]
    lines = [f"world {index}: {anchor} at {at.isoformat()}, marks {marks}"]
    lines += [f"  {name}\n    product {got}\n    oracle  {wanted}" for name, (got, wanted) in difference.items()]
    return "\n".join([*lines, *(f"  {fact}" for fact in facts)])
