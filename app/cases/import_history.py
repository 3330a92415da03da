"""The history of imports, one of them, and what happens while it is taken back."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app.cases import uploading
from app.cases.uploading import Standing
from graph_schema.errors import LianhuError, NotFound
from records import imports, jobs, uploads
from records.imports import Import
from records.jobs import Job
from records.store import Records

WAITING = 8  # uploads that are listed
RECENT = 100  # jobs among which the upload of an import is looked for


@dataclass(frozen=True)
class Start:
    """What waits to be written, and the imports of one page of the history."""

    waiting: tuple[Standing, ...]
    imports: tuple[Import, ...]
    total: int


@dataclass(frozen=True)
class Told:
    """An import as its page shows it. `undone_by`: the newest import that takes it back. `upload`: where its files
    are, as long as they are kept; "" for none.
    """

    made: Import
    undone_by: str
    upload: str

    @property
    def can_be_undone(self) -> bool:
        """Whether there is something to take back; what stands in the way is found out when it is tried."""
        made = self.made
        return made.state == imports.APPLIED and made.kind != imports.BULK and made.changes > 0


def start(records: Records, *, page: int, size: int) -> Start:
    """One page of the history, from 1, with the uploads that wait."""
    with records.reading() as session:
        made = imports.history(session, page * size)[(page - 1) * size :]
        total, ids = imports.count(session), [upload.id for upload in uploads.newest(session, WAITING)]
    return Start(tuple(uploading.find(records, id_) for id_ in ids), made, total)


def find(records: Records, import_id: str) -> Told:
    """One import. Raises NotFound."""
    with records.reading() as session:
        made = imports.find(session, import_id)
        if made is None:
            raise NotFound(f"没有导入 {import_id}。", f"There is no import {import_id}.")
        written = (job for job in jobs.newest(session, RECENT, "import") if _of(job.result or {}) == import_id)
        ids = [str(job.arguments["upload"]) for job in written]
        kept = [id_ for id_ in ids if uploads.find(session, id_)]
        return Told(made, imports.undone_by(session, import_id), kept[0] if kept else "")


def in_progress(records: Records) -> str:
    """The large import that is being written at this moment, "" for none; records that do not answer tell nothing."""
    with suppress(LianhuError), records.reading() as session:
        found = imports.in_progress(session)
        return found.id if found else ""
    return ""


def undoing(records: Records, import_id: str, number: int) -> Job | None:
    """The job of this number, if it takes this import back."""
    with records.reading() as session:
        job = jobs.find(session, number)
    belongs = job is not None and job.kind == "undo" and _of(job.arguments) == import_id
    return job if belongs else None


def stop_undoing(records: Records, import_id: str, number: int, *, at: datetime) -> None:
    """Asks that job to end, if it takes this import back."""
    if undoing(records, import_id, number):
        with records.writing() as session:
            jobs.cancel(session, number, at=at)


def _of(arguments: Mapping[str, Any]) -> str:
    return str(arguments.get("import", ""))
