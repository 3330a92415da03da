"""Which of the two languages, and light or dark: a cookie's choice first, then the setting, then the system's."""

from __future__ import annotations

from flask import Flask, request
from flask_babel import Babel, get_locale

from app import current

LOCALES = {"zh": "zh", "en": "en"}
THEMES = ("light", "dark")
LANGUAGE_COOKIE, THEME_COOKIE = "language", "theme"


def register(app: Flask) -> None:
    """Message catalogues, and both choices for the layout."""
    app.config["BABEL_DEFAULT_LOCALE"] = "zh"
    Babel(app, locale_selector=chosen)
    app.jinja_env.globals.update(locale=locale, theme=theme)


def chosen() -> str:
    """The language of this request."""
    return LOCALES.get(request.cookies.get(LANGUAGE_COOKIE, ""), current.settings().locale)


def locale() -> str:
    """zh or en."""
    return str(get_locale() or "zh")[:2]


def theme() -> str:
    """light, dark, or "" for what the reader's system says."""
    asked = request.cookies.get(THEME_COOKIE, "")
    return asked if asked in THEMES else ""
