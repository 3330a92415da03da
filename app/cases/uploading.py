"""Files that somebody uploads: taken in, looked up, thrown away, and gone after the set time."""

import re
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Protocol

from graph_schema.errors import InputError, NotFound
from graph_schema.problems import FileRefused
from records import jobs, uploads
from records.jobs import Job
from records.store import Records
from records.uploads import Upload, UploadedFile
from settings import Settings

MOST = 40  # files of one import
PATIENCE = timedelta(seconds=15)  # after which a queue that does not move is told
_NAME = 120  # characters of a file's name that are kept
_ID_BYTES = 12
NOTHING_DECIDED: Mapping[str, Any] = {"meanings": {}, "ends": [], "area": ""}
_ENDING = re.compile(r"\.([a-z0-9]{1,5})\Z")


class Given(Protocol):
    """A file as it comes in: what it is called, and a way to write it to the disk."""

    filename: str | None

    def save(self, dst: Path) -> None:
        """Writes it to a path."""


@dataclass(frozen=True)
class Standing:
    """An upload with the jobs that check and write it."""

    upload: Upload
    check: Job | None
    write: Job | None


def folder(settings: Settings) -> Path:
    """Where uploaded files lie."""
    return settings.path("uploads", "-").parent


def take(
    settings: Settings,
    records: Records,
    given: Sequence[Given],
    *,
    by: str,
    at: datetime,
    kind: str = uploads.IMPORT,
) -> Upload:
    """Keeps files under names of our own. Raises InputError where there are none, or too many."""
    named = [file for file in given if file.filename]
    if not named:
        raise InputError("没有选文件。请选一份或几份名册再上传。", "No file was chosen. Choose one roster or several.")
    if len(named) > MOST:
        raise InputError(
            f"一次最多上传 {MOST} 个文件，这次有 {len(named)} 个。请分几次上传。",
            f"At most {MOST} files at once; there are {len(named)}. Upload them in several turns.",
        )
    sweep(settings, records, at)
    id_ = secrets.token_hex(_ID_BYTES)
    files = tuple(_kept(folder(settings), id_, number, file) for number, file in enumerate(named, 1))
    upload = Upload(id_, at, by, _told_apart(files), dict(NOTHING_DECIDED), 0, 0, kind)
    with records.writing() as session:
        uploads.add(session, upload)
    return upload


def find(records: Records, id_: str) -> Standing:
    """An upload and its jobs. Raises NotFound where it is gone."""
    with records.reading() as session:
        upload = uploads.find(session, id_)
        if upload is None:
            raise NotFound(
                "这次上传已经不在了：文件到时间会自动删除。请重新上传。",
                "This upload is gone: files are deleted after a set time. Upload them again.",
            )
        return Standing(upload, jobs.find(session, upload.check), jobs.find(session, upload.write))


def discard(settings: Settings, records: Records, id_: str) -> None:
    """Throws an upload away, with its files."""
    with records.writing() as session:
        uploads.forget(session, [id_])
    uploads.erase(folder(settings), [id_])


def sweep(settings: Settings, records: Records, at: datetime) -> None:
    """Throws away what has been kept for as long as the settings say."""
    before = at - timedelta(hours=settings.uploads_hours)
    with records.writing() as session:
        old = uploads.older_than(session, before)
        uploads.forget(session, old)
        stray = uploads.strays(session, folder(settings), before)
    uploads.erase(folder(settings), (*old, *stray))


def choose(records: Records, upload: Upload, decided: Mapping[str, Any]) -> None:
    """Keeps what somebody decided about the files."""
    with records.writing() as session:
        uploads.choose(session, upload.id, decided)


def note_check(records: Records, id_: str, job: int) -> None:
    """Keeps which job checks it; what earlier checks and attempts to write have said is over."""
    with records.writing() as session:
        jobs.clear(session, uploads.checks(session, [id_]))
        uploads.note_check(session, id_, job)
        uploads.note_write(session, id_, 0)


def note_write(records: Records, id_: str, job: int) -> None:
    """Keeps which job writes it."""
    with records.writing() as session:
        uploads.note_write(session, id_, job)


def written(standing: Standing) -> str:
    """The import that it became; "" while it is none."""
    done = standing.write if standing.write and standing.write.state == jobs.DONE else None
    result = (done.result if done else None) or {}
    return str(result["import"]) if result.get("applied") else ""


def busy(standing: Standing) -> Job | None:
    """The job that is at work, or waits for its turn."""
    at_work = (jobs.QUEUED, jobs.RUNNING)
    return next((job for job in (standing.write, standing.check) if job and job.state in at_work), None)


def stuck(records: Records, job: Job, *, at: datetime) -> bool:
    """Whether a job waits although nothing runs: then the worker does not."""
    if job.state != jobs.QUEUED or at - job.queued_at < PATIENCE:
        return False
    with records.reading() as session:
        return not any(each.state == jobs.RUNNING for each in jobs.newest(session))


def cancel(records: Records, standing: Standing, *, at: datetime) -> None:
    """Asks the job that is at work to end."""
    if job := busy(standing):
        with records.writing() as session:
            jobs.cancel(session, job.id, at=at)


def marked(settings: Settings, standing: Standing, number: int, locale: str) -> bytes:
    """A file with red cells and notes where the check has something to say; `number` from 1. Raises NotFound."""
    from loaders.annotate import annotated

    told = standing.check.result["receipt"]["files"] if standing.check and standing.check.result else []
    if not 0 < number <= len(told):
        raise NotFound("这个文件没有标红的版本。", "There is no marked version of this file.")
    path = uploads.paths(folder(settings), standing.upload)[number - 1]
    try:
        return annotated(path, told[number - 1], locale)
    except FileRefused as refused:
        raise refused.named(standing.upload.files[number - 1].name) from None


def _kept(into: Path, id_: str, number: int, file: Given) -> UploadedFile:
    name = clean_name(file.filename or "")
    found = _ENDING.search(name.lower())
    ending = found[1] if found else "bin"
    path = uploads.path(into, id_, number, ending)
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    file.save(path)
    return UploadedFile(name, ending, path.stat().st_size)


def clean_name(given: str) -> str:
    """A file's name without folders (of any system) and without signs that cannot be read; its end is kept."""
    last = re.split(r"[/\\]", given)[-1]
    readable = "".join(sign for sign in last if sign.isprintable()).strip()
    return readable[-_NAME:] or "?"


def _told_apart(files: Sequence[UploadedFile]) -> tuple[UploadedFile, ...]:
    """Files of one name get a number: decisions and faults are told by it."""
    seen: dict[str, int] = {}
    apart = []
    for file in files:
        seen[file.name] = seen.get(file.name, 0) + 1
        name = file.name if seen[file.name] == 1 else f"({seen[file.name]}) {file.name}"
        apart.append(UploadedFile(name, file.ending, file.size))
    return tuple(apart)
