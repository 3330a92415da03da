"""The pages of a zone (units, buildings, lead) and of a checkpoint (who is on duty, shift by shift)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby
from typing import Any

from app.cases.bonds import by_bond
from app.cases.holders import by_person
from app.cases.sources import Source, sources
from database.reading import Reader
from graph_schema.values.moment import Moment
from queries.answer import Row
from queries.ask import ask
from records.store import Records

MOST = 200  # units, and buildings with checkpoints, of one zone


@dataclass(frozen=True)
class Zone:
    """A zone. `here`, `above`: rows of place_roles, one a person; `inside`: rows of zone_inside by their bond."""

    facts: Row
    here: tuple[Row, ...]
    above: tuple[Row, ...]
    inside: Mapping[str, tuple[Row, ...]]
    sources: Mapping[str, Source]


@dataclass(frozen=True)
class Shift:
    """One shift: rows of checkpoint_shifts of whoever is on it. Who is on leave does not count."""

    word: str
    starts: datetime
    ends: datetime
    people: tuple[Row, ...]
    required: int | None

    @property
    def lacking(self) -> int:
        """How many people are too few; 0 where nobody said how many it takes."""
        return max(0, (self.required or 0) - sum(not row["on_leave"] for row in self.people))

    def runs_at(self, moment: Moment) -> bool:
        """Whether that moment is within it."""
        return not moment.whole_day and self.starts <= moment.at < self.ends


@dataclass(frozen=True)
class Checkpoint:
    """A checkpoint. `days`: today's and tomorrow's shifts, each day with its date."""

    facts: Row
    here: tuple[Row, ...]
    above: tuple[Row, ...]
    days: tuple[tuple[date, tuple[Shift, ...]], ...]
    sources: Mapping[str, Source]


def zone(reader: Reader, records: Records, facts: Row, asking: Mapping[str, Any]) -> Zone:
    """The page of a zone whose place_facts are known: two more round trips."""
    here, above, texts = _roles(reader, facts, asking)
    inside = ask(reader, "zone_inside", place=facts["code"], most=MOST, **asking).rows
    told = sources(records, [*texts, *(row["source"] for row in inside)])
    return Zone(facts, here, above, by_bond(inside), told)


def checkpoint(reader: Reader, records: Records, facts: Row, asking: Mapping[str, Any]) -> Checkpoint:
    """The page of a checkpoint whose place_facts are known: two more round trips."""
    here, above, texts = _roles(reader, facts, asking)
    today: date = asking["moment"].on
    days = (today, today + timedelta(days=1))
    rows = ask(reader, "checkpoint_shifts", place=facts["code"], first=days[0], last=days[1], **asking).rows
    shifts = tuple(_shifts(rows, facts["required"]))
    told = sources(records, [*texts, *(row["source"] for row in rows)])
    by_day = tuple((day, tuple(shift for shift in shifts if shift.starts.date() == day)) for day in days)
    return Checkpoint(facts, here, above, by_day, told)


def _roles(
    reader: Reader, facts: Row, asking: Mapping[str, Any]
) -> tuple[tuple[Row, ...], tuple[Row, ...], list[str | None]]:
    roles = ask(reader, "place_roles", place=facts["code"], **asking).rows
    here = by_person(row for row in roles if row["height"] == 0)
    above = by_person(row for row in roles if row["height"] > 0)
    return here, above, [facts["source"], *(row["source"] for row in roles)]


def _shifts(rows: Iterable[Row], required: int | None) -> Iterable[Shift]:
    for code, told in groupby(rows, key=lambda row: str(row["code"])):
        people = list(told)
        word = code.rpartition("/")[2]
        on_it = tuple(row for row in people if row["person_id"])
        yield Shift(word, people[0]["starts"], people[0]["ends"], on_it, required)
