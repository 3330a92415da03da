"""What somebody typed into the box: what fits, else what was tried, what is nearest and who is in charge there."""

from __future__ import annotations

from dataclasses import dataclass

from app.cases.contacting import contact
from app.cases.nearest import nearest
from database.reading import Reader
from graph_schema.errors import Nearby
from graph_schema.nodes import PLACES
from graph_schema.sensitivity import Sight
from graph_schema.values.moment import Moment
from graph_schema.values.seal import Seal
from queries import search
from queries.answer import Words
from queries.contacts import Entry
from queries.search import MOST, Group

FEW, IN_CHARGE = 5, 2
_HOUSE = PLACES[PLACES.index("Grid") :]  # places small enough that somebody is in charge of just them


@dataclass(frozen=True)
class Result:
    """What was found, or `tried`, `nearest` and who answers for the nearest place."""

    query: str
    groups: tuple[Group, ...] = ()
    tried: tuple[Words, ...] = ()
    nearest: tuple[Nearby, ...] = ()
    charge: tuple[Entry, ...] = ()


def find(reader: Reader, seal: Seal, query: str, *, every: str = "", moment: Moment, sight: Sight) -> Result:
    """The answer to what was typed; `every` names a group of which all hits are wanted."""
    query = query.strip()
    if not query:
        return Result("")
    limit = MOST if every else FEW
    groups = search.search(reader, query, sight=sight, seal=seal, limit=limit, moment=moment)
    if groups:
        return Result(query, tuple(group for group in groups if not every or group.name == every) or groups)
    near = nearest(reader, query, sight=sight)
    return Result(query, (), search.tried(query), near, _in_charge(reader, seal, near, moment, sight))


def _in_charge(reader: Reader, seal: Seal, near: tuple[Nearby, ...], moment: Moment, sight: Sight) -> tuple[Entry, ...]:
    places = [each for each in near if each.label in _HOUSE]
    if not places:
        return ()
    chain = contact(reader, seal, places[0].code, moment=moment, sight=sight)
    return tuple(entry for entry in chain.entries if entry.person_id)[:IN_CHARGE]
