"""The one row of facts.cypher as Facts."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Set
from typing import Any

from graph_schema.nodes import NODES
from graph_schema.values.day import Day
from queries.contacts.facts import (
    PAIRED,
    Because,
    Cover,
    Facts,
    Leave,
    Neighbour,
    Person,
    Phone,
    Place,
    Post,
    Step,
    Target,
)
from queries.contacts.tiers import PAIRED_HELPER

Row = Mapping[str, Any]


def facts(row: Row) -> Facts:
    """The facts of the statement's one row."""
    anchor = Step(row["anchor"]["label"], row["anchor"]["code"], row["anchor"]["name"] or "")
    way = _way(anchor, row)
    at = {place.step.code: place for place in way}
    helpers = {pair["person"] for pair in row["pairs"]}
    people = {found["person_id"]: _person(found, row["home"], helpers, at) for found in row["people"]}
    return Facts(
        anchor,
        row["anchor"]["source"],
        way,
        (*_paired(row["pairs"], people, at), *(target for found in row["targets"] for target in _target(found, at))),
        people,
        tuple(n for found in row["neighbours"] for n in _neighbour(found, at)),
    )


def _way(anchor: Step, row: Row) -> tuple[Place, ...]:
    """From the start upward. Where two parents hold on one day, which is a fault, the one known since later counts."""
    steps: dict[str, Row] = {}
    above: dict[str, list[Row]] = {}
    for found in row["steps"]:
        if found["code"] is not None:
            steps[found["code"]] = found
            if found["below"] is not None:
                above.setdefault(found["below"], []).append(found)
    way: list[Place] = []
    code, because = row["start"], _first(anchor, row, steps)
    while code is not None and code not in [place.step.code for place in way]:
        way.append(_place(steps[code], len(way), because))
        parents = above.get(code, [])
        if not parents:
            break
        parent = min(parents, key=lambda p: (-p["since"].toordinal() if p["since"] else 0, p["code"]))
        because = (*because, _because("PART_OF", way[-1].step, _step(parent), parent, source="fact_source"))
        code = parent["code"]
    return tuple(way)


def _first(anchor: Step, row: Row, steps: Mapping[str, Row]) -> tuple[Because, ...]:
    """What leads from a person to their place."""
    if row["way"] is None:
        return ()
    return (_because(row["way"]["type"], anchor, _step(steps[row["start"]]), row["way"]),)


def _step(found: Row) -> Step:
    label = next(label for label in found["labels"] if label in NODES and label not in ("Place", "PartyMember"))
    name = found["address"] if label == "Household" else found["name"]
    return Step(label, found["code"], name or found["code"])


def _place(found: Row, depth: int, because: tuple[Because, ...]) -> Place:
    return Place(
        _step(found),
        depth,
        because,
        found["kind"],
        found["duty_phone"],
        found["source"],
        bool(found["occupied"]),
        found["lon"],
        found["lat"],
    )


def _target(found: Row, at: Mapping[str, Place]) -> list[Target]:
    """The target, unless it hangs on a place that the way does not pass."""
    place = at.get(found["at"])
    if place is None:
        return []
    label = next(label for label in found["labels"] if label in NODES and label != "Place")
    step = place.step if found["code"] == place.step.code else Step(label, found["code"], found["name"] or "")
    via = tuple(_via(edge, place.step, step) for edge in found["via"])
    covered = "Compound" if len(found["via"]) == 2 else place.step.label
    level = f"PartyOrg@{covered}" if label == "PartyOrg" else label
    posts = tuple(_post(post, step) for post in found["posts"] if post["person"] is not None)
    return [Target(step, level, place.depth, (*place.because, *via), posts)]


def _via(edge: Row, place: Step, target: Step) -> Because:
    known = {place.code: place, target.code: target}
    start = known.get(edge["from"])
    end = known.get(edge["to"]) or Step("Compound", edge["to"], edge.get("name") or "")
    return _because(edge["type"], start or end, end, edge)


def _post(found: Row, target: Step) -> Post:
    return Post(
        found["role"],
        found["person"],
        _because("SERVES", _somebody(found["person"]), target, found),
        found["since"],
        bool(found["primary"]),
        found["priority"],
        bool(found["night_ok"]),
        found["learned_on"],
    )


