"""A few hand-made changes for the tests of the import protocol, and a preparation that gives them."""

import pkgutil
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from multiprocessing.connection import Connection as Line
from pathlib import Path
from typing import Any

from app.cases import committing, portions
from app.cases.importing import Importing
from app.cases.receipt import difference
from database.connection import Connection
from database.reading import Reader, read
from graph_schema.facts import Change, Image, NodeChange, RelationshipChange, fact_id
from graph_schema.values.seal import Seal
from records.store import Records
from settings import Settings

TODAY = date(2026, 11, 25)
COUNTY, TOWN, COMMUNITY = "429081", "429081100", "429081100001"
BUILDING = f"{COMMUNITY}B00001"
FILE = Path(__file__)  # some file; nobody reads it here


@dataclass(frozen=True)
class Told:
    """The report of a preparation without files."""

    changes: tuple[Change, ...]
    clean: bool = True

    def json(self, _locale: str = "zh") -> dict[str, Any]:
        """As the loaders' report."""
        return {"files": [{"file": FILE.name, "sheets": []}], "difference": difference(self.changes)}


@dataclass(frozen=True)
class Given:
    """A preparation's result."""

    changes: tuple[Change, ...]
    counters: Mapping[str, int] = field(default_factory=dict)
    answered: Mapping[str, str] = field(default_factory=dict)

    @property
    def report(self) -> Told:
        """What it tells."""
        return Told(self.changes)


Make = Callable[[str, Mapping[str, Any]], tuple[Change, ...]]  # import id, Ledger


@dataclass(frozen=True)
class Hand:
    """A preparation by hand: what is there already as it shall be is no change."""

    make: Make
    slow: float = 0.0  # seconds between reading the graph and being done

    def __call__(
        self, paths: Sequence[Path], reader: Reader, *, import_id: str, ledger: Mapping[str, Any], **_others: Any
    ) -> Given:
        wanted = self.make(import_id, ledger)
        new = tuple(change for change in wanted if not _is_there(reader, change))
        time.sleep(self.slow)
        people = sum(isinstance(c, NodeChange) and c.label == "Person" for c in new)
        return Given(new, {"next_person": int(ledger.get("next_person") or 1) + people})


def node(label: str, code: str, **after: Any) -> NodeChange:
    """A place that is made."""
    return NodeChange(label, code, None, after)


def joined(type_: str, start: tuple[str, str], end: tuple[str, str], **after: Any) -> RelationshipChange:
    """A relationship that is made."""
    key = fact_id(type_, start[1], end[1], str(after.get("role", "")), str(after.get("since", "")))
    return RelationshipChange(type_, key, *start, *end, None, after)


def places(import_id: str, _ledger: Mapping[str, Any]) -> tuple[Change, ...]:
    """A town, a community and a building."""
    source = f"{import_id}/1/1/2"
    return (
        node("Town", TOWN, name="松涛镇", source=source),
        node("Community", COMMUNITY, name="松涛社区", kind="urban", address="松涛社区", source=source),
        node("Building", BUILDING, name="1栋", address="松涛社区1栋", source=source),
        joined("PART_OF", ("Community", COMMUNITY), ("Town", TOWN), source=source),
        joined("PART_OF", ("Building", BUILDING), ("Community", COMMUNITY), source=source),
    )


def leader(import_id: str, ledger: Mapping[str, Any]) -> tuple[Change, ...]:
    """A person who serves the building."""
    person, source = f"P{int(ledger.get('next_person') or 1):08d}", f"{import_id}/1/1/3"
    since = {"since": date(2024, 3, 1), "since_precision": "month", "source": source}
    return (
        NodeChange("Person", person, None, {"name": "张伟", "source": source}, frozenset({"PartyMember"})),
        joined("SERVES", ("Person", person), ("Building", BUILDING), role="building_leader", **since),
    )


