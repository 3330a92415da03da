"""The first load of an empty graph through Neo4j's offline importer: whole, or the graph is empty as before.

Files for the importer, the Ledger taken, the import `prepared` in the records; then the server's owner stops it,
imports and starts it. The Ledger is among the files, so `settle` tells after a crash how far it had come.
"""

import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from typing import Any

from app.cases.books import LONGEST, Books, ledger_held
from app.cases.portions import Tell
from database import bulk
from database.bulk import Files
from database.reading import Reader, read
from database.scope_ahead import scopes
from database.server import offline, ownership
from database.writing import Writer, prepare_schema
from graph_schema.errors import Busy, Conflict, DatabaseUnavailable, SetUpError
from graph_schema.facts import Change, NodeChange
from settings import Settings

_PATIENCE = 60.0  # seconds; a server that has just started plans slowly
_ANYTHING = "MATCH (n) WHERE NOT n:Ledger AND NOT n:Skill AND NOT n:Need RETURN 1 AS one LIMIT 1"

Enter = Callable[[Writer], None]  # checks the Ledger that was taken, and writes the import into the records


class _Handed(Exception):
    """The owner has begun: the transaction that held the Ledger is over with the server."""


def is_fit(books: Books) -> bool:
    """Whether the graph is empty, and the server is one that can be stopped for it."""
    return books.settings is not None and offline.is_possible(books.settings) and is_empty(books.connection)


def is_empty(reader: Reader) -> bool:
    """Whether there is nothing but what ships with the database."""
    return not read(reader, _ANYTHING, timeout=_PATIENCE)


@contextmanager
def folder(books: Books) -> Iterator[offline.Place]:
    """A fresh folder for the importer's files, gone afterwards; one first load at a time."""
    place = offline.Place.of(_local(books))
    try:
        with ownership.owned(place.folder / "asker"):
            shutil.rmtree(place.files, ignore_errors=True)
            place.files.mkdir(parents=True)
            try:
                yield place
            finally:
                shutil.rmtree(place.files, ignore_errors=True)
    except ownership.Owned:
        raise Busy("另一次整体装入正在进行。", "Another first load is under way.") from None


def write(place: offline.Place, changes: Sequence[Change]) -> None:
    """The files of these changes, with the scope of everything."""
    files = Files(place.files)
    for change in _with_scope(changes):
        files.add(change)
    files.close()


def load(
    books: Books, place: offline.Place, import_id: str, counters: Mapping[str, int], enter: Enter, tell: Tell
) -> None:
    """Loads the files as the import that `enter` enters. Raises SetUpError; the graph is empty as before then."""
    settings = _local(books)
    tell(0, None, "offline")
    with suppress(_Handed):
        _hand_over(books, settings, place, import_id, counters, enter)
    books.connection.close()  # the server comes back, perhaps elsewhere
    wrong = offline.wait_ended(settings, place)
    books.connection.wait_ready()
    if wrong:
        raise SetUpError(f"整体装入没有成功，图仍为空：{wrong}", f"The graph was not loaded and is empty: {wrong}")
    prepare_schema(books.connection)


def _hand_over(
    books: Books, settings: Settings, place: offline.Place, import_id: str, counters: Mapping[str, int], enter: Enter
) -> None:
    try:
        with ledger_held(books.connection, timeout=LONGEST) as writer:
            if not is_empty(writer):
                raise Conflict("图已不是空的。", "The graph is not empty any more.")
            enter(writer)
            _complete(place, writer, import_id, counters)
            offline.ask(place, import_id, bulk.arguments(place.files))
            offline.wait_begun(settings, place)
            raise _Handed
    except DatabaseUnavailable:
        if not place.begun.exists() and not place.ended.exists():
            raise


def _complete(place: offline.Place, writer: Writer, import_id: str, counters: Mapping[str, int]) -> None:
    """The Ledger, skills and needs: what an empty graph has, and shall have afterwards."""
    files = Files(place.files, "ships")
    for change in bulk.reference(writer):
        files.add(change)
    files.ledger(bulk.ledger_after(writer.ledger, import_id, counters))
    files.close()


def _with_scope(changes: Sequence[Change]) -> Iterable[Change]:
    found = scopes(changes)
    for change in changes:
        scope = found.get((change.label, change.key)) if isinstance(change, NodeChange) else None
        yield change if scope is None or not isinstance(change, NodeChange) else _scoped(change, scope)


def _scoped(change: NodeChange, scope: list[str]) -> NodeChange:
    after: dict[str, Any] = {**(change.after or {}), **({"scope": scope} if scope else {})}
    return NodeChange(change.label, change.key, None, after, change.labels)


def _local(books: Books) -> Settings:
    if books.settings is None or not offline.is_possible(books.settings):
        raise DatabaseUnavailable("flask server start")
    return books.settings
