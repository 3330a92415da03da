"""What stands in the graph already, fetched in a few queries by lists of keys, never row by row."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from database.reading import Reader, read
from graph_schema.nodes import NODES
from loaders import packing

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
OPTIONAL MATCH (n)-[k:PART_OF]->(m:MicroGrid) WHERE k.until IS NULL
RETURN community, labels(n) AS labels, n.code AS code, properties(n) AS properties, c.code AS compound, g.code AS grid,
  m.code AS micro_grid
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
"""
_PEOPLE = """
UNWIND $values AS value
MATCH (p:Person {PROPERTY: value})
WITH p,
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
_OWNERS = "UNWIND $digests AS digest MATCH (p:Person {id_digest: digest}) RETURN collect(p.person_id) AS keys"
_NAMED = "UNWIND $names AS name MATCH (n:LABEL {name: name}) RETURN n.KEY AS key, properties(n) AS properties"
_CODED = "UNWIND $codes AS code MATCH (n:Unit {uscc: code}) RETURN n.unit_id AS key, properties(n) AS properties"
_OUTWARD = """
UNWIND $keys AS key
MATCH (a:LABEL {KEY: key})-[r:TYPES]->(b)
"""
_OUTWARD_TO = """
coalesce(b.code, b.person_id, b.org_id, b.unit_id, b.shift_id, b.leave_id, b.visit_id, b.request_id, b.activity_id,
    b.honour_id, b.facility_id)
"""
_KEYED = "UNWIND $keys AS key MATCH (n:LABEL {KEY: key}) RETURN key, properties(n) AS properties, labels(n) AS labels"
_HOLDERS = """
UNWIND $pairs AS pair
MATCH (t:LABEL {KEY: pair.target})<-[r:SERVES {role: pair.role}]-(p:Person)
WHERE r.until IS NULL AND r.is_primary
RETURN pair.role AS role, pair.target AS target, p.person_id AS person, p.name AS name, properties(r) AS properties
"""

_NOW = "(r.since IS NULL OR r.since <= $today) AND (r.until IS NULL OR r.until > $today)"
_FACT = """
RETURN DISTINCT type(r) AS type, coalesce(person.person_id, person.unit_id) AS person, person.name AS name,
  properties(r) AS properties,
  'LABEL' AS label, t.KEY AS to, r.role AS role, coalesce(t.address, t.name, place.address + ' ' + t.KEY) AS target,
  date(t.starts) AS starts
