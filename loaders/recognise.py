"""Which roster a sheet's tables are, which rows are their headers, which column is what."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import cache
from itertools import pairwise
from types import MappingProxyType

from loaders.correction import Correction, shape_of
from loaders.files.book import RESULTS, Book, Row, Sheet
from loaders.headers import Header, header_of, headers_at, heading_of, likely, may_be_header
from loaders.headings import Layout, forms, lay_out, may_know
from loaders.parts import borders, columns_between, rows_between, title_of, titles_above
from loaders.roster import CROSSTAB, Roster
from loaders.sources import ROSTERS
from loaders.tables import Leaf, Recognised, Stranger, Table

__all__ = ["Leaf", "Recognised", "Stranger", "Table", "recognise"]

_ROWS_LOOKED_AT = 60
_LEAST_COLUMNS = 3
_LEAST_NAMED = 2  # columns, where the title says which roster it is


Layouts = Mapping[str, Correction]  # by shape
_NO_LAYOUTS: Layouts = MappingProxyType({})


@dataclass(frozen=True)
class _Found:
    """A header that fits a roster. `position`: of its first row. `first`: of the first row of its titles."""

    position: int
    first: int
    score: float
    layout: Layout
    lines: tuple[int, ...]

    @property
    def key(self) -> tuple[float, int, int, int]:
        """The better the greater; a form of buildings that names leaders and nothing else is their roster."""
        return self.score, -len(self.lines), -self.lines[0], self.layout.roster.rank


def recognise(book: Book, layouts: Layouts = _NO_LAYOUTS) -> tuple[Recognised, ...]:
    """What the tables of each sheet are, in their order. `layouts`: what somebody decided about them, by shape."""
    found: list[Recognised] = []
    for sheet in book.sheets:
        tables = [Leaf(sheet)] if sheet.hidden or sheet.name in RESULTS else _tables(sheet, book.file)
        found += [_corrected(table, layouts, book.file) for table in tables]
    beside = " ".join(title for table in found if isinstance(table, Table) for title in table.titles)
    return tuple(replace(table, beside=beside) if isinstance(table, Table) else table for table in found)


def _tables(sheet: Sheet, file: str) -> list[Recognised]:
    """The tables of a sheet, from the top and from the left; most sheets have one."""
    found = _headers(sheet, file)
    if not found:
        return [_stranger(sheet)]
    ends = [sheet.rows[after.first].line for after in found[1:]]
    tables: list[Recognised] = []
    for header, last in zip(found, (*ends, None), strict=True):
        first = sheet.rows[header.first].line if tables else 0
        tables += _side_by_side(rows_between(sheet, first, last), header, file)
    return tables


def _headers(sheet: Sheet, file: str) -> list[_Found]:
    """The headers of the sheet's tables from the top. Of rows with nothing between them the best one is taken."""
    accepted: list[_Found] = []
    for position in _promising(sheet):
        first = titles_above(sheet.rows, position) if accepted else 0
        best = _best(sheet, position, first, file) or _best_of_two(sheet, position, first, file)
        if best is None:
            continue
        last = accepted[-1] if accepted else None
        if last is None:
            accepted.append(best)
        elif not _has_rows_between(sheet, last, best):
            accepted[-1] = max(last, replace(best, first=last.first), key=lambda header: header.key)
        elif not _repeats(sheet, accepted, best):
            accepted.append(best)
    return accepted


def _promising(sheet: Sheet) -> Iterator[int]:
    yield from likely(sheet.rows[:_ROWS_LOOKED_AT])
    for position in range(_ROWS_LOOKED_AT, len(sheet.rows)):
        if may_be_header(sheet.rows[position]):
            yield position


def _best(sheet: Sheet, position: int, first: int, file: str) -> _Found | None:
    """The roster that understands the row best as its header; None where none does."""
    titles = _titles(sheet, first, position)
    found = [
        _Found(position, first, _score(layout, sheet, titles, file), layout, header.lines)
        for header in headers_at(sheet, sheet.rows, position)
        for layout in _layouts_of(header, sheet, titles)
    ]
    return max(found, key=lambda header: header.key, default=None)


