"""What `flask load` says of its files: their meaning, and what has ended."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from graph_schema.values.moment import CHINA
from loaders.choices import CORRECT, MEANINGS, NOW, Choices

if TYPE_CHECKING:
    from app.cases.importing import Importing

_ALL = "all"


def choices_of(
    case: Importing, files: Sequence[Path], meanings: Sequence[str], ends: Sequence[str], locale: str
) -> Choices:
    """The choices that the options are. Raises click.UsageError, also for an end that no file proposes."""
    choices = Choices(meanings=_meanings(files, meanings, locale))
    if not ends:
        return choices
    if not {NOW, CORRECT} & set(choices.meanings.values()):
        raise click.UsageError(
            "--end goes with --meaning now or correct."
            if locale == "en"
            else "--end 要与 --meaning now 或 correct 一起使用。"
        )
    told = case.preview(files, today=datetime.now(CHINA).date(), choices=choices, locale=locale).files
    offered = frozenset(proposal["fact_id"] for file in told for proposal in file.get("proposals", ()))
    unknown = sorted(set(ends) - {_ALL} - offered)
    if unknown:
        raise click.UsageError(
            f"{unknown[0]} is none of the proposed ends; --dry-run lists them."
            if locale == "en"
            else f"{unknown[0]} 不在拟终止的清单里；用 --dry-run 查看清单。"
        )
    return replace(choices, ends=offered if _ALL in ends else frozenset(ends))


def _meanings(files: Sequence[Path], said: Sequence[str], locale: str) -> dict[str, str]:
    """By file name; a meaning alone is that of every file that has none of its own."""
    known = {file.name for file in files}
    found: dict[str, str] = {}
    for one in sorted(said, key=lambda one: "=" in one):
        file, _, meaning = one.rpartition("=")
        name = Path(file).name
        if meaning not in MEANINGS or (file and name not in known):
            raise click.UsageError(
                f"--meaning {one}: write add, now or correct, or FILE=now with one of the files."
                if locale == "en"
                else f"--meaning {one}：请写 add、now 或 correct，或写 文件名=now（文件须在本次导入之列）。"
            )
        found |= {name: meaning} if file else dict.fromkeys(known, meaning)
    return found
