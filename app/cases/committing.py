"""How a difference reaches graph and records so that a kill at any moment leaves all of it, or nothing.

Take the Ledger (the lock of every write), see that it is as the preparation saw it, journal the whole difference as
`prepared`, write the graph and the Ledger in the one transaction that holds it, then say `applied`. So whatever is
`prepared` while nobody holds the Ledger belongs to somebody who died, and the Ledger says how far it had come.
"""

import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import date

from database import scope
from database.connection import Connection
from database.ledger import last_import
from database.writing import Writer, transaction
from graph_schema.errors import Busy, Conflict, LianhuError
from graph_schema.facts import Change
from graph_schema.values.seal import Seal
from records import imports, journal
from records.imports import Import
from records.store import Records

PATIENCE = 60.0  # seconds that a write waits for one that holds the Ledger


@dataclass(frozen=True)
class Books:
    """What a write concerns: the graph, the office's records, and the seal for what the journal hides."""

    connection: Connection
    records: Records
    seal: Seal


def commit(books: Books, made: Import, changes: Sequence[Change], counters: Mapping[str, int]) -> None:
    """Writes an import, whole or not at all. Raises Conflict when another came first: prepare it anew."""
    if not changes:
        _journal(books, replace(made, state=imports.APPLIED), ())
        return
    try:
        with ledger_held(books.connection) as writer:
            if last_import(writer.ledger) != made.prepared_on:
                raise _came_first(last_import(writer.ledger))
            _journal(books, made, changes)
            writer.apply(changes)
            scope.refresh(writer, changes)
            writer.set_ledger(last_import=made.id, **counters)
    except Conflict:
        raise
    except Exception as error:
        # An answer to the commit that was lost on the way says nothing; the Ledger does, once it can be asked
        with suppress(LianhuError):
            settle(books)
        if not _stands(books, made.id):
            raise _stale(error) from error
    with books.records.writing() as session:
        imports.mark_applied(session, made.id)


def settle(books: Books, patience: float = PATIENCE) -> tuple[str, ...]:
    """Settles what a crash left `prepared`: applied if it is in the line of the Ledger's imports, else failed."""
    with books.records.reading() as session:
        if not imports.in_state(session, imports.PREPARED):
            return ()
    with ledger_held(books.connection, patience) as writer, books.records.writing() as session:
        stand = set(imports.ancestry(session, last_import(writer.ledger)))
        pending = [made.id for made in imports.in_state(session, imports.PREPARED)]
        for import_id in pending:
            if import_id in stand:
                imports.mark_applied(session, import_id)
            else:
                imports.mark_failed(session, import_id)
                journal.drop(session, import_id)
    return tuple(pending)


@contextmanager
def ledger_held(connection: Connection, patience: float = PATIENCE) -> Iterator[Writer]:
    """A transaction that holds the Ledger, waited for."""
    until = time.monotonic() + patience
    with ExitStack() as stack:
        while True:
            try:
                writer = stack.enter_context(transaction(connection))
                break
            except Busy:
                if time.monotonic() > until:
                    raise
        yield writer


def _journal(books: Books, made: Import, changes: Sequence[Change]) -> None:
    day = date.fromisoformat(made.id[:10])
    with books.records.writing() as session:
        if imports.reserve(session, day, made.prepared_on) != made.id:
            raise _came_first(made.id)
        imports.add(session, made)
        journal.write(session, made.id, changes, books.seal)


def _stands(books: Books, import_id: str) -> bool:
    with books.records.reading() as session:
        found = imports.find(session, import_id)
    return found is not None and found.state == imports.APPLIED


def _stale(error: Exception) -> Exception:
    """A relationship whose end is gone means that the graph was changed outside imports: that is a conflict."""
    if not isinstance(error, LookupError):
        return error
    return Conflict(
        f"图中缺少这次导入要用到的内容（{error}），什么也没有写入。请重新导入。",
        f"The graph lacks what this import rests on ({error}); nothing was written. Load the files again.",
    )


def _came_first(import_id: str) -> Conflict:
    return Conflict(
        f"另一次导入（{import_id}）先写入了，这次什么也没有写入。请再试一次。",
        f"Another import ({import_id}) came first, and nothing of this one was written. Try again.",
    )