def _best_of_two(sheet: Sheet, position: int, first: int, file: str) -> _Found | None:
    """A row that no roster understands as a whole, though one each understands its left and its right part."""
    row = sheet.rows[position]
    headings = header_of(sheet, (row,)).headings
    around = replace(sheet, rows=sheet.rows[first : position + 3])
    for column in borders(headings):
        left = _in_line(columns_between(around, 0, column), row.line, file)
        if left and _in_line(columns_between(around, column, None), row.line, file):
            unread = tuple(right for right in headings if right >= column)
            return replace(left, position=position, first=first, layout=_wider(left.layout, headings, unread))
    return None


def _wider(layout: Layout, headings: dict[int, str], unread: tuple[int, ...]) -> Layout:
    return replace(layout, headings=headings, unknown=(*layout.unknown, *unread))


def _layouts_of(header: Header, sheet: Sheet, titles: tuple[str, ...]) -> Iterator[Layout]:
    may_be_known = _vocabulary()
    row = next(row for row in sheet.rows if row.line == header.lines[-1])
    known = sum(1 for heading in header.headings.values() if may_be_known(heading))
    known += sum(1 for cell in row.cells if isinstance(cell, dt.date))
    if known < max(_LEAST_NAMED, len(header.headings) - known):
        return  # a row of data, as most are: no roster understands half of it
    for roster in ROSTERS.values():
        named = _is_named(roster, sheet, titles)
        if roster.titled and not named:
            continue
        layout = lay_out(roster, header.headings | _days(roster, sheet, header.lines))
        least = max(_LEAST_NAMED if named else _LEAST_COLUMNS, len(layout.unknown))
        if layout.complete and layout.matched >= least:
            yield layout


@cache
def _vocabulary() -> Callable[[str], bool]:
    return may_know(ROSTERS.values())


def _titles(sheet: Sheet, first: int, position: int) -> tuple[str, ...]:
    return tuple(title_of(row) for row in sheet.rows[first:position])


def _has_rows_between(sheet: Sheet, last: _Found, here: _Found) -> bool:
    between = sheet.rows[last.position + len(last.lines) : here.position]
    return any(len(row.filled) >= _LEAST_NAMED for row in between)


def _repeats(sheet: Sheet, accepted: list[_Found], here: _Found) -> bool:
    """Whether it is the last table's header on a new page: the same headings without a title of its own."""
    before, now = accepted[-1].layout.headings, here.layout.headings
    same = sum(1 for column, heading in now.items() if before.get(column) == heading)
    if same < _LEAST_COLUMNS or same * 2 < len(now):
        return False
    told = {title for header in accepted for title in _titles(sheet, header.first, header.position)}
    return told.issuperset(_titles(sheet, here.first, here.position))


def _side_by_side(sheet: Sheet, header: _Found, file: str) -> list[Recognised]:
    """The table of a header, or the two that stand beside each other with their headings in the same line."""
    position = next(at for at, row in enumerate(sheet.rows) if row.line == header.lines[0])
    for column in borders(header.layout.headings):
        halves = columns_between(sheet, 0, column), columns_between(sheet, column, None)
        best = [_in_line(half, header.lines[0], file) for half in halves]
        if all(best) and sum(half.layout.matched - len(half.layout.unknown) for half in best if half) > (
            header.layout.matched - len(header.layout.unknown)
        ):
            return [
                t for half, found in zip(halves, best, strict=True) if found for t in _side_by_side(half, found, file)
            ]
    return [_table(sheet, header.layout, header.lines, _titles(sheet, 0, position), file)]


def _in_line(sheet: Sheet, line: int, file: str) -> _Found | None:
    position = next((at for at, row in enumerate(sheet.rows) if row.line == line), None)
    return None if position is None else _best(sheet, position, 0, file)


def _table(sheet: Sheet, layout: Layout, lines: tuple[int, ...], titles: tuple[str, ...], file: str) -> Table:
    return Table(sheet, layout, lines, titles, file, shape=shape_of(layout.headings))


