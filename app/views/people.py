"""A person: everything that this person does, and the homes."""

from __future__ import annotations

from flask import Blueprint

from app import asked, current
from app.cases import person as case
from app.rendering.page import page

blueprint = Blueprint("people", __name__)


@blueprint.get("/person/<person_id>")
def person(person_id: str) -> str:
    """One person's page."""
    moment = asked.moment()
    found = case.person(
        current.connection(), current.records(), current.seal(), person_id, moment=moment, sight=current.sight()
    )
    return page("person/page.html", person=found, moment=moment)
