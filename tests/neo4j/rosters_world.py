"""Loading rosters in tests: prepared by the loaders, written by the door, read back by natural keys."""

import datetime as dt
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from app.cases.importing import Importing
from database import scope
from database.connection import Connection
from database.fingerprint import fingerprint
from database.reading import read
from database.writing import prepare_schema, transaction
from graph_schema.facts import Change, NodeChange, RelationshipChange
from graph_schema.values.seal import Seal
from loaders.choices import NO_CHOICES, Choices
from loaders.preparation import Prepared, prepare
from records.store import Records

SAMPLES = Path(__file__).parents[1] / "samples"
TODAY = dt.date(2026, 11, 20)

_PLACES = """
MATCH (n:Place)
OPTIONAL MATCH (n)-[:LOCATED_IN]->(estate:Compound)
OPTIONAL MATCH (n)-[:PART_OF*0..4]->(c:Community)
WITH n, estate, c, [label IN labels(n) WHERE label <> 'Place'][0] AS label
OPTIONAL MATCH (n)-[:PART_OF*1..2]->(b:Building)
OPTIONAL MATCH (b)-[:LOCATED_IN]->(around:Compound)
OPTIONAL MATCH (n)-[:PART_OF]->(above:Community|Grid|Town)
OPTIONAL MATCH (n)-[:PART_OF]->(grid:Grid)
RETURN n.code AS key, label, CASE label
  WHEN 'Building' THEN c.name + '/' + coalesce(estate.name, '-') + '/' + n.name
  WHEN 'Entrance' THEN c.name + '/' + coalesce(around.name, '-') + '/' + b.name + '/' + n.name
  WHEN 'Household' THEN c.name + '/' + coalesce(around.name, '-') + '/' + b.name + '/' + split(n.short_address, '-')[-2]
    + '-' + n.room
  WHEN 'Grid' THEN c.name + '/' + n.name
  WHEN 'Checkpoint' THEN c.name + '/' + coalesce(grid.name + '/', '') + substring(n.code, size(above.code) + 1)
  WHEN 'Compound' THEN left(n.address, size(n.address) - size(n.name)) + '/' + n.name
  WHEN 'Zone' THEN above.name + '/' + n.name
  ELSE n.name END AS natural, properties(n) AS properties
"""
_PEOPLE = """
MATCH (p:Person)
OPTIONAL MATCH (p)-[:LIVES_IN|REGISTERED_AT]->(h:Household)
RETURN p.person_id AS key, labels(p) AS labels, properties(p) AS properties, h.code AS home
"""


def load(
    connection: Connection, seal: Seal, paths: Sequence[Path], *, today: dt.date = TODAY, choices: Choices = NO_CHOICES
) -> Prepared:
    """Prepares files and writes what they change."""
    prepared = rehearse(connection, seal, paths, today=today, choices=choices)
    with transaction(connection) as writer:
        writer.apply(prepared.changes)
        scope.refresh(writer, prepared.changes)
        writer.set_ledger(**prepared.counters)
    return prepared


def expected(name: str) -> dict[str, Any]:
    """What samples/expected/ says of a file or of the whole."""
    said: dict[str, Any] = json.loads((SAMPLES / "expected" / f"{Path(name).stem}.json").read_text("utf-8"))
    return said


def rehearse(
    connection: Connection, seal: Seal, paths: Sequence[Path], *, today: dt.date = TODAY, choices: Choices = NO_CHOICES
) -> Prepared:
    """Prepares files and writes nothing."""
    rows = read(connection, "MATCH (l:Ledger) RETURN properties(l) AS ledger")
    ledger = rows[0]["ledger"] if rows else {}
    return prepare(
        paths, connection, import_id="2026-11-20-001", today=today, seal=seal, ledger=ledger, choices=choices
    )


def load_all_samples(connection: Connection, seal: Seal, *, together: bool = False) -> dict[str, Prepared]:
    """Empties the graph and loads every sample as samples_order.json says; by name what each file changed."""
    with connection.session(write=True) as session:
        session.run("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS").consume()
    prepare_schema(connection)
    order = sample_files()
    if together:
        return {"": load(connection, seal, order)}
    return {path.name: load(connection, seal, [path]) for path in order}


def sample_files() -> list[Path]:
    """The eleven samples, in the order in which an office would load them."""
    names = json.loads((SAMPLES / "expected" / "samples_order.json").read_text("utf-8"))
    return [SAMPLES / name for name in names]


def created(changes: Iterable[Change]) -> tuple[dict[str, int], dict[str, int]]:
    """How many nodes by label and relationships by type, role and ends are new, as expected/ counts them."""
    nodes: Counter[str] = Counter()
    relationships: Counter[str] = Counter()
    for change in changes:
        if isinstance(change, NodeChange):
            nodes[change.label] += change.before is None
            nodes.update(change.labels - change.labels_before)
        elif change.before is None:
            relationships[_name(change)] += 1
    relationships.pop("PART_OF Compound→Community", None)
    return {k: v for k, v in nodes.items() if v}, dict(relationships)


def _name(change: RelationshipChange) -> str:
    named = {"SERVES": "role", "MEMBER_OF": "kind"}.get(change.type)
    role = f"{(change.after or {})[named]} " if named else ""
    return f"{change.type} {role}{change.from_label}→{change.to_label}"


def places(connection: Connection) -> dict[str, tuple[str, str, dict[str, Any]]]:
    """By code: label, natural key, properties."""
    return {row["key"]: (row["label"], row["natural"], row["properties"]) for row in read(connection, _PLACES)}


def people(connection: Connection) -> dict[str, dict[str, Any]]:
    """By person_id: labels, properties, and `home`, the code of the household."""
    return {row["key"]: row for row in read(connection, _PEOPLE)}


def facts(graph: Connection, text: str, **parameters: Any) -> set[tuple[Any, ...]]:
    """The rows of a query as a set of tuples."""
    return {tuple(row.values()) for row in read(graph, text, **parameters)}


def loads_twice_and_is_taken_back(graph: Connection, seal: Seal, folder: Path, path: Path) -> None:
    """The same file again changes nothing, and taken back it leaves the graph as it was."""
    records = Records(f"sqlite:///{folder / 'records.sqlite'}")
    case, before = Importing(graph, records, seal), fingerprint(graph)
    assert case.load([path], today=TODAY, by="test").changes
    loaded = fingerprint(graph)
    assert case.load([path], today=TODAY, by="test").changes == 0
    assert fingerprint(graph) == loaded != before
    case.undo("last", today=TODAY, by="test")
    assert fingerprint(graph) == before
    records.close()
