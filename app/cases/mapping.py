"""What the columns of a table are, put right by a person: remembered for every table of the same headings."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from graph_schema.errors import InputError, NotFound
from loaders.meanings import fields_of
from loaders.roster import Roster
from loaders.sources import ROSTERS
from records import layouts
from records.layouts import Layout
from records.store import Records

AUTO, UNUSED = "", "-"  # as its heading says · not to be read
MOST_LINES = 3  # of a header
_LINES = re.compile(r"\d{1,6}(?:[,，、\s]+\d{1,6})*")


@dataclass(frozen=True)
class Sheet:
    """A table of a check with what is remembered of its shape. `file` and `number` count from 1."""

    told: Mapping[str, Any]
    name: str
    file: int
    number: int
    remembered: Layout | None

    @property
    def shape(self) -> str:
        """What tables of the same headings have in common."""
        return str(self.told["shape"])

    def chosen(self, letter: str) -> str:
        """What a person said that a column is: a field, AUTO or UNUSED."""
        said = self.remembered.fields.get(_column(letter)) if self.remembered else None
        return AUTO if said is None else said or UNUSED


def sheet_of(records: Records, files: Sequence[Mapping[str, Any]], file: int, number: int) -> Sheet:
    """A table of a check. Raises NotFound where there is none that could be put right."""
    sheets = files[file - 1].get("sheets", ()) if 0 < file <= len(files) else ()
    told = sheets[number - 1] if 0 < number <= len(sheets) else {}
    if not told.get("shape"):
        raise NotFound("这里没有可以改的表格。", "There is no table here that could be put right.")
    with records.reading() as session:
        found = next((said for said in layouts.remembered(session) if said.shape == told["shape"]), None)
    return Sheet(told, files[file - 1]["file"], file, number, found)


def rosters() -> Mapping[str, Roster]:
    """Every roster that a table may be, by its code."""
    return ROSTERS


def fields(roster: str) -> Mapping[str, tuple[str, str]]:
    """Everything that a column of a roster may be, in zh and en."""
    return fields_of(ROSTERS[roster]) if roster in ROSTERS else {}


def keep(
    records: Records, sheet: Sheet, roster: str, header: str, chosen: Mapping[str, str], *, by: str, at: datetime
) -> None:
    """Remembers what was said. `header`: lines as people write them; `chosen`: letter → field, AUTO or UNUSED."""
    if roster not in ROSTERS:
        raise InputError("请选这是什么名册。", "Choose which roster this is.")
    known = fields(roster)
    if strange := [field for field in chosen.values() if field not in (AUTO, UNUSED) and field not in known]:
        raise InputError(f"{ROSTERS[roster].zh}没有“{strange[0]}”这一项。", f"{strange[0]} is no field of this roster.")
    said = {_column(letter): "" if field == UNUSED else field for letter, field in chosen.items() if field != AUTO}
    with records.writing() as session:
        layouts.keep(session, Layout(sheet.shape, roster, _lines(header), said, by, at))


def forget(records: Records, sheet: Sheet) -> None:
    """Lets the table be recognised by itself again."""
    with records.writing() as session:
        layouts.forget(session, sheet.shape)


def _lines(header: str) -> tuple[int, ...]:
    written = header.strip()
    if not written:
        return ()
    lines = tuple(map(int, re.findall(r"\d+", written)))
    if not _LINES.fullmatch(written) or len(lines) > MOST_LINES or 0 in lines:
        raise InputError(
            f"表头行写成 3，或 3、4（最多 {MOST_LINES} 行），现在是“{written}”。",
            f"Write the lines of the header as 3, or 3, 4 (at most {MOST_LINES}); it says {written}.",
        )
    return tuple(sorted(set(lines)))


def _column(letter: str) -> int:
    """A letter's column from 0."""
    number = 0
    for sign in letter:
        number = number * 26 + ord(sign) - ord("A") + 1
    return number - 1
