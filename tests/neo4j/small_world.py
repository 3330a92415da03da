"""Words to write a small world with: places, people and what joins them, as changes for one transaction."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from database import scope
from database.connection import Connection
from database.writing import transaction
from graph_schema.facts import Change, NodeChange, RelationshipChange, fact_id
from graph_schema.values import name, phone
from graph_schema.values.seal import Seal

_CLEAR = """
MATCH (n)
WHERE n.code STARTS WITH $county OR any(code IN n.scope WHERE code STARTS WITH $county)
  OR any(mine IN $people WHERE n.person_id STARTS WITH mine OR n.org_id STARTS WITH mine OR n.unit_id STARTS WITH mine
    OR n.leave_id STARTS WITH mine)
DETACH DELETE n
"""


class World:
    """Changes that are collected, and written at once. Codes of places begin with the world's county."""

    def __init__(self, county: str, people: str, seal: Seal | None = None) -> None:
        self.county = county
        self.people = people  # the two digits with which ids of people, organisations and units begin
        self._seal = seal
        self._changes: list[Change] = []
        self._labels: dict[str, str] = {}

    def place(self, label: str, code: str, title: str, parent: str = "", **properties: Any) -> str:
        """A place with this title, under its parent; its code."""
        read = name.place_readings(title)
        after = {
            "name": title,
            "address": title,
            "name_pinyin": list(read.pinyin),
            "name_initials": list(read.initials),
        }
        if label == "Household":
            after = {"name": title, "address": title}
        self._node(label, code, after | properties)
        if parent:
            self.join("PART_OF", code, parent)
        return code

    def person(
        self, key: str, title: str, number: str = "", home: str = "", *, member: bool = False, **properties: Any
    ) -> str:
        """A person; with a number, sealed and digested; a party member."""
        read = name.readings(title)
        after: dict[str, Any] = {
            "name": title,
            "name_pinyin": list(read.pinyin),
            "name_initials": list(read.initials),
            "status": "active",
        }
        if number and self._seal:
            after |= {
                "phone_cipher": self._seal.seal(number),
                "phone_digest": self._seal.digest(number, "phone"),
                "phone_last4": phone.last4(number),
            }
        self._node("Person", key, after | properties, frozenset({"PartyMember"} if member else ()))
        if home:
            self.join("LIVES_IN", key, home)
        return key

    def organisation(self, label: str, key: str, title: str, **properties: Any) -> str:
        """A party organisation or a unit."""
        read = name.place_readings(title)
        after = {"name": title, "name_pinyin": list(read.pinyin), "name_initials": list(read.initials)}
        self._node(label, key, after | properties)
        return key

    def join(self, type_: str, start: str, end: str, **after: Any) -> None:
        """A relationship between two things that are there."""
        role, since = str(after.get("role") or after.get("kind", "")), after.get("since")
        key = fact_id(type_, start, end, role, since.isoformat() if isinstance(since, date) else "")
        ends = ((self._labels[start], start), (self._labels[end], end))
        self._changes.append(RelationshipChange(type_, key, *ends[0], *ends[1], None, after))

    def serves(self, person: str, place: str, role: str, **after: Any) -> None:
        """Somebody holds a role."""
        self.join("SERVES", person, place, role=role, **after)

    def write(self, connection: Connection) -> Sequence[Change]:
        """Writes everything into the graph, after whatever stood there of the same county and people."""
        clear(connection, self.county, self.people)
        with transaction(connection) as writer:
            writer.apply(self._changes)
            scope.refresh(writer, self._changes)
        return tuple(self._changes)

    def leave(self, person: str, first: date, last: date, *covers: str) -> None:
        """Somebody is away, both days included, and who stands in."""
        key = f"{person}/{first.isoformat()}"
        self._node("Leave", key, {"from": first, "to": last})
        self.join("ON_LEAVE", person, key)
        for cover in covers:
            self.join("COVERED_BY", key, cover)

    def reference(self, label: str, key: str) -> str:
        """Something that ships with the graph: it is there already."""
        self._labels[key] = label
        return key

    def _node(self, label: str, key: str, after: dict[str, Any], labels: frozenset[str] = frozenset()) -> None:
        self._labels[key] = label
        self._changes.append(NodeChange(label, key, None, after, labels))


def clear(connection: Connection, county: str, people: str) -> None:
    """Takes a world away."""
    mine = [f"{letter}{people}" for letter in "POU"]
    with transaction(connection) as writer:
        writer.run(_CLEAR, county=county, people=mine)


def keys(found: Iterable[Any], status: str) -> set[str]:
    """The subjects of gaps with this status."""
    return {gap.subject for gap in found if gap.status == status}
