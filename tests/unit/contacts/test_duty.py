"""Pairs, zones, checkpoints and shifts in the chain; what a grid without a branch breaks."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from queries.contacts import Decision, decide
from queries.contacts.facts import PAIRED, Because, Facts, Post, Step, Target
from tests.unit.contacts.scene import BRANCH, NIGHT, NOON, STEPS, fact, facts, leave, person, post

HOME, BUILDING, GRID, COMMUNITY = (STEPS[label] for label in ("Household", "Building", "Grid", "Community"))
ZONE, GATE = Step("Zone", "429071001Z第一片区", "第一片区"), Step("Checkpoint", f"{GRID.code}K1", "东门")
FAR_GATE = Step("Checkpoint", f"{COMMUNITY.code}K1", "北门")
RESIDENT = Step("Person", "P50", "赵敏")
LEADER = post("building_leader", "P01", BUILDING)
URBAN: dict[str, Any] = {"Community": {"kind": "urban"}, "Building": {"occupied": True}}


def with_targets(known: Facts, *targets: Target) -> Facts:
    """The facts with further targets, and everybody in their posts known."""
    holders = {each.person_id: person(each.person_id) for target in targets for each in target.posts}
    return replace(known, targets=(*known.targets, *targets), people=holders | dict(known.people))


def paired(helper: str, helped: Step, since: dt.date | None = None, night_ok: bool = False) -> Target:
    pair = fact("PAIRED_WITH", Step("Person", helper, ""), helped)
    way = (fact("LIVES_IN", helped, HOME),) if helped.label == "Person" else ()
    return Target(helped, PAIRED, 0, way, (Post("paired_helper", helper, pair, since, night_ok=night_ok),))


def zone(*posts: Post) -> Target:
    return Target(ZONE, "Zone", 2, (fact("INCLUDES", ZONE, BUILDING),), posts)


def gate(step: Step, depth: int, *posts: Post) -> Target:
    return Target(step, "Checkpoint", depth, (fact("PART_OF", step, GRID),), posts)


def people(decision: Decision) -> list[str]:
    return [pick.person_id for pick in decision.picks if pick.person_id]


def passed(decision: Decision) -> set[tuple[str, str | None, str, str | None]]:
    return {(p.role, p.person_id, p.reason, p.gap) for p in decision.passed}


def on_shift(person_id: str) -> tuple[Because, ...]:
    shift = Step("Shift", f"{COMMUNITY.code}/2026-11-20/夜班", "")
    return fact("ON_SHIFT", Step("Person", person_id, ""), shift), fact("AT", shift, COMMUNITY)


def test_the_paired_helper_comes_first_the_one_known_longer_before_the_other() -> None:
    known = with_targets(
        facts(LEADER), paired("P11", RESIDENT, dt.date(2026, 5, 1)), paired("P12", HOME, dt.date(2025, 1, 1))
    )
    decision = decide(known, (), NOON)
    assert people(decision)[:3] == ["P12", "P11", "P01"]
    assert [reason.relationship for reason in decision.picks[1].because] == ["LIVES_IN", "PAIRED_WITH"]


def test_a_home_without_a_pair_has_no_vacancy() -> None:
    assert "paired_helper" not in {role for role, *_ in passed(decide(facts(LEADER), (), NOON))}


def test_a_helper_on_leave_is_covered_and_breaks_no_rule() -> None:
    away = person("P11", leaves=(leave("P11", "P12"),))
    known = with_targets(facts(LEADER, people=(away, person("P12"))), paired("P11", HOME))
    decision = decide(known, (), NOON)
    assert (decision.picks[0].person_id, decision.picks[0].stands_in) == ("P12", "leave_cover")
    assert ("paired_helper", "P11", "on_leave", None) in passed(decision)


def test_a_point_cadre_of_the_grid_comes_before_one_of_the_community_and_both_before_the_zone_lead() -> None:
    near, far = post("point_cadre", "P21", GATE), post("point_cadre", "P22", FAR_GATE)
    lead = post("zone_lead", "P23", ZONE)
    known = with_targets(facts(), gate(FAR_GATE, 4, far), gate(GATE, 3, near), zone(lead))
    assert people(decide(known, (), NOON)) == ["P21", "P22", "P23"]


@pytest.mark.parametrize(
    ("changes", "gap"),
    [
        (URBAN, "G17"),
        ({**URBAN, "Building": {"occupied": False}}, None),
        ({**URBAN, "Community": {"kind": "village"}}, None),
    ],
)
def test_a_zone_without_a_lead_is_vacant(changes: dict[str, Any], gap: str | None) -> None:
    known = with_targets(facts(**changes), zone())
    assert ("zone_lead", None, "vacant", gap) in passed(decide(known, (), NOON))


def test_where_no_zone_is_nobody_is_missed() -> None:
    assert "zone_lead" not in {role for role, *_ in passed(decide(facts(**URBAN), (), NOON))}


def test_a_grid_that_no_organisation_covers_breaks_its_rule() -> None:
    known = facts()
    bare = replace(known, targets=tuple(target for target in known.targets if target.step != BRANCH))
    assert ("branch_secretary", None, "vacant", "G08") in passed(decide(bare, (), NOON))
    assert ("branch_secretary", None, "vacant", None) in passed(decide(known, (), NOON))


def test_at_night_who_is_on_a_shift_may_be_called_and_cites_it() -> None:
    known = facts(LEADER, people=(person("P01", on_shift=on_shift("P01")),))
    first = decide(known, (), NIGHT).picks[0]
    assert first.person_id == "P01"
    assert first.because[-2:] == on_shift("P01")


def test_at_night_who_is_on_a_shift_comes_before_who_merely_agreed() -> None:
    agreed = post("grid_worker", "P02", GRID, night_ok=True, primary=True)
    other = post("grid_worker", "P03", GRID)
    known = facts(agreed, other, people=(person("P03", on_shift=on_shift("P03")),))
    assert people(decide(known, (), NIGHT)) == ["P03", "P02"]


def test_at_night_a_helper_who_agreed_on_a_post_of_theirs_may_be_called() -> None:
    known = with_targets(facts(LEADER), paired("P11", HOME), paired("P12", HOME, night_ok=True))
    assert people(decide(known, (), NIGHT)) == ["P12"]
