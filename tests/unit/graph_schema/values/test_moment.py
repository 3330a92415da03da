"""The moment of an answer."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_schema.problems import ValueProblem
from graph_schema.values.moment import CHINA, Moment


def test_a_date_alone_is_a_whole_day_with_its_noon() -> None:
    found = Moment.parse("2026-11-20")

    assert found == Moment(dt.datetime(2026, 11, 20, 12, tzinfo=CHINA), whole_day=True)
    assert found.text == "2026-11-20"


@pytest.mark.parametrize(
    "written", ["2026-11-20T22:30", "2026-11-20 22:30", "2026-11-20T22:30+08:00", "2026-11-20T14:30:00Z"]
)
def test_every_offset_becomes_china_time(written: str) -> None:
    found = Moment.parse(written)

    assert found == Moment(dt.datetime(2026, 11, 20, 22, 30, tzinfo=CHINA))
    assert found.on == dt.date(2026, 11, 20)


def test_the_day_is_that_of_china() -> None:
    assert Moment.parse("2026-11-20T20:00Z").on == dt.date(2026, 11, 21)


@given(st.datetimes(dt.datetime(1900, 1, 1), dt.datetime(2200, 1, 1)))
def test_the_text_is_read_back(at: dt.datetime) -> None:
    moment = Moment.of(at)

    assert Moment.parse(moment.text) == moment


@pytest.mark.parametrize("written", ["", "x", "2026-13-01", "2026-11-20T25:00", "0001-01-01T00:00+23:00"])
def test_nonsense_is_refused(written: str) -> None:
    with pytest.raises(ValueProblem) as raised:
        Moment.parse(written)

    assert raised.value.code == "moment_invalid"


def test_another_offset_is_a_mistake_of_ours() -> None:
    with pytest.raises(ValueError, match="08:00"):
        Moment(dt.datetime(2026, 11, 20, tzinfo=dt.UTC))
