"""One transaction, or nothing. Every write locks the Ledger first: that is the import lock, across machines too.

The Ledger is one node outside the model (not in hash, legend or questions): last_import, next_person, next_org,
next_unit, schema_version.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import groupby
from typing import Any

import neo4j

from database.connection import Connection, plain
from graph_schema import cypher, reference
from graph_schema.facts import Change, NodeChange, RelationshipChange

SCHEMA_VERSION = 2
BATCH = 5_000  # rows a statement; 5k a batch was the fastest measured
WRITE_TIMEOUT = 600.0  # seconds; an import has its own, far above a question's

_LOCK = "MERGE (l:Ledger {key: 'ledger'}) SET l.locked = true REMOVE l.locked RETURN properties(l) AS ledger"


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
        def kind(c: NodeChange) -> tuple[str, list[str], list[str]]:
            return c.label, sorted(c.labels), sorted(c.labels_before)

        for (label, labels, before), group in groupby(sorted(changes, key=kind), key=kind):
            text = cypher.upsert_nodes(label, frozenset(labels), frozenset(before))
            self._batches(text, [{"key": c.key, "set": _set(c)} for c in group])

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
            answers += self.run(text, rows=rows[start : start + BATCH])
        return answers


def _set(change: Change) -> dict[str, Any]:
    """The properties to write: what shall be, and None for what was and shall not be."""
    return dict.fromkeys(change.before or {}) | dict(change.after or {})


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
    """Makes constraints, indexes and reference data that are missing; the schema's version goes into the Ledger."""
    with connection.session(write=True) as session:
        for text in (*cypher.constraints(), *cypher.indexes()):
            session.run(text).consume()
        session.run("CALL db.awaitIndexes(120)").consume()
    with transaction(connection) as writer:
        if writer.ledger.get("schema_version") != SCHEMA_VERSION:
            for text, parameters in reference.statements():
                writer.run(text, **parameters)
        writer.set_ledger(schema_version=SCHEMA_VERSION)
