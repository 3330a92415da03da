"""The two statements of a search: what may be meant, and what a row of the list shows."""

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from database.reading import Reader, read
from graph_schema.sensitivity import Sight
from queries.search.ranking import Candidate
from queries.search.typed import Typed, escape
from queries.statement import load

HERE = Path(__file__).parent
DEEP = 3_000  # hits that are looked at, where only those within a place are kept

_CANDIDATES = load(HERE / "candidates.cypher").text
_HITS = load(HERE / "hits.cypher").text


def candidates(
    reader: Reader, typed: Typed, *, place: str | None, sight: Sight, on: date, most: int
) -> list[Candidate]:
    """What may be meant, within the place and the viewer's area; at most `most` of each index."""
    bound = place or sight.area
    people = lucene(typed, ("name",), place=bound)
    [row] = read(
        reader,
        _CANDIDATES,
        people=people,
        organisations=people,
        places=lucene(typed, ("name", "address")),
        homes=_homes(typed),
        doors=list(typed.doors),
        names=list(typed.names),
        buildings=list(typed.buildings),
        last4=_list(typed.last4),
        codes=_list(typed.code),
        place=bound,
        area=sight.area if place else None,
        on=on,
        most=most,
        deep=DEEP if bound else most,
    )
    return [Candidate.of(values) for values in row["found"]]


def details(reader: Reader, found: Iterable[Candidate], *, on: date) -> dict[str, Mapping[str, Any]]:
    """Path, roles and numbers of each hit by its code."""
    wanted = [(_LISTS.get(candidate.label, "places"), candidate.code) for candidate in found]
    codes: dict[str, Any] = {
        name: [code for kind, code in wanted if kind == name] for name in (*_LISTS.values(), "places")
    }
    return {row["code"]: row for row in read(reader, _HITS, on=on, **codes)} if wanted else {}


def lucene(typed: Typed, fields: tuple[str, ...], *, place: str | None = None) -> list[str]:
    """The full-text query for names, as a list of none or one.

    The index holds pairs of Chinese signs: one sign is the beginning of a pair, several are a phrase.
    """
    either = [f"{field}:{_phrase(typed.phrase)}" for field in fields if typed.phrase]
    either += [f"name_pinyin:{escape(sound)}*" for sound in typed.pinyin]
    either += [f"name_initials:{escape(letters)}*" for letters in typed.initials]
    if typed.parts and "address" in fields:
        either.append(f"({' '.join(f'+address:{_phrase(part)}' for part in typed.parts)})")
    if not either:
        return []
    query = " OR ".join(either)
    return [f'+({query}) +scope:"{escape(place)}"' if place else query]


def _phrase(written: str) -> str:
    return f"{escape(written)}*" if len(written) == 1 else f'"{escape(written)}"'


def _homes(typed: Typed) -> list[str]:
    """Homes are found by their door; by a phrase of their address where no door was typed."""
    if typed.doors or len(typed.phrase) < 2:
        return []
    return [f"address:{_phrase(typed.phrase)}"]


def _list(value: str) -> list[str]:
    return [value] if value else []


_LISTS = {"Person": "people", "PartyOrg": "organisations", "Unit": "units"}
