"""What every answer says to the browser: where scripts and styles may come from, and that pages are not to be kept."""

from __future__ import annotations

import secrets

from flask import Flask, Response, g, request
from flask_wtf.csrf import CSRFProtect

POLICY = "; ".join(
    (
        "default-src 'self'",
        "script-src 'self'",
        "style-src 'self' 'nonce-{nonce}'",
        "style-src-attr 'none'",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}
KEPT = 365 * 24 * 3600  # seconds: an asset's address carries the build's version


def register(app: Flask) -> None:
    """Form tokens for every POST, and the headers on every answer."""
    CSRFProtect(app)
    app.before_request(_draw_nonce)
    app.after_request(_guard)
    app.jinja_env.globals["nonce"] = lambda: g.nonce


def _draw_nonce() -> None:
    g.nonce = secrets.token_urlsafe(16)


def _guard(response: Response) -> Response:
    # An answer with a policy of its own, as a drawing's frame has, keeps it.
    response.headers.setdefault(
        "Content-Security-Policy", POLICY.format(nonce=g.get("nonce") or secrets.token_urlsafe(16))
    )
    response.headers.update(HEADERS)
    if request.endpoint == "static":
        response.cache_control.max_age = KEPT if "v" in request.args else None
    else:
        response.cache_control.no_store = True
        response.vary.update(("Cookie", "HX-Request"))
    return response
