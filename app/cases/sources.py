"""Where a fact comes from: import/file#/sheet#/line, told with the names of that import's file and sheet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from records import imports
from records.store import Records


@dataclass(frozen=True)
class Source:
    """A row of a workbook. `file` is the import's id where the office's records do not know it any more."""

    import_id: str
    file: str
    sheet: str
    line: int
    on: date | None


def sources(records: Records, texts: Iterable[str | None], *, every_sheet: bool = False) -> Mapping[str, Source]:
    """What each source text means; texts of another shape are left out.

    A file's only sheet has no name in what people read; `every_sheet` names it all the same, for programs.
    """
    split = {text: parts for text in texts if text and (parts := _split(text))}
    with records.reading() as session:
        known = {id_: imports.find(session, id_) for id_ in sorted({parts[0] for parts in split.values()})}
    return {text: _source(parts, known[parts[0]], every_sheet) for text, parts in split.items()}


def _split(text: str) -> tuple[str, int, int, int] | None:
    import_id, _, place = text.partition("/")
    numbers = place.split("/")
    if len(numbers) != 3 or not all(number.isdecimal() for number in numbers):
        return None
    return (import_id, int(numbers[0]), int(numbers[1]), int(numbers[2]))


def _source(parts: tuple[str, int, int, int], found: imports.Import | None, every_sheet: bool) -> Source:
    import_id, file, sheet, line = parts
    if found is None or not 0 < file <= len(found.files):
        return Source(import_id, import_id, "", line, None)
    return Source(import_id, found.files[file - 1].name, _sheet(found, file, sheet, every_sheet), line, found.at.date())


def _sheet(found: imports.Import, file: int, sheet: int, every_sheet: bool) -> str:
    """The sheet's name, where the file has several or `every_sheet` is wanted."""
    name = found.files[file - 1].name
    told: Mapping[str, Any] = next((each for each in found.report if each.get("file") == name), {})
    sheets = told.get("sheets", ())
    return str(sheets[sheet - 1]["sheet"]) if 0 < sheet <= len(sheets) and (every_sheet or len(sheets) > 1) else ""
