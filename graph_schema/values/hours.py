"""The hours of a shift as rosters write them: 早班 07:00-15:00, 夜班 23:00-次日7:00."""

import datetime as dt
import re
from dataclasses import dataclass

from graph_schema.problems import ValueProblem
from graph_schema.values import text
from graph_schema.values.moment import CHINA

_CLOCK = r"(\d{1,2})\s*(?:[:时点]\s*(\d{2})?)\s*分?"
_HOURS = re.compile(rf"{_CLOCK}\s*(?:[-至到]|--)\s*(?:次日|第二天|翌日)?\s*{_CLOCK}")
_DASH = re.compile(r"[‐‑–—−～~]")


@dataclass(frozen=True)
class Hours:
    """What the shift is called, and its minutes of the day; one that does not end after it starts ends the next day."""

    word: str
    starts: int
    ends: int

    def on(self, day: dt.date) -> tuple[dt.datetime, dt.datetime]:
        """The half-open moments of the shift that begins on a day."""
        midnight = dt.datetime.combine(day, dt.time(), CHINA)
        lasts = (self.ends - self.starts) % (24 * 60) or 24 * 60
        start = midnight + dt.timedelta(minutes=self.starts)
        return start, start + dt.timedelta(minutes=lasts)


def parse(cell: object) -> Hours:
    """The hours of a cell. Raises hours_missing."""
    written = _DASH.sub("-", text.tidy(cell)).replace("：", ":")
    found = _HOURS.search(written)
    if found is None:
        raise ValueProblem("hours_missing", value=written)
    starts, ends = _minutes(found[1], found[2]), _minutes(found[3], found[4])
    if starts >= 24 * 60 or ends > 24 * 60:
        raise ValueProblem("hours_missing", value=written)
    word = re.sub(r"[\s()（）:]", "", written.replace(found[0], ""))
    return Hours(word or re.sub(r"\s", "", found[0]), starts, ends % (24 * 60))


def _minutes(hour: str, minute: str | None) -> int:
    return int(hour) * 60 + int(minute or 0)
