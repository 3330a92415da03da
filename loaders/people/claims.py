"""The people of a row: every name of a cell with its own phone and what else stands beside it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from graph_schema.problems import ValueProblem
from graph_schema.values import phone, text
from graph_schema.values.masked import last4
from graph_schema.values.name import NamePart
from loaders.cells import read_cell
from loaders.files.book import Row
from loaders.reading import Reader
from loaders.recognise import Table
from loaders.roster import Post

Wrong = tuple[str, ValueProblem]  # the post or post.attribute, and its problem
_MOBILE = re.compile(r"1[3-9][0-9]{9}")
_EVIDENCE = ("phone", "id", "birth", "relation", "gender")
_OF_TARGET: Mapping[str, tuple[str, ...]] = {
    "Community": ("community",),
    "Grid": ("community", "grid"),
    "MicroGrid": ("community", "grid", "micro_grid"),
    "Compound": ("community", "compound"),
    "Building": ("community", "compound", "building"),
    "Zone": ("zone",),
    "": ("community", "compound", "building", "entrance", "room", "address"),
}


@dataclass(frozen=True)
class _Group:
    """A column of names and the columns of what is said of those people. `evidence`: those that tell who they are.

    `fields`: the places that a name which is merged over several lines must stand in to be meant once.
    """

    post: Post
    column: int
    fields: tuple[str, ...]
    evidence: tuple[int, ...]
    phones: tuple[int, ...]
    attributes: tuple[tuple[str, int, Reader], ...]


class People:
    """Reads the people of a table's rows; the columns are found once."""

    def __init__(self, table: Table) -> None:
        self._sheet = table.sheet
        reads = {column.field: column.reads for column in table.roster.columns}
        self._groups = tuple(_group(table, field, reads) for field in table.layout.people)

    def of(
        self, row: Row, before: Mapping[str, object], now: Mapping[str, object]
    ) -> tuple[list[dict[str, Any]], list[Wrong]]:
        """The row's claims as keyword arguments, and what is wrong.

        `before`, `now`: the places of the row above, and of this one.
        """
        claims: list[dict[str, Any]] = []
        wrong: list[Wrong] = []
        for group in self._groups:
            try:
                names = self._names(row, group, before, now)
            except ValueProblem as problem:
                wrong.append((group.post.field, problem))
                continue
            if names is None:
                continue
            attributes = self._attributes(row, group, len(names), wrong)
            for position, part in enumerate(names):
                said = {name: values[position] for name, values in attributes.items()}
                phones = said.pop("phone", None) or in_hint(part)
                claims.append(
                    {"post": group.post.field, "name": part.name, "first": position == 0, "phones": phones, **said}
                )
            if not claims[-1]["phones"] and (digits := self._digits_left(row, group)):
                for position, claim in enumerate(claims[-len(names) :]):
                    claim["masked"] = digits if len(names) == 1 else digits[position : position + 1]
        return claims, wrong

    def _digits_left(self, row: Row, group: _Group) -> tuple[str, ...]:
        """The last four digits that the group's masked numbers still show (199****5678)."""
        cells = (self._sheet.merged(row, column) for column in group.phones)
        return tuple(digits for cell in cells if isinstance(cell, str) and "*" in cell for digits in last4(cell))

    def _names(
        self, row: Row, group: _Group, before: Mapping[str, object], now: Mapping[str, object]
    ) -> tuple[NamePart, ...] | None:
        """The names of the cell; None where nobody is meant. People are never filled down."""
        cell = row.cell(group.column)
        merge = self._sheet.merge_at(row.line, group.column)
        if merge is not None and merge.top < row.line:
            first = self._sheet.cell(merge.top, merge.left)
            if not text.is_nothing(first):
                if any(before.get(name) != now.get(name) for name in group.fields) and first != "":
                    raise ValueProblem("person_filled_down")
                return None
        if text.is_blank(cell):
            if self._has_evidence(row, group):
                raise ValueProblem("name_missing")
            return None
        if text.is_nothing(cell):
            return None
        if text.is_formula_text(cell):
            raise ValueProblem("name_not_a_name", value=text.tidy(cell))
        names = read_cell("names", cell)
        return names if isinstance(names, tuple) and names else None

    def _has_evidence(self, row: Row, group: _Group) -> bool:
        """Whether something is said about a person of whom the name is blank."""
        cells = ((column, row.cell(column)) for column in group.evidence)
        return any(
            not (text.is_blank(cell) or text.is_nothing(cell) or text.is_ditto(cell))
            and self._sheet.merge_at(row.line, column) is None
            for column, cell in cells
        )

    def _attributes(self, row: Row, group: _Group, count: int, wrong: list[Wrong]) -> dict[str, list[Any]]:
        """By attribute, what it says of each of `count` people."""
        found: dict[str, list[Any]] = {}
        for name, column, reader in group.attributes:
            try:
                if name == "phone":
                    found[name] = _phones([self._sheet.merged(row, column) for column in group.phones], count)
                else:
                    found[name] = _shared(reader, self._sheet.merged(row, column), count)
            except ValueProblem as problem:
                wrong.append((f"{group.post.field}.{name}", problem))
        until, since = found.get("until"), found.get("since")
        if until and since and any(u and s and u.as_until < s.as_since for u, s in zip(until, since, strict=True)):
            wrong.append((f"{group.post.field}.until", ValueProblem("dates_reversed", value=until[0].text)))
        return found


def in_hint(part: NamePart) -> tuple[Any, ...]:
    """The phone that stands behind a name in its own cell: 张三19900000001."""
    return phone.parse_many(part.hint) if _MOBILE.fullmatch(part.hint) else ()


def _group(table: Table, field: str, reads: Mapping[str, str]) -> _Group:
    post, attributes = table.roster.post(field), table.layout.attributes.get(field, {})
    return _Group(
        post,
        table.layout.people[field],
        _OF_TARGET.get(post.target, _OF_TARGET["Grid"]),
        tuple(column for name in _EVIDENCE for column in attributes.get(name, ())),
        tuple(attributes.get("phone", ())),
        tuple((name, columns[0], Reader(reads[name])) for name, columns in attributes.items()),
    )


def _phones(cells: list[object], count: int) -> list[Any]:
    """One number for each name in its order; all of them where there is one name."""
    numbers = [number for cell in cells for number in _read_phones(cell)]
    if count == 1:
        return [tuple(numbers)]
    if numbers and len(numbers) != count:
        raise ValueProblem("value_conflict", value=f"{len(numbers)}个号码", other=f"{count}个姓名")
    return [(number,) for number in numbers] or [()] * count


def _read_phones(cell: object) -> tuple[Any, ...]:
    if cell == "":
        return ()
    if text.is_ditto(cell):
        raise ValueProblem("phone_invalid", value=text.tidy(cell))
    found = read_cell("phones", cell)
    return found if isinstance(found, tuple) else ()


def _shared(reader: Reader, cell: object, count: int) -> list[Any]:
    """What a cell says for all of them, or line by line for each."""
    if count > 1:
        lines = text.tidy(cell).split("\n") if isinstance(cell, str) else []
        if len(lines) == count:
            return [reader.value(line) for line in lines]
    said = reader.said(cell)
    if said.ditto:
        return [None] * count
    if isinstance(said.value, ValueProblem):
        raise said.value.with_traceback(None)
    return [said.value] * count
