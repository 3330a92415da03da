"""Shifts: one for every place, day and shift of the table, also where nobody stands in its cell; who is on it."""

from graph_schema.values.day import Day
from graph_schema.values.hours import Hours
from loaders.crosstab import IN_CELL, days_of
from loaders.draft import Node
from loaders.themes.stating import Stating

FIELDS = frozenset(("shift",))


def state(stating: Stating) -> None:
    """What a line says: its shifts; or a cell: who is on its shift."""
    hours, placed = stating.row.values.get("shift"), stating.placed
    if not isinstance(hours, Hours):
        return
    place = placed.checkpoint or placed.grid or placed.area
    days = days_of(stating.row.table)
    if stating.row.column is None:
        for day in days.values():
            shift_at(stating, place, day, hours)
        return
    shift = shift_at(stating, place, days[stating.row.column], hours)
    for found in stating.people.get(IN_CELL, ()):
        stating.draft.relate("ON_SHIFT", found.node, shift, stating.source)


def shift_at(stating: Stating, place: Node, day: Day, hours: Hours) -> Node:
    """The shift of a checkpoint, grid or community on a day: there is one of a name."""
    shift = stating.owned("Shift", place, f"{day.text}/{hours.word}")
    starts, ends = hours.on(day.date)
    stating.draft.state(shift, "starts", starts)
    stating.draft.state(shift, "ends", ends)
    stating.draft.relate("AT", shift, place, stating.source)
    return shift
