"""The tree of who is responsible: each place with its holders, its households, and how many of them find somebody."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from database.reading import Reader
from graph_schema.sensitivity import Sight
from graph_schema.values import text
from graph_schema.values.moment import Moment
from graph_schema.values.seal import Seal
from queries.answer import Row
from queries.ask import ask
from queries.contacts import tiers

# Whose name stands beside a place, the first that somebody holds; and the role that must not be vacant there.
HEADS = {
    "County": (),
    "Town": (),
    "Community": ("community_secretary", "community_director", "community_cadre"),
    "Grid": ("grid_worker", "grid_leader"),
    "MicroGrid": ("micro_grid_leader", "grid_worker"),
    "Building": ("building_leader", "villager_group_leader"),
    "Entrance": ("entrance_leader",),
    "Compound": ("property_manager", "owners_committee"),
}
LEADING = ("building_leader", "villager_group_leader", "deputy_building_leader", "entrance_leader")
NEEDED = ("Grid", "Building")
LEVELS = tuple(HEADS)


@dataclass(frozen=True)
class Branch:
    """One place of the tree. `heads` are rows of `responsible`; of the
    `occupied` households `covered` ones find somebody, and `led` ones in their own building.
    """

    parent: str | None
    label: str
    code: str
    name: str
    homes: int
    occupied: int
    unknown: int
    covered: int
    led: int
    below: int
    heads: tuple[Row, ...]

    @property
    def vacant(self) -> bool:
        """Whether nobody holds what must be held here."""
        return self.label in NEEDED and not self.heads and self.occupied > 0


def branches(
    reader: Reader, parents: Sequence[str], also: Sequence[str], *, sight: Sight, seal: Seal, moment: Moment
) -> tuple[Branch, ...]:
    """What lies right below each parent, and the places `also` themselves, in natural order; two round trips."""
    rows = ask(
        reader, "coverage", sight=sight, seal=seal, moment=moment,
        parents=list(parents), children=list(also), roles=sorted(tiers.ROLES),
        near=list(LEADING),
    ).rows  # fmt: skip
    codes = [row["code"] for row in rows]
    told = ask(reader, "responsible", sight=sight, seal=seal, moment=moment, places=codes).rows
    serving: dict[str, list[Row]] = defaultdict(list)
    for row in told:
        serving[row["place"]].append(row)
    made = (Branch(**row, heads=_heads(row["label"], serving[row["code"]])) for row in rows)
    return tuple(sorted(made, key=lambda branch: (LEVELS.index(branch.label), text.sort_key(branch.name), branch.code)))


def _heads(label: str, serving: list[Row]) -> tuple[Row, ...]:
    for role in HEADS[label]:
        if held := tuple(row for row in serving if row["role"] == role):
            return held
    return ()
