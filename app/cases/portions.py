"""An import that is too large for one transaction: written in portions, all of them or none.

While one transaction holds the Ledger, others write portion after portion; the Ledger has named the import as
`applying` since before the first. So a graph that names one while nobody holds the Ledger was left by somebody who
died: `take_back` undoes from the journal whatever is there of it.
"""

from collections.abc import Callable, Iterator, Sequence

from app.cases.books import Books
from database import scope
from database.ledger import applying
from database.writing import Portions, Writer
from graph_schema.errors import Conflict
from graph_schema.facts import Change
from records import imports, journal

BATCH = 5_000  # facts of a portion

Tell = Callable[[int, int | None, str], None]  # done, total, what; what it raises ends the import


def keep(books: Books, import_id: str, changes: Sequence[Change], tell: Tell) -> None:
    """Journals the difference, portion after portion: nobody else waits long for the records."""
    for start in range(0, len(changes), BATCH):
        tell(start, len(changes), "journal")
        with books.records.writing() as session:
            journal.write(session, import_id, changes[start : start + BATCH], books.seal, start)


def write(books: Books, changes: Sequence[Change], tell: Tell) -> None:
    """Writes the whole difference into the graph; whoever calls holds the Ledger."""
    graph = Portions(books.connection)
    for start in range(0, len(changes), BATCH):
        tell(start, len(changes), "apply")
        graph.apply(changes[start : start + BATCH])
    tell(len(changes), len(changes), "apply")
    scope.refresh(graph, changes)


def take_back(books: Books, writer: Writer) -> None:
    """Takes back what the Ledger names as half written. Twice is the same as once, so a kill here does no harm."""
    import_id = applying(writer.ledger)
    with books.records.reading() as session:
        found = imports.find(session, import_id)
    if found is None:
        raise _unknown(import_id)
    graph = Portions(books.connection)
    for portion in _inverse(books, import_id):
        graph.apply(portion)
    scope.refresh(graph, (change for portion in _inverse(books, import_id) for change in portion))
    writer.set_ledger(applying=None)


def _inverse(books: Books, import_id: str) -> Iterator[list[Change]]:
    with books.records.reading() as session:
        for portion in journal.backwards(session, import_id, books.seal, BATCH):
            yield [change.inverse() for change in portion]


def _unknown(import_id: str) -> Conflict:
    return Conflict(
        f"图中有写到一半的导入 {import_id}，而本机记录里没有它。"
        "请在当时运行导入的机器上重新启动联户，或恢复那里的记录。",
        f"The graph holds a part of import {import_id}, which these records do not know. "
        "Start Lianhu where it was imported, or restore the records of that machine.",
    )
