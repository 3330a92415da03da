"""What an import states against what stands in the graph: created, changed, ended, same.

A roster states only some properties; the others stay. Nothing ends because a roster is silent about it. A `since` that
is missing, earlier or less precise in the graph is overwritten in place; the fact keeps its identity. A later one ends
the period that is known and begins another, unless the file is a correction: then it is overwritten too. A fact that
has ended, and is stated again with the same `since`, is an old roster's word: it stays ended, unless corrected.
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
from loaders import periods, standing
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


@dataclass(frozen=True)
class Meaning:
    """How the import is meant. `corrections`: beginnings of the sources of files that correct what is known.

    `ended`: fact_ids of which somebody agreed that they have ended.
    """

    corrections: tuple[str, ...] = ()
    ended: frozenset[str] = frozenset()

    def corrects(self, fact: Fact) -> bool:
        """Whether what the fact says overwrites what is known."""
        return bool(self.corrections) and fact.source.startswith(self.corrections)


AS_ADDED = Meaning()


def compare(
    draft: Draft,
    people: Iterable[Known],
    reader: Reader,
    *,
    today: dt.date,
    seal: Seal,
    meaning: Meaning = AS_ADDED,
) -> Difference:
    """The difference that makes the graph say what the draft states. Every node has its key by now."""
    difference = Difference()
    known = {person.node: person for person in people}
    facts, by_label = draft.taken(), _by_label(draft)
    for label in NODES:
        for node in by_label.get(label, ()):
            _compare_node(node, known.get(node), seal, today, difference)
        for node in known if label == "Person" else ():
            if node.touched and node.before is not None:
                _compare_node(node, known[node], seal, today, difference)
    difference.conflicts = settle(facts, reader, difference.changes, difference.relationships, meaning.ended)
    there = _standing(facts, reader)
    facts.reverse()
    while facts:  # each is let go: of a large import there are as many as changes
        fact = facts.pop()
        _compare_fact(fact, there.get(fact.start, []), today, difference, meaning.corrects(fact))
    return difference


def _by_label(draft: Draft) -> dict[str, list[Node]]:
    """The nodes that the import speaks of, or makes."""
    found: dict[str, list[Node]] = {}
    for node in draft.nodes.values():
        if node.touched or node.before is None:
            found.setdefault(node.label, []).append(node)
    return found


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


def _compare_fact(
    fact: Fact, rows: list[dict[str, Any]], today: dt.date, difference: Difference, corrects: bool
) -> None:
    mine = [r for r in rows if r["type"] == fact.type and r["to"] == fact.end.key and _says(r, fact)]
    meant = periods.meant(fact, mine, today, corrects)
    if meant is not None and not periods.begins_anew(fact, meant, corrects):
        _compare_standing(fact, meant, difference, periods.reopens(fact, meant, today, corrects))
        return
    if meant is None and any(_ended_alike(fact, row["properties"]) for row in mine):
        difference.relationships[fact.type, "same"] += 1
        return
    others = [meant] if meant is not None else _replaced(fact, rows, today)
    since = fact.since or (Day(today) if mine or others else None)
    if corrects and others and meant is None:
        since = fact.since or periods.since_of(others[0])
    followed = [] if corrects else periods.that_follow(fact.since, others)
    for row in others:
        if row not in followed:
            _end(fact, row, _last_day(row, since, today, corrects and meant is None), difference)
    until = fact.until or (Day(min(row["properties"]["since"] for row in followed)) if followed else None)
    taken = {row["properties"]["fact_id"] for row in mine}
    _create(fact, since, until, taken, today, difference)


def _replaced(fact: Fact, rows: list[dict[str, Any]], today: dt.date) -> list[dict[str, Any]]:
    """What cannot hold beside the fact: another end where there is one at a time, the other kind of the same home."""
    relationship = RELATIONSHIPS[fact.type]
    return [
        row
        for row in rows
        if periods.is_current(row, today)
        and not periods.is_over_before(fact, row)
        and (
            (row["type"] == fact.type and relationship.at_most_one and _says(row, fact))
            or (row["type"] == _APART.get(fact.type) and row["to"] == fact.end.key)
        )
    ]


def _last_day(row: Mapping[str, Any], since: Day | None, today: dt.date, corrects: bool) -> dt.date:
    """The first day on which what is replaced holds no more; what was an error never held."""
    if corrects:
        known = row["properties"]
        never: dt.date = known.get("since") or known.get("learned_on") or today
        return never
    return since.date if since else today


def _says(row: Mapping[str, Any], fact: Fact) -> bool:
    name = RELATIONSHIPS[fact.type].discriminator
    return not name or row["properties"].get(name) == fact.discriminator


def _ended_alike(fact: Fact, ended: Mapping[str, Any]) -> bool:
    """Whether the row says what the graph knows to be over."""
    if fact.since is not None:
        return bool(ended.get("since") == fact.since.date)
    return fact.until is not None and bool(ended.get("until") == fact.until.as_until)


def _create(
    fact: Fact, since: Day | None, until: Day | None, taken: set[str], today: dt.date, difference: Difference
) -> None:
    """`taken`: the ids of other periods, one of which may have begun on this day before it was overwritten."""
    after = spelled(fact.stated) | _dates("since", since) | _dates("until", until)
    # Where a home hangs is said by no cell of its own, but by the row that made the home.
    after |= {"learned_on": today, "source": fact.source or fact.start.source}
    begun = since.text if since else ""
    identity = fact_id(fact.type, fact.start.key, fact.end.key, fact.discriminator, begun)
    while identity in taken:
        begun += "+"
        identity = fact_id(fact.type, fact.start.key, fact.end.key, fact.discriminator, begun)
    difference.relationships[fact.type, "created"] += 1
    difference.changes.append(_change(fact, identity, None, after))


def _compare_standing(fact: Fact, row: Mapping[str, Any], difference: Difference, reopens: bool) -> None:
    before = row["properties"]
    since = None if periods.is_vaguer(fact.since, row) else fact.since
    said = spelled(fact.stated) | _dates("since", since) | _dates("until", fact.until)
    if reopens:
        said |= {"until": None, "until_precision": None}
    new = {name: value for name, value in said.items() if before.get(name) != value}
    if not new:
        difference.relationships[fact.type, "same"] += 1
        return
    ended = new.get("until") is not None
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
