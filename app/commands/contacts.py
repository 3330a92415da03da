"""`flask contacts`: whom does this household call, now, and why."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from app import current
from app.asked import now
from graph_schema.errors import Ambiguous, InputError, LianhuError, NotFound
from graph_schema.values.moment import Moment

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.cases.sources import Source
    from queries.contacts import Chain


@click.command("contacts")
@click.argument("household")
@click.option(
    "--at", metavar="T", help="A day (its noon) or moment, as 2026-11-25 or 2026-11-25T22:30; now if not given."
)
@click.option("--topic", default="default", show_default=True, help="What it is about.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@click.option("--locale", type=click.Choice(["zh", "en"]), help="The language of what is said.")
def command(household: str, at: str | None, topic: str, as_json: bool, locale: str | None) -> None:
    """Lists whom HOUSEHOLD calls, first to last, with the reason for each, and who was passed over.

    HOUSEHOLD is a code or an address as people write it; also a person, a building, a grid. Exit code 1: nothing
    answers to it, or several do; what is near is listed.

    Example: flask contacts "松涛社区 3栋1单元501" --at 2026-11-20T22:30 --json
    """
    from app.rendering import chain as rendering

    locale = locale or current.settings().locale
    try:
        found = _chain(household, at, topic)
        sources = _sources(found)
    except NotFound as missing:
        raise click.ClickException(missing.message(locale)) from missing
    except Ambiguous as several:
        raise _several(several, locale) from several
    except InputError as refused:
        raise click.UsageError(refused.message(locale)) from refused
    except LianhuError as failed:
        raise click.ClickException(failed.message(locale)) from failed
    if as_json:
        click.echo(json.dumps(rendering.as_json(found, sources), ensure_ascii=False, indent=2))
        return
    for line in rendering.told(found, sources, locale):
        is_passed = line.startswith(" ×")
        click.echo(click.style(line, dim=True, strikethrough=True) if is_passed else line)


def _chain(household: str, at: str | None, topic: str) -> Chain:
    from app.cases.contacting import contact

    moment = Moment.parse(at) if at else now()
    return contact(current.connection(), current.seal(), household, moment=moment, topic=topic, sight=current.sight())


def _sources(chain: Chain) -> Mapping[str, Source]:
    from app.cases.sources import sources

    reasons = [*(entry.because for entry in chain.entries), *(skipped.because for skipped in chain.skipped)]
    texts = [fact.source for because in reasons for fact in because]
    return sources(current.records(), texts, every_sheet=True)


def _several(error: Ambiguous, locale: str) -> click.ClickException:
    """The error with every candidate that it does not name, one a line, to be copied."""
    said, heading = error.message(locale), "可能是" if locale == "zh" else "It may be"
    listed = [f"  {each.title}  {each.code}" for each in error.candidates if each.code not in said]
    return click.ClickException("\n".join([said, *([f"{heading}:"] if listed else []), *listed]))
