"""Who fills a slot that nobody of its own can answer: a deputy or B岗, the leave's cover, the leader next door."""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass

from graph_schema.values import numeral, text
from queries.contacts.facts import Because, Cover, Facts, Leave, Neighbour, Person, Place, Post, Step, Target
from queries.contacts.filters import Filter
from queries.contacts.tiers import STANDBY, Slot, ordered, rank, reached, tail

STEPS = 3  # how far the stand-ins of stand-ins are followed
_DIGITS = re.compile(r"[0-9]+")
_NUMERALS = re.compile(numeral.PATTERN)
_DEGREE = 111_320.0  # metres of one degree of latitude


@dataclass(frozen=True)
class Filler:
    """Somebody who fills a slot, how, and by which facts. `post` is their own fact; a leave's cover has none."""

    person_id: str
    stands_in: str
    target: Step
    because: tuple[Because, ...]
    since: str | None
    post: Post | None = None


def filler(slot: Slot, facts: Facts, held: list[tuple[Post, Target]], open_now: Filter) -> Filler | None:
    """The first who may be called now. `held`: the slot's own holders, none of whom may."""
    for found in (*_deputies(slot, facts, held), *_covers(facts, held), *_next_door(slot, facts)):
        person = facts.people[found.person_id]
        night_ok = found.post.night_ok if found.post else person.night_ok
        if open_now.reason(person, night_ok=night_ok) is None:
            return found
    return None


def has_stand_in(person: Person, facts: Facts, open_now: Filter) -> bool:
    """Whether anybody along the person's leave is effectively there."""
    return any(open_now.lasting_reason(facts.people[found.person_id]) is None for found, _ in covers(person, facts))


def covers(person: Person, facts: Facts) -> Iterator[tuple[Cover, tuple[Because, ...]]]:
    """Who covers the person's leave, step by step: those of one step before those of the next, nobody twice."""
    seen = {person.person_id}
    step: list[tuple[Person, tuple[Because, ...]]] = [(person, ())]
    for _ in range(STEPS):
        following: list[tuple[Person, tuple[Because, ...]]] = []
        for away, because in step:
            for leave in away.leaves:
                for cover, facts_of in _unseen(leave, because, seen):
                    yield cover, facts_of
                    following.append((facts.people[cover.person_id], facts_of))
        step = following


def _unseen(leave: Leave, because: tuple[Because, ...], seen: set[str]) -> Iterator[tuple[Cover, tuple[Because, ...]]]:
    for cover in leave.covers:
        if cover.person_id not in seen:
            seen.add(cover.person_id)
            yield cover, (*because, leave.fact, cover.fact)


def _deputies(slot: Slot, facts: Facts, held: list[tuple[Post, Target]]) -> Iterator[Filler]:
    """Deputies first, then B岗, of the slot's own level and of whatever its holders serve."""
    served = {target.step.code for _, target in held}
    own = [t for t in reached(slot, facts) if t.level == slot.levels[0] or t.step.code in served]
    standing = (*slot.deputies, STANDBY)
    for post, target in ordered(((p, t) for t in own for p in t.posts if p.role in standing), standing):
        yield Filler(post.person_id, "deputy", target.step, (*target.because, post.fact), post.fact.since, post)


def _covers(facts: Facts, held: list[tuple[Post, Target]]) -> Iterator[Filler]:
    for post, target in held:
        for cover, because in covers(facts.people[post.person_id], facts):
            away = (*target.because, post.fact, *because)
            yield Filler(cover.person_id, "leave_cover", target.step, away, cover.fact.since)


def _next_door(slot: Slot, facts: Facts) -> Iterator[Filler]:
    building, grid = facts.place("Building"), facts.place("Grid")
    if not slot.next_door or building is None or grid is None:
        return
    located = [edge for t in facts.targets if t.level == "Compound" for edge in t.because if _is_home(edge, building)]
    for neighbour in sorted(facts.neighbours, key=lambda n: _nearness(n, building, located, facts)):
        together = [edge for edge in (*located, *neighbour.located) if edge.end.code in _shared(neighbour, located)]
        for post in sorted((p for p in neighbour.posts if p.role in slot.roles), key=lambda p: _best(p, slot)):
            because = (*grid.because, *together, *neighbour.because, post.fact)
            yield Filler(post.person_id, "next_door", neighbour.step, because, post.fact.since, post)


def _best(post: Post, slot: Slot) -> tuple[object, ...]:
    return (slot.roles.index(post.role), *rank(post), *tail(post))


def _is_home(edge: Because, building: Place) -> bool:
    return edge.relationship == "LOCATED_IN" and edge.start.code == building.step.code


def _shared(neighbour: Neighbour, located: list[Because]) -> set[str]:
    """The compounds that both buildings stand in."""
    return {edge.end.code for edge in located} & {edge.end.code for edge in neighbour.located}


def _nearness(neighbour: Neighbour, building: Place, located: list[Because], facts: Facts) -> tuple[object, ...]:
    """Same micro-grid, same compound, metres where both have a position, else the difference of the numbers, name."""
    micro_grid = facts.place("MicroGrid")
    apart = micro_grid is None or micro_grid.step.code not in neighbour.micro_grids
    metres = _metres(neighbour, building)
    numbers = _number(neighbour.step.name), _number(building.step.name)
    difference = abs(numbers[0] - numbers[1]) if numbers[0] is not None and numbers[1] is not None else math.inf
    return (
        apart,
        not _shared(neighbour, located),
        metres is None,
        metres if metres is not None else difference,
        text.sort_key(neighbour.step.name),
        neighbour.step.code,
    )


def _metres(neighbour: Neighbour, building: Place) -> int | None:
    """The way over flat ground, in whole metres, so that rounding errors decide nothing."""
    if neighbour.lon is None or neighbour.lat is None or building.lon is None or building.lat is None:
        return None
    east = (neighbour.lon - building.lon) * _DEGREE * math.cos(math.radians(building.lat))
    north = (neighbour.lat - building.lat) * _DEGREE
    return round(math.hypot(east, north))


def _number(name: str) -> int | None:
    """The number of a building: the last one written in its name, 12 of 河滨路12号; else the last numeral."""
    tidy = text.tidy(name)
    digits = _DIGITS.findall(tidy)
    if digits:
        return int(digits[-1])
    numerals = [number for number in map(numeral.to_int, _NUMERALS.findall(tidy)) if number is not None]
    return numerals[-1] if numerals else None
