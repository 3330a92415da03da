"""The tree of party organisations of a place: community organisation → branch → group → party households."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
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

ROOTS, BELOW, HOMES, ROWS = 20, 20, 5, 600


@dataclass(frozen=True)
class Limb:
    """One organisation: its row of party_tree_orgs, those shown below it, and the first of its households."""

    facts: Row
    below: tuple[Limb, ...]
    homes: tuple[Row, ...]

    @property
    def more(self) -> int:
        """How many organisations below are left out."""
        return max(0, int(self.facts["below"]) - len(self.below))

    @property
    def more_homes(self) -> int:
        """How many households are left out where some are listed."""
        return max(0, int(self.facts["homes"]) - len(self.homes)) if self.homes else 0


@dataclass(frozen=True)
class PartyTree:
    """A place's party organisations. `counts`: rows of party_tree_counts; `tops` of them are at the top."""

    path: tuple[Nearby, ...]
    counts: tuple[Row, ...]
    limbs: tuple[Limb, ...]

    @property
    def tops(self) -> int:
        """How many organisations are at the top, on all pages."""
        return int(self.counts[0]["tops"]) if self.counts else 0


def party_tree(reader: Reader, seal: Seal, code: str, *, page: int, moment: Moment, sight: Sight) -> PartyTree:
    """The tree, in four round trips; `page` of the organisations at the top counts from 1. Raises NotFound."""
    asking: dict[str, Any] = {"sight": sight, "seal": seal, "moment": moment}
    path = place_of(reader, code, moment=moment, sight=sight)
    counts = ask(reader, "party_tree_counts", place=path[-1].code, **asking).rows
    rows = ask(
        reader, "party_tree_orgs", place=path[-1].code, skip=(page - 1) * ROOTS,
        roots=ROOTS, most=BELOW, rows=ROWS, **asking,
    ).rows  # fmt: skip
    leaves = [row["code"] for row in rows if not row["below"] and row["homes"]]
    homes = ask(reader, "party_tree_homes", organisations=leaves, most=HOMES, **asking).rows
    return PartyTree(path, counts, _limbs(rows, homes))


def _limbs(rows: Sequence[Row], homes: Iterable[Row]) -> tuple[Limb, ...]:
    """What the rows build; whose parent is not among them stands at the top only where it has none."""
    children: dict[str | None, list[Row]] = defaultdict(list)
    living: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        children[row["parent"]].append(row)
    for home in homes:
        living[home["organisation"]].append(home)

    def grown(row: Row) -> Limb:
        below = tuple(map(grown, children[row["code"]])) if row["depth"] < 3 else ()
        return Limb(row, below, tuple(living[row["code"]]))

    return tuple(map(grown, children[None]))
