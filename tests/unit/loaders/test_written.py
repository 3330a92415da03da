"""What a form says is what the reader of its cell reads again."""

import datetime as dt

import pytest

from graph_schema.values.day import Day
from graph_schema.values.hours import Hours
from loaders.cells import Management, read_cell
from loaders.sources import ROSTERS
from loaders.written import NONE, choices_of, write

READS = sorted({column.reads for roster in ROSTERS.values() for column in roster.columns})


@pytest.mark.parametrize("reads", READS)
def test_every_choice_is_read_again(reads: str) -> None:
    for value, word in choices_of(reads).items():
        assert read_cell(reads, word) == value


@pytest.mark.parametrize(
    ("reads", "value"),
    [
        ("day", Day(dt.date(2026, 3, 1))),
        ("day", Day(dt.date(2026, 3, 1), "month")),
        ("day", Day(dt.date(2026, 1, 1), "year")),
        ("integer", 16),
        ("number", 95.5),
        ("yes_no", False),
        ("full_time", True),
        ("occupancy", "registered_only"),
        ("hours", Hours("夜班", 23 * 60, 7 * 60)),
        ("hours", Hours("07:00-15:00", 7 * 60, 15 * 60)),
        ("management", Management("managed", "云杉安居物业服务有限公司")),
        ("management", Management("self", "")),
        ("management", Management("none", "")),
        ("communities", ("松涛社区", "石桥社区")),
        ("skills", ("急救", "书法")),
        ("politics", "probationary"),
        ("flow", "no"),
    ],
)
def test_a_value_is_read_again(reads: str, value: object) -> None:
    assert read_cell(reads, write(reads, value)) == value


@pytest.mark.parametrize("reads", ["place", "grid", "compound", "entrance"])
def test_that_there_is_none_is_said(reads: str) -> None:
    assert read_cell(reads, NONE) == ""


def test_nothing_is_written_of_nothing() -> None:
    assert [write("text", value) for value in (None, "", ())] == [None, None, None]
