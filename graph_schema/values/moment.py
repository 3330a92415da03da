"""The moment that an answer is for. China has one time, +08:00."""

import datetime as dt
import re
from dataclasses import dataclass

from graph_schema.problems import ValueProblem

CHINA = dt.timezone(dt.timedelta(hours=8))
NOON = dt.time(12)
_DATE_ALONE = re.compile(r"\d{4}-?\d{2}-?\d{2}", re.ASCII)


@dataclass(frozen=True)
class Moment:
    """`at` in China time. `whole_day`: a date alone was given; contacts are answered for noon, shifts for the day."""

    at: dt.datetime
    whole_day: bool = False

    def __post_init__(self) -> None:
        if self.at.utcoffset() != dt.timedelta(hours=8):
            raise ValueError("a moment is at +08:00")

    @property
    def on(self) -> dt.date:
        """The day in China."""
        return self.at.date()

    @property
    def text(self) -> str:
        """2026-11-20, or 2026-11-20T22:30:00+08:00; `parse` reads it back."""
        return self.on.isoformat() if self.whole_day else self.at.isoformat()

    @classmethod
    def parse(cls, text: str) -> "Moment":
        """A date alone, or an ISO moment; without an offset it is China's time. Raises moment_invalid."""
        written = text.strip()
        try:
            if _DATE_ALONE.fullmatch(written):
                return cls.of_day(dt.date.fromisoformat(written))
            return cls.of(dt.datetime.fromisoformat(written))
        except (ValueError, OverflowError) as error:
            raise ValueProblem("moment_invalid", value=text) from error

    @classmethod
    def of(cls, at: dt.datetime) -> "Moment":
        """The moment of a datetime; a naive one is China's time."""
        return cls(at.replace(tzinfo=CHINA) if at.tzinfo is None else at.astimezone(CHINA))

    @classmethod
    def of_day(cls, day: dt.date) -> "Moment":
        """A whole day, with its noon for what needs a time."""
        return cls(dt.datetime.combine(day, NOON, CHINA), whole_day=True)
