"""Templates to download, and somebody else's blank form that is filled from the graph."""

from __future__ import annotations

from flask import Blueprint, Response, abort, redirect, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import FileStorage

from app import asked, current, jobs
from app.cases import forming
from app.cases.areas import areas, place_of
from app.rendering.attachment import attached
from app.rendering.language import locale
from app.rendering.page import page

blueprint = Blueprint("forms", __name__, url_prefix="/imports")


@blueprint.get("/templates")
def templates() -> str:
    """Every roster that Lianhu reads, with its template."""
    from loaders.sources import ROSTERS

    return page("forms/templates.html", rosters=tuple(ROSTERS.values()))


@blueprint.get("/templates/<code>.xlsx")
def template(code: str) -> Response:
    """An empty workbook with the headings of one roster, drop-downs and text cells."""
    from loaders.sources import ROSTERS
    from loaders.templates import template as made

    if code not in ROSTERS:
        abort(404)
    return attached(f"{ROSTERS[code].zh if locale() == 'zh' else ROSTERS[code].en}.xlsx", made(ROSTERS[code]))


@blueprint.get("/forms")
def blank() -> str:
    """Takes a blank form and the place that it is for."""
    found = areas(current.connection(), current.seal(), moment=asked.moment(), sight=current.sight())
    return page("forms/blank.html", areas=found, limit=current.settings().upload_mb)


@blueprint.post("/forms")
def fill() -> ResponseReturnValue:
    """Fills it."""
    form = forming.fill(
        current.settings(),
        current.records(),
        current.connection(),
        current.seal(),
        request.files.get("form") or FileStorage(),
        request.form.get("place", ""),
        sight=current.sight(),
        moment=asked.now(),
        by=current.viewer(),
        at=jobs.now(),
    )
    return redirect(url_for("forms.filled", id_=form.id), 303)


@blueprint.get("/forms/<id_>")
def filled(id_: str) -> str:
    """What could be filled in, and what stays empty and why."""
    form = forming.find(current.records(), id_)
    [*_, place] = place_of(current.connection(), form.choices["place"], moment=asked.moment(), sight=current.sight())
    return page("forms/filled.html", form=form, told=form.choices, place=place)


@blueprint.get("/forms/<id_>/filled.xlsx")
def download(id_: str) -> Response:
    """The filled form."""
    form = forming.find(current.records(), id_)
    name = form.files[0].name.rpartition(".")[0]
    return attached(f"{name}（已填）.xlsx", forming.filled(current.settings(), form).read_bytes())
