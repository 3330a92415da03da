"""The rules of the product against the oracle's, on the same worlds, everywhere and within one county."""

import datetime as dt
from collections import defaultdict

import pytest

from database.connection import Connection
from graph_schema.sensitivity import OFFICE
from graph_schema.values.moment import Moment
from queries.gaps import Gap, find, summary
from tests.oracle import rules
from tests.oracle.duty import CHINA
from tests.oracle.worlds import World

RULES = ("G08", "G15", "G17", "G19", "G24")
WALKED = ("G08", "G17", "G19")  # held to a place by PART_OF; the others by the derived list scope, which is not here
DAYS = (dt.date(2028, 2, 29), dt.date(2026, 12, 31), dt.date(2024, 2, 29))
SOME = 10


def noon(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(12), CHINA)


def by_status(gaps: tuple[Gap, ...]) -> dict[tuple[str, str], list[str]]:
    """Subjects by rule and status; one that came twice stands there twice."""
    told: dict[tuple[str, str], list[str]] = defaultdict(list)
    for gap in gaps:
        told[gap.rule, gap.status].append(gap.subject)
    return {key: sorted(subjects) for key, subjects in told.items()}


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_the_rules_find_what_the_oracle_finds(connection: Connection, worlds: list[World], day: dt.date) -> None:
    moment = Moment(noon(day))
    found = by_status(find(connection, rules=RULES, moment=moment, sight=OFFICE, notes=True))
    wanted: dict[tuple[str, str], list[str]] = defaultdict(list)
    of: dict[str, int] = dict.fromkeys(RULES, 0)
    for one in worlds:
        for rule, said in rules.found(one, noon(day)).items():
            of[rule] += said.of
            for status, subjects in (("gap", said.gap), ("unknown", said.unknown), ("note", said.note)):
                wanted[rule, status] += subjects
    assert found == {key: sorted(subjects) for key, subjects in wanted.items() if subjects}
    assert {count.rule: count.of for count in summary(connection, rules=RULES, moment=moment, sight=OFFICE)} == of


def test_within_a_county_they_find_what_leads_up_to_it(connection: Connection, worlds: list[World]) -> None:
    at = noon(DAYS[0])
    for one in worlds[:SOME]:
        found = find(connection, rules=WALKED, place=one["county"], moment=Moment(at), sight=OFFICE, notes=True)
        homes = defaultdict(set)
        for fact in one["facts"]:
            if fact["type"] == "LIVES_IN":
                homes[fact["from"][1]].add(fact["to"][1])
        told = {(gap.rule, gap.subject) for gap in found}
        for rule in WALKED:
            said = rules.found(one, at)[rule]
            subjects = said.gap | said.unknown | said.note
            reaching = {s for s in subjects if any(one["county"] in rules.above(one, at, k) for k in homes.get(s, {s}))}
            assert {subject for id_, subject in told if id_ == rule} <= subjects
            assert rule == "G19" or {subject for id_, subject in told if id_ == rule} == reaching
