"""How people see Lianhu: pages, the command line, and long work."""

from __future__ import annotations

import importlib
import importlib.util
import pkgutil
from typing import TYPE_CHECKING

import click
from flask import Flask

from app.commands import Commands

if TYPE_CHECKING:
    from settings import Settings


def create_app(settings: Settings | None = None) -> Flask:
    """The whole application; its connection opens at the first use, so each forked worker has a driver of its own."""
    app = create_command_line(settings)
    app.secret_key = app.extensions["settings"].secret("key")
    app.config["SESSION_COOKIE_SAMESITE"] = "Lax"
    app.config["MAX_CONTENT_LENGTH"] = app.extensions["settings"].upload_mb * 2**20
    for name in ("app.rendering", "app.errors"):
        if importlib.util.find_spec(name) and hasattr(module := importlib.import_module(name), "register"):
            module.register(app)
    if views := importlib.util.find_spec("app.views"):
        for found in pkgutil.iter_modules(views.submodule_search_locations):
            module = importlib.import_module(f"app.views.{found.name}")
            if hasattr(module, "blueprint"):
                app.register_blueprint(module.blueprint)
    return app


def create_command_line(settings: Settings | None = None) -> Flask:
    """The application without its pages, for commands: quick to start. Wrong settings end it with a line for each."""
    from settings import SettingsRefused, load_settings

    app = Flask(__name__)
    app.cli = Commands()
    try:
        app.extensions["settings"] = settings or load_settings()
    except SettingsRefused as refused:
        raise click.UsageError(str(refused)) from None
    return app
