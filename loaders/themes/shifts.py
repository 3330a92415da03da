"""Shifts: one for every checkpoint, day and shift of the table, also where nobody stands in its cell; who is on it."""

from graph_schema.values.day import Day
from graph_schema.values.hours import Hours
from loaders.crosstab import IN_CELL, days_of
from loaders.draft import Node
from loaders.themes.stating import Stating

FIELDS = frozenset(("shift",))


def state(stating: Stating) -> None:
    """What a line says: its shifts; or a cell: who is on its shift."""
    hours, checkpoint = stating.row.values.get("shift"), stating.placed.checkpoint
    if not isinstance(hours, Hours) or checkpoint is None:
        return
    days = days_of(stating.row.table)
    if stating.row.column is None:
        for day in days.values():
            _shift(stating, checkpoint, day, hours)
        return
    shift = _shift(stating, checkpoint, days[stating.row.column], hours)
    for found in stating.people.get(IN_CELL, ()):
        stating.draft.relate("ON_SHIFT", found.node, shift, stating.source)


def _shift(stating: Stating, checkpoint: Node, day: Day, hours: Hours) -> Node:
    shift = stating.owned("Shift", checkpoint, f"{day.text}/{hours.word}")
    starts, ends = hours.on(day.date)
    stating.draft.state(shift, "starts", starts)
    stating.draft.state(shift, "ends", ends)
    stating.draft.relate("AT", shift, checkpoint, stating.source)
    return shift
