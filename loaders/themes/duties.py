"""Who is on duty, of lists with one row a shift: at a checkpoint, at a grid, or at the community."""

from graph_schema.problems import ValueProblem
from graph_schema.values import hours
from graph_schema.values.day import Day
from graph_schema.values.hours import Hours
from loaders.draft import Node
from loaders.places.problem import FieldProblem
from loaders.themes.days import days_of_row
from loaders.themes.shifts import shift_at
from loaders.themes.stating import Stating

FIELDS = frozenset(("duty_on",))


def state(stating: Stating) -> None:
    """What the row says: its shift, and who is on it. Raises FieldProblem."""
    days, worked = days_of_row(stating, "duty_on", "日期"), _hours(stating)
    placed = stating.placed
    if placed.checkpoint is not None:
        _in_force(stating, placed.checkpoint, days[0])
    for day in days:
        shift = shift_at(stating, placed.checkpoint or placed.grid or placed.area, day, worked)
        for found in stating.everybody:
            stating.draft.relate("ON_SHIFT", found.node, shift, stating.source)


def _hours(stating: Stating) -> Hours:
    """Those of the row, else those that stand above the table (值班时间：8:30—17:30).

    A list that says nothing of hours means the calendar day, as a date alone does wherever somebody is on a shift.
    """
    said = stating.row.values.get("duty_hours")
    if isinstance(said, Hours):
        return said
    for title in stating.row.table.titles:
        try:
            found = hours.parse(title)
        except ValueProblem:
            continue
        return Hours("值班", found.starts, found.ends)
    if "duty_hours" in stating.row.table.layout.found:
        raise FieldProblem("duty_hours", ValueProblem("hours_missing", value=""))
    return Hours("全天", 0, 0)


def _in_force(stating: Stating, checkpoint: Node, day: Day) -> None:
    """A new checkpoint is in force since the first day on which it is staffed."""
    since = checkpoint.stated.get("since")
    if checkpoint.before is None and (not isinstance(since, Day) or day.date < since.date):
        stating.draft.state(checkpoint, "since", day)
