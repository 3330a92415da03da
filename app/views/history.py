"""One import's page, and taking it back: asked first, done by a job, its conflicts told."""

from __future__ import annotations

from flask import Blueprint, redirect, request, url_for
from flask.typing import ResponseReturnValue

from app import asked, current, jobs
from app.cases import import_history as case
from app.cases import uploading
from app.rendering.imports import findings, kinds, sums, to_be_marked, totals
from app.rendering.language import locale
from app.rendering.page import page, wants_fragment
from app.views.waiting import there
from graph_schema.errors import InputError
from records.jobs import DONE, QUEUED, RUNNING

blueprint = Blueprint("history", __name__, url_prefix="/imports")
ROWS = 100  # of one page


@blueprint.get("/<import_id>")
def receipt(import_id: str) -> str:
    """What an import did, and what it left out."""
    found = case.find(current.records(), import_id)
    made = found.made
    return page(
        "imports/receipt.html",
        found=found,
        made=made,
        marked=to_be_marked(made.report, [file.size for file in made.files]) if found.upload else [],
        kinds=kinds(made.difference),
        sums=sums(made.difference),
        totals=totals(made.report),
        faults=findings(made.report, "faults"),
        reviews=findings(made.report, "reviews"),
        page=asked.page_number(),
        size=ROWS,
    )


@blueprint.get("/<import_id>/undo")
def confirm(import_id: str) -> ResponseReturnValue:
    """Asks whether to take it back; with `job`, how far that is and what stood in the way."""
    found = case.find(current.records(), import_id)
    job = case.undoing(current.records(), import_id, asked.page_number("job")) if "job" in request.args else None
    at_work = job is not None and job.state in (QUEUED, RUNNING)
    if job is not None and job.state == DONE and (job.result or {}).get("import"):
        return there(url_for("history.receipt", import_id=(job.result or {})["import"]))
    if not at_work and wants_fragment():
        return there(request.full_path)
    stuck = job is not None and at_work and uploading.stuck(current.records(), job, at=jobs.now())
    return page("imports/undo.html", fragment="progress", found=found, job=job, at_work=at_work, stuck=stuck)


@blueprint.post("/<import_id>/undo")
def undo(import_id: str) -> ResponseReturnValue:
    """Has it taken back."""
    found = case.find(current.records(), import_id)
    if not found.can_be_undone:
        raise InputError("这次导入没有可撤销的内容。", "There is nothing of this import to take back.")
    by = current.viewer()
    number = jobs.enqueue(current.settings(), "undo", {"import": import_id, "by": by, "locale": locale()}, by=by)
    return redirect(url_for("history.confirm", import_id=import_id, job=number), 303)


@blueprint.post("/<import_id>/undo/cancel")
def cancel(import_id: str) -> ResponseReturnValue:
    """Asks the job that takes it back to end; what it had written until then is put back."""
    number = asked.page_number("job")
    case.stop_undoing(current.records(), import_id, number, at=jobs.now())
    return redirect(url_for("history.confirm", import_id=import_id, job=number), 303)
