"""How it stands in a place: key numbers, what to do first, and the tree of who is responsible."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app.cases.areas import areas, place_of
from app.cases.tree import Branch, branches
from database.reading import Reader
from graph_schema.errors import Nearby
from graph_schema.sensitivity import Sight
from graph_schema.values.moment import Moment
from graph_schema.values.seal import Seal
from queries import gaps
from queries.answer import Row
from queries.ask import ask
from queries.gaps import Board, Count, Rule
from records import imports, jobs
from records.imports import Import
from records.jobs import Job
from records.store import Records

MOST = 5  # things to do first
_CRITICAL = [rule.id for rule in gaps.RULES.values() if rule.severity == "critical"]
_BESIDE = ("responsibility_tonight", "party_tree_counts")
LISTED = 50  # places below one, in the tree
OPENED_AT_ONCE = 12  # places of the tree that may stand open


@dataclass(frozen=True)
class Task:
    """Something to do first: this many gaps of a rule in one place."""

    place: Nearby
    rule: Rule
    count: Count


@dataclass(frozen=True)
class Node:
    """A row of the tree. `critical` is None where the board does not reach."""

    branch: Branch
    depth: int
    open: bool
    critical: int | None


@dataclass(frozen=True)
class More:
    """A row of the tree for the places below `branch` that are left out."""

    branch: Branch
    depth: int
    left_out: int


@dataclass(frozen=True)
class Overview:
    """One place. `path` ends with the place itself; `board` counts its children.

    `tonight`: rows of responsibility_tonight; `organisations`: of party_tree_counts.
    """

    path: tuple[Nearby, ...]
    whole: Branch
    board: Board
    tasks: tuple[Task, ...]
    tree: tuple[Node | More, ...]
    latest: Import | None
    tonight: tuple[Row, ...]
    organisations: tuple[Row, ...]

    @property
    def critical(self) -> int:
        """Gaps of critical rules."""
        return _critical(self.board.total)

    @property
    def unknown(self) -> int:
        """What no rule can decide, because something was never recorded."""
        return sum(count.unknown for count in self.board.total.values())


@dataclass(frozen=True)
class FirstRun:
    """A graph without places: what is being loaded, if anything."""

    job: Job | None


def overview(
    reader: Reader,
    records: Records,
    seal: Seal,
    code: str | None,
    *,
    opened: Sequence[str],
    moment: Moment,
    sight: Sight,
) -> Overview | FirstRun:
    """The overview of a place, or of everything; what to do first where there is nothing. Raises NotFound."""
    asking: dict[str, Any] = {"moment": moment, "sight": sight}
    code = code or _start(reader, seal, asking)
    if code is None:
        return FirstRun(_running(records))
    path = place_of(reader, code, **asking)
    parents = [code, *[each for each in dict.fromkeys(opened) if each != code][:OPENED_AT_ONCE]]
    found = branches(reader, parents, [code], seal=seal, **asking)
    boards = {
        parent: gaps.board(reader, place=parent, rules=None if parent == code else _CRITICAL, **asking)
        for parent in parents
    }
    told = {name: ask(reader, name, place=code, seal=seal, **asking).rows for name in _BESIDE}
    whole = next(branch for branch in found if branch.parent is None)
    tree = (Node(whole, 0, True, _critical(boards[code].total)), *_below(whole, 1, found, boards))
    return Overview(path, whole, boards[code], _tasks(boards[code]), tree, _latest(records), *told.values())


def _start(reader: Reader, seal: Seal, asking: dict[str, Any]) -> str | None:
    found = areas(reader, seal, **asking)
    return None if found.empty else found.start()


def _below(whole: Branch, depth: int, found: Sequence[Branch], boards: Mapping[str, Board]) -> Iterator[Node | More]:
    rows = {row.place.code: row.counts for row in boards[whole.code].rows}
    children = [branch for branch in found if branch.parent == whole.code]
    for branch in children[:LISTED]:
        critical = _critical(rows[branch.code]) if branch.code in rows else None
        opened = branch.code in boards
        yield Node(branch, depth, opened, critical)
        if opened:
            yield from _below(branch, depth + 1, found, boards)
    if len(children) > LISTED:
        yield More(whole, depth, len(children) - LISTED)


def _critical(counts: Mapping[str, Count]) -> int:
    return sum(count.gap for rule, count in counts.items() if gaps.RULES[rule].severity == "critical")


def _tasks(board: Board) -> tuple[Task, ...]:
    """The worst first: critical before the rest, then the most gaps."""
    found = [
        Task(row.place, rule, row.counts[rule.id])
        for row in board.rows
        for rule in board.rules
        if row.counts[rule.id].gap
    ]
    weight = {"critical": 0, "high": 1, "medium": 2}
    return tuple(
        sorted(found, key=lambda task: (weight[task.rule.severity], -(task.count.percent or 0), -task.count.gap))[:MOST]
    )


def _latest(records: Records) -> Import | None:
    with records.reading() as session:
        return imports.newest_load(session)


def _running(records: Records) -> Job | None:
    """The job that is loading something, or the one that failed to."""
    with records.reading() as session:
        newest = jobs.newest(session, 5)
    return next((job for job in newest if job.state in (jobs.RUNNING, jobs.QUEUED, jobs.FAILED)), None)
