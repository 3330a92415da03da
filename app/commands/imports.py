"""`flask imports`: the history of imports, and the graph's hash."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from app import current
from app.commands.load import importing
from graph_schema.errors import Busy, DatabaseUnavailable, LianhuError

if TYPE_CHECKING:
    from records.imports import Import

_COLUMNS = (
    ("导入", "Import"),
    ("时间", "At"),
    ("经办", "By"),
    ("类别", "Kind"),
    ("状态", "State"),
    ("改动", "Changes"),
    ("文件", "Files"),
)
_WORDS = {
    "load": ("导入", "load"),
    "undo": ("撤销", "undo"),
    "bulk": ("整体装入", "bulk"),
    "applying": ("写入中", "applying"),
    "prepared": ("未完成", "prepared"),
    "applied": ("已写入", "applied"),
    "undone": ("已撤销", "undone"),
    "failed": ("未写入", "failed"),
}


@click.command("imports")
@click.option("--json", "as_json", is_flag=True, help="One JSON document: a list; with --hash an object with both.")
@click.option("--hash", "wants_hash", is_flag=True, help="Also the graph's hash: equal when two graphs say the same.")
@click.option("--limit", type=click.IntRange(min=1), help="Only the newest so many.")
@click.option("--locale", type=click.Choice(["zh", "en"]), help="The language of what is said.")
def command(as_json: bool, wants_hash: bool, limit: int | None, locale: str | None) -> None:
    """Lists every import, the newest first: when, by whom, which files, how it ended.

    Example: flask imports --hash
    """
    locale = locale or current.settings().locale
    try:
        made, digest = _history(limit), _hash() if wants_hash else None
    except LianhuError as refused:
        raise click.ClickException(refused.message(locale)) from refused
    if as_json:
        listed = [_document(each) for each in made]
        shown = listed if digest is None else {"imports": listed, "hash": digest}
        click.echo(json.dumps(shown, ensure_ascii=False, indent=2))
        return
    _print(made, locale)
    if digest is not None:
        click.echo(digest)


def _history(limit: int | None) -> Sequence[Import]:
    """The history, with what a crash left behind settled if the graph answers and nobody is just writing."""
    case = importing()
    with suppress(DatabaseUnavailable, Busy):
        case.settle(patience=0)
    return case.history(limit)


def _hash() -> str:
    from database.fingerprint import fingerprint

    return fingerprint(current.connection())


def _document(made: Import) -> Mapping[str, Any]:
    return {
        "import": made.id,
        "at": made.at.isoformat(),
        "by": made.by,
        "kind": made.kind,
        "state": made.state,
        "undoes": made.undoes,
        "files": [{"file": file.name, **_without_name(asdict(file))} for file in made.files],
        "changes": made.changes,
        "difference": made.difference,
        "gaps": made.gaps,
    }


def _without_name(file: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in file.items() if key != "name"}


def _print(made: Sequence[Import], locale: str) -> None:
    from rich.table import Table

    from app.rendering.receipt import console

    if not made:
        click.echo("Nothing was loaded yet." if locale == "en" else "还没有导入过。")
        return
    table = Table(*(words[locale == "en"] for words in _COLUMNS), header_style="bold")
    for each in made:
        files = each.undoes or "、".join(file.name for file in each.files)
        kind, state = (_WORDS[word][locale == "en"] for word in (each.kind, each.state))
        table.add_row(each.id, f"{each.at:%Y-%m-%d %H:%M}", each.by, kind, state, str(each.changes), files)
    console().print(table)
