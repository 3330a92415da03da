"""The same rows for every writer of the bulk comparison: people, homes, and who lives where, with keys of their own."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from benchmarks.office import Office
from database.reading import read
from graph_schema.facts import fact_id

PEOPLE = 4_000
MARK = "bench-"  # begins every key, so that whatever was written is found again

_ROWS = """
MATCH (p:Person)-[r:LIVES_IN]->(h:Household)
WHERE r.until IS NULL
WITH p, r, h ORDER BY p.person_id LIMIT $most
RETURN {key: p.person_id, name: p.name, gender: p.gender, status: p.status, source: p.source} AS person,
  {key: h.code, name: h.name, address: h.address, room: h.room, occupancy: h.occupancy, source: h.source} AS home,
  r.relation_to_head AS relation
"""
_CLEAR = (
    "MATCH (n:Person) WHERE n.person_id STARTS WITH $mark DETACH DELETE n",
    "MATCH (n:Place) WHERE n.code STARTS WITH $mark DETACH DELETE n",
)


@dataclass(frozen=True)
class Rows:
    """What is written: nodes by key, and (fact, person, home, relation)."""

    people: Mapping[str, Mapping[str, Any]]
    homes: Mapping[str, Mapping[str, Any]]
    lives: tuple[tuple[str, str, str, str], ...]

    @property
    def count(self) -> int:
        """How many nodes and relationships."""
        return len(self.people) + len(self.homes) + len(self.lives)


def rows(office: Office) -> Rows:
    """Of the first people of the graph; values are texts alone, which every writer understands."""
    found = read(office.connection, _ROWS, most=PEOPLE)
    people = {MARK + row["person"]["key"]: _values(row["person"]) for row in found}
    homes = {MARK + row["home"]["key"]: _values(row["home"]) for row in found}
    return Rows(people, homes, tuple(_lives(found)))


def _values(image: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in image.items() if name != "key" and value is not None}


def _lives(found: list[dict[str, Any]]) -> Iterator[tuple[str, str, str, str]]:
    for row in found:
        person, home = MARK + row["person"]["key"], MARK + row["home"]["key"]
        yield fact_id("LIVES_IN", person, home), person, home, row["relation"] or ""


def clear(office: Office) -> None:
    """Takes away whatever a writer made."""
    with office.connection.session(write=True) as session:
        for text in _CLEAR:
            session.run(text, mark=MARK).consume()
