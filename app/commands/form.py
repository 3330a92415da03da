"""`flask form`: somebody else's blank form, filled from the graph."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from app import current
from app.asked import now
from graph_schema.errors import LianhuError
from graph_schema.values.moment import Moment

if TYPE_CHECKING:
    from loaders.forms import Filled

_WHY = {
    "unknown": ("认不出是什么", "nobody knows what it is"),
    "nothing": ("图中没有", "the graph has nothing for it"),
    "hidden": ("权限不够，未显示", "not for your sight"),
}


@click.command("form")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--place", required=True, metavar="CODE", help="The place to fill it for: its code.")
@click.option("--to", type=click.Path(dir_okay=False, path_type=Path), help="The file to write; else beside FILE.")
@click.option("--at", metavar="T", help="The day that it is for, as 2026-11-25; today if not given.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document on what was filled in.")
@click.option("--locale", type=click.Choice(["zh", "en"]), help="The language of what is said.")
def command(file: Path, place: str, to: Path | None, at: str | None, as_json: bool, locale: str | None) -> None:
    """Fills a blank form (xlsx) with any headings that a roster knows; its looks stay as they are.

    Numbers are masked as on the pages. Columns that stay empty are listed. Loading the filled form changes nothing.

    Example: flask form 楼栋长统计表.xlsx --place 429091101001 --to 楼栋长统计表-松涛.xlsx
    """
    locale = locale or current.settings().locale
    target = to or file.with_name(f"{file.stem}（已填）.xlsx")
    try:
        filled = _filled(file, place, Moment.parse(at) if at else now())
        target.write_bytes(filled.content)
    except LianhuError as refused:
        raise click.ClickException(refused.message(locale)) from refused
    except OSError as failed:
        raise click.ClickException(f"{target}: {failed.strerror}") from failed
    click.echo(_json(target, filled) if as_json else _said(target, filled, locale))


def _filled(file: Path, place: str, moment: Moment) -> Filled:
    from loaders.forms import fill

    return fill(file, current.connection(), place, current.sight(), moment, current.seal())


def _json(target: Path, filled: Filled) -> str:
    told = {"file": str(target), "rosters": filled.rosters, "rows": filled.rows, "left_over": filled.left_over}
    columns = {"filled": filled.filled_columns, "empty": filled.empty_columns}
    return json.dumps(
        told | {name: [asdict(c) for c in of] for name, of in columns.items()}, ensure_ascii=False, indent=2
    )


def _said(target: Path, filled: Filled, locale: str) -> str:
    english = locale == "en"
    count = f"{target}: {filled.rows} rows filled in." if english else f"{target}：填了 {filled.rows} 行。"
    lines = [count]
    if filled.left_over:
        more = filled.left_over
        lines.append(f"{more} more that the form does not name." if english else f"图中另有 {more} 行，表里没有列出。")
    head = "Empty: " if english else "未填："
    for column in filled.empty_columns:
        lines.append(f"{head}{column.sheet} {column.letter} {column.heading} ({_WHY[column.why][english]})")
    return "\n".join(lines)
