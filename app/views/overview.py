"""The overview of a place, or of everything: key numbers, what to do first, the tree."""

from __future__ import annotations

from flask import Blueprint, request

from app import asked, current
from app.cases import overview as case
from app.cases import party_tree as party_case
from app.cases import responsibility as responsibility_case
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


@blueprint.get("/overview/<code>/party")
def party(code: str) -> str:
    """The tree of party organisations; `page` of those at the top."""
    moment, number = asked.moment(), asked.page_number()
    found = party_case.party_tree(
        current.connection(), current.seal(), code, page=number, moment=moment, sight=current.sight()
    )
    return page("overview/party.html", found=found, page=number, size=party_case.ROOTS, moment=moment)


@blueprint.get("/overview/<code>/responsibility")
def responsibility(code: str) -> str:
    """Units → zones → buildings, and who holds zones, checkpoints and communities; `page` of the units."""
    moment, number = asked.moment(), asked.page_number()
    found = responsibility_case.responsibility(
        current.connection(), current.seal(), code, page=number, moment=moment, sight=current.sight()
    )
    return page("overview/responsibility.html", found=found, page=number, size=responsibility_case.UNITS, moment=moment)
