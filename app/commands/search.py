"""`flask search`: finds households, people and places as one types."""

from __future__ import annotations

import json
import sys

import click

from app import current
from app.asked import now
from app.commands.gaps import place_code
from app.rendering import hits
from graph_schema.errors import LianhuError
from queries.search import search


@click.command("search")
@click.argument("text")
@click.option("--place", metavar="CODE", help="Only within this place: its code, or its name as people write it.")
@click.option("--limit", type=click.IntRange(1, 200), default=5, show_default=True, help="Hits shown of each kind.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@click.option("--locale", type=click.Choice(["zh", "en"]), help="The language of what is said.")
def command(text: str, place: str | None, limit: int, as_json: bool, locale: str | None) -> None:
    """Finds by Chinese, pinyin, initials, a door (3-1-501) or the last four digits of a phone.

    Exit code 0: something was found; 1: nothing was.

    Example: flask search zs
    """
    locale, moment = locale or current.settings().locale, now()
    try:
        within = place and place_code(place, moment)
        found = search(
            current.connection(),
            text,
            place=within,
            sight=current.sight(),
            seal=current.seal(),
            limit=limit,
            moment=moment,
        )
    except LianhuError as refused:
        raise click.ClickException(refused.message(locale)) from refused
    if as_json:
        click.echo(json.dumps(hits.as_json(found), ensure_ascii=False, indent=2))
    else:
        for line in hits.told(found, locale):
            click.echo(line)
    if not found:
        click.echo(hits.nothing(text, locale), err=True)
    sys.exit(0 if found else 1)