def _corrected(table: Recognised, layouts: Layouts, file: str) -> Recognised:
    """The table as somebody said that it is. It keeps its shape, by which the decision is found again."""
    if isinstance(table, Leaf) or table.shape not in layouts:
        return table
    said = layouts[table.shape]
    found = table.header_lines if isinstance(table, Table) else (table.header_line,)
    rows = [row for row in table.sheet.rows if row.line in (said.header_lines or found)]
    default = table.roster if isinstance(table, Table) else table.nearest
    roster = ROSTERS.get(said.roster, default)
    if not rows:
        return table
    header = header_of(table.sheet, rows)
    layout = lay_out(roster, header.headings | _days(roster, table.sheet, header.lines), said.fields)
    titles = tuple(title_of(row) for row in table.sheet.rows if row.line < header.lines[0])
    if layout.complete:
        return Table(table.sheet, layout, header.lines, titles, file, shape=table.shape)
    missing = next(group[0] for group in roster.needed if layout.found.isdisjoint(group))
    names = tuple(header.headings.values())
    return Stranger(
        table.sheet, header.lines[-1], names, roster, table.shape, header.headings, _heading(roster, missing)
    )


def _heading(roster: Roster, name: str) -> str:
    """The first heading of a field or post."""
    declared = [(column.field, column.headings) for column in roster.columns]
    declared += [(party.field, party.headings) for party in roster.parties]
    declared += [(post.field, post.headings) for post in roster.posts]
    return next((headings[0] for field_, headings in declared if field_ == name and headings), name)


def _is_named(roster: Roster, sheet: Sheet, titles: tuple[str, ...]) -> bool:
    """Whether the sheet or what stands above its table holds a word of the roster's title."""
    return any(word in said for said in (sheet.name, *titles) for word in roster.title)


def _days(roster: Roster, sheet: Sheet, lines: tuple[int, ...]) -> dict[int, str]:
    """Headings that are dates and no texts: only a cross-tab has such."""
    if roster.shape != CROSSTAB:
        return {}
    row = next(row for row in sheet.rows if row.line == lines[-1])
    dates = {column: row.cell(column) for column in row.filled}
    return {c: f"{cell:%Y-%m-%d}" for c, cell in dates.items() if isinstance(cell, dt.date)}


def _score(layout: Layout, sheet: Sheet, titles: tuple[str, ...], file: str) -> float:
    """Columns understood, less half of those that are not; a word of the title counts as much as three columns."""
    named = 3.0 if _is_named(layout.roster, sheet, titles) else 0.0
    named = named or (1.5 if any(word in file for word in layout.roster.title) else 0.0)
    return layout.matched - 0.5 * len(layout.unknown) + named


def _stranger(sheet: Sheet) -> Stranger | Leaf:
    row = _likely_header(sheet)
    if row is None:
        return Leaf(sheet)
    header = header_of(sheet, (row,))
    headings = tuple(header.headings.values())
    return Stranger(sheet, row.line, headings, _nearest(headings), shape_of(header.headings), header.headings)


def _likely_header(sheet: Sheet) -> Row | None:
    """The first row of several short texts with a row of as many cells below it."""
    rows = sheet.rows[:_ROWS_LOOKED_AT]
    for row, below in pairwise(rows):
        headings = [c for c in row.filled if heading_of(row.cell(c)) and len(heading_of(row.cell(c))) <= 20]
        if len(headings) >= _LEAST_COLUMNS and len(set(headings) & set(below.filled)) >= 2:
            return row
    return None


def _nearest(headings: tuple[str, ...]) -> Roster:
    """The roster that understands most of the headings; among equals the one whose words are most alike."""
    numbered = dict(enumerate(headings))

    def nearness(roster: Roster) -> tuple[int, float]:
        known = [forms(h)[0] for column in roster.columns for h in column.headings]
        known += [forms(h)[0] for post in roster.posts for h in post.headings]
        alike = sum(max(SequenceMatcher(None, h, k).ratio() for k in known) for h in headings)
        return lay_out(roster, numbered).matched, alike

    return max(ROSTERS.values(), key=nearness)
