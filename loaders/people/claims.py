"""The people of a row: every name of a cell with its own phone and what else stands beside it."""

from collections.abc import Mapping
from typing import Any

from graph_schema.problems import ValueProblem
from graph_schema.values import text
from graph_schema.values.name import NamePart
from loaders.cells import read_cell
from loaders.files.book import Row
from loaders.recognise import Table
from loaders.roster import Post

Wrong = tuple[str, ValueProblem]  # the post or post.attribute, and its problem
_EVIDENCE = ("phone", "id", "birth", "relation", "gender")
_OF_TARGET: Mapping[str, tuple[str, ...]] = {
    "Community": ("community",),
    "Grid": ("community", "grid"),
    "Compound": ("community", "compound"),
    "Building": ("community", "compound", "building"),
    "Zone": ("zone",),
    "": ("community", "compound", "building", "entrance", "room", "address"),
}


def people_of(
    row: Row, table: Table, before: Mapping[str, object], now: Mapping[str, object]
) -> tuple[list[dict[str, Any]], list[Wrong]]:
    """The row's claims as keyword arguments, and what is wrong. `before`, `now`: places of the last row and this."""
    claims: list[dict[str, Any]] = []
    wrong: list[Wrong] = []
    for field in table.layout.people:
        post = table.roster.post(field)
        try:
            names = _names(row, table, post, before, now)
        except ValueProblem as problem:
            wrong.append((field, problem))
            continue
        if names is None:
            continue
        attributes = _attributes(row, table, field, len(names), wrong)
        for position, part in enumerate(names):
            said = {name: values[position] for name, values in attributes.items()}
            phones = said.pop("phone", None) or ()
            claims.append({"post": field, "name": part.name, "first": position == 0, "phones": phones, **said})
    return claims, wrong


def _names(
    row: Row, table: Table, post: Post, before: Mapping[str, object], now: Mapping[str, object]
) -> tuple[NamePart, ...] | None:
    """The names of the cell; None where nobody is meant. People are never filled down."""
    column = table.layout.people[post.field]
    cell = row.cell(column)
    merge = table.sheet.merge_at(row.line, column)
    if merge is not None and merge.top < row.line and not text.is_nothing(table.sheet.cell(merge.top, merge.left)):
        fields = _OF_TARGET.get(post.target, _OF_TARGET["Grid"])
        if any(before.get(name) != now.get(name) for name in fields) and table.sheet.cell(merge.top, merge.left) != "":
            raise ValueProblem("person_filled_down")
        return None
    if text.is_blank(cell):
        if _has_evidence(row, table, post.field):
            raise ValueProblem("name_missing")
        return None
    if text.is_nothing(cell):
        return None
    if text.is_formula_text(cell):
        raise ValueProblem("name_not_a_name", value=text.tidy(cell))
    names = read_cell("names", cell)
    return names if isinstance(names, tuple) and names else None


def _has_evidence(row: Row, table: Table, field: str) -> bool:
    """Whether something is said about a person of whom the name is blank."""
    group = table.layout.attributes.get(field, {})
    cells = [(column, row.cell(column)) for name in _EVIDENCE for column in group.get(name, ())]
    return any(
        not (text.is_blank(cell) or text.is_nothing(cell) or text.is_ditto(cell))
        and table.sheet.merge_at(row.line, column) is None
        for column, cell in cells
    )


def _attributes(row: Row, table: Table, field: str, count: int, wrong: list[Wrong]) -> dict[str, list[Any]]:
    """By attribute, what it says of each of `count` people."""
    reads = {column.field: column.reads for column in table.roster.columns}
    found: dict[str, list[Any]] = {}
    for name, columns in table.layout.attributes.get(field, {}).items():
        try:
            if name == "phone":
                cells = [_cell(row, table, column) for column in columns]
                found[name] = _phones(cells, count)
            else:
                found[name] = _shared(reads[name], _cell(row, table, columns[0]), count)
        except ValueProblem as problem:
            wrong.append((f"{field}.{name}", problem))
    until, since = found.get("until"), found.get("since")
    if until and since and any(u and s and u.as_until < s.as_since for u, s in zip(until, since, strict=True)):
        wrong.append((f"{field}.until", ValueProblem("dates_reversed", value=until[0].text)))
    return found


def _cell(row: Row, table: Table, column: int) -> object:
    merge = table.sheet.merge_at(row.line, column)
    return table.sheet.cell(merge.top, merge.left) if merge else row.cell(column)


def _phones(cells: list[object], count: int) -> list[Any]:
    """One number for each name in its order; all of them where there is one name."""
    numbers = [number for cell in cells for number in _read_phones(cell)]
    if count == 1:
        return [tuple(numbers)]
    if numbers and len(numbers) != count:
        raise ValueProblem("value_conflict", value=f"{len(numbers)}个号码", other=f"{count}个姓名")
    return [(number,) for number in numbers] or [()] * count


def _read_phones(cell: object) -> tuple[Any, ...]:
    if text.is_ditto(cell):
        raise ValueProblem("phone_invalid", value=text.tidy(cell))
    found = read_cell("phones", cell)
    return found if isinstance(found, tuple) else ()


def _shared(reads: str, cell: object, count: int) -> list[Any]:
    """What a cell says for all of them, or line by line for each."""
    lines = text.tidy(cell).split("\n") if isinstance(cell, str) else []
    if count > 1 and len(lines) == count:
        return [read_cell(reads, line) for line in lines]
    if text.is_ditto(cell):
        return [None] * count
    return [read_cell(reads, cell)] * count
