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
from graph_schema.values.day import Day
from loaders import standing
from loaders.draft import Draft, Fact, Node


@dataclass(frozen=True)
class _Term:
    person: Node
    since: Day | None
    until: Day | None

    def overlaps(self, since: Day | None, until: Day | None) -> bool:
        """Whether a period has a day in common with this one."""
        if self.until is not None and since is not None and self.until.as_until <= since.as_since:
            return False
        return until is None or self.since is None or until.as_until > self.since.as_since


class Firsts:
    """Whom an import's rows name first for a role and its target: of each period that is the primary holder."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._terms: dict[tuple[str, Node], list[_Term]] = {}

    def is_first(self, role: str, target: Node, person: Node, since: Day | None, until: Day | None) -> bool:
        """Whether the person is the first one of the period that a row states."""
        terms = self._terms.setdefault((role, target), [])
        for term in terms:
            if term.overlaps(since, until):
                return term.person is person
        terms.append(_Term(person, since, until))
        self._draft.on_failure(terms.pop)
        return True


@dataclass(frozen=True)
class Conflict:
    """Two holders whom no date orders. `source` is the row of the newcomer."""

    source: str
    role: str
    target: str
    name: str
    other: str


def settle(
    facts: Iterable[Fact],
    reader: Reader,
    changes: list[Change],
    counts: Counter[tuple[str, str]],
    ended: frozenset[str] = frozenset(),
) -> list[Conflict]:
    """Orders newcomers and holders; changes the facts' statements and adds changes of the holders that are known.

    `ended`: the fact_ids of holders who make room, as somebody agreed.
    """
    serving = [f for f in facts if f.type == "SERVES" and f.end.before is not None]
    stated = {(f.discriminator, f.end.key, f.start.key) for f in serving}
    conflicts = []
    named = sorted((f for f in serving if f.stated.get("is_primary")), key=lambda fact: fact.until is None)
    primary = {(f.discriminator, f.end): f for f in named}  # of several periods the one that goes on
    for label in sorted({fact.end.label for fact in serving}):
        by_target = {(role, end.key): fact for (role, end), fact in primary.items() if end.label == label}
        for row in standing.primary_holders(reader, label, by_target):
            newcomer = by_target[row["role"], row["target"]]
            known = (row["role"], row["target"], row["person"]) in stated
            if known or row["properties"]["fact_id"] in ended or _is_over(newcomer, row["properties"]):
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


def _is_over(newcomer: Fact, holder: Mapping[str, Any]) -> bool:
    """Whether the newcomer is one who was there before the holder."""
    since = holder.get("since")
    return newcomer.until is not None and since is not None and newcomer.until.as_until <= since


def _second(row: Mapping[str, Any], target: Node) -> RelationshipChange:
    """The former primary holder as one of several."""
    identity = row["properties"]["fact_id"]
    ends = ("Person", row["person"], target.label, target.key)
    return RelationshipChange("SERVES", identity, *ends, {"is_primary": True}, {"is_primary": False})
