"""`flask gaps`: where nobody is responsible."""

from __future__ import annotations

import json
from typing import Any

import click

from app import current
from app.asked import now
from app.rendering import gaps as rendering
from graph_schema.errors import InputError, LianhuError, NotFound
from graph_schema.nodes import PLACES
from graph_schema.values.moment import Moment
from queries import addresses, gaps
from queries.gaps.rules import chosen


@click.command("gaps")
@click.option(
    "--rule", "rules", metavar="RULE", multiple=True, help="Only this rule, as G04; may be given several times."
)
@click.option("--place", metavar="CODE", help="Only within this place: its code, or its name as people write it.")
@click.option("--at", metavar="T", help="The day or moment that the answer is for, as 2026-11-25; now if not given.")
@click.option("--summary", "counts_only", is_flag=True, help="Only the counts of each rule.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@click.option("--csv", "as_csv", is_flag=True, help="CSV that Excel opens.")
@click.option("--locale", type=click.Choice(["zh", "en"]), help="The language of what is said.")
def command(
    rules: tuple[str, ...],
    place: str | None,
    at: str | None,
    counts_only: bool,
    as_json: bool,
    as_csv: bool,
    locale: str | None,
) -> None:
    """Lists the gaps: grids without a worker, buildings without a leader, households that hang on nothing.

    Unknown (?) stands apart from gap (-): the rosters loaded do not say enough. Exit code 0, with gaps or without.

    Example: flask gaps --rule G04 --place 松涛社区 --json
    """
    locale = locale or current.settings().locale
    if as_json and as_csv:
        raise click.UsageError("Give --json or --csv, not both.")
    try:
        asking = _asking(rules, place, at)
        counts = () if (as_json or as_csv) and not counts_only else gaps.summary(current.connection(), **asking)
        found = () if counts_only else gaps.find(current.connection(), **asking)
    except NotFound as missing:
        raise click.ClickException(missing.message(locale)) from missing
    except InputError as refused:
        raise click.UsageError(refused.message(locale)) from refused
    except LianhuError as failed:
        raise click.ClickException(failed.message(locale)) from failed
    if as_json:
        document = rendering.counts_as_json(counts) if counts_only else rendering.as_json(found)
        click.echo(json.dumps(document, ensure_ascii=False, indent=2))
    elif as_csv:
        told = rendering.counts_as_csv(counts, locale) if counts_only else rendering.as_csv(found, locale)
        click.echo(told, nl=False)
    else:
        for line in rendering.told(found, counts, locale):
            click.echo(line)


def _asking(rules: tuple[str, ...], place: str | None, at: str | None) -> dict[str, Any]:
    moment, sight = Moment.parse(at) if at else now(), current.sight()
    asked = _known(rules)
    if place is not None:
        place = place_code(place, moment)
    return {"rules": asked, "place": place, "moment": moment, "sight": sight}


def _known(rules: tuple[str, ...]) -> tuple[str, ...] | None:
    """The ids of the rules that are asked for; one that there is not is a wrong use."""
    if not rules:
        return None
    try:
        return tuple(rule.id for rule in chosen(rules))
    except NotFound as missing:
        raise InputError(missing.message_zh, missing.message_en) from None


def place_code(written: str, moment: Moment) -> str:
    """The code of the place that is meant. Raises NotFound or Ambiguous, and InputError where it is no place."""
    found = addresses.resolve(current.connection(), written, sight=current.sight(), moment=moment)
    if found.label not in PLACES:
        raise InputError(f"“{written}”不是地点：{found.title}。", f"{written} is no place: it is {found.title}.")
    return found.code
