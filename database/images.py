"""The present images of nodes and relationships, to be compared with those of a change before it is taken back."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from database.reading import Reader, read
from database.writing import BATCH
from graph_schema.facts import Change, NodeChange, RelationshipChange
from graph_schema.nodes import NODES

_TIMEOUT = 60.0  # seconds; an undo may look at 50,000 facts


@dataclass(frozen=True)
class Present:
    """What is in the graph now. `labels` is empty for a relationship."""

    properties: Mapping[str, Any]
    labels: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Hanging:
    """A relationship on a node: its type, fact, and the import/file/sheet/line that it comes from."""

    label: str
    key: str
    type: str
    fact_id: str
    source: str


def present(reader: Reader, changes: Iterable[Change]) -> dict[tuple[str, str], Present]:
    """By (label or type, key or fact_id): everything of the changes that is in the graph."""
    found: dict[tuple[str, str], Present] = {}
    for type_, keys in _grouped(changes, NodeChange):
        for row in _rows(reader, _nodes(type_), keys):
            found[type_, row["key"]] = Present(row["properties"], frozenset(row["labels"]))
    for type_, keys in _grouped(changes, RelationshipChange):
        for row in _rows(reader, _relationships(type_), keys):
            found[type_, row["key"]] = Present(row["properties"])
    return found


def hanging(reader: Reader, nodes: Iterable[NodeChange]) -> list[Hanging]:
    """Every relationship that hangs on these nodes."""
    found: list[Hanging] = []
    for label, keys in _grouped(nodes, NodeChange):
        text = (
            f"UNWIND $keys AS key MATCH (n:{label} {{{NODES[label].key}: key}})-[r]-() "
            "RETURN key, type(r) AS type, r.fact_id AS fact_id, r.source AS source"
        )
        for row in _rows(reader, text, keys):
            found.append(Hanging(label, row["key"], row["type"], row["fact_id"] or "", row["source"] or ""))
    return found


def _nodes(label: str) -> str:
    key = NODES[label].key
    found = f"UNWIND $keys AS key MATCH (n:{label} {{{key}: key}})"
    return f"{found} RETURN key, properties(n) AS properties, labels(n) AS labels"


def _relationships(type_: str) -> str:
    return f"UNWIND $keys AS key MATCH ()-[r:{type_} {{fact_id: key}}]->() RETURN key, properties(r) AS properties"


def _grouped(changes: Iterable[Change], kind: type[Change]) -> list[tuple[str, list[str]]]:
    pairs = sorted({_identity(change) for change in changes if isinstance(change, kind)})
    return [(type_, [key for _, key in group]) for type_, group in groupby(pairs, key=lambda pair: pair[0])]


def _identity(change: Change) -> tuple[str, str]:
    return (change.label, change.key) if isinstance(change, NodeChange) else (change.type, change.fact_id)


def _rows(reader: Reader, text: str, keys: list[str]) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    for start in range(0, len(keys), BATCH):
        rows += read(reader, text, timeout=_TIMEOUT, keys=keys[start : start + BATCH])
    return rows
