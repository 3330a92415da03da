"""A file as rows: what every reader gives, whatever the format was."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from graph_schema.values import text

RESULTS = ("检查结果（联户）", "Results (Lianhu)")  # the sheet that an annotated workbook has more: see annotate.py

Cell = object  # str, float, int, bool, date, datetime, time or "" for an empty one


@dataclass(frozen=True, slots=True)
class Row:
    """One row that holds something. `line` is what a person sees: the row of a sheet, the physical line of a CSV."""

    line: int
    cells: tuple[Cell, ...]

    def cell(self, column: int) -> Cell:
        """The cell of a column, "" beyond the last one."""
        return self.cells[column] if column < len(self.cells) else ""

    @property
    def filled(self) -> tuple[int, ...]:
        """The columns that hold something."""
        return tuple(i for i, cell in enumerate(self.cells) if cell != "" and not text.is_blank(cell))


@dataclass(frozen=True)
class Merge:
    """A true merged range: lines as people count them, columns from 0, both ends included."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True)
class Sheet:
    """One sheet. Rows without anything are left out; a hidden sheet has none. A CSV's sheet has no name.

    `hidden_lines`: of rows that a person does not see. They are data all the same.
    """

    name: str
    rows: tuple[Row, ...] = ()
    merges: tuple[Merge, ...] = ()
    hidden: bool = False
    hidden_lines: frozenset[int] = frozenset()

    @cached_property
    def _by_line(self) -> dict[int, Row]:
        return {row.line: row for row in self.rows}

    @cached_property
    def _merged(self) -> dict[tuple[int, int], Merge]:
        tall = (m for m in self.merges if m.bottom > m.top)
        return {(line, column): m for m in tall for line, column in _spanned(m)}

    def cell(self, line: int, column: int) -> Cell:
        """The cell where it stands, "" where there is none."""
        row = self._by_line.get(line)
        return row.cell(column) if row else ""

    def merge_at(self, line: int, column: int) -> Merge | None:
        """The merged range over several lines that the cell lies in."""
        return self._merged.get((line, column)) if self.merges else None

    def merged(self, row: Row, column: int) -> Cell:
        """The cell of a row; in a merged range over several lines what the range holds."""
        merge = self._merged.get((row.line, column)) if self.merges else None
        return self.cell(merge.top, merge.left) if merge else row.cell(column)

    def spread(self, line: int, column: int) -> Cell:
        """The cell, or what the merged range that it lies in holds."""
        for merge in self.merges:
            if merge.top <= line <= merge.bottom and merge.left <= column <= merge.right:
                return self.cell(merge.top, merge.left)
        return self.cell(line, column)


@dataclass(frozen=True)
class Book:
    """One file, by its name without the folder."""

    file: str
    sheets: tuple[Sheet, ...] = field(default=())


def column_letter(column: int) -> str:
    """A for 0, Z for 25, AA for 26."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _spanned(merge: Merge) -> Iterator[tuple[int, int]]:
    for line in range(merge.top, merge.bottom + 1):
        for column in range(merge.left, merge.right + 1):
            yield line, column
