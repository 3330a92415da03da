"""The history of imports: what was loaded or taken back, when, by whom, from which files, and how it ended."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, Session, mapped_column

from records.tables import Base, ChinaMoment, document

PREPARED, APPLYING, APPLIED, UNDONE, FAILED = "prepared", "applying", "applied", "undone", "failed"
LOAD, UNDO, BULK = "load", "undo", "bulk"


@dataclass(frozen=True)
class SourceFile:
    """A file of an import, as it was when it was read: its name without folder, bytes, and SHA-256 in hex."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True)
class Import:
    """One import. `prepared_on`: the import that the Ledger named when this one was prepared ("" for none).

    `kind`: load, undo, or bulk, which is the first load of an empty graph without a journal. `state`: prepared, or
    applying while it is written in portions; then applied or failed; undone once it was taken back.
    `report`: what the person was told, masked; `difference` and `gaps` as in docs of the command line.
    `changes`: how many facts were changed; an import without any never touched the graph.
    """

    id: str
    at: datetime
    by: str
    kind: str
    state: str
    prepared_on: str
    undoes: str | None
    files: tuple[SourceFile, ...]
    difference: Mapping[str, Any]
    report: Sequence[Mapping[str, Any]]
    changes: int
    gaps: Mapping[str, int] | None = None


class ImportRow(Base):
    """The table of imports."""

    __tablename__ = "imports"

    id: Mapped[str] = mapped_column(sa.String(32), primary_key=True)
    day: Mapped[date]
    number: Mapped[int]
    at: Mapped[datetime] = mapped_column(ChinaMoment)
    by: Mapped[str] = mapped_column(sa.String(200))
    kind: Mapped[str] = mapped_column(sa.String(10))
    state: Mapped[str] = mapped_column(sa.String(10), index=True)
    prepared_on: Mapped[str] = mapped_column(sa.String(32))
    undoes: Mapped[str | None] = mapped_column(sa.ForeignKey("imports.id"))
    files: Mapped[list[dict[str, Any]]] = mapped_column(document())
    difference: Mapped[dict[str, Any]] = mapped_column(document())
    report: Mapped[list[dict[str, Any]]] = mapped_column(document())
    changes: Mapped[int]
    gaps: Mapped[dict[str, int] | None] = mapped_column(document())


_PREPARED_ON = sa.select(ImportRow.id, ImportRow.prepared_on).where(ImportRow.changes > 0)


class NumberRow(Base):
    """The last running number given out for a day; a number that was given out never comes again."""

    __tablename__ = "import_numbers"

    day: Mapped[date] = mapped_column(primary_key=True)
    last: Mapped[int]


def reserve(session: Session, day: date, ledger_import: str = "") -> str:
    """Gives out the next import id of a day, such as 2026-11-25-001; above what the Ledger already names."""
    id_ = propose(session, day, ledger_import)
    session.merge(NumberRow(day=day, last=_number(id_)))
    return id_


def propose(session: Session, day: date, ledger_import: str = "") -> str:
    """The id that `reserve` would give out now; for a preview, which takes none."""
    row = session.get(NumberRow, day)
    known = _number(ledger_import) if ledger_import.startswith(f"{day.isoformat()}-") else 0
    return f"{day.isoformat()}-{max(row.last if row else 0, known) + 1:03d}"


def _number(id_: str) -> int:
    return int(id_.rpartition("-")[2])


def add(session: Session, made: Import) -> None:
    """Writes an import into the history."""
    values = {field: value for field, value in asdict(made).items() if field not in ("files", "report")}
    files, report = [asdict(file) for file in made.files], list(made.report)
    day, number = date.fromisoformat(made.id[:10]), _number(made.id)
    session.add(ImportRow(**values, day=day, number=number, files=files, report=report))
    session.flush()


def find(session: Session, id_: str) -> Import | None:
    """The import with this id."""
    row = session.get(ImportRow, id_)
    return None if row is None else _import(row)


def history(session: Session, limit: int | None = None) -> tuple[Import, ...]:
    """Every import, the newest first."""
    newest = sa.select(ImportRow).order_by(ImportRow.day.desc(), ImportRow.number.desc()).limit(limit)
    return tuple(map(_import, session.scalars(newest)))


def count(session: Session) -> int:
    """How many imports there are."""
    return session.scalar(sa.select(sa.func.count()).select_from(ImportRow)) or 0


def undone_by(session: Session, id_: str) -> str:
    """The newest import that takes this one back, "" for none."""
    takes_back = (ImportRow.undoes == id_, ImportRow.state.in_((APPLIED, UNDONE)))
    newest = sa.select(ImportRow.id).where(*takes_back).order_by(ImportRow.day.desc(), ImportRow.number.desc())
    return session.scalars(newest.limit(1)).first() or ""


def in_state(session: Session, *states: str) -> tuple[Import, ...]:
    """The imports in one of these states, the oldest first."""
    rows = sa.select(ImportRow).where(ImportRow.state.in_(states)).order_by(ImportRow.day, ImportRow.number)
    return tuple(map(_import, session.scalars(rows)))


def in_progress(session: Session) -> Import | None:
    """The large import that is being written at this moment: the graph holds a part of it. Pages say so."""
    return next(iter(in_state(session, APPLYING)), None)


def newest_load(session: Session) -> Import | None:
    """The newest load that changed something and still stands."""
    wanted = (ImportRow.kind == LOAD, ImportRow.state == APPLIED, ImportRow.changes > 0)
    newest = sa.select(ImportRow).where(*wanted).order_by(ImportRow.day.desc(), ImportRow.number.desc()).limit(1)
    row = session.scalars(newest).first()
    return None if row is None else _import(row)


def mark_applied(session: Session, id_: str) -> None:
    """The graph holds it: what it undoes is undone, and what that one had undone stands again."""
    made = session.get_one(ImportRow, id_)
    if made.state not in (PREPARED, APPLYING):
        return  # somebody else has settled it, and it may be undone since
    made.state, target, state = APPLIED, made.undoes, UNDONE
    while target is not None:
        row = session.get_one(ImportRow, target)
        row.state, state, target = state, APPLIED if state == UNDONE else UNDONE, row.undoes


def mark_failed(session: Session, id_: str) -> None:
    """The graph does not hold it."""
    session.get_one(ImportRow, id_).state = FAILED


def note_gaps(session: Session, id_: str, gaps: Mapping[str, int]) -> None:
    """Keeps how many gaps it closed and opened."""
    session.get_one(ImportRow, id_).gaps = dict(gaps)


def ancestry(session: Session, id_: str) -> tuple[str, ...]:
    """What the graph holds: the import that the Ledger names, and those on which it was prepared, back to the first."""
    before: dict[str, str] = {row.id: row.prepared_on for row in session.execute(_PREPARED_ON)}
    chain: dict[str, None] = {}
    while id_ and id_ not in chain:
        chain[id_] = None
        id_ = before.get(id_, "")
    return tuple(chain)


def _import(row: ImportRow) -> Import:
    return Import(
        row.id,
        row.at,
        row.by,
        row.kind,
        row.state,
        row.prepared_on,
        row.undoes,
        tuple(SourceFile(**file) for file in row.files),
        row.difference,
        tuple(row.report),
        row.changes,
        row.gaps,
    )
