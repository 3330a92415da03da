"""`flask ask`: any question of the catalogue."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from app import current
from app.asked import now
from graph_schema.errors import InputError, LianhuError
from graph_schema.values.moment import Moment

if TYPE_CHECKING:
    from queries.answer import Answer


@click.command("ask")
@click.argument("question")
@click.argument("given", metavar="[NAME=VALUE]…", nargs=-1)
@click.option("--at", metavar="T", help="The day or moment that the answer is for, as 2026-11-25; now if not given.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@click.option("--csv", "as_csv", is_flag=True, help="CSV that Excel opens.")
@click.option("--locale", type=click.Choice(["zh", "en"]), help="The language of what is said.")
def command(
    question: str, given: tuple[str, ...], at: str | None, as_json: bool, as_csv: bool, locale: str | None
) -> None:
    """Asks QUESTION, one of those that `flask questions` lists, with its parameters as name=value.

    A place, unit, organisation or person may be given by name. Exit code 0, with rows or without; 2: there is no such
    question, or a parameter is missing or cannot be used; the message says what to give.

    Example: flask ask building_roles place=松涛社区松涛苑3栋 --json
    """
    from app.cases import asking

    locale = locale or current.settings().locale
    if as_json and as_csv:
        raise click.UsageError("Give --json or --csv, not both.")
    values = _values(given)
    try:
        answer = asking.answer(
            current.connection(),
            current.seal(),
            question,
            values,
            moment=Moment.parse(at) if at else now(),
            sight=current.sight(),
            at_most=asking.ROWS_IN_A_FILE,
        )
    except InputError as refused:
        raise click.UsageError(refused.message(locale)) from refused
    except LianhuError as failed:
        raise click.ClickException(failed.message(locale)) from failed
    _say(answer, values, locale, "json" if as_json else "csv" if as_csv else "")


def _values(given: tuple[str, ...]) -> dict[str, str]:
    """name=value pairs. Anything else is a wrong use."""
    found = {}
    for pair in given:
        name, equals, value = pair.partition("=")
        if not equals or not name:
            raise click.UsageError(f"“{pair}” is no name=value, as place=松涛社区.")
        found[name.strip()] = value
    return found


def _say(answer: Answer, given: dict[str, str], locale: str, form: str) -> None:
    from app.rendering import answer as rendering
    from app.rendering.asked import notes
    from queries.listing import known

    told = notes(known(answer.question), answer, given, made=now(), locale=locale)
    if form == "json":
        beside = {"made": told.made, "watermark": told.watermark or None}
        click.echo(json.dumps(rendering.as_json(answer) | beside, ensure_ascii=False, indent=2))
        return
    if form == "csv":
        click.echo(rendering.as_csv(answer, locale, told.below), nl=False)
        return
    click.echo("\t".join(column.title.text(locale) for column in answer.columns))
    for row in rendering.in_words(answer, locale):
        click.echo("\t".join("" if value is None else str(value) for value in row))
    for line in (told.made, *told.below):
        click.echo(line, err=True)
