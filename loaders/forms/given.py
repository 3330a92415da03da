"""Lines that a form has already: rows that name places, or things, and leave the rest to be filled in."""

from collections.abc import Iterator, Mapping, Sequence

from graph_schema.problems import ValueProblem
from graph_schema.values import text
from graph_schema.values.building import coverage
from loaders.cells import read_cell
from loaders.files.book import Row
from loaders.forms.showing import Cells
from loaders.places.names import grid_key
from loaders.recognise import Table
from loaders.remarks import kind_of
from loaders.rows import ABOVE
from loaders.written import Cell

Given = dict[int, Cells]  # by line of the form, what its empty cells get


def given(table: Table, cells: Sequence[Cells]) -> Given:
    """By line, what the graph says of the places that the line names. A line that names people is left as it is."""
    return {line: _together(matching) for line, matching in _matched(table, cells).items()}


def left_over(table: Table, cells: Sequence[Cells]) -> int:
    """How many lines of the graph are about places that a form with lines of its own does not name."""
    matched = _matched(table, cells)
    found = {id(each) for matching in matched.values() for each in matching}
    return len(cells) - len(found) if matched else 0


def _matched(table: Table, cells: Sequence[Cells]) -> dict[int, list[Cells]]:
    columns = {column: field for column, field in table.layout.fields.items() if field in _PLACES}
    reads = {column.field: column.reads for column in table.roster.columns}
    holds = {column.field for column in table.roster.columns if column.hold}
    known = [(_keys({c: row.get(c) for c in columns}, columns, reads), row) for row in cells]
    found: dict[int, list[Cells]] = {}
    held: dict[int, object] = {}
    for row in _rows(table):
        written = {column: row.cell(column) for column in columns}
        held = {
            c: cell if not text.is_blank(cell) else held.get(c) for c, cell in written.items() if columns[c] in holds
        }
        named = _keys(written | held, columns, reads)
        if named and not any(not text.is_blank(row.cell(column)) for column in table.layout.people.values()):
            found[row.line] = [cells_ for keys, cells_ in known if named.items() <= keys.items()]
    return found


def _rows(table: Table) -> Iterator[Row]:
    return (row for row in table.body if kind_of(row, table) == "")


def _keys(cells: Mapping[int, object], columns: Mapping[int, str], reads: Mapping[str, str]) -> dict[int, object]:
    """What the place columns say, in one spelling; those that say nothing are left out."""
    return {c: _key(columns[c], reads[columns[c]], cell) for c, cell in cells.items() if not text.is_blank(cell)}


def _key(field: str, reads: str, cell: object) -> object:
    try:
        if field == "building":
            return coverage(cell)
        value = read_cell(reads, cell)
        return grid_key(str(value)) if field == "grid" else text.tidy(value)
    except ValueProblem:
        return text.tidy(cell)


def _together(lines: Sequence[Cells]) -> Cells:
    """Several lines in one: what they all say once, people one below the other; what only some say is left out."""
    if len(lines) < 2:
        return dict(lines[0]) if lines else {}
    found: Cells = {}
    for column in lines[0].keys() | {c for line in lines for c in line}:
        values: list[Cell] = [line.get(column) for line in lines]
        if len(set(values)) == 1:
            found[column] = values[0]
        elif all(value is not None for value in values):
            found[column] = "\n".join(str(value) for value in values)
    return found


_PLACES = frozenset((*ABOVE, "zone", "checkpoint")) - {"town_code", "community_code"}
