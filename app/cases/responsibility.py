"""Who answers for what beside the grids: units → zones → buildings; who holds zones, checkpoints, communities."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from app.cases.areas import place_of
from database.reading import Reader
from graph_schema.errors import Nearby
from graph_schema.sensitivity import Sight
from graph_schema.values.moment import Moment
from graph_schema.values.seal import Seal
from queries.answer import Row
from queries.ask import ask

UNITS, BUILDINGS, POSTS = 30, 20, 50


@dataclass(frozen=True)
class Field:
    """A zone, or nothing, and the buildings in it that one unit answers for."""

    zone: Row | None
    buildings: tuple[Row, ...]


@dataclass(frozen=True)
class Charge:
    """One unit: its row of responsibility_units and its fields."""

    facts: Row
    fields: tuple[Field, ...]

    @property
    def more(self) -> int:
        """How many of its buildings are left out, here or because they lie elsewhere."""
        listed = len([row for field in self.fields for row in field.buildings if row["label"] == "Building"])
        return max(0, int(self.facts["buildings"]) - listed)


@dataclass(frozen=True)
class Post:
    """A zone, a checkpoint or a community with the rows of responsibility_posts of whoever answers for it.

    One row a person, with all of the person's `roles` there.
    """

    facts: Row
    holders: tuple[Row, ...]


@dataclass(frozen=True)
class Responsibility:
    """One place: a page of its units, and its zones, checkpoints and communities."""

    path: tuple[Nearby, ...]
    units: tuple[Charge, ...]
    zones: tuple[Post, ...]
    checkpoints: tuple[Post, ...]
    communities: tuple[Post, ...]

    @property
    def total(self) -> int:
        """How many units there are, on all pages."""
        return int(self.units[0].facts["total"]) if self.units else 0


def responsibility(reader: Reader, seal: Seal, code: str, *, page: int, moment: Moment, sight: Sight) -> Responsibility:
    """The page, in four round trips; `page` of the units counts from 1. Raises NotFound."""
    asking: dict[str, Any] = {"sight": sight, "seal": seal, "moment": moment}
    path = place_of(reader, code, moment=moment, sight=sight)
    place = path[-1].code
    posts = _posts(ask(reader, "responsibility_posts", place=place, most=POSTS, **asking).rows)
    units = ask(reader, "responsibility_units", place=place, skip=(page - 1) * UNITS, most=UNITS, **asking).rows
    ids = [row["code"] for row in units]
    buildings = ask(reader, "responsibility_buildings", units=ids, place=place, most=BUILDINGS, **asking).rows
    return Responsibility(
        path,
        tuple(_charge(row, [each for each in buildings if each["unit"] == row["code"]]) for row in units),
        posts["Zone"],
        posts["Checkpoint"],
        posts["Community"],
    )


def _charge(unit: Row, buildings: list[Row]) -> Charge:
    known = {zone["code"] for zone in unit["zones"]}
    fields = [Field(zone, tuple(row for row in buildings if row["zone"] == zone["code"])) for zone in unit["zones"]]
    outside = tuple(row for row in buildings if row["zone"] not in known)
    return Charge(unit, (*fields, *((Field(None, outside),) if outside else ())))


def _posts(rows: Iterable[Row]) -> dict[str, tuple[Post, ...]]:
    together: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows:
        together[row["label"], row["code"]].append(row)
    made: dict[str, list[Post]] = defaultdict(list, {"Zone": [], "Checkpoint": [], "Community": []})
    for (label, _code), told in together.items():
        made[label].append(Post(told[0], tuple(_people(told))))
    return {label: tuple(posts) for label, posts in made.items()}


def _people(told: Iterable[Row]) -> Iterable[Row]:
    together: dict[str, list[Row]] = defaultdict(list)
    for row in told:
        if row["person_id"]:
            together[row["person_id"]].append(row)
    return ({**rows[0], "roles": [row["role"] for row in rows]} for rows in together.values())
