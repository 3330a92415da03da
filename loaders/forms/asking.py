"""What a form asks: the places under one, and what leads out of things and into them, at one moment.

The two statements are made from graph_schema alone; everything that a roster means is put together from their rows.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from database.reading import Reader, read
from graph_schema.cypher import current
from graph_schema.nodes import NODES, PLACES
from graph_schema.relationships import RELATIONSHIPS
from graph_schema.values.day import Day, Precision
from graph_schema.values.moment import Moment

_TIMEOUT = 60.0  # seconds: a form may be for a county
_STEPS = 7  # a home lies at most six steps under its county
_BATCH = 10_000
_ALL = "labels(n) AS labels, properties(n) AS properties"

Image = Mapping[str, Any]


@dataclass(frozen=True)
class Thing:
    """A node: its label, key and properties; `labels` are its extra ones."""

    label: str
    key: str
    image: Image = field(repr=False, hash=False, compare=False)
    labels: frozenset[str] = field(default=frozenset(), hash=False, compare=False)

    @property
    def name(self) -> str:
        """What it is called, "" for a thing without a name."""
        return str(self.image.get("name") or "")

    def value(self, name: str) -> Any:
        """A property as a row states it: a day with the precision that it was written in."""
        return stated(self.image, name)


@dataclass(frozen=True)
class Tie:
    """A relationship that holds at the moment: what it begins at, leads to, and says."""

    type: str
    start: Thing
    end: Thing
    image: Image = field(repr=False, hash=False, compare=False)

    def value(self, name: str) -> Any:
        """A property as a row states it."""
        return stated(self.image, name)


def stated(image: Image, name: str) -> Any:
    """A property as a row states it: a date with its precision is a Day, an `until` the last period that is named."""
    value = image.get(name)
    if not isinstance(value, dt.date) or isinstance(value, dt.datetime):
        return value
    precision: Precision = image.get(f"{name}_precision") or "day"
    if name != "until" or precision == "day":
        return Day(value, precision)
    before = value - dt.timedelta(days=1)
    return Day(dt.date(before.year, before.month if precision == "month" else 1, 1), precision)


class Asking:
    """One moment of the graph for one place. What was asked once is not asked again."""

    def __init__(self, reader: Reader, place: str, at: Moment) -> None:
        self.place = place
        self.at = at
        self.reader = reader
        self._things: dict[tuple[str, str], Thing] = {}

    def under(self, label: str, *having: str) -> list[Thing]:
        """The things of a label that belong to the place: by PART_OF, or by the list of places that they have.

        `having`: only those with a relationship of one of these types; of a county's people nobody fetches all.
        """
        node = NODES[label]
        if "scope" in node.by_name:
            held = f"MATCH (n:{label}) WHERE ($place IN n.scope OR n.{node.key} = $place)"
        else:
            walk = f"[p:PART_OF WHERE {current('p')}]-{{0,{_STEPS}}}"
            held = f"MATCH (:Place {{code: $place}})<-{walk}(n:{label}) WHERE true"
        tied = f" AND EXISTS {{ (n)-[:{'|'.join(having)}]-() }}" if having else ""
        text = f"{held}{tied} RETURN DISTINCT n.{node.key} AS key, {_ALL}"
        return [self._thing(label, row) for row in self._read(text, place=self.place)]

    def out(self, type_: str, things: Iterable[Thing]) -> dict[Thing, list[Tie]]:
        """What leads out of things, by thing."""
        return self._ties(type_, list(dict.fromkeys(things)), outward=True)

    def into(self, type_: str, things: Iterable[Thing]) -> dict[Thing, list[Tie]]:
        """What leads into things, by thing."""
        return self._ties(type_, list(dict.fromkeys(things)), outward=False)

    def here(self) -> Thing | None:
        """The place itself."""
        rows = self._read(f"MATCH (n:Place {{code: $place}}) RETURN n.code AS key, {_ALL}", place=self.place)
        label = next((label for label in PLACES if rows and label in rows[0]["labels"]), "")
        return self._thing(label, rows[0]) if label else None

    def _ties(self, type_: str, things: list[Thing], *, outward: bool) -> dict[Thing, list[Tie]]:
        found: dict[Thing, list[Tie]] = {}
        for label in sorted({thing.label for thing in things}):
            here = {thing.key: thing for thing in things if thing.label == label}
            for other in self._others(type_, label, outward):
                for row in self._rows(type_, label, other, sorted(here), outward):
                    that, this = self._thing(other, row), here[row["from"]]
                    ends = (this, that) if outward else (that, this)
                    found.setdefault(this, []).append(Tie(type_, *ends, row["said"]))
        return found

    def _others(self, type_: str, label: str, outward: bool) -> list[str]:
        ends = RELATIONSHIPS[type_].ends
        return sorted({b for a, b in ends if a == label} if outward else {a for a, b in ends if b == label})

    def _rows(self, type_: str, label: str, other: str, keys: list[str], outward: bool) -> Iterator[dict[str, Any]]:
        before, behind = ("-", "->") if outward else ("<-", "-")
        key = NODES[label].key
        holds = f" WHERE {current('r')}" if RELATIONSHIPS[type_].dated else ""
        text = (
            f"UNWIND $keys AS key MATCH (a:{label} {{{key}: key}}){before}[r:{type_}]{behind}(n:{other})"
            f"{holds} RETURN key AS from, properties(r) AS said, n.{NODES[other].key} AS key, {_ALL}"
        )
        for start in range(0, len(keys), _BATCH):
            yield from self._read(text, keys=keys[start : start + _BATCH])

    def _thing(self, label: str, row: Mapping[str, Any]) -> Thing:
        known = self._things.get((label, row["key"]))
        if known is None:
            extra = frozenset(row["labels"]) - {label, *NODES[label].labels}
            known = self._things[label, row["key"]] = Thing(label, row["key"], row["properties"], extra)
        return known

    def _read(self, text: str, **parameters: Any) -> list[dict[str, Any]]:
        bound = {name: value for name, value in {**parameters, "on": self.at.on}.items() if f"${name}" in text}
        return read(self.reader, text, timeout=_TIMEOUT, **bound)
