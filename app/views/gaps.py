"""The gap board, the list behind each cell, and that list as CSV. Every filter stands in the address."""

from __future__ import annotations

from flask import Blueprint, Response, request

from app import asked, current
from app.cases import gapboard
from app.rendering.gaps import as_csv
from app.rendering.language import locale
from app.rendering.page import page

blueprint = Blueprint("gaps", __name__)
LIST, BOARD = 200, 60  # rows of one page
SEVERITIES = {"serious": ("critical", "high"), "critical": ("critical",), "all": ("critical", "high", "medium")}


@blueprint.get("/gaps")
def board() -> str:
    """Places × rules: how many, what share, and what is unknown."""
    moment = asked.moment()
    chosen = request.args.get("severity", "")
    severity = chosen if chosen in SEVERITIES else "serious"
    found = gapboard.sheet(
        current.connection(),
        current.seal(),
        request.args.get("place") or None,
        severities=SEVERITIES[severity],
        moment=moment,
        sight=current.sight(),
    )
    return page(
        "gaps/board.html",
        found=found,
        severity=severity,
        show_unknown=request.args.get("show") == "unknown",
        page=asked.page_number(),
        size=BOARD,
        moment=moment,
    )


@blueprint.get("/gaps/<rule>")
def listing(rule: str) -> str:
    """What one rule finds in a place, down to each building or home."""
    return page(
        "gaps/list.html",
        found=_drill(rule),
        status=_status(),
        page=asked.page_number(),
        size=LIST,
        moment=asked.moment(),
    )


@blueprint.get("/gaps/<rule>.csv")
def download(rule: str) -> Response:
    """Exactly that list as a file that opens in Excel."""
    found = _drill(rule)
    name = f"{found.rule.id}-{found.path[-1].code}.csv"
    told = as_csv(found.gaps, locale())
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(told, mimetype="text/csv", headers=headers)


def _drill(rule: str) -> gapboard.Drill:
    return gapboard.drill(
        current.connection(),
        current.seal(),
        rule,
        request.args.get("place") or None,
        status=_status(),
        moment=asked.moment(),
        sight=current.sight(),
    )


def _status() -> str:
    asked_for = request.args.get("status", "")
    return asked_for if asked_for in gapboard.STATUSES else "gap"