def households(count: int, after: Image | None = None) -> Make:
    """Many homes of one building, all in one import."""

    def make(import_id: str, _ledger: Mapping[str, Any]) -> tuple[Change, ...]:
        codes = [f"{BUILDING}-1-{n}" for n in range(101, 101 + count)]
        common = {"source": f"{import_id}/1/1/4", **(after or {})}
        nodes = [node("Household", code, room=code[-3:], address=f"松涛社区1栋{code[-3:]}", **common) for code in codes]
        facts = [joined("PART_OF", ("Household", code), ("Building", BUILDING), **common) for code in codes]
        return (*nodes, *facts)

    return make


def floors(number: int) -> Make:
    """A later import that changes the building."""

    def make(import_id: str, _ledger: Mapping[str, Any]) -> tuple[Change, ...]:
        return (NodeChange("Building", BUILDING, {"floors": None}, {"floors": number, "source": f"{import_id}/1/1/2"}),)

    return make


def importing(connection: Connection, records: Records, seal: Seal, make: Make, slow: float = 0.0) -> Importing:
    """The import case with a preparation by hand."""
    return Importing(connection, records, seal, gaps=None, prepare=Hand(make, slow))


def _stop_at(line: Line, target: str, when: str) -> None:
    """Lets a function of this process wait for ever, before or after it has done its work."""
    owner_name, _, name = target.rpartition(".")
    owner = pkgutil.resolve_name(owner_name)
    real = getattr(owner, name)

    def stopping(*arguments: Any, **named: Any) -> None:
        if when == "after":
            real(*arguments, **named)
        line.send("there")
        line.recv()

    setattr(owner, name, stopping)


def _is_there(reader: Reader, change: Change) -> bool:
    if isinstance(change, RelationshipChange):
        text = f"MATCH ()-[r:{change.type} {{fact_id: $key}}]->() RETURN count(r) AS n"
        return bool(read(reader, text, key=change.fact_id)[0]["n"])
    if change.label == "Person":
        text = "MATCH (p:Person {name: $name})-[:SERVES]->(:Building {code: $code}) RETURN count(p) AS n"
        return bool(read(reader, text, name=(change.after or {})["name"], code=BUILDING)[0]["n"])
    wanted = {name: value for name, value in (change.after or {}).items() if name != "source"}
    rows = read(reader, "MATCH (n:Place {code: $key}) RETURN properties(n) AS now", key=change.key)
    return bool(rows) and all(rows[0]["now"].get(name) == value for name, value in wanted.items())


# The steps of the protocol: where to stop, and whether before or after it
STEPS = {
    "journalled": ("app.cases.committing._journal", "after"),
    "written": ("database.writing.Writer.apply", "after"),
    "derived": ("database.scope.refresh", "after"),
    "in the ledger": ("database.writing.Writer.set_ledger", "after"),
    "committed": ("records.imports.mark_applied", "before"),
}

# The same of an import that is too large for one transaction
LARGE_STEPS = {
    "begun": ("app.cases.committing._journal", "after"),
    "kept": ("app.cases.portions.keep", "after"),
    "named": ("database.writing.Writer.set_ledger", "after"),
    "a portion": ("database.writing.Portions.apply", "after"),
    "derived": ("database.scope.refresh", "after"),
    "committed": ("records.imports.mark_applied", "before"),
}
SMALL = {"LARGEST": 50, "BATCH": 40}  # facts; the sizes that make a test's import a large one


def load_in_child(settings: Settings, count: int, line: Line, step: str = "", large: bool = False) -> None:
    """What a test kills: says when it has prepared an import, writes it when it is told, says when it has ended."""
    if large:
        committing.LARGEST, portions.BATCH = SMALL["LARGEST"], SMALL["BATCH"]

    def prepare(paths: Sequence[Path], reader: Reader, **named: Any) -> Given:
        given = Hand(households(count))(paths, reader, **named)
        line.send("ready")
        line.recv()
        return given

    if step:
        _stop_at(line, *(LARGE_STEPS if large else STEPS)[step])
    connection, records = Connection.from_settings(settings), Records.from_settings(settings)
    case = Importing(connection, records, Seal(settings.secret("seal")), gaps=None, prepare=prepare)
    line.send(case.load([FILE], today=TODAY, by="child").import_id)
