"""Which heading is which column of a roster, and which person a column belongs to."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from loaders.roster import CROSSTAB, Roster
from loaders.vocabulary import attributes_of, first_line, forms, is_crossing, may_know, meaning, vocabulary

__all__ = ["Layout", "attributes_of", "forms", "is_crossing", "lay_out", "may_know"]

_PERSON = re.compile(r"(?:长|员|人|书记|主任|干部|医生|民警|经理|志愿者|姓名|代表|户主|会长|先生)(?:姓名|名字)?$")
_SOMEBODY_ELSE = "?"


@dataclass(frozen=True)
class Layout:
    """What the columns of a table are. Columns count from 0.

    `fields`: column → field. `people`: post → the column of names. `attributes`: post → attribute → its columns.
    `crossings`: of a cross-tab, column → the day as its heading writes it.
    """

    roster: Roster
    headings: dict[int, str]
    fields: dict[int, str] = field(default_factory=dict)
    people: dict[str, int] = field(default_factory=dict)
    attributes: dict[str, dict[str, list[int]]] = field(default_factory=dict)
    ignored: tuple[int, ...] = ()
    unknown: tuple[int, ...] = ()
    crossings: dict[int, str] = field(default_factory=dict)

    @cached_property
    def used(self) -> frozenset[int]:
        """Every column that is read."""
        attributes = (column for group in self.attributes.values() for columns in group.values() for column in columns)
        return frozenset((*self.fields, *self.people.values(), *attributes))

    @cached_property
    def found(self) -> frozenset[str]:
        """Every field that has a column."""
        attributes = (name for group in self.attributes.values() for name in group)
        crossing = (CROSSTAB,) if self.crossings else ()
        return frozenset((*self.fields.values(), *self.people, *attributes, *crossing))

    @property
    def complete(self) -> bool:
        """Whether every needed group of fields has one that is there."""
        found = self.found
        return all(not found.isdisjoint(group) for group in self.roster.needed)

    @property
    def matched(self) -> int:
        """How many columns are understood."""
        return len(self.headings) - len(self.unknown)

    def named(self, column: int) -> str:
        """What a column is: a field, a post, post.attribute, a day of a cross-tab; "" where nobody reads it."""
        if column in self.fields:
            return self.fields[column]
        post = next((post for post, at in self.people.items() if at == column), "")
        groups = ((post, name) for post, group in self.attributes.items() for name in group if column in group[name])
        owner, name = next(groups, ("", ""))
        return post or (f"{owner}.{name}" if name else CROSSTAB if column in self.crossings else "")


def lay_out(roster: Roster, headings: dict[int, str], said: Mapping[int, str] | None = None) -> Layout:
    """What each heading is in this roster. Headings are tried from left to right.

    `said`: what somebody decided about columns: a field, a post, post.attribute, or "" for one that nobody reads.
    """
    words = vocabulary(roster)
    decided = {column: _decided(roster, name) for column, name in (said or {}).items()}
    taken = {name for kind, name, owner in decided.values() if not owner}
    layout = Layout(roster, headings)
    ignored: list[int] = []
    unknown: list[int] = []
    early: list[tuple[str, int]] = []
    current = ""
    for column in sorted({*headings, *decided}):
        heading = headings.setdefault(column, "")
        kind, name, owner = decided.get(column) or meaning(words, roster, heading)
        if column not in decided and name in taken and name != "phone":
            kind = ""
        if kind == "post" and name not in layout.people:
            layout.people[name], current = column, name
        elif kind == "column" and name in attributes_of(roster):
            target = owner or current
            if target:
                _attach(layout, target, name, column, unknown)
            else:
                early.append((name, column))
        elif kind == "column" and name not in layout.fields.values():
            layout.fields[column] = name
        elif kind == "" and roster.shape == CROSSTAB and is_crossing(heading):
            layout.crossings[column] = first_line(heading)
        else:
            (ignored if kind == "ignored" else unknown).append(column)
            # What stands behind the name of somebody who is not read belongs to that person, to nobody before.
            current = _SOMEBODY_ELSE if kind == "post" or (kind == "" and _names_somebody(heading)) else current
    for name, column in early:
        _attach(layout, min(layout.people, key=lambda post: layout.people[post], default=""), name, column, unknown)
    _take_whole_address(layout, said or {})
    return replace(layout, ignored=tuple(ignored), unknown=tuple(sorted(unknown)))


def _take_whole_address(layout: Layout, said: Mapping[int, str]) -> None:
    """门牌 without a column of buildings says the whole of 松涛苑3栋1单元501; what somebody decided stays."""
    found = layout.fields.values()
    if "room" not in found or "building" in found or "address" in found or "household_number" in found:
        return
    if any(column.field == "address" for column in layout.roster.columns):
        layout.fields.update({c: "address" for c, n in layout.fields.items() if n == "room" and c not in said})


def _decided(roster: Roster, name: str) -> tuple[str, str, str]:
    owner, _, attribute = name.rpartition(".")
    posts = {post.field for post in roster.posts}
    if owner in posts:
        return "column", attribute, owner
    return ("ignored" if not name else "post" if name in posts else "column"), name, ""


def _names_somebody(heading: str) -> bool:
    return any(_PERSON.search(form) for form in forms(heading)[:2])


def _attach(layout: Layout, post: str, name: str, column: int, unknown: list[int]) -> None:
    """A person has several phones at most; anything else that stands twice is not understood."""
    if post in ("", _SOMEBODY_ELSE):
        unknown.append(column)
        return
    group = layout.attributes.setdefault(post, {})
    if name in group and name != "phone":
        unknown.append(column)
    else:
        group.setdefault(name, []).append(column)
