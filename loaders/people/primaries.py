"""One primary holder for a role and its target, also when the graph has another one.

The newcomer is the primary one where the dates put it later; the one before stays, no longer primary. Where the dates
do not order them, the graph's holder keeps the place, the newcomer comes second, and the conflict is reported.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from database.reading import Reader
from graph_schema.facts import Change, RelationshipChange
from loaders import standing
from loaders.draft import Fact, Node


@dataclass(frozen=True)
class Conflict:
    """Two holders whom no date orders. `source` is the row of the newcomer."""

    source: str
    role: str
    target: str
    name: str
    other: str


def settle(
    facts: Iterable[Fact], reader: Reader, changes: list[Change], counts: Counter[tuple[str, str]]
) -> list[Conflict]:
    """Orders newcomers and holders; changes the facts' statements and adds changes of the holders that are known."""
    serving = [f for f in facts if f.type == "SERVES" and f.end.before is not None]
    stated = {(f.discriminator, f.end.key, f.start.key) for f in serving}
    conflicts = []
    primary = {(f.discriminator, f.end): f for f in serving if f.stated.get("is_primary")}
    for label in sorted({fact.end.label for fact in serving}):
        by_target = {(role, end.key): fact for (role, end), fact in primary.items() if end.label == label}
        for row in standing.primary_holders(reader, label, by_target):
            newcomer = by_target[row["role"], row["target"]]
            if (row["role"], row["target"], row["person"]) in stated:
                continue
            if _is_later(newcomer, row["properties"]):
                changes.append(_second(row, newcomer.end))
                counts["SERVES", "changed"] += 1
            else:
                newcomer.stated["is_primary"] = False
                conflicts.append(
                    Conflict(newcomer.source, row["role"], newcomer.end.natural, newcomer.start.name, row["name"])
                )
    return conflicts


def _is_later(newcomer: Fact, holder: Mapping[str, Any]) -> bool:
    since = holder.get("since")
    return newcomer.since is not None and since is not None and newcomer.since.date > since


def _second(row: Mapping[str, Any], target: Node) -> RelationshipChange:
    """The former primary holder as one of several."""
    identity = row["properties"]["fact_id"]
    ends = ("Person", row["person"], target.label, target.key)
    return RelationshipChange("SERVES", identity, *ends, {"is_primary": True}, {"is_primary": False})
