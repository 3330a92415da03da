"""A day as precise as it was written: 2026-03-01, 2026-03 or 2026."""

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from typing import Literal

from graph_schema.problems import ValueProblem
from graph_schema.values import numeral, text

Precision = Literal["day", "month", "year"]

_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_EXCEL_EPOCH = dt.date(1899, 12, 30)
_SERIALS = range(10_000, 73_416)  # 1927 to 2100: below it stand years, above it 202003
_PARTS = re.compile(r"(\d{4})\s*[-./年、,。\\]\s*(\d{1,2})(?:\s*[-./月、,。\\]\s*(\d{1,2})\s*[日号]?|\s*月份?)?")
_YEAR = re.compile(r"(\d{4})\s*年?")
_PLAIN = re.compile(r"(\d{4})(\d{2})(\d{2})?")
_MONTH_DAY = re.compile(r"(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*[日号]?")
_TIME_BEHIND = re.compile(r"(?<=[\d日号])[T ]\d{1,2}:\d{2}.*$")
_AROUND = re.compile(r"^(?:自|从|于)(?=[\d二一])|(?:(?:起|始|开始|以来)?-?至?今|起|以来)$|\([^()\d]{1,12}\)$")
_IN_WORDS = re.compile(rf"{numeral.PATTERN}(?=[年月日号])")
_LONGEST = 60
_DASH = re.compile(r"[‐‑–—−]")


@dataclass(frozen=True, slots=True)
class Day:
    """The first day of what was written, and how precise that was."""

    date: dt.date
    precision: Precision = "day"

    @property
    def text(self) -> str:
        """2026-03-01, 2026-03 or 2026; `from_text` reads it back."""
        return self.date.isoformat()[: {"day": 10, "month": 7, "year": 4}[self.precision]]

    @property
    def first(self) -> dt.date:
        """The first day of the period."""
        return self.date

    @property
    def after(self) -> dt.date:
        """The day after the last one of the period."""
        if self.precision == "day":
            return self.date + dt.timedelta(days=1)
        if self.precision == "year" or self.date.month == 12:
            return dt.date(self.date.year + 1, 1, 1)
        return dt.date(self.date.year, self.date.month + 1, 1)

    @property
    def as_since(self) -> dt.date:
        """The first day on which what began then is current."""
        return self.date

    @property
    def as_until(self) -> dt.date:
        """The first day on which what ended then is no longer current: that day itself, or when the period is over."""
        return self.date if self.precision == "day" else self.after

    def years_later(self, years: int) -> "Day":
        """The same day so many years later, as precise; of 29 February the day before where there is none."""
        day = min(self.date.day, calendar.monthrange(self.date.year + years, self.date.month)[1])
        return Day(self.date.replace(year=self.date.year + years, day=day), self.precision)


def parse(cell: object, year: int | None = None) -> Day:
    """The day of a cell. `year` is that of the table, for 11月19日. Raises date_invalid or date_ambiguous.

    A number is an Excel serial, a year, 202003 or 20200301; a decimal 2026.1 may have been 2026.10, and 11.1 11.10.
    """
    if isinstance(cell, dt.datetime):
        return Day(cell.date())
    if isinstance(cell, dt.date):
        return Day(cell)
    if isinstance(cell, float) and round(cell * 10) == cell * 10 and round(cell * 10) % 10 == 1 and 1900 < cell < 2101:
        raise ValueProblem("date_ambiguous", value=cell)
    if year and isinstance(cell, float) and _may_have_lost_a_zero(cell):
        raise ValueProblem("date_ambiguous", value=cell)
    written = _plainly(_TIME_BEHIND.sub("", _DASH.sub("-", text.tidy(cell))).rstrip(".。"))
    try:
        found = _read(written.removesuffix(".0"), year)
    except ValueError as error:
        raise ValueProblem("date_invalid", value=cell) from error
    if found is None or not _FIRST_YEAR <= found.date.year <= _LAST_YEAR:
        raise ValueProblem("date_invalid", value=cell)
    return found


def _plainly(written: str) -> str:
    """Numerals as digits (二〇二〇年三月), without words around the day (自2020年3月起, 2020年3月至今)."""
    if written.isdecimal() or len(written) > _LONGEST or written.replace("-", "").isdecimal():
        return written
    digits = _IN_WORDS.sub(lambda found: numeral.arabic(found[0]), written)
    return _AROUND.sub("", _AROUND.sub("", digits)).strip()


def _may_have_lost_a_zero(cell: float) -> bool:
    """Whether a number such as 11.1, 11.2 or 11.3 may be what is left of 11.10, 11.20 or 11.30."""
    return 1 <= cell < 13 and round(cell * 10) % 10 in (1, 2, 3) and abs(cell * 10 - round(cell * 10)) < 1e-9


def from_text(written: str) -> Day:
    """The day that `Day.text` wrote. Raises date_invalid."""
    if not re.fullmatch(r"\d{4}(?:-\d{2}){0,2}", written, re.ASCII):
        raise ValueProblem("date_invalid", value=written)
    return parse(written)


def _read(written: str, year: int | None) -> Day | None:
    """None where it has no shape of a day; ValueError where that day does not exist."""
    if written.isdecimal():
        return _number(written)
    parts = _PARTS.fullmatch(written)
    if parts:
        return _day(parts[1], parts[2], parts[3])
    whole_year = _YEAR.fullmatch(written)
    if whole_year:
        return Day(dt.date(int(whole_year[1]), 1, 1), "year")
    without_year = _MONTH_DAY.fullmatch(written)
    return _day(str(year), without_year[1], without_year[2]) if without_year and year else None


def _number(digits: str) -> Day | None:
    if len(digits) == 4:
        return Day(dt.date(int(digits), 1, 1), "year")
    if len(digits) == 5 and int(digits) in _SERIALS:
        return Day(_EXCEL_EPOCH + dt.timedelta(days=int(digits)))
    plain = _PLAIN.fullmatch(digits)
    return _day(plain[1], plain[2], plain[3]) if plain else None


def _day(year: str, month: str, day: str | None) -> Day:
    if day is None:
        return Day(dt.date(int(year), int(month), 1), "month")
    return Day(dt.date(int(year), int(month), int(day)))
