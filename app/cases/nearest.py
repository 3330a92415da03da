"""What may have been meant by a code that nothing has."""

from __future__ import annotations

from database.reading import Reader
from graph_schema.errors import Ambiguous, Nearby, NotFound
from graph_schema.sensitivity import Sight
from queries import addresses


def nothing_has(reader: Reader, code: str, *, sight: Sight) -> NotFound:
    """The error that says so, with what is nearest."""
    return NotFound(
        f"没有编号为“{code}”的人或地点。",
        f"Nothing has the code “{code}”: no person and no place.",
        nearest(reader, code, sight=sight),
    )


def nearest(reader: Reader, written: str, *, sight: Sight) -> tuple[Nearby, ...]:
    """What a code, name or address is closest to."""
    try:
        return (addresses.resolve(reader, written, sight=sight),)
    except NotFound as missing:
        return missing.nearest
    except Ambiguous as several:
        return several.candidates
