"""The demo, written as workbooks and loaded like any office's files: what a first start does to an empty graph."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from app.cases.importing import Importing
from app.cases.preparing import Progress
from database.connection import Connection
from graph_schema.values.seal import Seal
from loaders.scenario import write
from records.store import Records
from settings import Settings


def load_demo(settings: Settings, progress: Progress, at: datetime) -> Mapping[str, Any]:
    """Loads it with connections of its own, which it closes; the import's id, and how many facts it made."""
    files = write("demo", settings.path("scenario", "demo"), today=at.date())
    connection, records = Connection.from_settings(settings), Records.from_settings(settings)
    try:
        importing = Importing(connection, records, Seal(settings.secret("seal")))
        receipt = importing.load(files, today=at.date(), by="demo", progress=progress)
    finally:
        connection.close()
        records.close()
    return {"import": receipt.import_id, "changes": receipt.changes}
