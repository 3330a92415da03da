"""`flask template`: an empty workbook with the headings of one roster."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import click

from app import current
from graph_schema.values.moment import CHINA

if TYPE_CHECKING:
    from loaders.roster import Roster


@click.command("template")
@click.argument("roster", metavar="[ROSTER]", required=False)
@click.option("--to", type=click.Path(path_type=Path), help="The file to write, or a folder; else here, by its name.")
@click.option("--locale", type=click.Choice(["zh", "en"]), help="The language of what is said.")
def command(roster: str | None, to: Path | None, locale: str | None) -> None:
    """Writes the template of a ROSTER: headings, a line that shows how, drop-downs, text cells for numbers.

    ROSTER is a code or a name as it is listed; without one all of them are listed.

    Example: flask template building_leaders --to 楼栋长名册.xlsx
    """
    locale = locale or current.settings().locale
    if roster is None:
        _list()
        return
    found = _find(roster, locale)
    file = to if to is not None and not to.is_dir() else (to or Path()) / f"{found.zh}.xlsx"
    _write(file, found, locale)
    click.echo(str(file))


def _list() -> None:
    from loaders.sources import ROSTERS

    for roster in ROSTERS.values():
        click.echo(f"{roster.code}\t{roster.zh}\t{roster.en}")


def _find(said: str, locale: str) -> Roster:
    from difflib import get_close_matches

    from loaders.sources import ROSTERS

    names = {name: each for each in ROSTERS.values() for name in (each.code, each.zh, each.en)}
    if said in names:
        return names[said]
    near = "、".join(get_close_matches(said, names, n=3, cutoff=0.3))
    raise click.UsageError(
        f"There is no roster {said}. Nearest: {near or '—'}. `flask template` lists all of them."
        if locale == "en"
        else f"没有名册 {said}。最接近的：{near or '—'}。用 flask template 列出全部。"
    )


def _write(file: Path, roster: Roster, locale: str) -> None:
    """Days across begin with the next Monday."""
    from loaders.templates import template

    today = datetime.now(CHINA).date()
    try:
        file.write_bytes(template(roster, today + timedelta(days=-today.weekday() % 7)))
    except OSError as failed:
        said = (
            f"{file} cannot be written: {failed.strerror}." if locale == "en" else f"{file} 写不了：{failed.strerror}。"
        )
        raise click.ClickException(said) from failed
