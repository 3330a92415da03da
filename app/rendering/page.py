"""One template → the page, or the one block of it that a script asked for."""

from __future__ import annotations

from typing import Any

from flask import render_template, request
from jinja2_fragments.flask import render_block


def wants_fragment() -> bool:
    """Whether htmx asks for a part of the page it already shows."""
    return request.headers.get("HX-Request") == "true" and request.headers.get("HX-Request-Type") != "full"


def page(template: str, *, fragment: str = "", **context: Any) -> str:
    """The whole page, or its block `fragment` where only that was asked for."""
    if fragment and wants_fragment():
        return render_block(template, fragment, **context)
    return render_template(template, **context)
