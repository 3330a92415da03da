"""`flask scenario`: writes the workbooks of an invented organisation, and imports them when asked."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from app import current
from graph_schema.errors import LianhuError
from graph_schema.values.moment import CHINA
from loaders.scenario import LARGE, imports, written

if TYPE_CHECKING:
    from datetime import date

    from app.cases.receipt import Receipt


@click.command("scenario")
@click.argument("profile")
@click.option(
    "--to", "folder", type=click.Path(path_type=Path, file_okay=False), help="Where; VAR/scenario/PROFILE else."
)
@click.option("--load", "wants_load", is_flag=True, help="Imports them: as rosters, or whole where they are large.")
def command(profile: str, folder: Path | None, wants_load: bool) -> None:
    """Writes the workbooks of PROFILE: demo (three communities), seed (the county of the policy article), county
    (96,000 households), city (a million).

    All people in them are fictional. --load imports demo and seed as any roster, a folder an import, and stops at none
    of them. county and city go into an empty graph whole, by Neo4j's offline importer: the database is stopped for it,
    and no workbook is written unless --to says where.

    Example: flask scenario seed --load
    """
    at = datetime.now(CHINA)
    whole = wants_load and profile in LARGE
    files = []
    if folder or not whole:
        for file in written(profile, folder or current.settings().path("scenario", profile), today=at.date()):
            click.echo(str(file))
            files.append(file)
    if whole:
        _load_whole(profile, at)
    elif wants_load:
        _load(files, at.date())


def _load_whole(profile: str, at: datetime) -> None:
    from app.cases.books import Books
    from app.cases.large_scenario import load_large
    from app.rendering.progress import progress

    settings = current.settings()
    books = Books(current.connection(), current.records(), current.seal(), settings)
    try:
        with progress(settings.locale) as tell:
            receipt = load_large(books, profile, at=at, by="scenario", tell=tell)
    except LianhuError as refused:
        raise click.ClickException(refused.message(settings.locale)) from refused
    click.echo(f"import {receipt.import_id}: {receipt.changes} nodes and relationships")


def _load(files: list[Path], today: date) -> None:
    """Imports folder by folder; what was refused is told at each, and makes the exit code 1."""
    from app.cases.importing import Importing
    from app.rendering.progress import progress

    importing = Importing(current.connection(), current.records(), current.seal())
    batches, clean = imports(files), True
    for number, batch in enumerate(batches, 1):
        with progress(current.settings().locale) as tell:
            receipt = importing.load(batch, today=today, by="scenario", progress=tell)
        told = f"{number}/{len(batches)} {batch[0].parent.name} · import {receipt.import_id}: {receipt.changes} facts"
        click.echo(told + _refusals(receipt))
        clean = clean and receipt.clean
    sys.exit(0 if clean else 1)


def _refusals(receipt: Receipt) -> str:
    """How many rows were refused or held, file by file; nothing where none was."""
    counts = [
        f"{file['file']}: {len(sheet['faults'])} refused, {len(sheet['reviews'])} held"
        for file in receipt.files
        for sheet in file["sheets"]
        if sheet["faults"] or sheet["reviews"]
    ]
    unread = [f"{file['file']}: not read" for file in receipt.files if file.get("problem")]
    return "".join(f"\n  {line}" for line in counts + unread)
