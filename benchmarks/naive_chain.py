"""The peer of the chain: the same facts, asked as one does without thinking, a query for every hop, post and person."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from database.reading import Reader, read
from graph_schema.cypher import current

_PARENT = (
    f"MATCH (:Place {{code: $code}})-[r:PART_OF]->(a:Place) WHERE {current('r')} "
    "RETURN a.code AS code, a:Building AS is_building"
)
_COMPOUND = f"MATCH (:Place {{code: $code}})-[r:LOCATED_IN]->(a:Compound) WHERE {current('r')} RETURN a.code AS code"
_ORGANISATIONS = (
    f"MATCH (:Place {{code: $code}})<-[r:COVERS]-(o:PartyOrg) WHERE {current('r')} RETURN o.org_id AS org_id"
)
_POSTS = (
    f"MATCH (:Place {{code: $code}})<-[r:SERVES]-(p:Person) WHERE {current('r')} "
    "RETURN r.role AS role, p.person_id AS person_id"
)
_OFFICERS = (
    f"MATCH (:PartyOrg {{org_id: $code}})<-[r:SERVES]-(p:Person) WHERE {current('r')} "
    "RETURN r.role AS role, p.person_id AS person_id"
)
_PERSON = "MATCH (p:Person {person_id: $code}) RETURN properties(p) AS person"
_LEAVE = (
    f"MATCH (:Person {{person_id: $code}})-[r:ON_LEAVE]->(l:Leave) WHERE {current('r')} "
    "AND l.from <= $on AND l.to >= $on RETURN l.leave_id AS leave_id"
)
_ZONES = f"MATCH (:Building {{code: $code}})<-[r:INCLUDES]-(z:Zone) WHERE {current('r')} RETURN z.code AS code"
_RESIDENTS = (
    f"MATCH (:Household {{code: $code}})<-[r:LIVES_IN]-(p:Person) WHERE {current('r')} RETURN p.person_id AS person_id"
)
_HELPERS_OF_HOME = (
    f"MATCH (:Household {{code: $code}})<-[r:PAIRED_WITH]-(p:Person) WHERE {current('r')} "
    "RETURN p.person_id AS person_id"
)
_HELPERS_OF_PERSON = (
    f"MATCH (:Person {{person_id: $code}})<-[r:PAIRED_WITH]-(p:Person) WHERE {current('r')} "
    "RETURN p.person_id AS person_id"
)
_STAND_INS = (
    f"MATCH (:Person {{person_id: $code}})-[r:ON_LEAVE]->(:Leave)-[s:COVERED_BY]->(p:Person) WHERE {current('r')} "
    f"AND {current('s')} RETURN p.person_id AS person_id"
)
_HOME = f"MATCH (:Person {{person_id: $code}})-[r:LIVES_IN]->(h:Household) WHERE {current('r')} RETURN h.code AS code"
_NEIGHBOURS = (
    f"MATCH (:Building {{code: $code}})-[r:PART_OF]->(:Grid)<-[s:PART_OF]-(n:Building) WHERE {current('r')} AND "
    f"{current('s')} RETURN n.code AS code"
)


class Asker:
    """Counts what it asks."""

    def __init__(self, reader: Reader, on: dt.date) -> None:
        self._reader = reader
        self._on = on
        self.queries = 0

    def ask(self, text: str, code: str) -> list[dict[str, Any]]:
        """One query about one thing."""
        self.queries += 1
        return read(self._reader, text, code=code, on=self._on)


def people(asker: Asker, household: str) -> set[str]:
    """Everybody who may stand in the household's chain, with whatever decides it fetched one by one."""
    found = {person for place, led in _places(asker, household) for person in _serving(asker, place, led=led)}
    found |= set(_helping(asker, household))
    new = found
    for _ in range(3):  # whoever stands in may be away too
        new = {row["person_id"] for person in new for row in asker.ask(_STAND_INS, person)} - found
        found = found | new
    for person in found:
        asker.ask(_PERSON, person)
        asker.ask(_LEAVE, person)
        asker.ask(_HOME, person)
    return found


def _helping(asker: Asker, household: str) -> Iterator[str]:
    """Who is paired with the household or with somebody in it."""
    yield from (row["person_id"] for row in asker.ask(_HELPERS_OF_HOME, household))
    for resident in asker.ask(_RESIDENTS, household):
        yield from (row["person_id"] for row in asker.ask(_HELPERS_OF_PERSON, resident["person_id"]))


def _places(asker: Asker, household: str) -> Iterator[tuple[str, bool]]:
    """The way up with the compound beside it; whether the place is one that a building leader leads."""
    code, is_building = household, False
    while True:
        yield code, is_building
        if is_building:
            yield from ((row["code"], False) for row in asker.ask(_COMPOUND, code))
            yield from ((row["code"], False) for row in asker.ask(_ZONES, code))
        above = asker.ask(_PARENT, code)
        if not above:
            return
        code, is_building = above[0]["code"], above[0]["is_building"]


def _serving(asker: Asker, place: str, *, led: bool) -> Iterator[str]:
    posts = asker.ask(_POSTS, place)
    yield from (row["person_id"] for row in posts)
    for organisation in asker.ask(_ORGANISATIONS, place):
        yield from (row["person_id"] for row in asker.ask(_OFFICERS, organisation["org_id"]))
    if led and not posts:
        for neighbour in asker.ask(_NEIGHBOURS, place):
            yield from (row["person_id"] for row in asker.ask(_POSTS, neighbour["code"]))
