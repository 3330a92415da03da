"""One answer → page, fragment, JSON or CSV. `register` gives an application what its pages need."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flask import Flask


def register(app: Flask) -> None:
    """Languages, form tokens, headers, and what templates may use: loaded only where pages are served."""
    from app import asked
    from app.rendering import headers, heat, imports, language, pictures, urls, words

    for module in (language, headers, words, pictures, heat, urls, imports, asked):
        module.register(app)
