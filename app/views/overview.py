"""The overview of a place, or of everything: key numbers, what to do first, the tree."""

from __future__ import annotations

from flask import Blueprint, request

from app import asked, current
from app.cases import overview as case
from app.rendering.page import page

blueprint = Blueprint("overview", __name__)


@blueprint.get("/overview")
@blueprint.get("/overview/<code>")
def overview(code: str | None = None) -> str:
    """How it stands; `open` names the places of the tree that stand open."""
    moment = asked.moment()
    found = case.overview(
        current.connection(),
        current.records(),
        current.seal(),
        code,
        opened=request.args.getlist("open"),
        moment=moment,
        sight=current.sight(),
    )
    if isinstance(found, case.FirstRun):
        return page("overview/first_run.html", fragment="progress", found=found)
    return page("overview/page.html", fragment="tree", found=found, moment=moment)
