"""A party organisation, and a unit: who they are, what they answer for, their people."""

from __future__ import annotations

from flask import Blueprint

from app import asked, current
from app.cases import organisation as organisation_case
from app.cases import unit as unit_case
from app.rendering.page import page

blueprint = Blueprint("organisations", __name__)


@blueprint.get("/org/<org_id>")
def organisation(org_id: str) -> str:
    """One party organisation; `page` of its members, `below` of the organisations below it."""
    moment = asked.moment()
    found = organisation_case.organisation(
        current.connection(),
        current.records(),
        current.seal(),
        org_id,
        page=asked.page_number(),
        below=asked.page_number("below"),
        moment=moment,
        sight=current.sight(),
    )
    size = organisation_case.PAGE
    return page(
        "organisation/page.html",
        found=found,
        page=asked.page_number(),
        below=asked.page_number("below"),
        size=size,
        moment=moment,
    )


@blueprint.get("/unit/<unit_id>")
def unit(unit_id: str) -> str:
    """One unit; `page` of its people."""
    moment = asked.moment()
    found = unit_case.unit(
        current.connection(),
        current.records(),
        current.seal(),
        unit_id,
        page=asked.page_number(),
        moment=moment,
        sight=current.sight(),
    )
    return page("unit/page.html", found=found, page=asked.page_number(), size=unit_case.PAGE, moment=moment)
