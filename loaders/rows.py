"""Raw row → typed row, or faults. Places are filled down; people never are."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from graph_schema.problems import ValueProblem
from graph_schema.values import text
from graph_schema.values.day import Day
from graph_schema.values.id_number import IdNumber
from graph_schema.values.masked import is_masked
from graph_schema.values.phone import Phone
from loaders.faults import At, Fault
from loaders.files.book import Row, column_letter
from loaders.people.claims import People
from loaders.reading import Reader
from loaders.recognise import Table
from loaders.remarks import SECTION, kind_of

ABOVE: Mapping[str, tuple[str, ...]] = {
    "town": ("county",),
    "town_code": ("town",),
    "community": ("county", "town"),
    "community_code": ("county", "town", "community"),
    "grid": ("town", "community"),
    "micro_grid": ("town", "community", "grid"),
    "compound": ("town", "community"),
    "building": ("town", "community", "compound"),
    "entrance": ("town", "community", "compound", "building"),
    "room": ("town", "community", "compound", "building", "entrance"),
    "address": ("town", "community", "compound"),
    "household_number": ("town", "community", "compound", "building", "entrance", "room"),
}


_NOTHING_MORE: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Claim:
    """A person as one cell names them, with what the columns beside it say.

    `masked`: the last four digits of numbers that stand there masked, as a form comes back.
    """

    post: str
    name: str
    first: bool = True
    phones: tuple[Phone, ...] = ()
    masked: tuple[str, ...] = ()
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
    more: Mapping[str, Any] = field(default_factory=lambda: _NOTHING_MORE)

    @classmethod
    def of(cls, said: Mapping[str, Any]) -> "Claim":
        """The claim of what the columns say; what only some rosters know goes into `more`."""
        own = {name: value for name, value in said.items() if name in cls.__dataclass_fields__}
        return cls(**own) if len(own) == len(said) else cls(**own, more={n: v for n, v in said.items() if n not in own})


@dataclass(frozen=True, slots=True)
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

    def is_masked(self, name: str) -> bool:
        """Whether the cell of a field or of a post's attribute stands there masked (***)."""
        column = _column_of(self.table, name)
        return column is not None and is_masked(self.table.sheet.cell(self.at.line, column))

    def fault(self, problem: ValueProblem, name: str) -> Fault:
        """A fault of this row at the column of a field, a post or a post's attribute (staff.phone)."""
        column = _column_of(self.table, name)
        column = self.column if column is None else column
        heading = self.table.layout.headings.get(column, "") if column is not None else ""
        heading = heading.split("\n")[0] if column is not None and column in self.table.layout.crossings else heading
        heading = heading if len(self.table.header_lines) == 1 else heading.replace("\n", "")
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
    columns = _Columns(table)
    typed: list[TypedRow] = []
    faults: list[Fault] = []
    refused = 0
    not_data = {"title": len(table.titles), "header": len(table.header_lines)}
    section = ""
    for row in table.body:
        kind = kind_of(row, table)
        if kind:
            not_data[kind] = not_data.get(kind, 0) + 1
            section = text.tidy(row.cell(row.filled[0])) if kind == SECTION else section
            continue
        at = At(table.file, table.sheet.name, row.line, file_number, sheet_number)
        try:
            typed.append(columns.typed(row, at, section))
        except Refused as wrong:
            refused += 1
            faults += wrong.faults
    return Sorted(tuple(typed), tuple(faults), refused, not_data)


@dataclass(frozen=True)
class _Place:
    """A column of places. `above`: those that a value of this one lies in."""

    name: str
    column: int
    reader: Reader
    hold: bool
    above: frozenset[str]


@dataclass(frozen=True)
class _Value:
    """A column of a property or an organisation. `holds`: what is said once holds below; `stays`: in its community."""

    name: str
    column: int
    reader: Reader
    holds: bool
    stays: bool


