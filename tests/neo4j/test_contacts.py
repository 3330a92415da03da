"""The chain on the real graph: one round trip, and an answer that rests on what it cites and on nothing else."""

import datetime as dt
from collections.abc import Iterator
from typing import Any, cast

import pytest

from database.connection import Connection
from database.reading import Reader
from database.writing import rehearsal
from graph_schema.errors import InputError, NotFound
from graph_schema.facts import RelationshipChange
from graph_schema.sensitivity import OFFICE
from graph_schema.values.moment import CHINA, Moment
from graph_schema.values.seal import Seal
from queries.contacts import Chain, chain_for, decision_for
from queries.contacts.fetch import statement
from tests.neo4j import contacts_world as w
from tests.oracle import writing

DAY = dt.date(2026, 11, 20)
NOON = Moment.of_day(DAY)
NIGHT = Moment(dt.datetime(2026, 11, 20, 22, tzinfo=CHINA))
FACTS = w.world()["facts"]


@pytest.fixture(scope="module")
def estate(connection: Connection) -> Iterator[Connection]:
    world = w.world()
    writing.write(connection, [world])
    yield connection
    writing.remove(connection, [world])


def decided(reader: Reader, code: str = w.HOME, moment: Moment = NOON) -> tuple[list[Any], set[Any]]:
    """Whom it lists, in order, and whom it passes over."""
    decision = decision_for(reader, code, moment=moment)
    picks = [(pick.tier, pick.role, pick.person_id or pick.target.code, pick.stands_in) for pick in decision.picks]
    return picks, {(p.tier, p.role, p.person_id, p.reason, p.gap) for p in decision.passed}


def chain(reader: Reader, seal: Seal, code: str = w.HOME) -> Chain:
    return chain_for(reader, code, moment=NOON, sight=OFFICE, seal=seal)


def test_one_round_trip(estate: Connection, seal: Seal) -> None:
    before = estate.round_trips
    chain(estate, seal)
    assert estate.round_trips == before + 1


def test_the_whole_chain(estate: Connection) -> None:
    assert decided(estate) == (
        [
            (1, "paired_helper", w.HELPER, None),
            (3, "building_leader", w.LEADER, None),
            (4, "group_leader", w.STANDBY, "deputy"),
            (5, "grid_worker", w.COVER, "leave_cover"),
            (6, "branch_secretary", w.SECRETARY, None),
            (7, "point_cadre", w.POINT, None),
            (7, "zone_lead", w.ZONE_LEAD, None),
            (8, "community_cadre", w.CADRE, None),
            (11, "duty_phone", w.COMMUNITY, None),
            (12, "duty_phone", w.TOWN, None),
            (13, "duty_phone", w.COUNTY, None),
        ],
        {
            (2, "entrance_leader", w.RESIDENT, "same_household", None),
            (5, "grid_worker", w.AWAY, "on_leave", None),
            (6, "grid_leader", None, "vacant", None),
            (9, "community_secretary", w.SECRETARY, "same_person", None),
            (10, "community_director", None, "vacant", None),
        },
    )


def test_the_one_next_door(estate: Connection) -> None:
    picks, passed = decided(estate, w.LEADERLESS_HOME)
    assert picks[0] == (3, "building_leader", w.NEIGHBOUR, "next_door")
    assert (3, "building_leader", None, "vacant", "G04") in passed


def test_leave_ends_after_its_last_day(estate: Connection) -> None:
    picks, _ = decided(estate, moment=Moment.of_day(DAY + dt.timedelta(days=1)))
    assert (5, "grid_worker", w.AWAY, None) in picks


def test_at_night_only_who_is_on_a_shift_there_or_agreed(estate: Connection) -> None:
    picks, passed = decided(estate, moment=NIGHT)
    assert [pick[2] for pick in picks if pick[1] != "duty_phone"] == [w.LEADER, w.CADRE]
    assert (7, "point_cadre", w.POINT, "out_of_hours", None) in passed  # on a shift at a checkpoint


def test_who_is_called_because_of_a_shift_cites_it(estate: Connection, seal: Seal) -> None:
    leader = chain_for(estate, w.HOME, moment=NIGHT, sight=OFFICE, seal=seal).entries[0]
    assert [(b.relationship, b.end.code) for b in leader.because[-2:]] == [("ON_SHIFT", w.SHIFT), ("AT", w.COMMUNITY)]


