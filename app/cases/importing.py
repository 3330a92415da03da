"""An import from the files to the receipt: previewed, loaded, taken back; and the history of all of them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeVar

from app.cases import committing
from app.cases.books import PATIENCE, Books
from app.cases.gap_count import GapCount, compared
from app.cases.preparing import GapFinder, Prepare, Prepared, Progress, Stage, open_gaps, source_file
from app.cases.receipt import Receipt, difference
from app.cases.remembered import note_use, with_remembered
from app.cases.undoing import UndoRefused, findings, obstacles, undoable
from database.connection import Connection
from database.ledger import last_import, ledger
from database.writing import SCHEMA_VERSION, prepare_schema
from graph_schema.errors import Conflict
from graph_schema.facts import Change
from graph_schema.values.moment import CHINA
from graph_schema.values.seal import Seal
from loaders.choices import NO_CHOICES, Choices
from records import imports, journal
from records.imports import Import, SourceFile
from records.store import Records
from settings import Settings

ATTEMPTS = 3  # an import that lost the race is prepared anew

T = TypeVar("T")


def china_now() -> datetime:
    """The present moment: what the history calls `at`."""
    return datetime.now(CHINA)


@dataclass(frozen=True)
class Order:
    """What somebody asked for: files to be loaded on a day with decisions about them, told about in a language."""

    paths: Sequence[Path]
    today: date
    choices: Choices
    locale: str
    progress: Progress | None


class Importing:
    """What the office does with files. `prepare` None: the loaders' own. `gaps` None: gaps are not counted.

    With `settings` a large first load of an empty graph goes through Neo4j's offline importer, if the server is ours.
    """

    def __init__(
        self,
        connection: Connection,
        records: Records,
        seal: Seal,
        *,
        gaps: GapFinder | None = open_gaps,
        prepare: Prepare | None = None,
        now: Callable[[], datetime] = china_now,
        settings: Settings | None = None,
    ) -> None:
        self._books = Books(connection, records, seal, settings)
        self._gaps = GapCount(connection, gaps)
        self._prepare = prepare
        self._now = now

    def preview(
        self,
        paths: Sequence[Path],
        *,
        today: date,
        choices: Choices = NO_CHOICES,
        progress: Progress | None = None,
        locale: str = "zh",
    ) -> Receipt:
        """What a load would do, rehearsed; nothing is written. `locale`: the language of the report."""
        order = Order(paths, today, choices, locale, progress)
        return self._again(lambda: self._previewed(order))

    def load(
        self,
        paths: Sequence[Path],
        *,
        today: date,
        by: str,
        choices: Choices = NO_CHOICES,
        progress: Progress | None = None,
        locale: str = "zh",
    ) -> Receipt:
        """Loads files as one import. Without any change the graph is not touched; the history has it all the same."""
        order = Order(paths, today, choices, locale, progress)
        files = tuple(source_file(path, choices.name(path)) for path in paths)
        return self._again(lambda: self._loaded(order, files, by))

    def undo(self, import_id: str, *, today: date, by: str, progress: Progress | None = None) -> Receipt:
        """Takes an import back, by a new import. `last`: the newest load that stands. Raises UndoRefused, NotFound."""
        return self._again(lambda: self._undone(import_id, today, by, progress))

    def history(self, limit: int | None = None) -> tuple[Import, ...]:
        """Every import, the newest first."""
        with self._books.records.reading() as session:
            return imports.history(session, limit)

    def in_progress(self) -> Import | None:
        """The large import that is being written at this moment, of which the graph holds a part."""
        with self._books.records.reading() as session:
            return imports.in_progress(session)

    def settle(self, patience: float = PATIENCE) -> tuple[str, ...]:
        """Settles what a crash left behind; the ids of those imports. Waits for one that is being written."""
        return committing.settle(self._books, patience)

    def _again(self, attempt: Callable[[], T]) -> T:
        for tries_left in reversed(range(ATTEMPTS)):
            self.settle()
            try:
                return attempt()
            except Conflict as conflict:
                if isinstance(conflict, UndoRefused) or not tries_left:
                    raise
        raise AssertionError("unreachable")

    def _previewed(self, order: Order) -> Receipt:
        seen, import_id, prepared = self._prepared(order)
        if order.progress is not None:
            order.progress(0, None, "gaps")
        gaps = self._gaps.rehearsed(seen, prepared.changes, order.today)
        receipt = _receipt(import_id, prepared, prepared.report.json(order.locale), gaps, applied=False)
        return replace(receipt, prepared=prepared)

    def _loaded(self, order: Order, files: tuple[SourceFile, ...], by: str) -> Receipt:
        seen, import_id, prepared = self._prepared(order)
        told, changes = prepared.report.json(order.locale), prepared.changes
        if not changes and all(file.get("problem") for file in told["files"]):
            return _receipt(import_id, prepared, told, None, applied=False)  # no file could be read: nothing was loaded
        made = _load_record(import_id, self._now(), by, seen, files, told, len(changes))
        gaps = self._committed(made, changes, prepared.counters, order.today, order.progress)
        if changes:
            note_use(self._books.records, import_id, prepared.answered)
        return _receipt(import_id, prepared, told, gaps, applied=True)

    def _undone(self, wanted: str, today: date, by: str, progress: Progress | None) -> Receipt:
        seen = last_import(self._ledger())
        with self._books.records.reading() as session:
            found = imports.newest_load(session) if wanted == "last" else imports.find(session, wanted)
            target = undoable(found, wanted)
            inverse = tuple(change.inverse() for change in reversed(journal.read(session, target.id, self._books.seal)))
            import_id = imports.propose(session, today, seen)
            line = imports.ancestry(session, seen)
        self._refuse_obstacles(target.id, inverse, line[: line.index(target.id)] if target.id in line else line)
        counts = difference(inverse)
        made = _undo_record(import_id, self._now(), by, seen, target.id, counts, len(inverse))
        gaps = self._committed(made, inverse, {}, today, progress)
        return Receipt(import_id, True, (), counts, gaps, len(inverse), True, target.id)

    def _committed(
        self,
        made: Import,
        changes: Sequence[Change],
        counters: Mapping[str, int],
        today: date,
        progress: Progress | None,
    ) -> dict[str, int] | None:
        """Writes it, and how many gaps that closed and opened."""
        before = self._gaps.before(made.prepared_on, changes, today)
        committing.commit(self._books, made, changes, counters, progress or committing.silent)
        gaps = compared(before, self._gaps.after(made.id, changes, today))
        if gaps is not None:
            with self._books.records.writing() as session:
                imports.note_gaps(session, made.id, gaps)
        return gaps

    def _refuse_obstacles(self, import_id: str, inverse: Sequence[Change], later: Sequence[str]) -> None:
        found = findings(self._books.connection, inverse)
        if found:
            with self._books.records.reading() as session:
                by_import = journal.touched_by(session, [each.key for each in found], later)
            raise UndoRefused(import_id, obstacles(found, by_import))

    def _prepared(self, order: Order) -> tuple[str, str, Prepared]:
        """What the Ledger named when it was prepared, the id that it was prepared for, and what came of it."""
        now = self._ledger()
        seen = last_import(now)
        with self._books.records.reading() as session:
            import_id = imports.propose(session, order.today, seen)
        prepared = (self._prepare or _loaders_prepare())(
            order.paths,
            self._books.connection,
            import_id=import_id,
            today=order.today,
            seal=self._books.seal,
            ledger=now,
            choices=with_remembered(self._books.records, order.choices),
            progress=_stages(order.progress),
        )
        return seen, import_id, prepared

    def _ledger(self) -> dict[str, Any]:
        """What stands in the Ledger, once the graph has its constraints."""
        now = ledger(self._books.connection)
        if now.get("schema_version") != SCHEMA_VERSION:
            prepare_schema(self._books.connection)
            now = ledger(self._books.connection)
        return dict(now)


def _stages(progress: Progress | None) -> Stage | None:
    return None if progress is None else lambda stage, done, total: progress(done, total, stage)


def _loaders_prepare() -> Prepare:
    """Imported when it is needed: the history and an undo do without what reads workbooks."""
    from loaders.preparation import prepare

    return prepare


def _load_record(
    import_id: str, at: datetime, by: str, seen: str, files: tuple[SourceFile, ...], told: dict[str, Any], changes: int
) -> Import:
    kind, state = imports.LOAD, imports.PREPARED
    return Import(import_id, at, by, kind, state, seen, None, files, told["difference"], told["files"], changes)


def _undo_record(
    import_id: str, at: datetime, by: str, seen: str, undoes: str, counts: dict[str, Any], changes: int
) -> Import:
    return Import(import_id, at, by, imports.UNDO, imports.PREPARED, seen, undoes, (), counts, (), changes)


def _receipt(
    import_id: str, prepared: Prepared, told: dict[str, Any], gaps: dict[str, int] | None, *, applied: bool
) -> Receipt:
    changes, clean = len(prepared.changes), prepared.report.clean
    return Receipt(import_id, applied, told["files"], told["difference"], gaps, changes, clean)
