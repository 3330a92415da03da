"""The gap board of a place, and the list behind one of its cells."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from app.cases.areas import Areas, areas, place_of
from database.reading import Reader
from graph_schema.errors import Nearby
from graph_schema.sensitivity import Sight
from graph_schema.values.moment import Moment
from graph_schema.values.seal import Seal
from queries import gaps
from queries.gaps import Board, Count, Gap, Rule
from queries.gaps.rules import Severity

STATUSES = ("gap", "unknown")


@dataclass(frozen=True)
class Sheet:
    """A board with where it is; `path` ends with the place itself and is empty for an empty graph."""

    path: tuple[Nearby, ...]
    areas: Areas
    board: Board | None

    @property
    def families(self) -> tuple[tuple[str, tuple[Rule, ...]], ...]:
        """The rules by their severity, the worst first."""
        rules = self.board.rules if self.board else ()
        found = ((severity, tuple(rule for rule in rules if rule.severity == severity)) for severity in Severity)
        return tuple((str(severity), family) for severity, family in found if family)

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The same in one line."""
        return tuple(rule for _severity, family in self.families for rule in family)

    @property
    def beside(self) -> bool:
        """Whether something lies in none of the listed places."""
        return self.board is not None and any(count.gap or count.unknown for count in self.board.rest.values())


@dataclass(frozen=True)
class Drill:
    """The list of one rule in one place. `parts`: the places right below it with their counts."""

    path: tuple[Nearby, ...]
    rule: Rule
    count: Count
    parts: tuple[tuple[Nearby, Count], ...]
    gaps: tuple[Gap, ...]


def sheet(
    reader: Reader, seal: Seal, code: str | None, *, severities: Iterable[str], moment: Moment, sight: Sight
) -> Sheet:
    """The board of a place, or of everything. Raises NotFound."""
    asking: dict[str, Any] = {"moment": moment, "sight": sight}
    upper = areas(reader, seal, **asking)
    if upper.empty and code is None:
        return Sheet((), upper, None)
    path = place_of(reader, code or upper.start(), **asking)
    wanted = frozenset(severities)
    rules = [rule.id for rule in gaps.RULES.values() if rule.severity in wanted]
    return Sheet(path, upper, gaps.board(reader, place=path[-1].code, rules=rules, **asking))


def drill(
    reader: Reader, seal: Seal, rule: str, code: str | None, *, status: str, moment: Moment, sight: Sight
) -> Drill:
    """What one rule finds in a place. Raises NotFound for a rule or place that there is not."""
    asking: dict[str, Any] = {"moment": moment, "sight": sight}
    chosen = gaps.chosen([rule])[0]
    path = place_of(reader, code or areas(reader, seal, **asking).start(), **asking)
    board = gaps.board(reader, place=path[-1].code, rules=[chosen.id], **asking)
    found = gaps.find(reader, rules=[chosen.id], place=path[-1].code, **asking)
    parts = ((row.place, row.counts[chosen.id]) for row in board.rows)
    return Drill(
        path,
        chosen,
        board.total[chosen.id],
        tuple((place, count) for place, count in parts if count.gap or count.unknown),
        tuple(gap for gap in found if gap.status == status),
    )
