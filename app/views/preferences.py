"""Language, and light or dark: one POST each, kept in a cookie for a year."""

from __future__ import annotations

from flask import Blueprint, redirect, request
from werkzeug.wrappers import Response

from app.rendering.language import LANGUAGE_COOKIE, LOCALES, THEME_COOKIE, THEMES
from graph_schema.errors import InputError

blueprint = Blueprint("preferences", __name__, url_prefix="/preferences")
YEAR = 365 * 24 * 3600


@blueprint.post("/language")
def language() -> Response:
    """Keeps the language and goes back."""
    return _kept(LANGUAGE_COOKIE, request.form.get("language", ""), tuple(LOCALES))


@blueprint.post("/theme")
def theme() -> Response:
    """Keeps light or dark and goes back."""
    return _kept(THEME_COOKIE, request.form.get("theme", ""), THEMES)


def _kept(cookie: str, value: str, allowed: tuple[str, ...]) -> Response:
    if value not in allowed:
        raise InputError(f"只能选 {'、'.join(allowed)}。", f"Only {', '.join(allowed)} can be chosen.")
    response = redirect(_back(request.form.get("next", "")), 303)
    response.set_cookie(cookie, value, max_age=YEAR, httponly=True, samesite="Lax", secure=request.is_secure)
    return response


def _back(asked: str) -> str:
    """The page of this site that the form was on; never another host."""
    local = asked.startswith("/") and not asked.startswith(("//", "/\\"))
    return asked if local and asked.isprintable() else "/"
