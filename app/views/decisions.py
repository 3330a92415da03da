"""What a person decides about an upload on the way in: who somebody is, and what the columns of a table are."""

from __future__ import annotations

from flask import Blueprint, redirect, request, url_for
from flask.typing import ResponseReturnValue

from app import asked, current, jobs
from app.cases import answering, mapping, uploading
from app.rendering.page import page
from app.views.waiting import checked, not_yet, recheck

blueprint = Blueprint("decisions", __name__, url_prefix="/imports")
PEOPLE = 20  # questions of one page


@blueprint.get("/new/<id_>/people")
def people(id_: str) -> ResponseReturnValue:
    """The rows that may mean somebody who is known already, before anything is written."""
    standing = uploading.find(current.records(), id_)
    if early := not_yet(standing):
        return early
    asked_of = answering.questions(current.records(), checked(standing)["receipt"]["files"])
    return page("imports/people.html", standing=standing, questions=asked_of, page=asked.page_number(), size=PEOPLE)


@blueprint.post("/new/<id_>/people")
def answer(id_: str) -> ResponseReturnValue:
    """Remembers who somebody is; it counts from the next check on."""
    standing = uploading.find(current.records(), id_)
    files = checked(standing)["receipt"]["files"]
    key, said = request.form.get("key", ""), request.form.get("answer", "")
    answering.answer(current.records(), files, key, said, by=current.viewer(), at=jobs.now())
    return redirect(url_for("decisions.people", id_=id_), 303)


@blueprint.get("/new/<id_>/columns/<int:file>/<int:number>")
def columns(id_: str, file: int, number: int) -> ResponseReturnValue:
    """What the columns of a table are, to be put right; `roster` shows what they would be in another roster."""
    standing = uploading.find(current.records(), id_)
    if early := not_yet(standing):
        return early
    sheet = mapping.sheet_of(current.records(), checked(standing)["receipt"]["files"], file, number)
    roster = request.args.get("roster") or (sheet.remembered and sheet.remembered.roster) or sheet.told["roster"] or ""
    return page(
        "imports/columns.html",
        standing=standing,
        sheet=sheet,
        roster=roster,
        rosters=mapping.rosters(),
        fields=mapping.fields(roster),
        auto=mapping.AUTO,
        unused=mapping.UNUSED,
    )


@blueprint.post("/new/<id_>/columns/<int:file>/<int:number>")
def put_right(id_: str, file: int, number: int) -> ResponseReturnValue:
    """Remembers what the columns are, or forgets it, and has the files checked once more."""
    standing = uploading.find(current.records(), id_)
    sheet = mapping.sheet_of(current.records(), checked(standing)["receipt"]["files"], file, number)
    form, by = request.form, current.viewer()
    if "forget" in form:
        mapping.forget(current.records(), sheet)
    else:
        chosen = {each["letter"]: form.get(f"field-{each['letter']}", "") for each in sheet.told["columns"]}
        header = form.get("header", "")
        mapping.keep(current.records(), sheet, form.get("roster", ""), header, chosen, by=by, at=jobs.now())
    return recheck(id_)
