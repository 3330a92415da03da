"""Raw row → typed row, or faults. Places are filled down; people never are."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from graph_schema.problems import ValueProblem
from graph_schema.values import text
from graph_schema.values.day import Day
from graph_schema.values.id_number import IdNumber
from graph_schema.values.phone import Phone
from loaders.cells import read_cell
from loaders.faults import At, Fault
from loaders.files.book import Row, column_letter
from loaders.people.claims import people_of
from loaders.recognise import Table
from loaders.remarks import SECTION, kind_of
from loaders.roster import Column

ABOVE: Mapping[str, tuple[str, ...]] = {
    "town": ("county",),
    "town_code": ("town",),
    "community": ("county", "town"),
    "community_code": ("county", "town", "community"),
    "grid": ("town", "community"),
    "compound": ("town", "community"),
    "building": ("town", "community", "compound"),
    "entrance": ("town", "community", "compound", "building"),
    "room": ("town", "community", "compound", "building", "entrance"),
    "address": ("town", "community", "compound"),
    "household_number": ("town", "community", "compound", "building", "entrance", "room"),
}


@dataclass(frozen=True)
class Claim:
    """A person as one cell names them, with what the columns beside it say."""

    post: str
    name: str
    first: bool = True
    phones: tuple[Phone, ...] = ()
    id: IdNumber | None = None
    birth: Day | None = None
    gender: str | None = None
    politics: str | None = None
    since: Day | None = None
    until: Day | None = None
    full_time: bool | None = None
    duties: str | None = None
    night_ok: bool | None = None
    relation: str | None = None
    position: str | None = None
    registered_only: bool | None = None
    more: Mapping[str, Any] = field(default_factory=dict)

    @classmethod
    def of(cls, said: Mapping[str, Any]) -> "Claim":
        """The claim of what the columns say; what only some rosters know goes into `more`."""
        own = {name: value for name, value in said.items() if name in cls.__dataclass_fields__}
        return cls(**own, more={name: value for name, value in said.items() if name not in own})


@dataclass(frozen=True)
class TypedRow:
    """What one row says. `places` holds a key for every place column that says something, "" for "there is none".

    `column`: of a cross-tab, the column of the cell that is the row.
    """

    at: At
    table: Table = field(repr=False)
    places: Mapping[str, object] = field(default_factory=dict)
    values: Mapping[str, object] = field(default_factory=dict)
    people: tuple[Claim, ...] = ()
    section: str = ""
    column: int | None = None

    def fault(self, problem: ValueProblem, name: str) -> Fault:
        """A fault of this row at the column of a field, a post or a post's attribute (staff.phone)."""
        column = _column_of(self.table, name)
        column = self.column if column is None else column
        heading = self.table.layout.headings.get(column, "") if column is not None else ""
        heading = heading.split("\n")[0] if column is not None and column in self.table.layout.crossings else heading
        return Fault.of(problem, self.at, column_letter(column) if column is not None else "", heading)


@dataclass(frozen=True)
class Sorted:
    """The rows of a table: typed, refused, and how many are no data by kind."""

    typed: tuple[TypedRow, ...]
    faults: tuple[Fault, ...]
    refused: int
    not_data: Mapping[str, int]


