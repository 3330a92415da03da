"""A household with everything around it, as facts: what each test changes is what it is about."""

import datetime as dt
from dataclasses import replace
from typing import Any

from graph_schema.values.moment import CHINA, Moment
from queries.contacts.facts import Because, Cover, Facts, Leave, Neighbour, Person, Phone, Place, Post, Step, Target

NOON = Moment(dt.datetime(2026, 11, 20, 12, tzinfo=CHINA))
NIGHT = Moment(dt.datetime(2026, 11, 20, 23, 30, tzinfo=CHINA))

STEPS = {
    "Household": Step("Household", "429071001001B00003-1-501", "松涛社区松涛苑3栋1单元501"),
    "Entrance": Step("Entrance", "429071001001B00003U01", "1单元"),
    "Building": Step("Building", "429071001001B00003", "3栋"),
    "Grid": Step("Grid", "429071001001G001", "第一网格"),
    "Community": Step("Community", "429071001001", "松涛社区"),
    "Town": Step("Town", "429071001", "松涛镇"),
    "County": Step("County", "429071", "云杉县"),
}
GROUP, BRANCH = Step("PartyOrg", "O000001", "3栋党小组"), Step("PartyOrg", "O000002", "第一网格党支部")


def fact(type_: str, start: Step, end: Step, since: str | None = "2025-03") -> Because:
    """A fact of a row of its own."""
    return Because(type_, start, end, since, f"2026-11-01-001/1/{type_}/4")


def somebody(person_id: str) -> Step:
    """A person as a fact names one."""
    return Step("Person", person_id, "")


def person(person_id: str, **changes: Any) -> Person:
    """An active person with one number."""
    usual = Person(person_id, f"试{person_id[-2:]}", "active", (Phone(f"d-{person_id}"),), holds_role=True)
    return replace(usual, **changes)


def post(role: str, person_id: str, target: Step, **changes: Any) -> Post:
    """Somebody's post there."""
    return replace(Post(role, person_id, fact("SERVES", somebody(person_id), target), dt.date(2025, 3, 1)), **changes)


def leave(person_id: str, *covers: str) -> Leave:
    """A leave of that day, with who covers it."""
    step = Step("Leave", f"L-{person_id}", "")
    covering = tuple(Cover(cover, fact("COVERED_BY", step, somebody(cover), None)) for cover in covers)
    return Leave(fact("ON_LEAVE", somebody(person_id), step, None), dt.date(2026, 11, 30), covering)


def facts(*posts: Post, people: tuple[Person, ...] = (), without: tuple[str, ...] = (), **changes: Any) -> Facts:
    """The household's facts with these posts. Everybody in a post is known; `without` takes levels out of the way."""
    way = _way(without, changes)
    known = {one.person_id: one for one in people}
    neighbours: tuple[Neighbour, ...] = changes.get("neighbours", ())
    for each in (*posts, *(p for n in neighbours for p in n.posts)):
        known.setdefault(each.person_id, person(each.person_id))
    return Facts(STEPS["Household"], "2026-11-01-001/1/1/4", way, _targets(way, posts), known, neighbours)


def _way(without: tuple[str, ...], changes: dict[str, Any]) -> tuple[Place, ...]:
    way: list[Place] = []
    because: tuple[Because, ...] = ()
    for label, step in STEPS.items():
        if label not in without:
            because = (*because, fact("PART_OF", way[-1].step, step)) if way else ()
            way.append(Place(step, len(way), because, source="2026-11-01-001/1/1/2", **changes.get(label, {})))
    return tuple(way)


def _targets(way: tuple[Place, ...], posts: tuple[Post, ...]) -> tuple[Target, ...]:
    targets = []
    for place in way:
        around = [(place.step, place.step.label)]
        around += [(GROUP, "PartyOrg@Building")] if place.step.label == "Building" else []
        around += [(BRANCH, "PartyOrg@Grid")] if place.step.label == "Grid" else []
        for step, level in around:
            served = tuple(each for each in posts if each.fact.end.code == step.code)
            targets.append(Target(step, level, place.depth, place.because, served))
    return tuple(targets)
