"""Who is listed, who is passed over, and which rules that breaks."""

import datetime as dt
from typing import Any

import pytest

from graph_schema.errors import InputError
from queries.contacts import Decision, Mark, decide
from queries.contacts.facts import Facts, Neighbour, Phone, Post, Step
from tests.unit.contacts.scene import (
    BRANCH,
    GROUP,
    NIGHT,
    NOON,
    STEPS,
    fact,
    facts,
    leave,
    person,
    post,
)

BUILDING, GRID, COMMUNITY = STEPS["Building"], STEPS["Grid"], STEPS["Community"]
LEADER = post("building_leader", "P01", BUILDING)
WORKER = post("grid_worker", "P02", GRID)
OCCUPIED: dict[str, Any] = {"Household": {"occupied": True}, "Building": {"occupied": True}}
DUTY = [(11, "duty_phone", None), (12, "duty_phone", None), (13, "duty_phone", None)]


def listed(decision: Decision) -> list[tuple[int, str, str | None]]:
    return [(pick.tier, pick.role, pick.person_id) for pick in decision.picks]


def people(decision: Decision) -> list[str]:
    return [pick.person_id for pick in decision.picks if pick.person_id]


def passed(decision: Decision) -> set[tuple[str, str | None, str, str | None]]:
    return {(p.role, p.person_id, p.reason, p.gap) for p in decision.passed if p.person_id or p.gap}


def at_noon(known: Facts, *marks: Mark) -> Decision:
    return decide(known, marks, NOON)


def mark(about: str, *, minutes: int = 0, days: int = 0, by: str = "A") -> Mark:
    return Mark(about, NOON.at - dt.timedelta(days=days, minutes=minutes), by)


def next_door(number: int, leader: str, *, compound: str = "", lon: float | None = None) -> Neighbour:
    step = Step("Building", f"429071001001B{number:05}", f"{number}栋")
    located = (fact("LOCATED_IN", step, Step("Compound", compound, "苑")),) if compound else ()
    lat = None if lon is None else 32.0
    return Neighbour(
        step, (fact("PART_OF", step, GRID),), (post("building_leader", leader, step),), frozenset(), located, lon, lat
    )


def test_tiers_keep_the_numbers_of_the_full_order() -> None:
    posts = (
        post("entrance_leader", "P10", STEPS["Entrance"]),
        post("hub_household", "P11", BUILDING),
        LEADER,
        post("group_leader", "P12", GROUP),
        WORKER,
        post("grid_leader", "P13", GRID),
        post("branch_secretary", "P14", BRANCH),
        post("community_cadre", "P15", COMMUNITY),
        post("community_secretary", "P16", COMMUNITY),
        post("community_director", "P17", COMMUNITY),
    )
    assert listed(at_noon(facts(*reversed(posts)))) == [
        (2, "entrance_leader", "P10"),
        (2, "hub_household", "P11"),
        (3, "building_leader", "P01"),
        (4, "group_leader", "P12"),
        (5, "grid_worker", "P02"),
        (6, "grid_leader", "P13"),
        (6, "branch_secretary", "P14"),
        (8, "community_cadre", "P15"),
        (9, "community_secretary", "P16"),
        (10, "community_director", "P17"),
        *DUTY,
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"primary": True}, {"on": dt.date(2001, 1, 1)}),
        ({"priority": 1}, {"priority": 2}),
        ({"priority": 9}, {"priority": None}),
        ({"on": dt.date(2020, 1, 1)}, {"on": dt.date(2021, 1, 1)}),
        ({"on": dt.date(2020, 1, 1)}, {"on": None}),
    ],
)
def test_equals_are_ordered(first: dict[str, Any], second: dict[str, Any]) -> None:
    ahead, behind = post("grid_worker", "P09", GRID, **first), post("grid_worker", "P05", GRID, **second)
    assert people(at_noon(facts(behind, ahead))) == ["P09", "P05"]


def test_of_full_equals_the_lower_id_comes_first() -> None:
    assert people(at_noon(facts(post("grid_worker", "P09", GRID), post("grid_worker", "P05", GRID)))) == ["P05", "P09"]


def test_at_most_two_cadres() -> None:
    cadres = [post("community_cadre", f"P{n}", COMMUNITY, priority=n) for n in range(1, 5)]
    assert people(at_noon(facts(*cadres))) == ["P1", "P2"]


