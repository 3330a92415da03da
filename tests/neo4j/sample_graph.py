"""The graph as samples/expected states it: every node, property and relationship by natural keys."""

import datetime as dt
import gzip
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from database.connection import Connection
from database.reading import read
from tests.neo4j.rosters_world import SAMPLES, places

_PEOPLE = """
MATCH (p:Person)
RETURN p.person_id AS key, properties(p) AS properties,
  COLLECT { MATCH (p)-[r:LIVES_IN|REGISTERED_AT]->(h:Household) RETURN h.code ORDER BY type(r) } AS homes
"""
_NODES = """
MATCH (n) WHERE NOT n:Ledger AND (NOT n:Skill|Need OR EXISTS { ()-[:HAS_NEED|HAS_SKILL]->(n) })
RETURN elementId(n) AS id, [label IN labels(n) WHERE label <> 'Place'] AS labels, properties(n) AS properties,
  coalesce(n.code, n.person_id, n.leave_id, n.visit_id, n.request_id, n.shift_id, n.org_id, n.unit_id) AS key
"""
_FACTS = """
MATCH (a)-[r]->(b) WHERE type(r) <> 'MET_BY' AND NOT (type(r) = 'PART_OF' AND a:Compound)
RETURN type(r) AS type, properties(r) AS properties, elementId(a) AS start, elementId(b) AS end
"""
_PRECISION = {"day": 10, "month": 7, "year": 4}
_NOT_SAID = {"fact_id", "since", "until", "learned_on", "source"}
_DISCRIMINATORS = {"SERVES": "role", "MEMBER_OF": "kind"}


@dataclass(frozen=True)
class Graph:
    """`nodes`: label → natural keys; `properties`: (label, key) → values; `people`: key → last four digits."""

    nodes: Mapping[str, frozenset[str]]
    properties: Mapping[tuple[str, str], Mapping[str, Any]]
    people: Mapping[str, frozenset[str]]
    facts: frozenset[tuple[Any, ...]]


def expected_graph() -> Graph:
    """What graph_after_samples.json.gz says, its person ids turned into 姓名@home."""
    with gzip.open(SAMPLES / "expected" / "graph_after_samples.json.gz", "rt", encoding="utf-8") as file:
        said = json.load(file)
    names = {number: person["key"] for number, person in said["people"].items()}

    def key(written: str) -> str:
        first, slash, rest = written.partition("/")
        return f"{names.get(first, first)}{slash}{rest}"

    return Graph(
        {label: frozenset(map(key, keys)) for label, keys in said["nodes"].items()},
        {(label, key(k)): values for label, nodes in said["properties"].items() for k, values in nodes.items()},
        {person["key"]: frozenset(person["phone_last4"]) for person in said["people"].values()},
        frozenset(
            (kind, role, key(start), key(end), since, until, tuple(sorted(values.items())))
            for kind, role, _, start, _, end, since, until, values in said["relationships"]
        ),
    )


def actual_graph(connection: Connection) -> Graph:
    """What the graph says now; of its properties every one, also those that the loaders derive."""
    names = {code: natural for code, (_, natural, _) in places(connection).items()}
    numbers: dict[str, frozenset[str]] = {}
    for row in read(connection, _PEOPLE):
        name = f"{row['properties']['name']}@{names[row['homes'][0]] if row['homes'] else ''}"
        names[row["key"]], numbers[name] = name, _last4(row["properties"])
    rows = read(connection, _NODES)
    keys = {row["id"]: _key(row, names) for row in rows}
    nodes = [(label, keys[row["id"]], row["properties"]) for row in rows for label in row["labels"]]
    return Graph(
        {label: frozenset(key for other, key, _ in nodes if other == label) for label, _, _ in nodes},
        {(label, key): _said(properties) for label, key, properties in nodes},
        numbers,
        frozenset(_fact(row, keys) for row in read(connection, _FACTS)),
    )


def differences(found: Graph, expected: Graph) -> dict[str, list[Any]]:
    """What is said by one of the two alone; nothing where both say the same."""
    labels = expected.nodes.keys()
    pairs = {
        "nodes too many": [(label, key) for label in labels for key in found.nodes[label] - expected.nodes[label]],
        "nodes missing": [(label, key) for label in labels for key in expected.nodes[label] - found.nodes[label]],
        "properties": _property_differences(found, expected),
        "people": sorted(found.people.items() ^ expected.people.items(), key=str),
        "facts too many": sorted(found.facts - expected.facts, key=str),
        "facts missing": sorted(expected.facts - found.facts, key=str),
    }
    return {name: differing for name, differing in pairs.items() if differing}


def _property_differences(found: Graph, expected: Graph) -> list[tuple[Any, ...]]:
    """By label those names that the expected graph states of any such node."""
    stated: dict[str, set[str]] = {}
    for (label, _), values in expected.properties.items():
        stated.setdefault(label, set()).update(values)
    return [
        (label, key, name, found.properties[label, key].get(name), expected.properties.get((label, key), {}).get(name))
        for label, names in stated.items()
        for key in found.nodes.get(label, ())
        for name in names
        if found.properties[label, key].get(name) != expected.properties.get((label, key), {}).get(name)
    ]


def _key(row: dict[str, Any], names: Mapping[str, str]) -> str:
    """A reference node, an organisation and an area are called by their names; what has an owner, by the owner's."""
    properties, (first, slash, rest) = row["properties"], row["key"].partition("/")
    if first in names:
        return f"{names[first]}{slash}{rest}"
    return str(properties.get("name_zh") or properties["name"])


def _fact(row: dict[str, Any], keys: Mapping[str, str]) -> tuple[Any, ...]:
    said = _said(row["properties"])
    discriminator = _DISCRIMINATORS.get(row["type"], "")
    others = {name: value for name, value in said.items() if name not in _NOT_SAID | {discriminator}}
    ends = keys[row["start"]], keys[row["end"]]
    since, until = said.get("since", ""), said.get("until", "")
    return (row["type"], said.get(discriminator, ""), *ends, since, until, tuple(sorted(others.items())))


def _said(properties: Mapping[str, Any]) -> dict[str, Any]:
    """Dates as precise as they are known, times to the minute."""
    said: dict[str, Any] = {}
    for name, value in properties.items():
        if isinstance(value, dt.datetime):
            said[name] = value.isoformat(timespec="minutes")
        elif isinstance(value, dt.date):
            said[name] = value.isoformat()[: _PRECISION[properties.get(f"{name}_precision", "day")]]
        elif not name.endswith("_precision"):
            said[name] = value
    return said


def _last4(properties: Mapping[str, Any]) -> frozenset[str]:
    names = ("phone_last4", "phone2_last4", "phone3_last4")
    return frozenset(properties[name] for name in names if properties.get(name))
