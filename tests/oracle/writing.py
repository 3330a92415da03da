"""Worlds as counties of one graph, written in batches through the ordinary door."""

from collections.abc import Iterable, Iterator
from typing import Any

from database.connection import Connection
from database.writing import transaction
from graph_schema.facts import Change, NodeChange, RelationshipChange, fact_id
from graph_schema.nodes import NODES
from tests.oracle.worlds import World

TOGETHER = 50  # worlds a transaction: few, large statements that a small heap still holds
_APART = ("phones", "labels")
_PHONES = ("phone", "phone2", "phone3")


def write(connection: Connection, worlds: Iterable[World]) -> None:
    """Writes the worlds."""
    waiting = list(worlds)
    for start in range(0, len(waiting), TOGETHER):
        with transaction(connection) as writer:
            writer.apply(change for world in waiting[start : start + TOGETHER] for change in changes(world))


def remove(connection: Connection, worlds: Iterable[World]) -> None:
    """Takes the worlds' nodes away again, with everything that hangs on them."""
    waiting = list(worlds)
    for start in range(0, len(waiting), TOGETHER):
        with transaction(connection) as writer:
            keys: dict[str, list[str]] = {}
            for world in waiting[start : start + TOGETHER]:
                for label, found in world["nodes"].items():
                    keys.setdefault(label, []).extend(found)
            for label, found_keys in keys.items():
                key = NODES[label].key
                writer.run(f"UNWIND $keys AS key MATCH (n:{label} {{{key}: key}}) DETACH DELETE n", keys=found_keys)


def changes(world: World) -> Iterator[Change]:
    """Everything in a world as changes; each node and fact cites a row of its own."""
    line = 0
    for label, found in world["nodes"].items():
        for key, properties in found.items():
            line += 1
            image = {"source": f"test-{world['county']}/1/1/{line}", **_flat(properties)}
            yield NodeChange(label, key, None, image, frozenset(properties.get("labels", ())))
    for fact in world["facts"]:
        line += 1
        yield relationship(fact, f"test-{world['county']}/1/2/{line}")


def relationship(fact: dict[str, Any], source: str) -> RelationshipChange:
    """One fact as a change."""
    ends = {"type", "from", "to"}
    image = {name: value for name, value in fact.items() if name not in ends and value is not None}
    since = fact["since"].isoformat() if fact["since"] else ""
    id_ = fact_id(fact["type"], fact["from"][1], fact["to"][1], fact.get("role") or fact.get("kind", ""), since)
    (from_label, from_key), (to_label, to_key) = fact["from"], fact["to"]
    after = image | {"source": source}
    return RelationshipChange(fact["type"], id_, from_label, from_key, to_label, to_key, None, after)


def _flat(properties: dict[str, Any]) -> dict[str, Any]:
    """The properties as the schema names them: phones in three groups."""
    image = {name: value for name, value in properties.items() if name not in _APART and value is not None}
    for prefix, phone in zip(_PHONES, properties.get("phones", ()), strict=False):
        image |= {f"{prefix}_digest": phone["digest"], f"{prefix}_last4": "0102"}
        image |= {f"{prefix}_verified_on": phone["verified_on"]} if phone["verified_on"] else {}
    return image