def _paired(pairs: Iterable[Row], people: Mapping[str, Person], at: Mapping[str, Place]) -> Iterator[Target]:
    """Each pair as a target of its own: the home, or a person, and how one comes from the home to the person."""
    for pair in pairs:
        home = at.get(pair["helped"])
        step = home.step if home else Step("Person", pair["helped"], pair["name"] or "")
        way: tuple[Because, ...] = home.because if home else ()
        if pair["lives"] is not None:
            house = next(place.step for place in at.values() if place.step.label == "Household")
            way = (_because("LIVES_IN", step, house, pair["lives"]),)
        post = Post(
            PAIRED_HELPER,
            pair["person"],
            _because("PAIRED_WITH", _somebody(pair["person"]), step, pair),
            pair["since"],
            night_ok=people[pair["person"]].night_ok,
            learned_on=pair["learned_on"],
        )
        yield Target(step, PAIRED, 0, way, (post,))


def _person(found: Row, home: str | None, helpers: Set[str], at: Mapping[str, Place]) -> Person:
    me, house = _somebody(found["person_id"]), Step("Household", home or "", "")
    return Person(
        found["person_id"],
        found["name"],
        found["status"],
        tuple(Phone(*phone) for phone in found["phones"] if phone[0] is not None),
        tuple(_leave(leave, me) for leave in sorted(found["leaves"], key=lambda one: str(one["leave"]))),
        tuple(_because("LIVES_IN", me, house, fact) for fact in found["lives"]),
        tuple(fact for shift in found["shifts"] for fact in _shift(shift, me, at)),
        holds_role=bool(found["serves"]) or found["person_id"] in helpers,
        night_ok=any(night for night, _ in found["serves"]),
        public=any(public for _, public in found["serves"]),
    )


def _shift(found: Row, person: Step, at: Mapping[str, Place]) -> list[Because]:
    """That somebody is on a shift at a place of the way, and where that is."""
    place, shift = at.get(found["place"]), Step("Shift", found["shift"], "")
    if place is None:
        return []
    return [_because("ON_SHIFT", person, shift, found), _because("AT", shift, place.step, found["at"])]


def _leave(found: Row, person: Step) -> Leave:
    leave = Step("Leave", found["leave"], "")
    covers = sorted(found["covers"], key=lambda c: (c["since"] or dt.date.max, c["person"]))
    return Leave(
        _because("ON_LEAVE", person, leave, found),
        found["to"],
        tuple(Cover(c["person"], _because("COVERED_BY", leave, _somebody(c["person"]), c)) for c in covers),
    )


def _neighbour(found: Row, at: Mapping[str, Place]) -> list[Neighbour]:
    """The building next door, if it hangs on the grid of the way."""
    if found["building"] not in at or found["grid"] not in at:
        return []
    step = Step("Building", found["code"], found["name"] or "")
    names = {found["code"]: step, found["grid"]: at[found["grid"]].step}
    for edge in found["up"]:
        names.setdefault(edge["to"], Step("MicroGrid", edge["to"], edge["name"] or ""))
    return [
        Neighbour(
            step,
            tuple(_because("PART_OF", names[edge["from"]], names[edge["to"]], edge) for edge in found["up"]),
            tuple(_post(post, step) for post in found["posts"]),
            frozenset(edge["to"] for edge in found["up"] if edge["micro"]),
            tuple(
                _because("LOCATED_IN", step, Step("Compound", e["to"], e["name"] or ""), e) for e in found["located"]
            ),
            found["lon"],
            found["lat"],
        )
    ]


def _somebody(person_id: str) -> Step:
    """A person whose name the mask puts in."""
    return Step("Person", person_id, "")


def _because(relationship: str, start: Step, end: Step, found: Row, *, source: str = "source") -> Because:
    return Because(relationship, start, end, written(found["since"], found["precision"]), found[source])


def written(since: dt.date | None, precision: str | None) -> str | None:
    """A day as it was written: 2026, 2026-03 or 2026-03-01."""
    if since is None:
        return None
    return Day(since, "month" if precision == "month" else "year" if precision == "year" else "day").text
