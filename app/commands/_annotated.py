"""The files of an import again, with what is wrong at its cells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import click


def write_annotated(files: Sequence[Path], told: Sequence[Mapping[str, Any]], to: Path, locale: str) -> None:
    """Writes one file to `to`, several into it as a folder; a file that was refused as a whole is left out."""
    from loaders.annotate import annotated

    readable = [(file, of_file) for file, of_file in zip(files, told, strict=True) if not of_file.get("problem")]
    folder = to if len(files) > 1 or to.is_dir() else None
    try:
        if folder is not None:
            folder.mkdir(parents=True, exist_ok=True)
        for file, of_file in readable:
            target = to if folder is None else folder / (file.name if file.suffix == ".xlsx" else f"{file.name}.xlsx")
            target.write_bytes(annotated(file, of_file, locale))
    except OSError as failed:
        raise click.ClickException(f"{failed.filename}: {failed.strerror}") from failed
