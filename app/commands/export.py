"""`flask export`: what surrounds things, as a file for others."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from app import current
from app.asked import now
from graph_schema.errors import Ambiguous, InputError, LianhuError, NotFound
from graph_schema.values.moment import Moment

if TYPE_CHECKING:
    from app.rendering.surroundings import Sheet

FORMATS = ("graphml", "html")


@click.command("export")
@click.argument("format", type=click.Choice(FORMATS))
@click.argument("codes", metavar="CODE…", nargs=-1, required=True)
@click.option("--hops", type=click.IntRange(1, 2), default=1, show_default=True, help="How many steps around it.")
@click.option("--to", type=click.Path(dir_okay=False, path_type=Path), help="The file to write; else the terminal.")
@click.option("--at", metavar="T", help="The day that it is for, as 2026-11-25; today if not given.")
@click.option("--locale", type=click.Choice(["zh", "en"]), help="The language of what is said.")
def command(
    format: str, codes: tuple[str, ...], hops: int, to: Path | None, at: str | None, locale: str | None
) -> None:
    """Writes what surrounds each CODE as a file: html opens anywhere, offline; graphml is for Gephi, yEd, networkx.

    CODE is a code or key, or an address or name as people write it. At most 150 things; how many more there are stands
    in the file. Names are masked as on the pages. Exit code 1: nothing answers to a CODE, or several do.

    Example: flask export html 松涛社区 --hops 2 --to songtao.html
    """
    locale = locale or current.settings().locale
    try:
        drawn = _sheet(codes, hops, Moment.parse(at) if at else now(), locale)
    except (NotFound, Ambiguous) as unclear:
        raise click.ClickException(unclear.message(locale)) from unclear
    except InputError as refused:
        raise click.UsageError(refused.message(locale)) from refused
    except LianhuError as failed:
        raise click.ClickException(failed.message(locale)) from failed
    text = _text(format, drawn)
    if to is None:
        click.echo(text, nl=False)
        return
    _write(to, text)
    click.echo(f"{to}: {len(drawn.nodes)} nodes, {len(drawn.edges)} relationships, {drawn.more} more not drawn.")


def _sheet(codes: tuple[str, ...], hops: int, moment: Moment, locale: str) -> Sheet:
    from app.cases.exploring import around_written
    from app.rendering.surroundings import sheet

    connection, seal, sight = current.connection(), current.seal(), current.sight()
    return sheet(around_written(connection, seal, codes, hops=hops, moment=moment, sight=sight), locale)


def _text(format: str, drawn: Sheet) -> str:
    if format == "html":
        from app.rendering.drawing import html

        return html(drawn)
    from app.rendering.graphml import graphml

    return graphml(drawn)


def _write(to: Path, text: str) -> None:
    try:
        to.write_text(text, "utf-8")
    except OSError as error:
        raise click.ClickException(f"{to} cannot be written: {error.strerror}.") from error
