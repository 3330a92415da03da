"""Loading rosters in tests: prepared by the loaders, written by the door, read back by natural keys."""

import datetime as dt
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from database import scope
from database.connection import Connection
from database.reading import read
from database.writing import prepare_schema, transaction
from graph_schema.facts import Change, NodeChange, RelationshipChange
from graph_schema.values.seal import Seal
from loaders.preparation import Prepared, prepare

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
  WHEN 'Zone' THEN left(n.address, size(n.address) - size(n.name)) + '/' + n.name
  WHEN 'Checkpoint' THEN c.name + coalesce('/' + COLLECT { MATCH (n)-[:PART_OF]->(g:Grid) RETURN g.name }[0], '')
    + '/' + split(n.code, 'K')[1]
  WHEN 'Compound' THEN left(n.address, size(n.address) - size(n.name)) + '/' + n.name
  WHEN 'Zone' THEN above.name + '/' + n.name
  ELSE n.name END AS natural, properties(n) AS properties
"""
_PEOPLE = """
MATCH (p:Person)
OPTIONAL MATCH (p)-[:LIVES_IN|REGISTERED_AT]->(h:Household)
RETURN p.person_id AS key, labels(p) AS labels, properties(p) AS properties, h.code AS home
"""
_ORGANISATIONS = "MATCH (n:PartyOrg|Unit) RETURN coalesce(n.org_id, n.unit_id) AS key, properties(n) AS properties"
_FACTS = """
MATCH (a)-[r]->(b) WHERE NOT r:MET_BY
RETURN type(r) AS type, properties(r) AS properties,
  coalesce(a.code, a.person_id, a.org_id, a.unit_id, a.shift_id, a.leave_id, a.visit_id, a.request_id) AS start,
  coalesce(b.code, b.person_id, b.org_id, b.unit_id, b.shift_id, b.leave_id, b.visit_id, b.request_id) AS end
"""
_REFERENCE = "MATCH (n:Skill|Need) RETURN n.code AS key, n.name_zh AS name"
_OWNED = """
MATCH (n:Shift|Leave|Visit|Request)
RETURN coalesce(n.shift_id, n.leave_id, n.visit_id, n.request_id) AS key, labels(n)[0] AS label,
  properties(n) AS properties
"""
_DERIVED = {"fact_id", "since", "since_precision", "until", "until_precision", "learned_on", "source", "role", "kind"}


def load(connection: Connection, seal: Seal, paths: Sequence[Path], *, today: dt.date = TODAY) -> Prepared:
    """Prepares files and writes what they change."""
    prepared = rehearse(connection, seal, paths, today=today)
    with transaction(connection) as writer:
        writer.apply(prepared.changes)
        scope.refresh(writer, prepared.changes)
        writer.set_ledger(**prepared.counters)
    return prepared


def expected(name: str) -> dict[str, Any]:
    """What samples/expected/ says of a file or of the whole."""
    said: dict[str, Any] = json.loads((SAMPLES / "expected" / f"{Path(name).stem}.json").read_text("utf-8"))
    return said


def rehearse(connection: Connection, seal: Seal, paths: Sequence[Path], *, today: dt.date = TODAY) -> Prepared:
    """Prepares files and writes nothing."""
    rows = read(connection, "MATCH (l:Ledger) RETURN properties(l) AS ledger")
    ledger = rows[0]["ledger"] if rows else {}
    return prepare(paths, connection, import_id="2026-11-20-001", today=today, seal=seal, ledger=ledger)


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


def owned(connection: Connection) -> dict[str, tuple[str, str, dict[str, Any]]]:
    """Shifts, leaves, visits and requests by their id: label, natural key, properties."""
    names = _names(connection)
    return {row["key"]: (row["label"], names[row["key"]], row["properties"]) for row in read(connection, _OWNED)}


def _names(connection: Connection) -> dict[str, str]:
    """Natural keys by key: a person as 姓名@home, what is a person's or checkpoint's by its owner."""
    names = {key: natural for key, (_, natural, _) in places(connection).items()}
    names |= {row["key"]: row["properties"]["name"] for row in read(connection, _ORGANISATIONS)}
    names |= {row["key"]: row["name"] for row in read(connection, _REFERENCE)}
    for key, person in people(connection).items():
        names[key] = f"{person['properties']['name']}@{names.get(person['home'], '')}"
    for row in read(connection, _OWNED):
        owner, _, rest = row["key"].partition("/")
        names[row["key"]] = f"{names[owner]}/{rest}"
    return names


def facts(connection: Connection) -> set[tuple[Any, ...]]:
    """(type, role or kind, from, to, since, other properties), both ends by natural keys."""
    names = _names(connection)
    return {
        (
            row["type"],
            row["properties"].get("role", row["properties"].get("kind", "")),
            names[row["start"]],
            names[row["end"]],
            since_text(row["properties"]),
            tuple(sorted((k, v) for k, v in row["properties"].items() if k not in _DERIVED)),
        )
        for row in read(connection, _FACTS)
    }


def since_text(properties: dict[str, Any]) -> str:
    """2024, 2024-03, 2024-03-01, or "" for unknown."""
    if properties.get("since") is None:
        return ""
    length = {"day": 10, "month": 7, "year": 4}[properties["since_precision"]]
    return str(properties["since"].isoformat()[:length])
