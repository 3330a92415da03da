"""Checkpoints: by their number within a community, known or new; they hang under their grid, else the community."""

from graph_schema.problems import ValueProblem
from graph_schema.values.day import Day
from loaders.crosstab import days_of
from loaders.draft import Node
from loaders.places.directory import Directory
from loaders.places.problem import FieldProblem
from loaders.places.zones import date_of
from loaders.rows import TypedRow


def checkpoint_of(row: TypedRow, directory: Directory, community: Node, grid: Node | None) -> Node:
    """The row's checkpoint; a new one is in force since the first day of its table. Raises FieldProblem."""
    number = row.values.get("checkpoint") or _named(row)
    if not isinstance(number, str) or not number:
        raise FieldProblem("checkpoint", ValueProblem("value_missing", value="卡点编号"))
    draft, parent = directory.draft, grid or community
    identity = ("Checkpoint", community.key, number)
    node = draft.nodes.get(identity)
    if node is None:
        name = str(row.values.get("Checkpoint.name") or number)
        natural = f"{parent.natural}/{number}"
        node = directory.add(Node("Checkpoint", identity, name, natural, parent, owner=parent, tail=f"K{number}"))
    first = min(days_of(row.table).values(), key=lambda day: day.date, default=None)
    draft.state(node, "since", first or _dated(row) if node.before is None else None)
    try:
        draft.relate("PART_OF", node, parent, "")
    except ValueProblem as problem:
        raise FieldProblem("grid", problem) from None
    return node


def _dated(row: TypedRow) -> Day | None:
    """The date above the table, where no row says a day of its own (see themes/duties.py)."""
    return None if "duty_on" in row.table.layout.found else date_of(row.table)


def _named(row: TypedRow) -> object:
    """Where a table has no column of numbers, a checkpoint is told by its name."""
    return row.values.get("Checkpoint.name") if "checkpoint" not in row.table.layout.found else None
