"""The periods of one fact: which of those that are known a row speaks of, and whether it begins another."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from graph_schema.values.day import Day
from loaders.draft import Fact

Row = Mapping[str, Any]


def meant(fact: Fact, rows: Sequence[Row], today: dt.date, corrects: bool) -> Row | None:
    """The period that a row speaks of: the one that begins on its day, else the current one, else none.

    One that has ended is meant only by a row that says when it ended, or that corrects it.
    """
    begun = [row for row in rows if fact.since is not None and row["properties"].get("since") == fact.since.date]
    current = [row for row in rows if is_current(row, today)]
    for row in begun:
        if row in current or fact.until is not None or corrects:
            return row
    if begun:
        return None
    open_now = [row for row in current if not is_over_before(fact, row)]
    if open_now or not corrects or not rows:
        return open_now[0] if open_now else None
    return max(rows, key=lambda row: row["properties"].get("until") or dt.date.min)


def begins_anew(fact: Fact, row: Row, corrects: bool) -> bool:
    """Whether the row says that it began later than what is known; then that was another period."""
    since = since_of(row)
    if corrects or fact.since is None or since is None or _agree(fact.since, since):
        return False
    return fact.since.date > since.date


def reopens(fact: Fact, row: Row, today: dt.date, corrects: bool) -> bool:
    """Whether a correction says that what has ended goes on."""
    return corrects and fact.until is None and not is_current(row, today)


def is_vaguer(said: Day | None, row: Row) -> bool:
    """Whether the row says the known day again, less precisely."""
    known = since_of(row)
    return said is not None and known is not None and _agree(said, known) and len(said.text) < len(known.text)


def is_over_before(fact: Fact, row: Row) -> bool:
    """Whether what the row says was over when this period began."""
    since = row["properties"].get("since")
    return fact.until is not None and since is not None and fact.until.as_until <= since


def that_follow(since: Day | None, rows: Sequence[Row]) -> list[Row]:
    """Of other ends those that began later: an old roster that comes late tells what was before them."""
    return [row for row in rows if since is not None and (row["properties"].get("since") or dt.date.min) > since.date]


def is_current(row: Row, today: dt.date) -> bool:
    """Whether the period is not over on the day."""
    until = row["properties"].get("until")
    return until is None or until > today


def since_of(row: Row) -> Day | None:
    """Since when the period is known."""
    since = row["properties"].get("since")
    return Day(since, row["properties"].get("since_precision") or "day") if since else None


def _agree(one: Day, other: Day) -> bool:
    """As far as both are precise."""
    length = min(len(one.text), len(other.text))
    return one.text[:length] == other.text[:length]
