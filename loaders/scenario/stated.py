"""What a town's rosters state, as changes of an empty graph: made from the town itself, without writing a workbook.

The same graph as the loaders make of the workbooks; a test compares them. Every source names the roster's form and
the line that the row would have there.
"""

from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any

from graph_schema.facts import Change, NodeChange, RelationshipChange, fact_id
from graph_schema.values import name as names
from graph_schema.values.day import Day
from graph_schema.values.moment import CHINA
from loaders.scenario.register import Person

FORMS = (
    "小区楼栋信息表.xlsx",
    "住户信息登记表.xlsx",
    "楼栋长名册.xlsx",
    "网格员信息公示表.xlsx",
    "党员名册.csv",
)
BUILDINGS, RESIDENTS, LEADERS, GRIDS, MEMBERS = range(1, 6)

Named = tuple[str, str]  # label, key


@dataclass
class Someone:
    """What is stated of a person beyond the row of their home."""

    key: str
    said: dict[str, Any] = field(default_factory=dict)
    labels: set[str] = field(default_factory=set)
    source: str = ""


@dataclass
class Statements:
    """The changes so far. `keys`: what was allotted last of persons, organisations and units."""

    import_id: str
    today: date
    person: int
    organisation: int
    unit: int
    changes: list[Change] = field(default_factory=list)
    people: dict[str, Someone] = field(default_factory=dict)
    keys: dict[Named, str] = field(default_factory=dict)

    @property
    def updated_at(self) -> datetime:
        """The moment that stands on every node."""
        return datetime.combine(self.today, time(), CHINA)

    def source(self, form: int, line: int, sheet: int = 1) -> str:
        """Where a row stands."""
        return f"{self.import_id}/{form}/{sheet}/{line}"

    def node(self, label: str, key: str, source: str, **said: Any) -> Named:
        """A node; of places and organisations the name is read aloud too."""
        if label != "Household" and "name" in said:
            readings = names.place_readings(said["name"])
            said |= {"name_pinyin": list(readings.pinyin), "name_initials": list(readings.initials)}
        after = {name: value for name, value in said.items() if value is not None}
        self.changes.append(NodeChange(label, key, None, after | {"source": source, "updated_at": self.updated_at}))
        return label, key

    def fact(
        self, type_: str, start: Named, end: Named, source: str, which: str = "", since: Day | None = None, **said: Any
    ) -> None:
        """A fact; `which` tells two between the same ends apart: a role, a kind."""
        after = {name: value for name, value in said.items() if value is not None}
        if since is not None:
            after |= {"since": since.as_since, "since_precision": since.precision}
        after |= {"learned_on": self.today, "source": source}
        identity = fact_id(type_, start[1], end[1], which, since.text if since else "")
        self.changes.append(RelationshipChange(type_, identity, *start, *end, None, after))

    def someone(self, person: Person, source: str) -> Someone:
        """A person who is named outside the homes, or in them with more than the others."""
        ref = person.id_number or person.phone
        if ref not in self.people:
            self.people[ref] = Someone(self.next_person(), source=source)
        return self.people[ref]

    def serves(
        self, person: Person, role: str, target: Named, source: str, since: Day | None = None, **said: Any
    ) -> Named:
        """A post; the holder's node is written in the end."""
        holder = "Person", self.someone(person, source).key
        self.fact("SERVES", holder, target, source, role, since, role=role, **said)
        return holder

    def next_person(self) -> str:
        """The key of a person who is new."""
        self.person += 1
        return f"P{self.person:08d}"

    def organisation_of(self, name: str, kind: str, source: str) -> Named:
        """A party organisation by its name, made when it is named first."""
        known = "PartyOrg", name
        if known not in self.keys:
            self.organisation += 1
            self.keys[known] = f"O{self.organisation:06d}"
            self.node("PartyOrg", self.keys[known], source, kind=kind, name=name)
        return "PartyOrg", self.keys[known]

    def unit_of(self, name: str, kind: str, source: str) -> Named:
        """A unit by its name, made when it is named first."""
        known = "Unit", name
        if known not in self.keys:
            self.unit += 1
            self.keys[known] = f"U{self.unit:06d}"
            self.node("Unit", self.keys[known], source, kind=kind, name=name)
        return "Unit", self.keys[known]

    def once(self, type_: str, start: Named, end: Named, source: str, **said: Any) -> None:
        """A fact that several rows state, written for the first."""
        known = f"{type_} {start[1]}", end[1]
        if known not in self.keys:
            self.keys[known] = ""
            self.fact(type_, start, end, source, **said)
