"""One transaction, or nothing. Every write locks the Ledger first: that is the import lock, across machines too.

The Ledger is one node outside the model (not in hash, legend or questions): last_import, next_person, next_org,
next_unit, schema_version, and `applying` while an import that is too large for one transaction is being written.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from itertools import groupby
from typing import Any, Protocol

import neo4j

from database.connection import Connection, plain
from graph_schema import cypher, reference
from graph_schema.facts import Change, NodeChange, RelationshipChange

SCHEMA_VERSION = 2
BATCH = 5_000  # rows a statement; 5k a batch was the fastest measured
WRITE_TIMEOUT = 600.0  # seconds; an import has its own, far above a question's
INDEX_TIMEOUT = 1800.0  # seconds; indexes over a whole city are made in minutes

_LOCK = "MERGE (l:Ledger {key: 'ledger'}) SET l.locked = true REMOVE l.locked RETURN properties(l) AS ledger"


class Statements(Protocol):
    """Whatever runs a statement that may write: one transaction, or a transaction for each."""

    def run(self, text: str, **parameters: Any) -> list[dict[str, Any]]:
        """The rows of one statement."""


class Writer:
    """An open write transaction that holds the Ledger. `ledger`: what stood in it when it was locked."""

    def __init__(self, transaction: neo4j.Transaction, ledger: Mapping[str, Any]) -> None:
        self._transaction = transaction
        self.ledger = ledger

    def rows(self, text: str, parameters: Mapping[str, Any], *, timeout: float = WRITE_TIMEOUT) -> list[dict[str, Any]]:
        """The rows of one statement inside the transaction."""
        result = self._transaction.run(text, dict(parameters))
        keys = result.keys()
        return [dict(zip(keys, map(plain, record.values()), strict=True)) for record in result]

    def run(self, text: str, **parameters: Any) -> list[dict[str, Any]]:
        """The same, with parameters by name."""
        return self.rows(text, parameters)

    def set_ledger(self, **values: Any) -> None:
        """Writes values into the Ledger."""
        self.run("MATCH (l:Ledger {key: 'ledger'}) SET l += $values", values=values)

    def apply(self, changes: Iterable[Change]) -> int:
        """Writes changes, nodes before relationships (the other way round for what is taken away); how many."""
        changes = list(changes)
        nodes = [c for c in changes if isinstance(c, NodeChange)]
        relationships = [c for c in changes if isinstance(c, RelationshipChange)]
        self._upsert_nodes([c for c in nodes if c.after is not None])
        self._delete_relationships([c for c in relationships if c.after is None])
        self._upsert_relationships([c for c in relationships if c.after is not None])
        self._delete_nodes([c for c in nodes if c.after is None])
        return len(changes)

    def _upsert_nodes(self, changes: list[NodeChange]) -> None:
        groups: dict[tuple[str, frozenset[str], frozenset[str]], list[NodeChange]] = {}
        for change in changes:
            groups.setdefault((change.label, change.labels, change.labels_before), []).append(change)
        for kind in sorted(groups, key=lambda kind: (kind[0], sorted(kind[1]), sorted(kind[2]))):
            self._batches(cypher.upsert_nodes(*kind), [{"key": c.key, "set": _set(c)} for c in groups[kind]])

    def _delete_nodes(self, changes: list[NodeChange]) -> None:
        for label, group in groupby(sorted(changes, key=lambda c: c.label), key=lambda c: c.label):
            self._batches(cypher.delete_nodes(label), [{"key": c.key} for c in group])

    def _upsert_relationships(self, changes: list[RelationshipChange]) -> None:
        def kind(c: RelationshipChange) -> tuple[str, str, str]:
            return c.type, c.from_label, c.to_label

        for group_kind, group in groupby(sorted(changes, key=kind), key=kind):
            rows = [{"fact_id": c.fact_id, "from": c.from_key, "to": c.to_key, "set": _set(c)} for c in group]
            written = sum(row["written"] for row in self._batches(cypher.upsert_relationships(*group_kind), rows))
            if written != len(rows):
                raise LookupError(f"{len(rows) - written} {group_kind[0]} of this change have an end that is not there")

    def _delete_relationships(self, changes: list[RelationshipChange]) -> None:
        for type_, group in groupby(sorted(changes, key=lambda c: c.type), key=lambda c: c.type):
            self._batches(cypher.delete_relationships(type_), [{"fact_id": c.fact_id} for c in group])

    def _batches(self, text: str, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
        answers: list[dict[str, Any]] = []
        for start in range(0, len(rows), BATCH):
            batch = rows[start : start + BATCH]
            answers += self.run(text, rows=batch, all=_common(batch))
        return answers


class Portions:
    """Writes in transactions of its own, which do not touch the Ledger: for whoever holds it in another one."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def run(self, text: str, **parameters: Any) -> list[dict[str, Any]]:
        """One statement, committed."""
        with self._transaction() as writer:
            return writer.run(text, **parameters)

    def apply(self, changes: Iterable[Change]) -> int:
        """Changes that fit into one transaction, committed; how many."""
        with self._transaction() as writer:
            return writer.apply(changes)

    @contextmanager
    def _transaction(self) -> Iterator[Writer]:
        with (
            self._connection.session(write=True) as session,
            session.begin_transaction(timeout=WRITE_TIMEOUT) as opened,
        ):
            yield Writer(opened, {})
            opened.commit()


