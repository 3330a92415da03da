"""Leave: from when to when, both days included, and who stands in. Why somebody is away is kept nowhere."""

import datetime as dt
import re

from graph_schema.problems import ValueProblem
from graph_schema.values import day, text
from graph_schema.values.day import Day
from loaders.draft import Node
from loaders.people.holders import Found
from loaders.places.problem import FieldProblem
from loaders.themes.stating import Stating

FIELDS = frozenset(("absent",))
_FROM, _TO = "leave_from", "leave_to"
_HAS_YEAR = re.compile(r"\d{4}")


def state(stating: Stating) -> None:
    """What the row says of those who are away. Raises FieldProblem."""
    absent, stand_ins = stating.people.get("absent", ()), stating.people.get("stand_in", ())
    if not absent:
        raise FieldProblem("absent", ValueProblem("name_missing"))
    start, end = _days(stating)
    for person in absent:
        leave = _leave(stating, person, start, end)
        for stand_in in stand_ins:
            if stand_in.node is person.node:
                problem = ValueProblem("value_conflict", value=stand_in.claim.name, other="请假人本人")
                raise FieldProblem("stand_in", problem)
            stating.draft.relate("COVERED_BY", leave, stand_in.node, stating.source)


def _leave(stating: Stating, person: Found, start: Day, end: Day) -> Node:
    """The leave of somebody that begins on a day: there is one; whoever states it again states when it ends."""
    leave = stating.owned("Leave", person.node, start.text)
    stating.draft.state(leave, "from", start)
    stating.draft.state(leave, "to", end)
    stating.draft.relate("ON_LEAVE", person.node, leave, stating.source)
    return leave


def _days(stating: Stating) -> tuple[Day, Day]:
    start, end = _day(stating, _FROM), _day(stating, _TO)
    written = stating.row.values[_TO]
    if end.date < start.date and _is_next_year(written, start, end):
        end = Day(dt.date(start.date.year + 1, end.date.month, end.date.day))
    if end.date < start.date:
        raise FieldProblem(_TO, ValueProblem("dates_reversed", value=text.tidy(written)))
    return start, end


def _day(stating: Stating, field: str) -> Day:
    """A whole day; its year may stand above the table."""
    cell = stating.row.values.get(field)
    if cell is None:
        raise FieldProblem(field, ValueProblem("value_missing", value="开始日期" if field == _FROM else "结束日期"))
    try:
        found = day.parse(cell, stating.row.table.year)
    except ValueProblem as problem:
        raise FieldProblem(field, problem) from None
    if found.precision != "day":
        raise FieldProblem(field, ValueProblem("date_invalid", value=text.tidy(cell)))
    return found


def _is_next_year(written: object, start: Day, end: Day) -> bool:
    """12月28日 to 1月3日, where the year stands above the table alone."""
    without_year = isinstance(written, str | float) and not _HAS_YEAR.search(text.tidy(written))
    return without_year and start.date.month >= 10 and end.date.month <= 3
