"""What the running process works with: settings, graph, records, seal, and what the viewer may see."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from flask import current_app

if TYPE_CHECKING:
    from database.connection import Connection
    from graph_schema.sensitivity import Sight
    from graph_schema.values.seal import Seal
    from records.store import Records
    from settings import Settings


def settings() -> Settings:
    """The settings that the application was made with."""
    return cast("Settings", current_app.extensions["settings"])


def connection() -> Connection:
    """The process's one connection to the graph, made at the first use: never before a worker's fork."""
    if "connection" not in current_app.extensions:
        from database.connection import Connection

        current_app.extensions["connection"] = Connection.from_settings(settings())
    return cast("Connection", current_app.extensions["connection"])


def records() -> Records:
    """The office's own records."""
    if "records" not in current_app.extensions:
        from records.store import Records

        current_app.extensions["records"] = Records.from_settings(settings())
    return cast("Records", current_app.extensions["records"])


def sight() -> Sight:
    """What the viewer may see: until there are accounts, whoever reaches this machine's port is the office."""
    from graph_schema.sensitivity import OFFICE

    return OFFICE


def viewer() -> str:
    """Who looks at the page, for the history: until there are accounts, the office."""
    return "office"


def seal() -> Seal:
    """What opens and closes sealed values."""
    if "seal" not in current_app.extensions:
        from graph_schema.values.seal import Seal

        current_app.extensions["seal"] = Seal(settings().secret("seal"))
    return cast("Seal", current_app.extensions["seal"])
