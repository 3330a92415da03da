"""What stands in the graph already, fetched in a few queries by lists of keys, never row by row."""

from collections.abc import Iterable, Sequence
from typing import Any

from database.reading import Reader, read
from graph_schema.nodes import NODES

_TIMEOUT = 120.0  # seconds; an import may look at a whole county
_BATCH = 10_000

_AREAS = """
MATCH (n:County|Town|Community|Zone)
OPTIONAL MATCH (n)-[r:PART_OF]->(above) WHERE r.until IS NULL
RETURN labels(n) AS labels, n.code AS code, properties(n) AS properties, above.code AS above
"""
_INSIDE = """
UNWIND $codes AS community
MATCH (:Community {code: community})<-[p:PART_OF*1..3]-(n:Grid|MicroGrid|Building|Compound|Checkpoint)
WHERE all(r IN p WHERE r.until IS NULL)
OPTIONAL MATCH (n)-[l:LOCATED_IN]->(c:Compound) WHERE l.until IS NULL
OPTIONAL MATCH (n)-[q:PART_OF]->(g:Grid) WHERE q.until IS NULL
RETURN community, labels(n) AS labels, n.code AS code, properties(n) AS properties, c.code AS compound, g.code AS grid
"""
_LAST_CODES = """
UNWIND $starts AS start
MATCH (n:Place) WHERE n.code STARTS WITH start AND size(n.code) = size(start) + $digits
RETURN start, max(n.code) AS last
"""
_HOMES = """
UNWIND $codes AS building
MATCH (b:Building {code: building})<-[p:PART_OF*1..2]-(n:Entrance|Household)
WHERE all(r IN p WHERE r.until IS NULL)
OPTIONAL MATCH (n)-[q:PART_OF]->(e:Entrance) WHERE q.until IS NULL
RETURN building, labels(n) AS labels, n.code AS code, properties(n) AS properties, e.code AS entrance
"""
_PEOPLE = """
UNWIND $values AS value
MATCH (p:Person {PROPERTY: value})
RETURN p.person_id AS key, labels(p) AS labels, properties(p) AS properties,
  COLLECT { MATCH (p)-[r:LIVES_IN|REGISTERED_AT]->(h:Household) WHERE r.until IS NULL RETURN h.code } AS homes,
  COLLECT {
    MATCH (p)-[r:LIVES_IN|REGISTERED_AT]->(:Household)-[:PART_OF*1..2]->(b:Building) WHERE r.until IS NULL
    RETURN DISTINCT [b.code, b.address]
  } AS buildings,
  COLLECT {
    MATCH (p)-[r:SERVES|MEMBER_OF]->(t) WHERE r.until IS NULL
    RETURN [coalesce(r.role, 'member'), coalesce(t.code, t.org_id, t.unit_id), coalesce(t.address, t.name)]
  } AS posts
"""
_OWNERS = "UNWIND $digests AS digest MATCH (p:Person {id_digest: digest}) RETURN p.person_id AS key"
_NAMED = "UNWIND $names AS name MATCH (n:LABEL {name: name}) RETURN n.KEY AS key, properties(n) AS properties"
_OUTWARD = """
UNWIND $keys AS key
MATCH (a:LABEL {KEY: key})-[r:TYPES]->(b)
RETURN key, type(r) AS type, properties(r) AS properties, labels(b) AS labels,
  coalesce(b.code, b.person_id, b.org_id, b.unit_id, b.shift_id, b.leave_id, b.visit_id, b.request_id) AS to
"""
_KEYED = "UNWIND $keys AS key MATCH (n:LABEL {KEY: key}) RETURN key, properties(n) AS properties, labels(n) AS labels"
_HOLDERS = """
UNWIND $pairs AS pair
MATCH (t:LABEL {KEY: pair.target})<-[r:SERVES {role: pair.role}]-(p:Person)
WHERE r.until IS NULL AND r.is_primary
RETURN pair.role AS role, pair.target AS target, p.person_id AS person, p.name AS name, properties(r) AS properties
"""

Rows = list[dict[str, Any]]


def areas(reader: Reader) -> Rows:
    """Every county, town, community and zone."""
    return read(reader, _AREAS, timeout=_TIMEOUT)


def inside(reader: Reader, communities: Iterable[str]) -> Rows:
    """Grids, compounds and buildings of communities; a compound and a building hang under their community."""
    return _all(reader, _INSIDE, "codes", communities)


def last_codes(reader: Reader, starts: Iterable[str], digits: int) -> dict[str, int]:
    """By the beginning of a code (community and letter), the number that was allotted last."""
    rows = _all(reader, _LAST_CODES, "starts", starts, digits=digits)
    return {
        row["start"]: int(row["last"][-digits:]) for row in rows if row["last"] and row["last"][-digits:].isdecimal()
    }


def homes(reader: Reader, buildings: Iterable[str]) -> Rows:
    """Entrances and households of buildings."""
    return _all(reader, _HOMES, "codes", buildings)


def people(reader: Reader, property_: str, values: Iterable[str]) -> Rows:
    """Persons by name or person_id, with their homes, buildings and posts."""
    return _all(reader, _PEOPLE.replace("PROPERTY", property_), "values", values)


def owners(reader: Reader, id_digests: Iterable[str]) -> set[str]:
    """The person_ids of those who have one of the ID numbers."""
    return {row["key"] for row in _all(reader, _OWNERS, "digests", id_digests)}


def named(reader: Reader, label: str, names: Iterable[str]) -> Rows:
    """Organisations or units by name."""
    return _all(reader, _NAMED.replace("LABEL", label).replace("KEY", NODES[label].key), "names", names)


def keyed(reader: Reader, label: str, keys: Iterable[str]) -> Rows:
    """Nodes by their keys."""
    return _all(reader, _KEYED.replace("LABEL", label).replace("KEY", NODES[label].key), "keys", keys)


def outward(reader: Reader, label: str, types: Sequence[str], keys: Iterable[str]) -> Rows:
    """The relationships that lead out of nodes, ended ones too."""
    text = _OUTWARD.replace("TYPES", "|".join(types)).replace("LABEL", label).replace("KEY", NODES[label].key)
    return _all(reader, text, "keys", keys)


def primary_holders(reader: Reader, label: str, pairs: Iterable[tuple[str, str]]) -> Rows:
    """Who is the current primary holder of (role, target)."""
    wanted = [{"role": role, "target": target} for role, target in sorted(set(pairs))]
    text = _HOLDERS.replace("LABEL", label).replace("KEY", NODES[label].key)
    return read(reader, text, timeout=_TIMEOUT, pairs=wanted) if wanted else []


def _all(reader: Reader, text: str, name: str, values: Iterable[str], **parameters: Any) -> Rows:
    """The rows for all values, in batches; no query where there is no value."""
    ordered = sorted(set(values))
    rows: Rows = []
    for start in range(0, len(ordered), _BATCH):
        rows += read(reader, text, timeout=_TIMEOUT, **{name: ordered[start : start + _BATCH]}, **parameters)
    return rows
