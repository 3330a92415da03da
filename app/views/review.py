"""Who is who: rows that may mean somebody who is known already, side by side, to be merged or kept apart."""

from __future__ import annotations

from flask import Blueprint, redirect, request, url_for
from flask.typing import ResponseReturnValue

from app import asked, current
from app.cases.reviewing import Reviewing
from app.rendering.page import page

blueprint = Blueprint("review", __name__, url_prefix="/imports/review")
SIZE = 20  # questions of one page


@blueprint.get("")
def queue() -> str:
    """The questions that wait, those answered whose file must come in once more, and all answers."""
    case = Reviewing(current.records())
    return page(
        "review/queue.html",
        waiting=case.queue(),
        to_load_again=case.to_load_again(),
        answered=case.answered(),
        page=asked.page_number(),
        size=SIZE,
    )


@blueprint.post("/<key>")
def answer(key: str) -> ResponseReturnValue:
    """Merges, keeps apart, or puts off."""
    Reviewing(current.records()).answer(key, request.form.get("answer", ""), by=current.viewer())
    return redirect(url_for("review.queue"), 303)


@blueprint.post("/<key>/take-back")
def take_back(key: str) -> ResponseReturnValue:
    """Opens a question again."""
    Reviewing(current.records()).take_back(key, by=current.viewer())
    return redirect(url_for("review.queue"), 303)
