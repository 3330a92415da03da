"""A household's card, and the page of any other place."""

from __future__ import annotations

import re

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue

from app import asked, current
from app.cases import household as household_case
from app.cases import place as place_case
from app.rendering.page import page

blueprint = Blueprint("places", __name__)
HOME = re.compile(r"\d+B\d+-")  # the code of a household; a checkpoint's may have a hyphen too
CHILDREN = 100  # places below, on one page
PAGES = {"Zone": "place/zone.html", "Checkpoint": "place/checkpoint.html"}


@blueprint.get("/household/<code>")
def household(code: str) -> str:
    """Whom to call for this household, and why."""
    moment = asked.moment()
    card = household_case.card(
        current.connection(), current.records(), current.seal(), code, moment=moment, sight=current.sight()
    )
    return page("household/page.html", card=card, moment=moment)


@blueprint.get("/place/<code>")
def place(code: str) -> ResponseReturnValue:
    """Who is responsible here, what lies below, what is missing."""
    if HOME.match(code):
        return redirect(url_for("places.household", code=code), 308)
    moment = asked.moment()
    found = place_case.place(
        current.connection(), current.records(), current.seal(), code, moment=moment, sight=current.sight()
    )
    template = PAGES.get(found.facts["label"], "place/page.html")
    return page(template, place=found, page=asked.page_number(), size=CHILDREN, moment=moment)
