"""`flask scenario`: writes the workbooks of an invented organisation, and imports them when asked."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from app import current
from graph_schema.values.moment import CHINA
from loaders.scenario import write

if TYPE_CHECKING:
    from datetime import date


@click.command("scenario")
@click.argument("profile")
@click.option(
    "--to", "folder", type=click.Path(path_type=Path, file_okay=False), help="Where; VAR/scenario/PROFILE else."
)
@click.option("--load", "wants_load", is_flag=True, help="Imports them through the same door as any roster.")
def command(profile: str, folder: Path | None, wants_load: bool) -> None:
    """Writes the workbooks of PROFILE (demo). All people in them are fictional.

    Example: flask scenario demo --load
    """
    today = datetime.now(CHINA).date()
    files = write(profile, folder or current.settings().path("scenario", profile), today=today)
    for file in files:
        click.echo(str(file))
    if wants_load:
        _load(files, today)


def _load(files: list[Path], today: date) -> None:
    from app.cases.importing import Importing

    importing = Importing(current.connection(), current.records(), current.seal())
    receipt = importing.load(files, today=today, by="scenario")
    click.echo(f"Import {receipt.import_id}: {receipt.changes} facts.")
    sys.exit(0 if receipt.clean else 1)
