"""The shape of a cross-tab: days across, and in each cell the people of the line's thing on that day.

A line is a row, and every filled cell is one of its own: a bad name refuses its cell, not the line.
"""

from collections.abc import Iterator
from dataclasses import replace

from graph_schema.problems import ValueProblem
from graph_schema.values import day, text
from graph_schema.values.day import Day
from loaders.cells import read_cell
from loaders.faults import Fault
from loaders.lending import Lent, Phones
from loaders.people.claims import in_hint
from loaders.recognise import Table
from loaders.rows import Claim, Sorted, TypedRow

IN_CELL = "on_duty"  # the post of those whom a cell names


def days_of(table: Table) -> dict[int, Day]:
    """By column the day that its heading says; a heading that is no day is left out."""
    found: dict[int, Day] = {}
    for column in table.layout.crossings:
        try:
            found[column] = _day(table, column)
        except ValueProblem:
            continue
    return found


def spread(rows: Sorted, phones: Phones) -> Sorted:
    """The rows of a cross-tab with those of its cells behind each line."""
    typed: list[TypedRow] = []
    faults: list[Fault] = []
    for line in rows.typed:
        typed.append(line)
        for cell in _cells(line, phones):
            if isinstance(cell, Fault):
                faults.append(cell)
            else:
                typed.append(cell)
    return Sorted(tuple(typed), (*rows.faults, *faults), rows.refused + len(faults), rows.not_data)


def _cells(line: TypedRow, phones: Phones) -> Iterator[TypedRow | Fault]:
    for column in line.table.layout.crossings:
        cell = line.table.sheet.cell(line.at.line, column)
        if text.is_blank(cell) or text.is_nothing(cell):
            continue
        row = replace(line, people=(), column=column)
        try:
            _day(line.table, column)
            people = tuple(_claims(cell, phones))
        except ValueProblem as problem:
            yield row.fault(problem, IN_CELL)
            continue
        yield replace(row, people=people)


def _claims(cell: object, phones: Phones) -> Iterator[Claim]:
    names = read_cell("names", cell)
    for position, part in enumerate(names if isinstance(names, tuple) else ()):
        own, lent = in_hint(part), phones.get(part.name, Lent())
        yield Claim(IN_CELL, part.name, position == 0, own or lent.phones, () if own else lent.masked)


def _day(table: Table, column: int) -> Day:
    """The day of a column. Raises date_invalid, date_ambiguous."""
    found = day.parse(table.layout.crossings[column], table.year)
    if found.precision != "day":
        raise ValueProblem("date_invalid", value=table.layout.crossings[column])
    return found