class Refused(Exception):
    """The faults of one row."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__(len(faults))
        self.faults = faults


def sort_rows(table: Table, file_number: int, sheet_number: int) -> Sorted:
    """Every row below the header, in order."""
    typed: list[TypedRow] = []
    faults: list[Fault] = []
    refused = 0
    not_data = {"title": len(table.titles), "header": len(table.header_lines)}
    held: dict[str, object] = {}
    section = ""
    for row in table.body:
        kind = kind_of(row, table)
        if kind:
            not_data[kind] = not_data.get(kind, 0) + 1
            section = text.tidy(row.cell(row.filled[0])) if kind == SECTION else section
            continue
        at = At(table.file, table.sheet.name, row.line, file_number, sheet_number)
        try:
            typed.append(_typed(row, table, at, held, section))
        except Refused as wrong:
            refused += 1
            faults += wrong.faults
    return Sorted(tuple(typed), tuple(faults), refused, not_data)


def _typed(row: Row, table: Table, at: At, held: dict[str, object], section: str) -> TypedRow:
    before = dict(held)
    faults: list[Fault] = []
    bare = TypedRow(at, table)
    places: dict[str, object] = {}
    changed: set[str] = set()
    for name, value in _places(row, table, held, changed):
        if isinstance(value, ValueProblem):
            faults.append(bare.fault(value, name))
        else:
            places[name] = value
    values: dict[str, object] = {}
    for name, value in _values(row, table, held, changed):
        if isinstance(value, ValueProblem):
            faults.append(bare.fault(value, name))
        elif value is not None:
            values[name] = value
    people, wrong = people_of(row, table, before, held)
    faults += [bare.fault(problem, name) for name, problem in wrong]
    if faults:
        raise Refused(faults)
    return TypedRow(at, table, places, values, tuple(Claim.of(claim) for claim in people), section)


def _places(row: Row, table: Table, held: dict[str, object], changed: set[str]) -> Iterator[tuple[str, object]]:
    """The row's places, from the highest down. `held` is brought up to date, whatever becomes of the row."""
    columns = {name: column for column, name in table.layout.fields.items()}
    for declared in _place_columns(table):
        name = declared.field
        if name not in columns:
            continue
        value = _place(row, table, columns[name], declared)
        if value is None:
            if (
                held.get(name) is not None
                and not changed & set(ABOVE.get(name, ()))
                and _fills(row, table, columns[name], declared)
            ):
                yield name, held[name]
                continue
            held.pop(name, None)
            changed.add(name)
            continue
        if held.get(name) != value:
            changed.add(name)
        held[name] = value
        yield name, value


def _place_columns(table: Table) -> list[Column]:
    order = ("county", "county_code", "town", "town_code", *ABOVE)
    named = {column.field: column for column in table.roster.columns}
    return [named[name] for name in dict.fromkeys(order) if name in named]


def _place(row: Row, table: Table, column: int, declared: Column) -> object:
    """The value, a ValueProblem, or None where the cell is blank or says "as above"."""
    cell = row.cell(column)
    merge = table.sheet.merge_at(row.line, column)
    if merge is not None and text.is_blank(cell):
        cell = table.sheet.cell(merge.top, merge.left)
    if text.is_blank(cell) or text.is_ditto(cell):
        return None
    try:
        return read_cell(declared.reads, cell)
    except ValueProblem as problem:
        return problem


def _fills(row: Row, table: Table, column: int, declared: Column) -> bool:
    """Whether a cell without a value stands for the one above: every "as above" does, a blank one by declaration."""
    cell = row.cell(column)
    return declared.hold or text.is_ditto(cell)


def _values(row: Row, table: Table, held: dict[str, object], changed: set[str]) -> Iterator[tuple[str, object]]:
    """What the columns of properties and organisations say; a merged cell holds for all its rows.

    What is said once of a home (自住) holds for its other rows, as the home itself does, until the row is elsewhere;
    so does the organisation of a community.
    """
    holding = {column.field for column in table.roster.columns if column.hold}
    placed = table.roster.subject != ""
    of_community = {party.field for party in table.roster.parties if placed and party.covers == "Community"}
    reads = {column.field: column.reads for column in table.roster.columns}
    reads |= {party.field: "text" for party in table.roster.parties}
    for column, name in table.layout.fields.items():
        if name in ABOVE or name in ("county", "county_code"):
            continue
        merge = table.sheet.merge_at(row.line, column)
        cell = table.sheet.cell(merge.top, merge.left) if merge else row.cell(column)
        try:
            value = None if text.is_ditto(cell) and name in holding else read_cell(reads[name], cell)
        except ValueProblem as problem:
            value = problem
        if name in holding | of_community:
            moved = changed & {"community"} if name in of_community else changed
            silent = text.is_blank(cell) or text.is_ditto(cell)  # a stroke says that there is none
            value = held.get(name) if value is None and silent and not moved else value
            held[name] = None if isinstance(value, ValueProblem) else value
        yield name, value


def _column_of(table: Table, name: str) -> int | None:
    layout = table.layout
    post, _, attribute = name.partition(".")
    if post in layout.people:
        return layout.attributes.get(post, {}).get(attribute, [layout.people[post]])[0]
    return next((column for column, field_ in layout.fields.items() if field_ == name), None)
