"""The gap board of a place, and the list behind one of its cells."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from app.cases.areas import Areas, areas, way
from app.cases.nearest import nothing_has
from database.reading import Reader
from graph_schema.errors import Nearby
from graph_schema.sensitivity import Sight
from graph_schema.values.moment import Moment
from graph_schema.values.seal import Seal
from queries import gaps
from queries.gaps import Board, Count, Gap, Rule

STATUSES = ("gap", "unknown")


@dataclass(frozen=True)
class Sheet:
    """A board with where it is; `path` ends with the place itself and is empty for an empty graph."""

    path: tuple[Nearby, ...]
    areas: Areas
    board: Board | None


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
    path = _path(reader, code or upper.start(), **asking)
    wanted = frozenset(severities)
    rules = [rule.id for rule in gaps.RULES.values() if rule.severity in wanted]
    return Sheet(path, upper, gaps.board(reader, place=path[-1].code, rules=rules, **asking))


def drill(
    reader: Reader, seal: Seal, rule: str, code: str | None, *, status: str, moment: Moment, sight: Sight
) -> Drill:
    """What one rule finds in a place. Raises NotFound for a rule or place that there is not."""
    asking: dict[str, Any] = {"moment": moment, "sight": sight}
    chosen = gaps.chosen([rule])[0]
    path = _path(reader, code or areas(reader, seal, **asking).start(), **asking)
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


def _path(reader: Reader, code: str, *, moment: Moment, sight: Sight) -> tuple[Nearby, ...]:
    path = way(reader, code, moment=moment, sight=sight)
    if not path:
        raise nothing_has(reader, code, sight=sight)
    return path