def test_a_vacancy_breaks_its_rule_where_somebody_lives() -> None:
    decision = at_noon(facts(**OCCUPIED))
    assert passed(decision) == {("building_leader", None, "vacant", "G04"), ("grid_worker", None, "vacant", "G01")}
    assert "G04" not in at_noon(facts()).gaps


def test_a_village_has_another_leader_and_no_g04() -> None:
    village = facts(post("villager_group_leader", "P03", BUILDING), Community={"kind": "village"}, **OCCUPIED)
    assert listed(at_noon(village))[0] == (3, "villager_group_leader", "P03")
    assert "G04" not in at_noon(facts(Community={"kind": "village"}, **OCCUPIED)).gaps


@pytest.mark.parametrize(
    ("changes", "reason", "gap"),
    [
        ({"status": "moved"}, "inactive", None),
        ({"status": "deceased"}, "inactive", None),
        ({"leaves": (leave("P01"),)}, "on_leave", "G24"),
        ({"phones": ()}, "no_phone", "G24"),
    ],
)
def test_who_may_not_be_called_is_passed_over(changes: dict[str, Any], reason: str, gap: str | None) -> None:
    decision = at_noon(facts(LEADER, WORKER, people=(person("P01", **changes),)))
    assert people(decision) == ["P02"]
    assert passed(decision) == {("building_leader", "P01", reason, gap)}


@pytest.mark.parametrize(("minutes", "reason"), [(0, "no_answer"), (119, "no_answer"), (120, None), (-1, None)])
@pytest.mark.parametrize("about", ["P01", "d-P01"])
def test_a_mark_hides_for_two_hours(minutes: int, reason: str | None, about: str) -> None:
    decision = at_noon(facts(LEADER), mark(about, minutes=minutes))
    assert {p.reason for p in decision.passed if p.person_id} == ({reason} if reason else set())


@pytest.mark.parametrize(
    ("marks", "dead"),
    [
        ([(1, "A"), (2, "A"), (3, "B")], True),
        ([(1, "A"), (2, "A"), (3, "A")], False),
        ([(1, "A"), (1, "B"), (2, "B")], False),
        ([(1, "A"), (2, "B"), (31, "B")], False),
    ],
)
def test_a_number_that_failed_on_three_days_by_two_people_is_dead(marks: list[tuple[int, str]], dead: bool) -> None:
    decision = at_noon(facts(LEADER), *(mark("d-P01", days=days, by=by) for days, by in marks))
    assert (("building_leader", "P01", "no_phone", "G24") in passed(decision)) is dead


def test_verifying_a_number_makes_it_usable_again() -> None:
    verified = person("P01", phones=(Phone("d-P01", verified_on=NOON.on - dt.timedelta(days=2)),))
    marks = [mark("d-P01", days=days, by=by) for days, by in ((1, "A"), (2, "B"), (3, "B"))]
    assert people(at_noon(facts(LEADER, people=(verified,)), *marks)) == ["P01"]


@pytest.mark.parametrize(
    ("hour", "minute", "out"), [(21, 59, False), (22, 0, True), (0, 0, True), (6, 59, True), (7, 0, False)]
)
def test_at_night_only_those_who_agreed(hour: int, minute: int, out: bool) -> None:
    at = type(NOON)(NOON.at.replace(hour=hour, minute=minute))
    decision = decide(facts(LEADER, post("grid_worker", "P02", GRID, night_ok=True)), (), at)
    assert people(decision) == (["P02"] if out else ["P01", "P02"])


def test_one_person_stands_once_and_highest() -> None:
    decision = at_noon(facts(LEADER, post("grid_worker", "P01", GRID)))
    assert listed(decision)[0] == (3, "building_leader", "P01")
    assert passed(decision) == {("grid_worker", "P01", "same_person", None)}


def test_who_lives_here_is_left_out_and_not_replaced() -> None:
    home = person("P01", lives_here=(fact("LIVES_IN", BUILDING, STEPS["Household"]),))
    decision = at_noon(facts(LEADER, post("deputy_building_leader", "P04", BUILDING), people=(home,)))
    assert people(decision) == []
    assert passed(decision) == {
        ("building_leader", "P01", "same_household", None),
        ("grid_worker", None, "vacant", "G01"),
    }


