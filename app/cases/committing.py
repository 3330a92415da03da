"""How a difference reaches graph and records so that a kill at any moment leaves all of it, or nothing.

Take the Ledger (the lock of every write), see that it is as the preparation saw it, journal the whole difference as
`prepared`, write the graph and the Ledger in the one transaction that holds it, then say `applied`. So whatever is
`prepared` while nobody holds the Ledger belongs to somebody who died, and the Ledger says how far it had come.
What is too large for one transaction is `applying` meanwhile: see portions.py; or it goes into an empty graph: bulk.py.
"""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date

from app.cases import bulk, portions
from app.cases.books import LONGEST, PATIENCE, Books, ledger_held
from app.cases.portions import Tell
from database import scope
from database.ledger import applying, last_import
from database.server import offline
from database.writing import Writer, ordered
from graph_schema.errors import Conflict, LianhuError
from graph_schema.facts import Change
from records import imports, journal
from records.imports import Import

LARGEST = 50_000  # facts; one transaction holds no more (docs/decisions/0003-writing.md)
SHORT_PATIENCE = 5.0  # seconds; a large import holds the Ledger for minutes


def silent(_done: int, _total: int | None, _what: str) -> None:
    """Nobody waits to be told."""


def commit(
    books: Books,
    made: Import,
    changes: Sequence[Change],
    counters: Mapping[str, int],
    tell: Tell = silent,
) -> None:
    """Writes an import, whole or not at all. Raises Conflict when another came first: prepare it anew."""
    if not changes:
        _journal(books, replace(made, state=imports.APPLIED), ())
        return
    if len(changes) <= LARGEST:
        _surely(books, made, lambda: _at_once(books, made, changes, counters, tell))
    elif bulk.is_fit(books):
        _surely(books, made, lambda: _offline(books, made, changes, counters, tell))
    else:
        _surely(books, made, lambda: _in_portions(books, made, ordered(changes), counters, tell))


def commit_files(
    books: Books, place: offline.Place, made: Import, counters: Mapping[str, int], tell: Tell = silent
) -> None:
    """Loads files that lie ready into an empty graph; without a journal, so it cannot be taken back."""
    enter = _entering(books, made, (), tell)
    _surely(books, made, lambda: bulk.load(books, place, made.id, counters, enter, tell))


def _surely(books: Books, made: Import, write: Callable[[], None]) -> None:
    """Carries it out; whatever goes wrong, the records say in the end what the graph holds."""
    try:
        write()
    except Conflict:
        raise
    except (Exception, KeyboardInterrupt) as error:
        # An answer to the commit that was lost on the way says nothing; the Ledger does, once it can be asked
        with suppress(LianhuError):
            settle(books)
        if not _stands(books, made.id):
            raise _stale(error) from error
    with books.records.writing() as session:
        imports.mark_applied(session, made.id)


def settle(books: Books, patience: float = PATIENCE) -> tuple[str, ...]:
    """Settles what a crash left: taken back if half written, applied if in the line of the Ledger, else failed."""
    with books.records.reading() as session:
        waiting = imports.in_state(session, imports.PREPARED, imports.APPLYING)
    if not waiting:
        return ()
    if any(made.state == imports.APPLYING for made in waiting):
        patience = min(patience, SHORT_PATIENCE)
        with ledger_held(books.connection, patience, timeout=LONGEST) as writer:
            if applying(writer.ledger):
                portions.take_back(books, writer)
    return _settled(books, patience)


def _settled(books: Books, patience: float) -> tuple[str, ...]:
    with ledger_held(books.connection, patience) as writer, books.records.writing() as session:
        stand = set(imports.ancestry(session, last_import(writer.ledger)))
        left = imports.in_state(session, imports.PREPARED, imports.APPLYING)
        pending = [made.id for made in left if made.id != applying(writer.ledger)]
        for import_id in pending:
            if import_id in stand:
                imports.mark_applied(session, import_id)
            else:
                imports.mark_failed(session, import_id)
                journal.drop(session, import_id)
    return tuple(pending)


def _at_once(books: Books, made: Import, changes: Sequence[Change], counters: Mapping[str, int], tell: Tell) -> None:
    tell(0, len(changes), "apply")
    with ledger_held(books.connection) as writer:
        _refuse_moved(writer, made)
        _journal(books, made, changes)
        writer.apply(changes)
        scope.refresh(writer, changes)
        writer.set_ledger(last_import=made.id, **counters)


def _in_portions(
    books: Books, made: Import, changes: Sequence[Change], counters: Mapping[str, int], tell: Tell
) -> None:
    with ledger_held(books.connection, timeout=LONGEST) as writer:
        _refuse_moved(writer, made)
        _journal(books, replace(made, state=imports.APPLYING), ())
        portions.keep(books, made.id, changes, tell)
        writer.set_ledger(applying=made.id)
    with ledger_held(books.connection, timeout=LONGEST) as writer:
        if applying(writer.ledger) != made.id:  # taken back by somebody who found the Ledger free just now
            raise _came_first(last_import(writer.ledger))
        portions.write(books, changes, tell)
        writer.set_ledger(last_import=made.id, applying=None, **counters)


def _offline(books: Books, made: Import, changes: Sequence[Change], counters: Mapping[str, int], tell: Tell) -> None:
    with bulk.folder(books) as place:
        bulk.write(place, changes)
        bulk.load(books, place, made.id, counters, _entering(books, made, changes, tell), tell)


def _entering(books: Books, made: Import, changes: Sequence[Change], tell: Tell) -> bulk.Enter:
    def enter(writer: Writer) -> None:
        _refuse_moved(writer, made)
        _journal(books, made, ())
        portions.keep(books, made.id, changes, tell)

    return enter


def _refuse_moved(writer: Writer, made: Import) -> None:
    if last_import(writer.ledger) != made.prepared_on or applying(writer.ledger):
        raise _came_first(applying(writer.ledger) or last_import(writer.ledger))


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


def _stale(error: BaseException) -> BaseException:
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
