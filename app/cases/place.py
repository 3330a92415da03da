"""A place's page: what it is, who is responsible for it and above it, what lies below, and what is missing there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.cases import posts
from app.cases.holders import by_person
from app.cases.nearest import nothing_has
from app.cases.sources import Source, sources
from app.cases.tree import Branch, branches
from database.reading import Reader
from graph_schema.sensitivity import Sight
from graph_schema.values.moment import Moment
from graph_schema.values.seal import Seal
from queries import gaps
from queries.answer import Row
from queries.ask import ask
from queries.gaps import Count
from records.store import Records

HOMELY = ("Building", "Entrance")  # their homes are listed one by one
VOLUNTEERS = 40  # listed; the rest is a number
VACANCY = {"Building": ("G04", "building_leader"), "Grid": ("G01", "grid_worker")}


@dataclass(frozen=True)
class Place:
    """One place. `here` and `above`: rows of place_roles, with a person's `roles` in one; `homes`: of place_homes."""

    facts: Row
    here: tuple[Row, ...]
    above: tuple[Row, ...]
    children: tuple[Branch, ...]
    homes: tuple[Row, ...]
    counts: tuple[Count, ...]
    sources: Mapping[str, Source]

    @property
    def responsible(self) -> tuple[Row, ...]:
        """Those of `here` who answer for the place; its volunteers are told apart."""
        return tuple(row for row in self.here if row["roles"] != ["volunteer"])

    @property
    def volunteers(self) -> tuple[Row, ...]:
        """The first of its volunteers; facts has their number."""
        return tuple(row for row in self.here if row["roles"] == ["volunteer"])[:VOLUNTEERS]

    @property
    def vacancy(self) -> tuple[str, str] | None:
        """The rule and role that nobody holds here though somebody must."""
        rule, role = VACANCY.get(self.facts["label"], ("", ""))
        return (rule, role) if any(count.rule == rule and count.gap for count in self.counts) else None


AnyPlace = Place | posts.Zone | posts.Checkpoint


def place(reader: Reader, records: Records, seal: Seal, code: str, *, moment: Moment, sight: Sight) -> AnyPlace:
    """The page of a place that is no household. Raises NotFound."""
    asking: dict[str, Any] = {"sight": sight, "seal": seal, "moment": moment}
    facts = ask(reader, "place_facts", place=code, **asking).first
    if facts is None:
        raise nothing_has(reader, code, sight=sight)
    if facts["label"] == "Zone":
        return posts.zone(reader, records, facts, asking)
    if facts["label"] == "Checkpoint":
        return posts.checkpoint(reader, records, facts, asking)
    roles = ask(reader, "place_roles", place=code, **asking).rows
    homes = ask(reader, "place_homes", place=code, **asking).rows if facts["label"] in HOMELY else ()
    counts = () if facts["label"] == "Compound" else gaps.summary(reader, place=code, moment=moment, sight=sight)
    here = by_person(row for row in roles if row["height"] == 0)
    above = by_person(row for row in roles if row["height"] > 0)
    texts = [facts["source"], *(row["source"] for row in roles)]
    return Place(facts, here, above, _children(reader, facts, asking), homes, counts, sources(records, texts))


def _children(reader: Reader, facts: Row, asking: dict[str, Any]) -> tuple[Branch, ...]:
    if facts["label"] in HOMELY:
        return ()
    if facts["label"] == "Compound":
        rows = ask(reader, "compound_buildings", place=facts["code"], **asking).rows
        return branches(reader, [], [row["code"] for row in rows], **asking)
    return branches(reader, [facts["code"]], [], **asking)
