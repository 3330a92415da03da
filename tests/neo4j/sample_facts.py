"""The expected graph of the samples as plain Python: what questions should answer, found without Neo4j or Cypher."""

import datetime as dt
import gzip
import json
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Any, NamedTuple, TypeVar

from graph_schema.values.moment import CHINA
from tests.neo4j.rosters_world import SAMPLES, TODAY

NOON = dt.datetime(2026, 11, 20, 12, tzinfo=CHINA)
BUILDING, WRITTEN = "松涛社区/松涛苑/3栋", "松涛社区松涛苑3栋"
UNIT, WORKER = "云杉县林业局", "周雪诗"
Rows = Iterable[tuple[Any, ...]]

T = TypeVar("T")
_OCCUPIED = ("owner", "rented")


def or_none(found: Sequence[T]) -> list[T | None]:
    """As an optional match does it: one empty row where nothing is found."""
    return list(found) or [None]


class Fact(NamedTuple):
    """One relationship, both ends by natural keys."""

    type: str
    kind: str
    start_label: str
    start: str
    end_label: str
    end: str
    since: str
    until: str
    properties: dict[str, Any]


def first_day(written: str) -> dt.date:
    """2026, 2026-03 and 2026-03-01 as the first day that they mean."""
    year, month, day = (*map(int, written.split("-")), 1, 1)[:3]
    return dt.date(year, month, day)


class Facts:
    """The facts that hold on one day, and the ways through them."""

    def __init__(self, on: dt.date = TODAY) -> None:
        written = json.loads(gzip.decompress((SAMPLES / "expected" / "graph_after_samples.json.gz").read_bytes()))
        self.on = on
        self.nodes: dict[str, list[str]] = written["nodes"]
        self.properties: dict[str, dict[str, dict[str, Any]]] = written["properties"]
        self.people: dict[str, dict[str, Any]] = written["people"]
        self.facts = [fact for fact in (Fact(*each) for each in written["relationships"]) if self._holds(fact)]

    def _holds(self, fact: Fact) -> bool:
        return (not fact.since or first_day(fact.since) <= self.on) and (
            not fact.until or first_day(fact.until) > self.on
        )

    def of(self, type_: str, kind: str = "", **ends: str) -> Iterator[Fact]:
        """The facts of a type, of a kind, with these ends or labels of ends."""
        for fact in self._by_type.get(type_, ()):
            if kind in ("", fact.kind) and all(getattr(fact, name) == value for name, value in ends.items()):
                yield fact

    @cached_property
    def _by_type(self) -> dict[str, list[Fact]]:
        found: dict[str, list[Fact]] = {}
        for fact in self.facts:
            found.setdefault(fact.type, []).append(fact)
        return found

    @cached_property
    def _parents(self) -> dict[tuple[str, str], tuple[str, str]]:
        return {(f.start_label, f.start): (f.end_label, f.end) for f in self.of("PART_OF")}

    def above(self, label: str, key: str) -> Iterator[tuple[str, str]]:
        """A place and what it lies in, from below."""
        at: tuple[str, str] | None = (label, key)
        while at is not None:
            yield at
            at = self._parents.get(at)

    def up(self, label: str, key: str, wanted: str) -> str | None:
        """The place of one level that this one lies in."""
        return next((at for level, at in self.above(label, key) if level == wanted), None)

    def name(self, person: str) -> str:
        """What a person is called."""
        return str(self.people[person]["name"])

    def said(self, label: str, key: str) -> str:
        """A place as it is spoken: 松涛社区松涛苑1栋. A checkpoint is named by what it guards."""
        if label == "Checkpoint":
            parent, above = self._parents[label, key]
            return self.said(parent, above) + str(self.properties[label][key]["name"])
        parts = [part for part in key.split("/") if part != "-"]
        if label == "Household":
            entrance, room = parts.pop().split("-")
            return "".join(parts) + f"{entrance}单元{room}"
        return "".join(parts)

    def homes(self, person: str) -> list[str]:
        """Where a person lives."""
        return [fact.end for fact in self.of("LIVES_IN", start=person)]

    def living_in(self, label: str, key: str) -> set[str]:
        """Who lives in a place."""
        return {f.start for f in self.of("LIVES_IN") if (label, key) in self.above("Household", f.end)}

    def households(self, label: str, key: str, *, occupied: bool = True) -> list[str]:
        """The homes of a place."""
        inside = [home for home in self.nodes["Household"] if (label, key) in self.above("Household", home)]
        return [home for home in inside if not occupied or self.is_occupied(home)]

    def is_occupied(self, home: str) -> bool:
        """Owned or rented; without a word on it, somebody lives there."""
        occupancy = self.properties["Household"].get(home, {}).get("occupancy")
        return occupancy in _OCCUPIED or (occupancy is None and any(self.of("LIVES_IN", end=home)))

    def holders(self, role: str, label: str, key: str) -> list[str]:
        """Who has a role somewhere."""
        return [fact.start for fact in self.of("SERVES", role, end_label=label, end=key)]

    def away(self, person: str, day: dt.date | None = None) -> bool:
        """Whether a person is on leave."""
        leaves = (self.properties["Leave"][fact.end] for fact in self.of("ON_LEAVE", start=person))
        return any(
            dt.date.fromisoformat(each["from"]) <= (day or self.on) <= dt.date.fromisoformat(each["to"])
            for each in leaves
        )

    def moment(self, shift: str, end: str) -> dt.datetime:
        """When a shift starts or ends."""
        return dt.datetime.fromisoformat(self.properties["Shift"][shift][end])
