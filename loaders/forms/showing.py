"""A line as cells: each value in the words that a loader reads, as the viewer may see it.

What is hidden is *** in every line, so that nobody learns from a blank cell who has nothing to hide, and the loader
reads none of it: see graph_schema/values/masked.py.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph_schema.nodes import PHONE_PREFIXES
from graph_schema.sensitivity import Sensitivity, Sight
from graph_schema.values import address, id_number, name, phone
from graph_schema.values.masked import HIDDEN
from graph_schema.values.seal import Seal
from loaders.forms.elsewhere import known_elsewhere, said_elsewhere
from loaders.forms.line import Line, Said, Someone
from loaders.forms.people import said_of
from loaders.headings import Layout
from loaders.written import NONE, Cell, write

_ROOMS = frozenset(("room", "address", "household_number"))
_NOTHING = Said(None)

Cells = dict[int, Cell]  # by column


@dataclass(frozen=True)
class Showing:
    """What one viewer sees. Without a seal no number is opened: then only its last four digits are known."""

    sight: Sight
    seal: Seal | None
    layout: Layout

    def visible(self, lines: Iterable[Line]) -> list[Line]:
        """The lines of which the viewer may know that they are there."""
        return [line for line in lines if self.sight.may_see(line.sensitivity)]

    def cells(self, lines: Sequence[Line]) -> list[Cells]:
        """The cells of every line."""
        hidden = self.hidden(lines)
        reads = self._reads
        shown = [self._line(line, hidden, reads) for line in lines]
        _say_none(shown, self._held)
        return shown

    def hidden(self, lines: Iterable[Line]) -> frozenset[int]:
        """The columns of which the viewer may see nothing."""
        return frozenset(
            column
            for line in lines
            for column, said in self._said(line)
            if not self.sight.may_see(said.sensitivity) and self.layout.fields.get(column) not in _ROOMS
        )

    def _said(self, line: Line) -> Iterable[tuple[int, Said]]:
        for column, field in self.layout.fields.items():
            yield column, line.values.get(field, _NOTHING)
        for post, group in self.layout.attributes.items():
            who = line.people.get(post)
            for attribute, columns in group.items():
                if who is not None and attribute not in ("phone", "id"):
                    yield columns[0], said_of(who, attribute)

    def _line(self, line: Line, hidden: frozenset[int], reads: Mapping[int, str]) -> Cells:
        cells: Cells = {}
        for column, said in self._said(line):
            cells[column] = HIDDEN if column in hidden else self._value(column, said, reads[column], line)
        for column, fields in known_elsewhere(self.layout).items():
            said = said_elsewhere(line, fields)
            cells[column] = write("text", said.value) if self.sight.may_see(said.sensitivity) else HIDDEN
        for post, column in self.layout.people.items():
            who = line.people.get(post)
            if who is not None:
                cells[column] = self.name(who)
                cells |= self._numbers(post, who)
        for column, crowd in line.crowds.items():
            cells[column] = "、".join(map(self.name, crowd)) or None
            cells |= self._numbers_of(column, crowd)
        return cells

    def _value(self, column: int, said: Said, reads: str, line: Line) -> Cell:
        if not self.sight.may_see(said.sensitivity):
            entrance = line.path.get("Entrance")
            sign = entrance.name.removesuffix("单元") if entrance and self.layout.fields[column] == "address" else ""
            return address.mask_room(sign)
        return write(reads, said.value)

    def name(self, who: Someone) -> str:
        """A name; that of somebody who holds a post is less of a secret."""
        visible = self.sight.may_see(Sensitivity.S1 if who.holds else Sensitivity.S2)
        return who.person.name if visible else name.mask(who.person.name)

    def _numbers(self, post: str, who: Someone) -> Cells:
        group = self.layout.attributes.get(post, {})
        cells: Cells = {}
        if "id" in group:
            there = who.person.image.get("id_digest") and self.sight.may_see(Sensitivity.S1)
            cells[group["id"][0]] = id_number.MASK_ZH if there else None
        columns, numbers = group.get("phone", []), self._phones(who)
        for position, column in enumerate(columns):
            mine = numbers[position : position + 1] if position + 1 < len(columns) else numbers[position:]
            cells[column] = "、".join(mine) or None
        return cells

    def _numbers_of(self, column: int, crowd: Sequence[Someone]) -> Cells:
        """The numbers of several people in one cell, in the order of their names, if each has one."""
        post = next((post for post, at in self.layout.people.items() if at == column), "")
        columns = self.layout.attributes.get(post, {}).get("phone", ())
        numbers = [self._phones(who) for who in crowd]
        return {columns[0]: "、".join(each[0] for each in numbers)} if columns and all(map(_is_one, numbers)) else {}

    def _phones(self, who: Someone) -> list[str]:
        image, shown = who.person.image, []
        public = bool(who.ties) and all(tie.image.get("contact_public") for tie in who.ties)
        for prefix in PHONE_PREFIXES:
            cipher, last4 = image.get(f"{prefix}_cipher"), image.get(f"{prefix}_last4")
            if not cipher and not last4:
                continue
            if self.seal and cipher and public:
                shown.append(self.seal.open(cipher))
            elif self.seal and cipher and who.holds and self.sight.may_see(Sensitivity.S1):
                shown.append(phone.mask_holder(self.seal.open(cipher)))
            else:
                shown.append(phone.mask_resident(str(last4)) if self.sight.may_see(Sensitivity.S2) else HIDDEN)
        return shown

    @property
    def _reads(self) -> dict[int, str]:
        declared = {column.field: column.reads for column in self.layout.roster.columns}
        found = {column: declared.get(field, "text") for column, field in self.layout.fields.items()}
        for group in self.layout.attributes.values():
            found |= {column: declared.get(name, "text") for name, columns in group.items() for column in columns}
        return found

    @property
    def _held(self) -> frozenset[int]:
        """The columns in which a blank cell would mean what stands above it."""
        roster = self.layout.roster
        held = {column.field for column in roster.columns if column.hold}
        held |= {party.field for party in roster.parties if party.covers == "Community"}
        return frozenset(column for column, field in self.layout.fields.items() if field in held)


def _is_one(numbers: Sequence[str]) -> bool:
    return len(numbers) == 1


def _say_none(shown: Sequence[Cells], held: Iterable[int]) -> None:
    for column in held:
        above: Cell = None
        for cells in shown:
            if cells.get(column) is None and above is not None:
                cells[column] = NONE
            above = cells.get(column)