def test_a_helper_of_the_home_is_everybodys_there_and_one_of_a_person_that_persons_alone(estate: Connection) -> None:
    def helpers(code: str) -> list[str]:
        return [pick[2] for pick in decided(estate, code)[0] if pick[1] == "paired_helper"]

    assert helpers(w.OTHER_HOME) == helpers(w.LEADER) == [w.HOME_HELPER]
    assert helpers(w.RESIDENT) == helpers(w.HOME) == [w.HELPER]
    assert helpers(w.BUILDING) == []


def test_a_zone_counts_while_it_is_in_force(estate: Connection) -> None:
    before = Moment.of_day(dt.date(2026, 2, 28))
    assert [pick[2] for pick in decided(estate, moment=before)[0] if pick[0] == 7] == [w.FORMER_LEAD]


@pytest.mark.parametrize(
    ("anchor", "first"),
    [
        pytest.param(w.RESIDENT, w.HELPER, id="a resident"),
        pytest.param(w.LEADER, w.HOME_HELPER, id="the leader, at home"),
        pytest.param(w.NEIGHBOUR, w.COVER, id="a person without a home: where they serve"),
        pytest.param(w.COVER, "", id="a person of whom no place is known"),
        pytest.param(w.BUILDING, w.LEADER, id="a building"),
        pytest.param(w.GRID, w.COVER, id="a grid"),
        pytest.param(w.COMMUNITY, w.CADRE, id="a community"),
        pytest.param(w.TOWN, w.TOWN, id="a town"),
        pytest.param(w.ZONE, w.ZONE_LEAD, id="a zone"),
        pytest.param(w.GATE, w.COVER, id="a checkpoint"),
        pytest.param(w.COMPOUND, "", id="a compound that hangs on nothing"),
    ],
)
def test_other_anchors(estate: Connection, anchor: str, first: str) -> None:
    picks, _ = decided(estate, anchor)
    assert picks[0][2] == first


def test_every_entry_cites_a_row(estate: Connection, seal: Seal) -> None:
    for entry in chain(estate, seal).entries:
        assert [reason.source for reason in entry.because if reason.source]


def _ends(fact: dict[str, Any]) -> tuple[str, str, str]:
    return fact["type"], fact["from"][1], fact["to"][1]


@pytest.mark.parametrize("code", [w.HOME, w.LEADERLESS_HOME, w.LEADER])
def test_what_is_cited_is_what_it_rests_on(estate: Connection, seal: Seal, code: str) -> None:
    """Each fact is taken away alone: the answer changes when it was cited, and does not when it was not."""
    whole, answer = chain(estate, seal, code), decided(estate, code)
    reasons = [reason for line in (*whole.entries, *whole.skipped) for reason in cast(Any, line).because]
    cited = {(reason.relationship, reason.start.code, reason.end.code) for reason in reasons}
    assert len(cited) > len(FACTS) / 3
    for fact in FACTS:
        with rehearsal(estate, [_gone(fact)]) as without:
            changed = decided(without, code) != answer
        assert changed is (_ends(fact) in cited), fact


def _gone(fact: dict[str, Any]) -> RelationshipChange:
    made = writing.relationship(fact, "")
    ends = (made.from_label, made.from_key, made.to_label, made.to_key)
    return RelationshipChange(made.type, made.fact_id, *ends, made.after, None)


def test_nothing_has_the_code(estate: Connection, seal: Seal) -> None:
    with pytest.raises(NotFound):
        chain(estate, seal, "429071009")


def test_a_topic_that_is_not_built_asks_the_graph_nothing(estate: Connection, seal: Seal) -> None:
    before = estate.round_trips
    with pytest.raises(InputError, match="not built"):
        chain_for(estate, w.HOME, moment=NOON, topic="care", sight=OFFICE, seal=seal)
    assert estate.round_trips == before


def test_the_statement_starts_at_the_anchor_alone(estate: Connection) -> None:
    parameters = {"code": w.HOME, "on": DAY, "at": NIGHT.at, "roles": ["grid_worker"], "leading": ["building_leader"]}
    parameters |= {"wide": True, "night": True}
    with estate.session() as session:
        plan = session.run(f"EXPLAIN {statement()}", parameters).consume().plan
    scans = {name for name in _operators(plan) if "Scan" in name or ("Seek" in name and "Unique" not in name)}
    assert scans == set()


def _operators(plan: Any) -> Iterator[str]:
    yield plan["operatorType"]
    for child in plan.get("children", ()):
        yield from _operators(child)
