"""The rules on the sample rosters, all eleven files loaded: what expected/gaps.json says of each that is built."""

import json
from typing import Any

import pytest

from database.connection import Connection
from graph_schema.sensitivity import OFFICE
from graph_schema.values.moment import Moment
from graph_schema.values.seal import Seal
from queries.gaps import RULES, board, find, summary
from tests.neo4j.rosters_world import SAMPLES, load_all_samples, people, places

EXPECTED = json.loads((SAMPLES / "expected" / "gaps.json").read_text("utf-8"))
MOMENT = Moment.parse(EXPECTED["as_of"])


@pytest.fixture(scope="module")
def samples(connection: Connection, seal: Seal) -> Connection:
    load_all_samples(connection, seal)
    return connection


@pytest.fixture(scope="module")
def natural(samples: Connection) -> dict[str, str]:
    """Natural keys by code and person_id."""
    names = {code: key for code, (_, key, _) in places(samples).items()}
    found = people(samples)
    return names | {id_: f"{one['properties']['name']}@{names.get(one['home'], '')}" for id_, one in found.items()}


def expected(rule: str, status: str) -> set[str]:
    told: list[dict[str, Any]] = EXPECTED["rules"][rule][status]
    return {one["key"] for one in told}


@pytest.mark.parametrize("rule", RULES)
def test_it_finds_the_same(samples: Connection, natural: dict[str, str], rule: str) -> None:
    found = find(samples, rules=[rule], moment=MOMENT, sight=OFFICE, notes=True)
    told = {s: {natural[gap.subject] for gap in found if gap.status == s} for s in ("gap", "unknown", "note")}
    assert told["gap"] == expected(rule, "gaps")
    assert told["unknown"] == expected(rule, "unknown")
    assert len(found) == len({gap.subject for gap in found})
    if rule == "G01":
        assert told["note"] == set(EXPECTED["rules"][rule]["only_part_time"])


def test_they_are_a_percentage_of_the_same(samples: Connection) -> None:
    counts = summary(samples, moment=MOMENT, sight=OFFICE)
    assert {count.rule: count.of for count in counts} == {id_: EXPECTED["rules"][id_]["denominator"] for id_ in RULES}


def test_the_board_by_community_adds_up(samples: Connection) -> None:
    shown = board(samples, moment=MOMENT)
    for count in summary(samples, moment=MOMENT, sight=OFFICE):
        assert shown.total[count.rule] == count
        parts = [shown.rest[count.rule], *(row.counts[count.rule] for row in shown.rows)]
        assert sum(part.gap for part in parts) == count.gap
