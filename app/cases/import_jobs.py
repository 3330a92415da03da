"""What the worker does for an upload: it checks, writes, or takes an import back; each with connections of its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.cases import changes, uploading
from app.cases.importing import Importing
from app.cases.preparing import Progress
from app.cases.undoing import UndoRefused
from database.connection import Connection
from database.ledger import last_import, ledger
from graph_schema.errors import Conflict
from graph_schema.sensitivity import OFFICE
from graph_schema.values.seal import Seal
from records import uploads
from records.store import Records
from records.uploads import Upload
from settings import Settings

if TYPE_CHECKING:
    from loaders.choices import Choices


@dataclass(frozen=True)
class Desk:
    """What a job works at: connections that are its own, and the import case on them."""

    settings: Settings
    connection: Connection
    records: Records
    importing: Importing


def check(settings: Settings, id_: str, locale: str, progress: Progress, at: datetime) -> Mapping[str, Any]:
    """What the upload would do; as JSON: the receipt, the changes one by one, and the import that it rests on."""
    with _desk(settings) as desk:
        upload = uploading.find(desk.records, id_).upload
        seen = _last(desk.connection)
        receipt = desk.importing.preview(
            _paths(settings, upload),
            today=at.date(),
            choices=_choices(upload),
            progress=progress,
            locale=locale,
        )
        prepared = receipt.prepared
        listed = changes.lines(prepared.changes, desk.connection, OFFICE) if prepared else []
    told = {"changes": receipt.changes, "clean": receipt.clean, "lines": listed}
    return told | {"receipt": receipt.json(), "seen": seen, "choices": dict(upload.choices)}


def write(
    settings: Settings, id_: str, seen: str, by: str, locale: str, progress: Progress, at: datetime
) -> Mapping[str, Any]:
    """Loads the upload, if the graph still stands as it was when it was checked; the import's id."""
    with _desk(settings) as desk:
        upload = uploading.find(desk.records, id_).upload
        if _last(desk.connection) != seen:
            raise Conflict(
                "检查之后图又被另一次导入改动，检查结果已经过时，什么也没有写入。请重新检查。",
                "Another import has changed the graph since the check, which no longer holds; nothing was written. "
                "Check again.",
            )
        receipt = desk.importing.load(
            _paths(settings, upload),
            today=at.date(),
            by=by,
            choices=_choices(upload),
            progress=progress,
            locale=locale,
        )
    return {"import": receipt.import_id, "applied": receipt.applied, "changes": receipt.changes}


def undo(settings: Settings, import_id: str, by: str, progress: Progress, at: datetime) -> Mapping[str, Any]:
    """Takes an import back: the id of the import that does so, or what stands in the way."""
    with _desk(settings) as desk:
        try:
            receipt = desk.importing.undo(import_id, today=at.date(), by=by, progress=progress)
        except UndoRefused as refused:
            told = [{"zh": each.told("zh"), "en": each.told("en"), **vars(each)} for each in refused.obstacles]
            return {"import": "", "conflicts": told}
    return {"import": receipt.import_id, "conflicts": []}


@contextmanager
def _desk(settings: Settings) -> Iterator[Desk]:
    connection, records = Connection.from_settings(settings), Records.from_settings(settings)
    try:
        yield Desk(
            settings,
            connection,
            records,
            Importing(connection, records, Seal(settings.secret("seal")), settings=settings),
        )
    finally:
        connection.close()
        records.close()


def _last(connection: Connection) -> str:
    return last_import(ledger(connection))


def _choices(upload: Upload) -> Choices:
    from loaders.choices import Choices

    decided = upload.choices
    return Choices(
        meanings=decided.get("meanings", {}),
        ends=frozenset(decided.get("ends", ())),
        area=decided.get("area", ""),
        names=uploads.names(upload),
    )


def _paths(settings: Settings, upload: Upload) -> tuple[Path, ...]:
    return uploads.paths(uploading.folder(settings), upload)
