"""An import in the making: upload, check, difference, write. Each step is a page that works without a script."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response, redirect, request, url_for
from flask.typing import ResponseReturnValue

from app import asked, current, jobs
from app.cases import import_history, uploading
from app.cases.reviewing import Reviewing
from app.cases.uploading import Standing
from app.rendering.attachment import attached
from app.rendering.imports import FACES, findings, kinds, shown, sums, to_be_marked, totals
from app.rendering.language import locale
from app.rendering.page import page
from app.views.waiting import checked, not_yet, recheck
from graph_schema.errors import InputError

blueprint = Blueprint("imports", __name__, url_prefix="/imports")
ROWS, HISTORY = 100, 20  # of one page
MEANINGS = ("add", "now", "correct")


@blueprint.get("")
def start() -> str:
    """Where files are dropped; below it what waits, and every import so far."""
    found = import_history.start(current.records(), page=asked.page_number(), size=HISTORY)
    limit = current.settings().upload_mb
    kept = current.settings().uploads_hours
    reviews = len(Reviewing(current.records()).queue())
    return page(
        "imports/start.html",
        found=found,
        reviews=reviews,
        page=asked.page_number(),
        size=HISTORY,
        limit=limit,
        kept=kept,
    )


@blueprint.post("/uploads")
def upload() -> ResponseReturnValue:
    """Takes files in and has them checked."""
    given = request.files.getlist("files")
    taken = uploading.take(current.settings(), current.records(), given, by=current.viewer(), at=jobs.now())
    return recheck(taken.id)


@blueprint.get("/new/<id_>")
def check(id_: str) -> ResponseReturnValue:
    """What is in the files, and what is wrong with them."""
    standing = uploading.find(current.records(), id_)
    if early := not_yet(standing):
        return early
    told = checked(standing)
    files = told["receipt"]["files"]
    return page(
        "imports/check.html",
        standing=standing,
        told=told,
        files=files,
        totals=totals(files),
        marked=to_be_marked(files, [file.size for file in standing.upload.files]),
        faults=findings(files, "faults"),
        reviews=findings(files, "reviews"),
        notices=findings(files, "notices"),
        page=asked.page_number(),
        noticed=asked.page_number("noticed"),
        size=ROWS,
    )


@blueprint.get("/new/<id_>/difference")
def difference(id_: str) -> ResponseReturnValue:
    """What would change in the graph; `show` names the face that is unfolded."""
    standing = uploading.find(current.records(), id_)
    if early := not_yet(standing):
        return early
    told = checked(standing)
    receipt = told["receipt"]
    counted = sums(receipt["difference"])
    asked_for = request.args.get("show", "")
    face = asked_for if asked_for in FACES else next((each for each in FACES if counted[each]), FACES[0])
    return page(
        "imports/difference.html",
        standing=standing,
        told=told,
        receipt=receipt,
        totals=totals(receipt["files"]),
        kinds=kinds(receipt["difference"]),
        sums=counted,
        faces=FACES,
        face=face,
        lines=shown(told["lines"], face),
        proposals=[(file["file"], each) for file in receipt["files"] for each in file.get("proposals", ())],
        meanings=MEANINGS,
        page=asked.page_number(),
        size=ROWS,
    )


@blueprint.post("/new/<id_>/check")
def again(id_: str) -> ResponseReturnValue:
    """Keeps what was decided, and has the files checked once more."""
    standing = uploading.find(current.records(), id_)
    if uploading.busy(standing):
        return redirect(url_for("imports.check", id_=id_), 303)
    uploading.choose(current.records(), standing.upload, _decided(standing))
    return recheck(id_, "difference" if request.form.get("to") == "difference" else "check")


@blueprint.post("/new/<id_>/write")
def write(id_: str) -> ResponseReturnValue:
    """Writes what was checked; a decision that the check did not know is checked first."""
    standing = uploading.find(current.records(), id_)
    if uploading.busy(standing):
        return redirect(url_for("imports.check", id_=id_), 303)
    told, decided = checked(standing), _decided(standing)
    if decided != told["choices"]:
        uploading.choose(current.records(), standing.upload, decided)
        return recheck(id_, "difference", decided="anew")
    by = current.viewer()
    arguments = {"upload": id_, "seen": told["seen"], "by": by, "locale": locale()}
    number = jobs.enqueue(current.settings(), "import", arguments, by=by)
    uploading.note_write(current.records(), id_, number)
    return redirect(url_for("imports.check", id_=id_), 303)


@blueprint.post("/new/<id_>/cancel")
def cancel(id_: str) -> ResponseReturnValue:
    """Asks the job that works at the upload to end."""
    uploading.cancel(current.records(), uploading.find(current.records(), id_), at=jobs.now())
    return redirect(url_for("imports.check", id_=id_), 303)


@blueprint.post("/new/<id_>/discard")
def discard(id_: str) -> ResponseReturnValue:
    """Throws the upload away; what is being written stays until it is written."""
    standing = uploading.find(current.records(), id_)
    if uploading.busy(standing):
        raise InputError("正在处理，不能放弃。请先取消。", "It is being worked at. Cancel that first.")
    uploading.discard(current.settings(), current.records(), id_)
    return redirect(url_for("imports.start"), 303)


@blueprint.get("/new/<id_>/marked/<int:number>")
def marked(id_: str, number: int) -> Response:
    """The file as it was uploaded, with red cells and notes."""
    standing = uploading.find(current.records(), id_)
    content = uploading.marked(current.settings(), standing, number, locale())
    name = standing.upload.files[number - 1].name.rpartition(".")[0]
    return attached(f"{name}（标红）.xlsx", content)


def _decided(standing: Standing) -> dict[str, Any]:
    """The decisions of the form; where it does not ask for them, as they were."""
    before, form = dict(standing.upload.choices), request.form
    if "decides" not in form:
        return before
    asked_of = {file.name: form.get(f"meaning-{n}", "") for n, file in enumerate(standing.upload.files, 1)}
    meanings = {name: meaning for name, meaning in asked_of.items() if meaning in MEANINGS[1:]}
    return before | {"meanings": meanings, "ends": sorted(form.getlist("ends")), "area": form.get("area", "").strip()}