def ordered(changes: Iterable[Change]) -> list[Change]:
    """Changes so that portion after portion can be written, and taken back from the last portion to the first."""
    return sorted(changes, key=_phase)


def _phase(change: Change) -> int:
    """The order of `Writer.apply`."""
    if isinstance(change, NodeChange):
        return 0 if change.after is not None else 3
    return 1 if change.after is None else 2


def _set(change: Change) -> dict[str, Any]:
    """The properties to write: what shall be, and None for what was and shall not be."""
    return (dict.fromkeys(change.before) if change.before else {}) | dict(change.after or {})


def _common(rows: list[dict[str, Any]]) -> dict[str, Any]:
    """The days and moments that every row sets alike, taken out of the rows: the driver spells each one anew."""
    if not rows or "set" not in rows[0]:
        return {}
    shared = {name: value for name, value in rows[0]["set"].items() if isinstance(value, date)}
    for row in rows:
        said = row["set"]
        shared = {name: value for name, value in shared.items() if said.get(name) == value}
        if not shared:
            break
    for row in rows:
        for name in shared:
            del row["set"][name]
    return shared


@contextmanager
def transaction(connection: Connection, *, timeout: float = WRITE_TIMEOUT) -> Iterator[Writer]:
    """One write transaction under the Ledger's lock: committed at the end, or rolled back whole on any error."""
    with connection.session(write=True) as session, session.begin_transaction(timeout=timeout) as opened:
        yield _locked(opened)
        opened.commit()


@contextmanager
def rehearsal(connection: Connection, changes: Iterable[Change]) -> Iterator[Writer]:
    """A Reader on the graph as it would be with the changes; nothing of it stays."""
    with connection.session(write=True) as session, session.begin_transaction(timeout=WRITE_TIMEOUT) as opened:
        writer = _locked(opened)
        writer.apply(changes)
        yield writer
        opened.rollback()


def _locked(opened: neo4j.Transaction) -> Writer:
    record = opened.run(_LOCK).single(strict=True)
    return Writer(opened, plain(record["ledger"]))


def prepare_schema(connection: Connection) -> None:
    """Makes constraints, indexes and reference data that are missing; the schema's version goes into the Ledger.

    Milliseconds where nothing is missing, minutes where a first load has brought millions of nodes.
    """
    with connection.session(write=True) as session:
        # Indexes fill in the background; a constraint waits until its own is filled
        for text in (*cypher.indexes(), *cypher.constraints(), f"CALL db.awaitIndexes({INDEX_TIMEOUT:.0f})"):
            session.run(neo4j.Query(text, timeout=INDEX_TIMEOUT)).consume()
    with transaction(connection) as writer:
        if writer.ledger.get("schema_version") != SCHEMA_VERSION:
            for text, parameters in reference.statements():
                writer.run(text, **parameters)
        writer.set_ledger(schema_version=SCHEMA_VERSION)
