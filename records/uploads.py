"""Uploaded files of an import in the making: what they are called, what was decided about them, how far they are.

The files lie under <folder>/<random id>/<number>.<ending>: what somebody called a file is never part of a path.
"""

import shutil
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, Session, mapped_column

from records import jobs
from records.tables import Base, ChinaMoment, document

IMPORT, FORM = "import", "form"


@dataclass(frozen=True)
class UploadedFile:
    """A file: the name that it came with, its ending on disk, and how many bytes it has."""

    name: str
    ending: str
    size: int


@dataclass(frozen=True)
class Upload:
    """Files that shall become one import, or a blank form that is filled. `choices`: meanings, ends and area, as JSON;
    of a form what came of it.

    `check`: the job that previews it, with the present choices; `write`: the job that loads it; 0 for none.
    """

    id: str
    at: datetime
    by: str
    files: tuple[UploadedFile, ...]
    choices: Mapping[str, Any]
    check: int
    write: int
    kind: str = IMPORT


class UploadRow(Base):
    """The table of uploads."""

    __tablename__ = "uploads"

    id: Mapped[str] = mapped_column(sa.String(40), primary_key=True)
    at: Mapped[datetime] = mapped_column(ChinaMoment, index=True)
    by: Mapped[str] = mapped_column(sa.String(200))
    files: Mapped[list[dict[str, Any]]] = mapped_column(document())
    choices: Mapped[dict[str, Any]] = mapped_column(document())
    check: Mapped[int]
    write: Mapped[int]
    kind: Mapped[str] = mapped_column(sa.String(10))


def add(session: Session, upload: Upload) -> None:
    """Writes an upload down."""
    values = asdict(upload)
    session.add(UploadRow(**values | {"files": list(values["files"]), "choices": dict(upload.choices)}))
    session.flush()


def find(session: Session, id_: str) -> Upload | None:
    """The upload with this id."""
    row = session.get(UploadRow, id_)
    return None if row is None else _upload(row)


def newest(session: Session, limit: int = 20) -> tuple[Upload, ...]:
    """The newest uploads for an import that nobody has written yet, the newest first."""
    waiting = (
        sa.select(UploadRow)
        .where(UploadRow.write == 0, UploadRow.kind == IMPORT)
        .order_by(UploadRow.at.desc())
        .limit(limit)
    )
    return tuple(map(_upload, session.scalars(waiting)))


def choose(session: Session, id_: str, choices: Mapping[str, Any]) -> None:
    """Keeps what somebody decided about it."""
    session.get_one(UploadRow, id_).choices = dict(choices)


def note_check(session: Session, id_: str, job: int) -> None:
    """Keeps which job previews it."""
    session.get_one(UploadRow, id_).check = job


def note_write(session: Session, id_: str, job: int) -> None:
    """Keeps which job loads it; 0 for none any more."""
    session.get_one(UploadRow, id_).write = job


def older_than(session: Session, before: datetime) -> tuple[str, ...]:
    """The uploads that were made before a moment."""
    return tuple(session.scalars(sa.select(UploadRow.id).where(UploadRow.at < before)))


def checks(session: Session, ids: Iterable[str]) -> tuple[int, ...]:
    """The jobs that check these uploads."""
    return tuple(session.scalars(sa.select(UploadRow.check).where(UploadRow.id.in_(list(ids)))))


def forget(session: Session, ids: Iterable[str]) -> None:
    """Takes uploads out, with what their checks told of people; their files are taken away with `erase`."""
    gone = list(ids)
    jobs.clear(session, checks(session, gone))
    session.execute(sa.delete(UploadRow).where(UploadRow.id.in_(gone)))


def path(folder: Path, id_: str, number: int, ending: str) -> Path:
    """Where a file of an upload lies; `number` from 1."""
    return folder / id_ / f"{number}.{ending}"


def paths(folder: Path, upload: Upload) -> tuple[Path, ...]:
    """Where the files of an upload lie, in their order."""
    return tuple(path(folder, upload.id, number, file.ending) for number, file in enumerate(upload.files, 1))


def names(upload: Upload) -> Mapping[str, str]:
    """What each file is called on disk → the name that it came with."""
    return {f"{number}.{file.ending}": file.name for number, file in enumerate(upload.files, 1)}


def erase(folder: Path, ids: Sequence[str]) -> None:
    """Takes the files of uploads away."""
    for id_ in ids:
        shutil.rmtree(folder / id_, ignore_errors=True)


def strays(session: Session, folder: Path, before: datetime) -> tuple[str, ...]:
    """Folders made before a moment of which no upload is known: what a crash between file and record has left."""
    known = set(session.scalars(sa.select(UploadRow.id)))
    there = sorted(folder.iterdir()) if folder.is_dir() else []
    return tuple(each.name for each in there if each.name not in known and each.stat().st_mtime < before.timestamp())


def _upload(row: UploadRow) -> Upload:
    files = tuple(UploadedFile(**file) for file in row.files)
    return Upload(row.id, row.at, row.by, files, row.choices, row.check, row.write, row.kind)
