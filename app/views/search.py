"""One box: a household, person, building or grid, however it is typed."""

from __future__ import annotations

from flask import Blueprint, redirect, request, url_for
from flask.typing import ResponseReturnValue

from app import asked, current
from app.cases import searching as case
from app.rendering.page import page
from queries.search import GROUPS, whole_number

blueprint = Blueprint("search", __name__)
EXAMPLES = ("松涛社区", "zhangwei", "zw", "3-1-501", "5678")
LONGEST = 80  # characters


@blueprint.get("/")
def home() -> str:
    """The box, and where to begin."""
    return page("search/page.html", found=case.Result(""), examples=EXAMPLES)


@blueprint.get("/search")
def results() -> ResponseReturnValue:
    """What fits; `all` names a group that is shown whole. A whole number gives way to its last four digits."""
    if number := whole_number(request.args.get("q", "").strip()):
        return redirect(url_for("search.results", q=number[-4:]), 303)
    found = case.find(
        current.connection(),
        current.seal(),
        request.args.get("q", "")[:LONGEST],
        every=request.args.get("all", ""),
        moment=asked.moment(),
        sight=current.sight(),
    )
    every = request.args.get("all", "") if request.args.get("all", "") in GROUPS else ""
    return page("search/page.html", fragment="results", found=found, every=every, examples=EXAMPLES, labels=GROUPS)
