"""The hours of shifts as rosters write them."""

import datetime as dt

import pytest

from graph_schema.problems import ValueProblem
from graph_schema.values.hours import parse
from graph_schema.values.moment import CHINA

DAY = dt.date(2026, 11, 16)


@pytest.mark.parametrize(
    ("written", "word", "starts", "ends"),
    [
        ("早班\n07:00-15:00", "早班", (16, 7, 0), (16, 15, 0)),
        ("夜班\n23:00-次日07:00", "夜班", (16, 23, 0), (17, 7, 0)),
        ("夜班（23：00—次日7：00）", "夜班", (16, 23, 0), (17, 7, 0)),
        ("白班 8时-20时", "白班", (16, 8, 0), (16, 20, 0)),
        ("全天 0:00-24:00", "全天", (16, 0, 0), (17, 0, 0)),
        ("16:00~24:00", "16:00-24:00", (16, 16, 0), (17, 0, 0)),
        ("值守 8:30至8:30", "值守", (16, 8, 30), (17, 8, 30)),
    ],
)
def test_hours_of_a_shift(written: str, word: str, starts: tuple[int, int, int], ends: tuple[int, int, int]) -> None:
    hours = parse(written)
    moments = tuple(dt.datetime(2026, 11, day, hour, minute, tzinfo=CHINA) for day, hour, minute in (starts, ends))
    assert (hours.word, hours.on(DAY)) == (word, moments)


@pytest.mark.parametrize("written", ["早班", "", "7-15", "25:00-26:00", "<b>夜班</b>"])
def test_hours_that_are_not_said_are_never_guessed(written: str) -> None:
    with pytest.raises(ValueProblem) as raised:
        parse(written)
    assert raised.value.code == "hours_missing"
