"""`flask undo`: takes an import back."""

from __future__ import annotations

import json
import sys
from datetime import datetime

import click

from app import current
from app.commands.load import importing, on_terminal, who
from graph_schema.errors import LianhuError
from graph_schema.values.moment import CHINA


@click.command("undo")
@click.argument("import_id", metavar="IMPORT")
@click.option("--yes", is_flag=True, help="On a terminal: writes without asking.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document; never asks.")
@click.option("--locale", type=click.Choice(["zh", "en"]), help="The language of what is said.")
def command(import_id: str, yes: bool, as_json: bool, locale: str | None) -> None:
    """Takes IMPORT back, whole, by a new import that can be taken back too; `last` is the newest load that stands.

    Refused, with what stands in the way, when a later import rests on it: take that one back first.

    Example: flask undo 2026-11-25-001
    """
    from app.cases.undoing import UndoRefused
    from app.rendering.receipt import console, told

    locale = locale or current.settings().locale
    if not (yes or as_json) and on_terminal():
        click.confirm(f"Take import {import_id} back?" if locale == "en" else f"撤销导入 {import_id} 吗？", abort=True)
    try:
        receipt = importing().undo(import_id, today=datetime.now(CHINA).date(), by=who())
    except UndoRefused as refused:
        if not as_json:
            raise click.ClickException(refused.message(locale)) from refused
        click.echo(json.dumps(refused.json(), ensure_ascii=False, indent=2))
        sys.exit(1)
    except LianhuError as refused:
        raise click.ClickException(refused.message(locale)) from refused
    if as_json:
        click.echo(json.dumps(receipt.json(), ensure_ascii=False, indent=2))
    else:
        console().print(told(receipt, locale))
