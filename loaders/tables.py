"""What a sheet holds: tables whose roster is known, a table of which none is, or nothing that is read."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from loaders.files.book import Row, Sheet
from loaders.headings import Layout
from loaders.roster import Roster

_YEAR = re.compile(r"(20\d{2})\s*年")


@dataclass(frozen=True)
class Table:
    """A table whose roster is known. `header_lines`: one, or more where headings are grouped. `titles`: above them.

    `beside`: the titles of all tables of the file, in one text. `shape`: what tables of the same headings have in
    common, before anybody corrected it. `sheet` holds the rows of this table alone where others stand beside it.
    """

    sheet: Sheet
    layout: Layout
    header_lines: tuple[int, ...]
    titles: tuple[str, ...]
    file: str
    beside: str = ""
    shape: str = ""

    @property
    def roster(self) -> Roster:
        """Its roster."""
        return self.layout.roster

    @property
    def public(self) -> bool:
        """Whether the sheet is a public notice (公示): then its numbers are public."""
        return any("公示" in title for title in (*self.titles, self.sheet.name))

    @property
    def year(self) -> int | None:
        """The year that the words above the table name, for days without one."""
        found = _YEAR.search(" ".join((*self.titles, self.sheet.name, self.file)))
        return int(found[1]) if found else None

    @property
    def body(self) -> tuple[Row, ...]:
        """The rows below the header."""
        return tuple(row for row in self.sheet.rows if row.line > self.header_lines[-1])


@dataclass(frozen=True)
class Stranger:
    """A table of which no roster is known: its header, and the roster that comes nearest.

    `missing`: the heading of a column that somebody's correction leaves it without.
    """

    sheet: Sheet
    header_line: int
    headings: tuple[str, ...]
    nearest: Roster
    shape: str = ""
    columns: Mapping[int, str] = field(default_factory=dict)
    missing: str = ""


@dataclass(frozen=True)
class Leaf:
    """A sheet that is read by nobody: without a table, or hidden."""

    sheet: Sheet


Recognised = Table | Stranger | Leaf