"""
_SERVING = (
    "UNWIND $wanted AS w MATCH (t:LABEL {KEY: w.key})<-[r:SERVES {role: w.role}]-(person:Person) "
    f"WHERE {_NOW} WITH t, r, person, null AS place {_FACT}"
)
_SERVING_INSIDE = (
    "UNWIND $wanted AS w MATCH (:Place {code: w.key})<-[p:PART_OF|LOCATED_IN*1..4]-(t:LABEL) "
    "WHERE all(x IN p WHERE x.until IS NULL) "
    f"MATCH (t)<-[r:SERVES {{role: w.role}}]-(person:Person) WHERE {_NOW} WITH t, r, person, null AS place {_FACT}"
)
_LINKED = (
    "UNWIND $keys AS key MATCH (t:LABEL {KEY: key})<-[r:TYPE]-(person:BEGINS) "
    f"WHERE {_NOW} OPTIONAL MATCH (t)-[:AT]->(place) WITH t, r, person, place {_FACT}"
)
_LINKED_FROM = (
    "UNWIND $keys AS key MATCH (person:BEGINS {SIGN: key})-[r:TYPE]->(t:LABEL) "
    f"WHERE {_NOW} WITH t, r, person, null AS place {_FACT}"
)

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
    days = packing.of_node("Household")
    columns = {
        "building": "building",
        "labels": "labels(n)",
        "code": "n.code",
        "properties": packing.written("n", days),
        "entrance": "e.code",
    }
    return _packed(reader, _HOMES, columns, days, "codes", buildings)


def people(reader: Reader, property_: str, values: Iterable[str]) -> Rows:
    """Persons by name or person_id, with their homes, buildings and posts."""
    days = packing.of_node("Person")
    columns = {"key": "p.person_id", "labels": "labels(p)", "properties": packing.written("p", days)}
    columns |= {name: name for name in ("homes", "buildings", "posts")}
    return _packed(reader, _PEOPLE.replace("PROPERTY", property_), columns, days, "values", values)


def owners(reader: Reader, id_digests: Iterable[str]) -> set[str]:
    """The person_ids of those who have one of the ID numbers."""
    return {key for row in _all(reader, _OWNERS, "digests", id_digests) for key in row["keys"]}


def named(reader: Reader, label: str, names: Iterable[str]) -> Rows:
    """Organisations or units by name."""
    return _all(reader, _NAMED.replace("LABEL", label).replace("KEY", NODES[label].key), "names", names)


def coded(reader: Reader, codes: Iterable[str]) -> Rows:
    """Units by their credit codes."""
    return _all(reader, _CODED, "codes", codes)


def keyed(reader: Reader, label: str, keys: Iterable[str]) -> Rows:
    """Nodes by their keys."""
    return _all(reader, _KEYED.replace("LABEL", label).replace("KEY", NODES[label].key), "keys", keys)


def outward(reader: Reader, label: str, types: Sequence[str], keys: Iterable[str]) -> Rows:
    """The relationships that lead out of nodes, ended ones too."""
    text = _OUTWARD.replace("TYPES", "|".join(types)).replace("LABEL", label).replace("KEY", NODES[label].key)
    days = packing.of_facts(types)
    columns = {
        "key": "key",
        "type": "type(r)",
        "properties": packing.written("r", days),
        "labels": "labels(b)",
        "to": _OUTWARD_TO,
    }
    return _packed(reader, text, columns, days, "keys", keys)


def primary_holders(reader: Reader, label: str, pairs: Iterable[tuple[str, str]]) -> Rows:
    """Who is the current primary holder of (role, target)."""
    wanted = [{"role": role, "target": target} for role, target in sorted(set(pairs))]
    text = _HOLDERS.replace("LABEL", label).replace("KEY", NODES[label].key)
    return read(reader, text, timeout=_TIMEOUT, pairs=wanted) if wanted else []


def serving(
    reader: Reader,
    posts: Iterable[tuple[str, str, str]],
    inside: Iterable[tuple[str, str, str]],
    today: dt.date,
) -> Rows:
    """Who serves now: in posts (role, label, key), and in all posts of a label inside a place (role, label, place)."""
    rows: Rows = []
    for text, wanted in ((_SERVING, posts), (_SERVING_INSIDE, inside)):
        by_label: dict[str, Rows] = {}
        for role, label, key in sorted(wanted):
            by_label.setdefault(label, []).append({"role": role, "key": key})
        for label, pairs in by_label.items():
            asked = text.replace("LABEL", label).replace("KEY", NODES[label].key)
            rows += read(reader, asked, timeout=_TIMEOUT, wanted=pairs, today=today)
    return rows


def linked(
    reader: Reader, type_: str, begins: str, label: str, keys: Iterable[str], starts: Iterable[str], today: dt.date
) -> Rows:
    """What leads now from nodes of one label to nodes of another: to any of `keys`, and from any of `starts`."""
    rows: Rows = []
    for text, wanted in ((_LINKED, keys), (_LINKED_FROM, starts)):
        asked = text.replace("TYPE", type_).replace("LABEL", label).replace("KEY", NODES[label].key)
        asked = asked.replace("BEGINS", begins).replace("SIGN", NODES[begins].key)
        rows += _all(reader, asked, "keys", wanted, today=today)
    return rows


def _packed(
    reader: Reader, text: str, columns: Mapping[str, str], days: Sequence[str], name: str, values: Iterable[str]
) -> Rows:
    """The same where there are many rows; `days` of their properties are texts on the way."""
    ordered = sorted(set(values))
    rows: Rows = []
    for start in range(0, len(ordered), _BATCH):
        rows += packing.rows(reader, text, columns, timeout=_TIMEOUT, **{name: ordered[start : start + _BATCH]})
    for row in rows:
        packing.opened(row["properties"], days)
    return rows


def _all(reader: Reader, text: str, name: str, values: Iterable[str], **parameters: Any) -> Rows:
    """The rows for all values, in batches; no query where there is no value."""
    ordered = sorted(set(values))
    rows: Rows = []
    for start in range(0, len(ordered), _BATCH):
        rows += read(reader, text, timeout=_TIMEOUT, **{name: ordered[start : start + _BATCH]}, **parameters)
    return rows
