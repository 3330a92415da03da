"""Days as precise as they were written."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_schema.problems import ValueProblem
from graph_schema.values import day
from graph_schema.values.day import Day


@pytest.mark.parametrize(
    ("written", "years", "later"),
    [("2023-05-01", 5, "2028-05-01"), ("2024-02-29", 3, "2027-02-28"), ("2023-05", 5, "2028-05"), ("2024", 3, "2027")],
)
def test_years_later_is_as_precise(written: str, years: int, later: str) -> None:
    assert day.from_text(written).years_later(years).text == later


DAYS = st.dates(dt.date(1928, 1, 1), dt.date(2100, 12, 31))


@pytest.mark.parametrize(
    "cell",
    [
        "2020.3.1",
        "2020/3/1",
        "2020-03-01",
        "20200301",
        "2020年3月1日",
        "2020年3月1号",
        "2020 年 3 月 1 日",
        "２０２０．３．１",
        "2020-03-01 00:00:00",
        "2020—3—1",
        43891,
        43891.0,
        "43891",
        20200301.0,
        dt.date(2020, 3, 1),
        dt.datetime(2020, 3, 1, 8),
    ],
)
def test_every_spelling_of_a_day(cell: object) -> None:
    assert day.parse(cell) == Day(dt.date(2020, 3, 1))


@pytest.mark.parametrize(
    "cell", ["2026年3月", "2026.3", "2026.03", "202603", 202603.0, "2026年 3月", "2026-3", "2026年3月份", 2026.3]
)
def test_every_spelling_of_a_month(cell: object) -> None:
    assert day.parse(cell) == Day(dt.date(2026, 3, 1), "month")


@pytest.mark.parametrize("cell", ["2020", 2020.0, "2020年"])
def test_every_spelling_of_a_year(cell: object) -> None:
    assert day.parse(cell) == Day(dt.date(2020, 1, 1), "year")


@pytest.mark.parametrize(
    "cell",
    ["", "未报到", "26.3.1", "2026.13", "2026.2.30", "20261301", 5.0, True, "11月19日", "1.99E+10", "0000", "999901"],
)
def test_what_is_no_day(cell: object) -> None:
    with pytest.raises(ValueProblem) as raised:
        day.parse(cell)

    assert raised.value.code == "date_invalid"


def test_a_decimal_may_be_january_or_october() -> None:
    with pytest.raises(ValueProblem) as raised:
        day.parse(2026.1)

    assert raised.value.code == "date_ambiguous"
    assert day.parse("2026.1").text == "2026-01"
    assert day.parse(2026.11).text == "2026-11"


def test_the_year_of_the_table_completes_a_day() -> None:
    assert day.parse("11月19日", year=2026).text == "2026-11-19"
    assert day.parse("11.1", year=2026).text == "2026-11-01"


@given(DAYS, st.sampled_from(["day", "month", "year"]))
def test_the_text_is_read_back(date: dt.date, precision: day.Precision) -> None:
    first = {"day": date, "month": date.replace(day=1), "year": date.replace(month=1, day=1)}[precision]
    written = Day(first, precision)

    assert day.from_text(written.text) == written


@given(DAYS)
def test_an_excel_serial_is_its_day(date: dt.date) -> None:
    assert day.parse(float((date - dt.date(1899, 12, 30)).days)) == Day(date)


@pytest.mark.parametrize(
    ("written", "since", "until"),
    [
        ("2026-03-15", dt.date(2026, 3, 15), dt.date(2026, 3, 15)),
        ("2026-03", dt.date(2026, 3, 1), dt.date(2026, 4, 1)),
        ("2026-12", dt.date(2026, 12, 1), dt.date(2027, 1, 1)),
        ("2026", dt.date(2026, 1, 1), dt.date(2027, 1, 1)),
    ],
)
def test_half_open_ends(written: str, since: dt.date, until: dt.date) -> None:
    found = day.from_text(written)

    assert (found.as_since, found.as_until) == (since, until)


@given(DAYS, st.sampled_from(["day", "month", "year"]))
def test_a_period_ends_after_it_begins(date: dt.date, precision: day.Precision) -> None:
    assert Day(date, precision).after > date
