"""The day of a row whose year may stand above its table, and the clock times that people write behind it."""

import datetime as dt
import re

from graph_schema.problems import ValueProblem
from graph_schema.values import day, text
from graph_schema.values.day import Day
from loaders.places.problem import FieldProblem
from loaders.themes.stating import Stating

_CLOCK = re.compile(
    r"(?<=[日号0-9])\s*[(（]?(?:星期|周|上午|下午|中午|晚|早).*$|(?<=[日号]|\s)\s*\d{1,2}\s*[::时点].*$"
)

_RANGE = re.compile(r"(?P<first>.*\d\s*[日号])\s*(?:-|[—–~至到])+\s*(?P<last>.*\d\s*[日号])")
_DAY_ALONE = re.compile(r"\d{1,2}\s*[日号]")
_DAY_ALONE_BEHIND = re.compile(r"\d{1,2}\s*[日号]$")
_MOST_DAYS = 31


def whole_day(stating: Stating, field: str, heading: str) -> Day:
    """The day of a cell. Raises FieldProblem for a blank one, and for a month or a year."""
    found = some_day(stating, field)
    if found is None:
        raise FieldProblem(field, ValueProblem("value_missing", value=heading))
    if found.precision != "day":
        raise FieldProblem(field, ValueProblem("date_invalid", value=text.tidy(stating.row.values[field])))
    return found


def days_of_row(stating: Stating, field: str, heading: str) -> tuple[Day, ...]:
    """The day of a cell, or every day of 11月21日-27日. Raises FieldProblem as `whole_day` does."""
    cell = stating.row.values.get(field)
    spread = _RANGE.fullmatch(text.tidy(cell)) if isinstance(cell, str) else None
    if spread is None:
        return (whole_day(stating, field, heading),)
    first, last = spread["first"], spread["last"]
    if _DAY_ALONE.fullmatch(last):
        last = _DAY_ALONE_BEHIND.sub("", first) + last
    start, end = (_parsed(stating, field, written) for written in (first, last))
    if end.date < start.date:
        raise FieldProblem(field, ValueProblem("dates_reversed", value=text.tidy(cell)))
    if start.precision != "day" or end.precision != "day" or (end.date - start.date).days > _MOST_DAYS:
        raise FieldProblem(field, ValueProblem("date_invalid", value=text.tidy(cell)))
    return tuple(Day(start.date + dt.timedelta(days=number)) for number in range((end.date - start.date).days + 1))


def some_day(stating: Stating, field: str) -> Day | None:
    """The day, month or year of a cell; None for a blank one. Raises FieldProblem."""
    cell = stating.row.values.get(field)
    if cell is None:
        return None
    return _parsed(stating, field, _CLOCK.sub("", text.tidy(cell)) if isinstance(cell, str) else cell)


def _parsed(stating: Stating, field: str, written: object) -> Day:
    try:
        return day.parse(written, stating.row.table.year)
    except ValueProblem as problem:
        raise FieldProblem(field, problem) from None
