"""`flask load`: workbooks into the graph."""

from __future__ import annotations

import getpass
import json
import os
import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from app import current
from graph_schema.errors import LianhuError
from graph_schema.values.moment import CHINA

if TYPE_CHECKING:
    from app.cases.importing import Importing
    from app.cases.receipt import Receipt
    from loaders.choices import Choices


@click.command("load")
@click.argument("files", metavar="FILE…", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--meaning",
    "meanings",
    metavar="[FILE=]MEANING",
    multiple=True,
    help="What FILE, or every file, means. add: adds to what is known (the default). now: says who is responsible now; "
    "whom it leaves out is listed as perhaps ended. correct: overwrites in place.",
)
@click.option(
    "--end",
    "ends",
    metavar="FACT_ID|all",
    multiple=True,
    help="Ends what a file of meaning now leaves out, or one of meaning correct replaces: one of those listed, or all.",
)
@click.option(
    "--faults-to",
    type=click.Path(path_type=Path),
    help="Writes FILE again, with red cells and notes at what is wrong: to a file, or of several FILEs into a folder.",
)
@click.option("--dry-run", is_flag=True, help="Says what would happen; nothing is written.")
@click.option("--yes", is_flag=True, help="On a terminal: writes without asking.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document; never asks.")
@click.option("--locale", type=click.Choice(["zh", "en"]), help="The language of what is said.")
def command(
    files: tuple[Path, ...],
    meanings: tuple[str, ...],
    ends: tuple[str, ...],
    faults_to: Path | None,
    dry_run: bool,
    yes: bool,
    as_json: bool,
    locale: str | None,
) -> None:
    """Loads rosters (xlsx, xls, csv), all FILEs as one import; their order does not matter.

    Rows that can be accepted are written, the others are listed. On a terminal it shows what would happen and asks
    first. Exit code 0: everything accepted; 1: something was refused; 2: wrong use.

    Example: flask load 楼栋长名册.xlsx 网格员信息公示表.xls --dry-run

    Example: flask load 楼栋长名册.xlsx --meaning now --end all
    """
    locale = locale or current.settings().locale
    _check(files, locale)
    from app.commands._choices import choices_of

    case = importing()
    try:
        choices = choices_of(case, files, meanings, ends, locale)
        receipt = _receipt(case, files, choices, dry_run, asks=not (yes or as_json), locale=locale)
    except LianhuError as refused:
        raise click.ClickException(refused.message(locale)) from refused
    if faults_to is not None:
        from app.commands._annotated import write_annotated

        write_annotated(files, receipt.files, faults_to, locale)
    if as_json:
        click.echo(json.dumps(receipt.json(), ensure_ascii=False, indent=2))
    else:
        _print(receipt, locale)
    sys.exit(1 if receipt.refused else 0)


def importing() -> Importing:
    """The import case, for the commands that load, take back and list."""
    from app.cases.importing import Importing

    return Importing(current.connection(), current.records(), current.seal(), settings=current.settings())


def who() -> str:
    """Who runs the command, for the history."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "?"


def on_terminal() -> bool:
    """Whether somebody can be asked."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def _receipt(
    case: Importing, files: tuple[Path, ...], choices: Choices, dry_run: bool, *, asks: bool, locale: str
) -> Receipt:
    from app.rendering.progress import progress

    today = datetime.now(CHINA).date()
    if dry_run or (asks and on_terminal()):
        with progress(locale) as tell:
            previewed = case.preview(files, today=today, choices=choices, progress=tell, locale=locale)
        if dry_run:
            return previewed
        _ask(previewed, locale)
    with progress(locale) as tell:
        return case.load(files, today=today, by=who(), choices=choices, progress=tell, locale=locale)


def _ask(previewed: Receipt, locale: str) -> None:
    if previewed.changes:
        _print(previewed, locale)
        click.confirm("Write this?" if locale == "en" else "写入吗？", abort=True)


def _print(receipt: Receipt, locale: str) -> None:
    from app.rendering.receipt import console, told

    console().print(told(receipt, locale))


def _check(files: tuple[Path, ...], locale: str) -> None:
    """What is wrong with the names alone; what is wrong inside a file is the loaders' to say."""
    english = locale == "en"
    for file in files:
        if not file.exists():
            raise click.UsageError(f"{file}: there is no such file." if english else f"{file}：没有这个文件。")
        if not file.is_file():
            said = f"{file} is a folder: name the files in it." if english else f"{file} 是文件夹：请写出其中的文件。"
            raise click.UsageError(said)
        if not os.access(file, os.R_OK):
            said = f"{file} may not be read: check its permissions." if english else f"{file} 没有读取权限，请检查。"
            raise click.ClickException(said)
    if len({file.resolve() for file in files}) < len(files):
        raise click.UsageError("A file is named twice." if english else "有文件写了两次。")
