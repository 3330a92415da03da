"""What an import states against what stands in the graph: created, changed, ended, same.

A roster states only some properties; the others stay. Nothing ends because a roster is silent about it. A different
`since` of a fact that is current corrects it in place; the fact keeps its identity. A fact that has ended, and is
stated again with the same `since`, is an old roster's word: it stays ended.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from database.reading import Reader
from graph_schema.facts import Change, NodeChange, RelationshipChange, fact_id
from graph_schema.nodes import NODES
from graph_schema.relationships import RELATIONSHIPS
from graph_schema.values.day import Day
from graph_schema.values.moment import CHINA
from graph_schema.values.seal import Seal
from loaders import standing
from loaders.draft import Draft, Fact, Node
from loaders.images import image, spelled
from loaders.people.candidates import Known
from loaders.people.primaries import Conflict, settle

_APART = {"LIVES_IN": "REGISTERED_AT", "REGISTERED_AT": "LIVES_IN"}  # of one home a person has one of the two


@dataclass
class Difference:
    """The changes, and how many things are as they were: counted by (label or type, created|changed|ended|same)."""

    changes: list[Change] = field(default_factory=list)
    nodes: Counter[tuple[str, str]] = field(default_factory=Counter)
    relationships: Counter[tuple[str, str]] = field(default_factory=Counter)
    conflicts: list[Conflict] = field(default_factory=list)


def compare(draft: Draft, people: Iterable[Known], reader: Reader, *, today: dt.date, seal: Seal) -> Difference:
    """The difference that makes the graph say what the draft states. Every node has its key by now."""
    difference = Difference()
    known = {person.node: person for person in people}
    for label in NODES:
        for node in draft.nodes.values():
            if node.label == label and (node.touched or node.before is None):
                _compare_node(node, known.get(node), seal, today, difference)
        for node in known if label == "Person" else ():
            if node.touched and node.before is not None:
                _compare_node(node, known[node], seal, today, difference)
    facts = list(draft.facts.values())
    difference.conflicts = settle(facts, reader, difference.changes, difference.relationships)
    there = _standing(facts, reader)
    for fact in facts:
        _compare_fact(fact, there.get(fact.start, []), today, difference)
    return difference


def _compare_node(node: Node, known: Known | None, seal: Seal, today: dt.date, difference: Difference) -> None:
    said = {name: value for name, value in image(node, known, seal).items() if value is not None}
    labels = node.labels_before | node.labels
    for label in node.labels:
        difference.nodes[label, "same" if label in node.labels_before else "created"] += 1
    stamp = {"source": node.source, "updated_at": dt.datetime.combine(today, dt.time(), CHINA)}
    if node.before is None:
        after = said | stamp
        difference.nodes[node.label, "created"] += 1
        difference.changes.append(NodeChange(node.label, node.key, None, after, frozenset(labels)))
        return
    new = {name: value for name, value in said.items() if node.before.get(name) != value}
    new |= {name: None for name in node.cleared if node.before.get(name) is not None}
    if not new and labels == node.labels_before:
        difference.nodes[node.label, "same"] += 1
        return
    difference.nodes[node.label, "changed"] += 1
    after = new | stamp
    before = {name: node.before.get(name) for name in after}
    difference.changes.append(NodeChange(node.label, node.key, before, after, frozenset(labels), node.labels_before))


def _standing(facts: list[Fact], reader: Reader) -> dict[Node, list[dict[str, Any]]]:
    """What leads out of the known nodes that facts begin at, in one query a label."""
    starts = {fact.start for fact in facts if fact.start.before is not None}
    found: dict[Node, list[dict[str, Any]]] = {}
    for label in sorted({node.label for node in starts}):
        by_key = {node.key: node for node in starts if node.label == label}
        types = {fact.type for fact in facts if fact.start.label == label}
        types |= {_APART[type_] for type_ in types & _APART.keys()}
        for row in standing.outward(reader, label, sorted(types), by_key):
            found.setdefault(by_key[row["key"]], []).append(row)
    return found


def _compare_fact(fact: Fact, rows: list[dict[str, Any]], today: dt.date, difference: Difference) -> None:
    relationship = RELATIONSHIPS[fact.type]
    mine = [r for r in rows if r["type"] == fact.type and r["to"] == fact.end.key and _says(r, fact)]
    current = [row for row in mine if _is_current(row, today)]
    if current:
        _compare_standing(fact, current[0], difference)
        return
    if any(_ended_alike(fact, row["properties"]) for row in mine):
        difference.relationships[fact.type, "same"] += 1
        return
    others = [
        row
        for row in rows
        if _is_current(row, today)
        and (
            (row["type"] == fact.type and relationship.at_most_one and _says(row, fact))
            or (row["type"] == _APART.get(fact.type) and row["to"] == fact.end.key)
        )
    ]
    for row in others:
        _end(fact, row, fact.since.date if fact.since and fact.since.date <= today else today, difference)
    since = fact.since or (Day(today) if mine or others else None)
    _create(fact, since, today, difference)


def _says(row: Mapping[str, Any], fact: Fact) -> bool:
    name = RELATIONSHIPS[fact.type].discriminator
    return not name or row["properties"].get(name) == fact.discriminator


def _ended_alike(fact: Fact, ended: Mapping[str, Any]) -> bool:
    """Whether the row says what the graph knows to be over."""
    if fact.since is not None:
        return bool(ended.get("since") == fact.since.date)
    return fact.until is not None and bool(ended.get("until") == fact.until.as_until)


def _is_current(row: Mapping[str, Any], today: dt.date) -> bool:
    until = row["properties"].get("until")
    return until is None or until > today


def _create(fact: Fact, since: Day | None, today: dt.date, difference: Difference) -> None:
    after = spelled(fact.stated) | _dates("since", since) | _dates("until", fact.until)
    # Where a home hangs is said by no cell of its own, but by the row that made the home.
    after |= {"learned_on": today, "source": fact.source or fact.start.source}
    identity = fact_id(fact.type, fact.start.key, fact.end.key, fact.discriminator, since.text if since else "")
    difference.relationships[fact.type, "created"] += 1
    difference.changes.append(_change(fact, identity, None, after))


def _compare_standing(fact: Fact, row: Mapping[str, Any], difference: Difference) -> None:
    before = row["properties"]
    said = spelled(fact.stated) | _dates("since", fact.since) | _dates("until", fact.until)
    new = {name: value for name, value in said.items() if before.get(name) != value}
    if not new:
        difference.relationships[fact.type, "same"] += 1
        return
    ended = "until" in new
    difference.relationships[fact.type, "ended" if ended else "changed"] += 1
    after = new | {"source": fact.source}
    images = {name: before.get(name) for name in after}, after
    difference.changes.append(_change(fact, before["fact_id"], *images))


def _end(fact: Fact, row: Mapping[str, Any], day: dt.date, difference: Difference) -> None:
    """Ends what the new fact replaces: never before it began."""
    since = row["properties"].get("since")
    until = max(day, since) if since else day
    after = _dates("until", Day(until))
    before = {name: row["properties"].get(name) for name in after}
    to_label = next(label for label in row["labels"] if label in NODES and not NODES[label].of and label != "Place")
    difference.relationships[row["type"], "ended"] += 1
    difference.changes.append(
        RelationshipChange(
            row["type"],
            row["properties"]["fact_id"],
            fact.start.label,
            fact.start.key,
            to_label,
            row["to"],
            before,
            after,
        )
    )


def _dates(name: str, day: Day | None) -> dict[str, Any]:
    if day is None:
        return {}
    date = day.as_since if name == "since" else day.as_until
    return {name: date, f"{name}_precision": day.precision}


def _change(fact: Fact, identity: str, before: dict[str, Any] | None, after: dict[str, Any]) -> RelationshipChange:
    start, end = fact.start, fact.end
    return RelationshipChange(fact.type, identity, start.label, start.key, end.label, end.key, before, after)