class _Columns:
    """Reads the rows of one table from the first to the last; what is the same for all of them is found once.

    `held` is what stands above: brought up to date by every row, whatever becomes of it.
    """

    def __init__(self, table: Table) -> None:
        self._table = table
        self._places = tuple(_places_of(table))
        self._values = tuple(_values_of(table))
        self._people = People(table)
        self._merged = bool(table.sheet.merges)
        self._held: dict[str, object] = {}
        self._said: tuple[dict[str, object], dict[str, object]] = {}, {}

    def typed(self, row: Row, at: At, section: str) -> TypedRow:
        """The row. Raises Refused."""
        before = dict(self._held)
        changed: set[str] = set()
        wrong: list[tuple[str, ValueProblem]] = []
        places = _sound(self._place_values(row, changed), wrong)
        values = {
            name: value for name, value in _sound(self._other_values(row, changed), wrong).items() if value is not None
        }
        # The people of one home say the same of it: they share it.
        self._said = places, values = self._said if self._said == (places, values) else (places, values)
        people, wrong_people = self._people.of(row, before, self._held)
        wrong += wrong_people
        if wrong:
            bare = TypedRow(at, self._table)
            raise Refused([bare.fault(problem, name) for name, problem in wrong])
        return TypedRow(at, self._table, places, values, tuple(Claim.of(claim) for claim in people), section)

    def _place_values(self, row: Row, changed: set[str]) -> Iterator[tuple[str, object]]:
        """The row's places, from the highest down; a blank cell, or one that says "as above", may hold what is."""
        held = self._held
        for place in self._places:
            name = place.name
            said = place.reader.said(self._place_cell(row, place.column) if self._merged else row.cell(place.column))
            value = None if said.blank or said.ditto else said.value
            if value is None:
                if held.get(name) is not None and changed.isdisjoint(place.above) and _fills(row, place):
                    yield name, held[name]
                    continue
                held.pop(name, None)
                changed.add(name)
                continue
            if held.get(name) != value or isinstance(value, ValueProblem):
                changed.add(name)
            held[name] = value
            yield name, value

    def _place_cell(self, row: Row, column: int) -> object:
        """The cell of a place: where it is blank, what the merged range that it lies in holds."""
        cell, sheet = row.cell(column), self._table.sheet
        merge = sheet.merge_at(row.line, column)
        return sheet.cell(merge.top, merge.left) if merge is not None and text.is_blank(cell) else cell

    def _other_values(self, row: Row, changed: set[str]) -> Iterator[tuple[str, object]]:
        """What the columns of properties and organisations say; a merged cell holds for all its rows.

        What is said once of a home (自住) holds for its other rows, as the home itself does, until the row is
        elsewhere; so does the organisation of a community.
        """
        for column in self._values:
            said = column.reader.said(self._table.sheet.merged(row, column.column))
            value = None if said.ditto and column.holds else said.value
            if column.holds or column.stays:
                moved = "community" in changed if column.stays else bool(changed)
                silent = said.blank or said.ditto  # a stroke says that there is none
                value = self._held.get(column.name) if value is None and silent and not moved else value
                self._held[column.name] = None if isinstance(value, ValueProblem) else value
            yield column.name, value


def _sound(said: Iterator[tuple[str, object]], wrong: list[tuple[str, ValueProblem]]) -> dict[str, object]:
    """The values by name; problems are put aside."""
    values: dict[str, object] = {}
    for name, value in said:
        if isinstance(value, ValueProblem):
            wrong.append((name, value))
        else:
            values[name] = value
    return values


def _places_of(table: Table) -> Iterator[_Place]:
    """The place columns from the highest down, whatever their order in the table."""
    order = ("county", "county_code", "town", "town_code", *ABOVE)
    declared = {column.field: column for column in table.roster.columns}
    columns = {name: column for column, name in table.layout.fields.items()}
    for name in dict.fromkeys(order):
        if name in declared and name in columns:
            own = declared[name]
            yield _Place(name, columns[name], Reader(own.reads), own.hold, frozenset(ABOVE.get(name, ())))


def _values_of(table: Table) -> Iterator[_Value]:
    holding = {column.field for column in table.roster.columns if column.hold}
    placed = table.roster.subject != ""
    of_community = {party.field for party in table.roster.parties if placed and party.covers == "Community"}
    reads = {column.field: column.reads for column in table.roster.columns}
    reads |= {party.field: "name" for party in table.roster.parties}
    for column, name in table.layout.fields.items():
        if name not in ABOVE and name not in ("county", "county_code"):
            yield _Value(name, column, Reader(reads[name]), name in holding, name in of_community)


def _fills(row: Row, place: _Place) -> bool:
    """Whether a cell without a value stands for the one above: every "as above" does, a blank one by declaration."""
    return place.hold or text.is_ditto(row.cell(place.column))


def _column_of(table: Table, name: str) -> int | None:
    layout = table.layout
    post, _, attribute = name.partition(".")
    if post in layout.people:
        return layout.attributes.get(post, {}).get(attribute, [layout.people[post]])[0]
    return next((column for column, field_ in layout.fields.items() if field_ == name), None)
