"""Somebody else's blank form: filled from the graph for a place, kept for its download, told about column by column."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any

from app.cases import uploading
from app.cases.uploading import Given
from database.reading import Reader
from graph_schema.errors import InputError, NotFound
from graph_schema.problems import FileRefused
from graph_schema.sensitivity import Sight
from graph_schema.values.moment import Moment
from graph_schema.values.seal import Seal
from records import uploads
from records.store import Records
from records.uploads import Upload
from settings import Settings


def fill(
    settings: Settings,
    records: Records,
    reader: Reader,
    seal: Seal,
    given: Given,
    place: str,
    *,
    sight: Sight,
    moment: Moment,
    by: str,
    at: datetime,
) -> Upload:
    """Fills a form for a place; the form and what came of it are kept as an upload of the kind form."""
    if not place:
        raise InputError("请选给哪里填。", "Choose the place to fill it for.")
    form = uploading.take(settings, records, [given], by=by, at=at, kind=uploads.FORM)
    try:
        told = _filled(settings, form, reader, seal, place, sight, moment)
    except Exception:
        uploading.discard(settings, records, form.id)
        raise
    with records.writing() as session:
        uploads.choose(session, form.id, told)
    return find(records, form.id)


def find(records: Records, id_: str) -> Upload:
    """A filled form. Raises NotFound where it is gone."""
    found = uploading.find(records, id_).upload
    if found.kind != uploads.FORM:
        raise NotFound("没有这份表。", "There is no such form.")
    return found


def filled(settings: Settings, form: Upload) -> Path:
    """Where the filled form lies."""
    return uploads.path(uploading.folder(settings), form.id, 1, "filled.xlsx")


def _filled(
    settings: Settings, form: Upload, reader: Reader, seal: Seal, place: str, sight: Sight, moment: Moment
) -> Mapping[str, Any]:
    from loaders import forms

    [blank] = uploads.paths(uploading.folder(settings), form)
    try:
        done = forms.fill(blank, reader, place, sight, moment, seal)
    except FileRefused as refused:
        raise FileRefused(
            refused.code, refused.shown or "", **{**refused.details, "file": form.files[0].name}
        ) from None
    filled(settings, form).write_bytes(done.content)
    columns = {"filled": list(map(asdict, done.filled_columns)), "empty": list(map(asdict, done.empty_columns))}
    return {"place": place, "rows": done.rows, "left_over": done.left_over, "rosters": list(done.rosters), **columns}
