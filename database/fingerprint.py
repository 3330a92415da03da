"""The graph's hash: equal for two graphs that say the same, whatever order and day their files were loaded in.

What goes in, one line each, sorted, then hashed together:

- every node but the Ledger: its labels, its natural key, its properties;
- every relationship: its type, the natural keys of both ends, its properties.

Left out is what the schema calls `derived` (person_id, org_id, unit_id, shift_id, leave_id, visit_id, request_id,
fact_id, source, updated_at, learned_on, scope, pinyin, ciphers) and every code that we allot ourselves. Digests stay:
they are equal for equal numbers as long as the office's key is the same, so hashes are comparable within one office,
not between two.

A natural key is: of a county, town or community its official code; of every other place its label, its whole spoken
name and the official code above it; of everything else (a person, unit, shift, leave, visit, skill …) a hash of its
own properties and of all its relationships (with the natural keys of places, and of other such nodes their own
properties).
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from database.reading import Reader, read
from graph_schema.model import Property
from graph_schema.nodes import NODES, PLACES
from graph_schema.relationships import DATED, RELATIONSHIPS

_TIMEOUT = 900.0  # seconds; a whole city is read for it
_OFFICIAL = ("Community", "Town", "County")  # their codes are given to us, the other places' are ours
_HOPS = 3  # from a county's places to people, their organisations, and what those belong to
_NOT_OURS = "NOT n:Ledger"

_NODES = f"MATCH (n) WHERE {_NOT_OURS} RETURN elementId(n) AS id, labels(n) AS labels, properties(n) AS properties"
_FACTS = (
    f"MATCH (n)-[r]->(m) WHERE {_NOT_OURS} RETURN elementId(n) AS start, type(r) AS type, elementId(m) AS end, "
    "properties(r) AS properties"
)
# A county's codes begin with its own: here a walk would miss what hangs on nothing any more
_SEED = "MATCH (n:Place) WHERE n.code STARTS WITH $county RETURN elementId(n) AS id"
# Skills and needs are everybody's: they belong to every county, and no walk goes on through them
_NEXT = (
    "MATCH (n)--(m) WHERE elementId(n) IN $ids AND NOT m:Place AND NOT m:Ledger AND NOT m:Skill AND NOT m:Need "
    "RETURN DISTINCT elementId(m) AS id"
)
_REFERENCE = "MATCH (n:Skill|Need) RETURN elementId(n) AS id"
_SOME_NODES = _NODES.replace(_NOT_OURS, "elementId(n) IN $ids")
_SOME_FACTS = _FACTS.replace(_NOT_OURS, "elementId(n) IN $ids AND elementId(m) IN $ids")


@dataclass(frozen=True)
class _Node:
    """A node with what of it goes in, written as text."""

    labels: tuple[str, ...]
    own: str
    code: str
    name: str

    @property
    def place(self) -> str:
        """Which kind of place it is, or nothing."""
        return next((label for label in self.labels if label in PLACES), "")


@dataclass(frozen=True)
class _Fact:
    start: str
    type: str
    end: str
    own: str
    ended: bool


def fingerprint(reader: Reader, county: str | None = None) -> str:
    """The hash of the whole graph, or of a county with everybody and everything that hangs on its places."""
    if county is None:
        nodes, facts = read(reader, _NODES, timeout=_TIMEOUT), read(reader, _FACTS, timeout=_TIMEOUT)
    else:
        ids = sorted(_within(reader, county))
        nodes = read(reader, _SOME_NODES, timeout=_TIMEOUT, ids=ids)
        facts = read(reader, _SOME_FACTS, timeout=_TIMEOUT, ids=ids)
    return _hash(_lines({row["id"]: _node(row) for row in nodes}, [_fact(row) for row in facts]))


def _within(reader: Reader, county: str) -> set[str]:
    found = {row["id"] for row in read(reader, _SEED, timeout=_TIMEOUT, county=county)}
    fresh = set(found)
    for _ in range(_HOPS):
        near = read(reader, _NEXT, timeout=_TIMEOUT, ids=sorted(fresh)) if fresh else []
        fresh = {row["id"] for row in near} - found
        found |= fresh
    return found | {row["id"] for row in read(reader, _REFERENCE, timeout=_TIMEOUT)}


def _node(row: Mapping[str, Any]) -> _Node:
    labels, properties = tuple(sorted(row["labels"])), row["properties"]
    ours = any(label in PLACES for label in labels) and not any(label in _OFFICIAL for label in labels)
    left_out = _DERIVED | ({"code"} if ours else frozenset())
    name = str(properties.get("address") or properties.get("name") or "")
    return _Node(labels, _written(properties, left_out), str(properties.get("code") or ""), name)


def _fact(row: Mapping[str, Any]) -> _Fact:
    properties = row["properties"]
    own = _written(properties, _DERIVED_OF_FACTS)
    return _Fact(row["start"], row["type"], row["end"], own, properties.get("until") is not None)


def _lines(nodes: Mapping[str, _Node], facts: list[_Fact]) -> list[str]:
    keys = _natural_keys(nodes, facts)
    lines = [f"{keys[id_]} {node.labels} {node.own}" for id_, node in nodes.items()]
    lines += [f"{keys[fact.start]} {fact.type} {keys[fact.end]} {fact.own}" for fact in facts]
    return lines


def _natural_keys(nodes: Mapping[str, _Node], facts: list[_Fact]) -> dict[str, str]:
    above = _above(nodes, facts)
    keys = {id_: _place_key(id_, nodes, above) for id_, node in nodes.items() if node.place}
    first = {id_: keys.get(id_) or _hash([str(node.labels), node.own]) for id_, node in nodes.items()}
    hung: dict[str, list[str]] = {id_: [] for id_ in nodes if id_ not in keys}
    for fact in facts:
        if fact.start in hung:
            hung[fact.start].append(f"> {fact.type} {first[fact.end]} {fact.own}")
        if fact.end in hung:
            hung[fact.end].append(f"< {fact.type} {first[fact.start]} {fact.own}")
    return keys | {id_: _hash([first[id_], *lines]) for id_, lines in hung.items()}


def _above(nodes: Mapping[str, _Node], facts: list[_Fact]) -> dict[str, str]:
    """Of each place the one that it is part of: the open fact before an ended one, the same for every order."""
    parents = [f for f in facts if f.type == "PART_OF"]
    parents.sort(key=lambda f: (not f.ended, f.own, nodes[f.end].name))
    return {f.start: f.end for f in parents}


def _place_key(id_: str, nodes: Mapping[str, _Node], above: Mapping[str, str]) -> str:
    node, seen = nodes[id_], {id_}
    if node.place in _OFFICIAL:
        return node.code
    while nodes[id_].place not in _OFFICIAL:
        if id_ not in above or above[id_] in seen:
            return f"{node.code[:12]} {node.place} {node.name}"
        id_ = above[id_]
        seen.add(id_)
    return f"{nodes[id_].code} {node.place} {node.name}"


def _written(properties: Mapping[str, Any], left_out: frozenset[str]) -> str:
    return "\x1f".join(f"{k}={_text(properties[k])}" for k in sorted(properties) if k not in left_out)


def _text(value: Any) -> str:
    if isinstance(value, datetime | date):
        return value.isoformat()
    return repr(value)


def _hash(lines: Iterable[str]) -> str:
    """Of lines in any order; 32 hexadecimal digits."""
    return hashlib.blake2b("\n".join(sorted(lines)).encode(), digest_size=16).hexdigest()


def _derived(properties: Iterable[Property]) -> frozenset[str]:
    return frozenset(p.name for p in properties if p.derived)


# A name that is derived on one type is derived on all, see the test of it
_DERIVED = _derived(p for type_ in NODES.values() for p in type_.properties)
_DERIVED_OF_FACTS = _derived((*DATED, *(p for type_ in RELATIONSHIPS.values() for p in type_.properties)))