@pytest.mark.parametrize("role", ["deputy_building_leader", "standby"])
def test_a_deputy_fills_first(role: str) -> None:
    known = facts(
        LEADER, post(role, "P04", BUILDING), people=(person("P01", leaves=(leave("P01", "P05"),)), person("P05"))
    )
    pick = at_noon(known).picks[0]
    assert (pick.role, pick.person_id, pick.stands_in) == ("building_leader", "P04", "deputy")


def cover_chain(steps: int) -> Facts:
    away = [person(f"P0{n}", leaves=(leave(f"P0{n}", f"P0{n + 1}"),)) for n in range(1, steps + 1)]
    return facts(LEADER, people=(*away, person(f"P0{steps + 1}")))


@pytest.mark.parametrize(("steps", "found"), [(1, True), (2, True), (3, True), (4, False)])
def test_covers_are_followed_for_three_steps(steps: int, found: bool) -> None:
    decision = at_noon(cover_chain(steps))
    assert people(decision) == ([f"P0{steps + 1}"] if found else [])
    assert ("G24" in {p.gap for p in decision.passed}) is not found


def test_two_who_cover_each_other_are_nobody() -> None:
    ring = (person("P01", leaves=(leave("P01", "P02"),)), person("P02", leaves=(leave("P02", "P01"),)))
    decision = at_noon(facts(LEADER, people=ring))
    assert people(decision) == []
    assert passed(decision) >= {("building_leader", "P01", "on_leave", "G24")}


def test_next_door_prefers_the_compound_then_the_nearest_number() -> None:
    near = facts(neighbours=(next_door(4, "P24"), next_door(9, "P29"), next_door(1, "P21")))
    pick = at_noon(near).picks[0]
    assert (pick.person_id, pick.stands_in, pick.target.name) == ("P24", "next_door", "4栋")


def test_next_door_goes_by_position_where_both_have_one() -> None:
    places = (next_door(4, "P24"), next_door(9, "P29", lon=110.001), next_door(8, "P28", lon=110.002))
    assert people(at_noon(facts(neighbours=places, Building={"lon": 110.0, "lat": 32.0}))) == ["P29"]


def test_a_filler_passes_the_filter_too() -> None:
    places = (next_door(4, "P24"), next_door(9, "P29"))
    assert people(at_noon(facts(neighbours=places, people=(person("P24", phones=()),)))) == ["P29"]


@pytest.mark.parametrize(
    ("without", "broken"),
    [(("Entrance",), None), (("Grid",), "grid"), (("Entrance", "Building"), "building"), (("Town", "County"), "town")],
)
def test_a_broken_way_is_reported_and_goes_on(without: tuple[str, ...], broken: str | None) -> None:
    decision = at_noon(facts(post("community_cadre", "P15", COMMUNITY), without=without, **OCCUPIED))
    assert decision.broken_at == broken
    assert people(decision) == ["P15"]
    assert ("G06" in decision.gaps) is (broken in ("building", "grid"))


@pytest.mark.parametrize("without", [(), ("County",), ("Town", "County"), tuple(STEPS)])
def test_never_empty_and_never_without_a_source(without: tuple[str, ...]) -> None:
    decision = at_noon(facts(without=without))
    assert (decision.picks[-1].tier, decision.picks[-1].number) == (13, "12345")
    assert all(any(reason.source for reason in pick.because) for pick in decision.picks)


def test_a_missing_duty_phone_is_g24() -> None:
    full: dict[str, Any] = {"Community": {"duty_phone": "0719-0000101"}, "Town": {"duty_phone": "0719-0000100"}}
    assert "G24" in at_noon(facts()).gaps
    assert "G24" not in at_noon(facts(**full)).gaps


def test_night_leaves_the_duty_phones() -> None:
    assert listed(decide(facts(LEADER), (), NIGHT)) == DUTY


@pytest.mark.parametrize("topic", ["service", "hardship", "property", "care", "response", "emergency"])
def test_a_topic_that_is_not_built_says_so(topic: str) -> None:
    with pytest.raises(InputError, match="not built"):
        decide(facts(), (), NOON, topic)


def test_an_unknown_topic_names_the_known_ones() -> None:
    with pytest.raises(InputError, match="default"):
        decide(facts(), (), NOON, "weather")


def test_the_posts_of_one_person_count_once() -> None:
    again: Post = post("building_leader", "P01", BUILDING, priority=3)
    assert people(at_noon(facts(LEADER, again))) == ["P01"]
