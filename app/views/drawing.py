"""What surrounds something, drawn: a page with legend and tables, the picture in a frame of its own, and a file."""

from __future__ import annotations

from urllib.parse import quote

from flask import Blueprint, Response, request

from app import asked, current
from app.cases.exploring import around
from app.rendering import drawing
from app.rendering.language import locale, theme
from app.rendering.page import page
from app.rendering.surroundings import Sheet, sheet
from graph_schema.errors import NotFound
from graph_schema.nodes import NODES

blueprint = Blueprint("drawing", __name__)


@blueprint.get("/draw/<label>/<path:key>")
def draw(label: str, key: str) -> str:
    """The drawing's page."""
    drawn = _drawn(label, key)
    return page("drawing/page.html", drawn=drawn, legend=drawing.legend(drawn), label=label, key=key)


@blueprint.get("/drawing/<label>/<path:key>.html")
def frame(label: str, key: str) -> Response:
    """The picture alone, in a sandbox; as a file it carries its legend and tables too."""
    drawn = _drawn(label, key)
    if "download" not in request.args:
        response = Response(drawing.html(drawn, bare=True, theme=theme()), mimetype="text/html")
        response.headers["Content-Security-Policy"] = drawing.policy()
        return response
    response = Response(drawing.html(drawn), mimetype="text/html")
    response.headers["Content-Security-Policy"] = drawing.policy()
    name = quote(f"{drawn.title}-{drawn.day}.html", safe="")
    response.headers["Content-Disposition"] = f"attachment; filename=\"drawing.html\"; filename*=UTF-8''{name}"
    return response


def _drawn(label: str, key: str) -> Sheet:
    if label not in NODES:
        raise NotFound(f"没有“{label}”这一类。", f"There is no kind {label}.")
    hops = 2 if request.args.get("hops") == "2" else 1
    found = around(current.connection(), current.seal(), [key], hops=hops, moment=asked.moment(), sight=current.sight())
    middle = found.middle[0]
    if label not in (middle.label, *middle.marks):
        raise NotFound(f"“{key}”不是{NODES[label].zh}。", f"{key} is no {NODES[label].en}.")
    return sheet(found, locale())
