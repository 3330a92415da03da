"""Which heading is which column of a roster: synonyms, brackets, and the person that a column belongs to."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from graph_schema.values import text
from loaders.roster import CROSSTAB, Roster

_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|【[^【】]*】|<[^<>]*>|《[^《》]*》")
_CROSSING = re.compile(r"(?:\d{4}\s*[-./年]\s*)?\d{1,2}\s*[-./月]\s*\d{1,2}\s*[日号]?")
_EXPLAINED = re.compile(r"[,;:。!?,、]|如:|例:")
ATTRIBUTES = frozenset(
    (
        "phone",
        "gender",
        "birth",
        "id",
        "politics",
        "since",
        "until",
        "full_time",
        "duties",
        "night_ok",
        "relation",
        "position",
        "registered_only",
    )
)


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

    @property
    def found(self) -> frozenset[str]:
        """Every field that has a column."""
        attributes = (name for group in self.attributes.values() for name in group)
        crossing = (CROSSTAB,) if self.crossings else ()
        return frozenset((*self.fields.values(), *self.people, *attributes, *crossing))

    @property
    def complete(self) -> bool:
        """Whether every needed group of fields has one that is there."""
        return all(self.found & set(group) for group in self.roster.needed)

    @property
    def matched(self) -> int:
        """How many columns are understood."""
        return len(self.headings) - len(self.unknown)


@lru_cache(maxsize=4096)
def forms(heading: str) -> tuple[str, ...]:
    """The ways to read a heading: whole, without what is in brackets, without an explanation behind it."""
    whole = re.sub(r"\s", "", text.tidy(heading)).strip("*:★※").upper()
    bare = _BRACKETS.sub("", whole).strip("*:★※")
    first = _EXPLAINED.split(whole)[0]
    short = _EXPLAINED.split(bare)[0]
    lines = tuple(re.sub(r"\s", "", line).strip("*:").upper() for line in text.tidy(heading).split("\n"))
    return tuple(dict.fromkeys(form for form in (whole, bare, first, short, *lines) if form))


def lay_out(roster: Roster, headings: dict[int, str]) -> Layout:
    """What each heading is in this roster. Headings are tried from left to right."""
    words = _vocabulary(roster)
    layout = Layout(roster, headings)
    ignored: list[int] = []
    unknown: list[int] = []
    early: list[tuple[str, int]] = []
    current = ""
    for column in sorted(headings):
        kind, name, owner = _meaning(words, roster, headings[column])
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
        elif kind == "" and roster.shape == CROSSTAB and _CROSSING.fullmatch(_first_line(headings[column])):
            layout.crossings[column] = _first_line(headings[column])
        else:
            (ignored if kind == "ignored" else unknown).append(column)
    for name, column in early:
        _attach(layout, min(layout.people, key=lambda post: layout.people[post], default=""), name, column, unknown)
    return replace(layout, ignored=tuple(ignored), unknown=tuple(sorted(unknown)))


def _first_line(heading: str) -> str:
    """11月16日 over 星期一 is 11月16日."""
    return re.split(r"[\n(（]|星期|周", text.tidy(heading))[0].strip()


def _attach(layout: Layout, post: str, name: str, column: int, unknown: list[int]) -> None:
    """A person has several phones at most; anything else that stands twice is not understood."""
    group = layout.attributes.setdefault(post, {})
    if not post or (name in group and name != "phone"):
        unknown.append(column)
    else:
        group.setdefault(name, []).append(column)


@lru_cache(maxsize=64)
def attributes_of(roster: Roster) -> frozenset[str]:
    """The fields of a roster that belong to a person."""
    return ATTRIBUTES | {column.field for column in roster.columns if column.of_person}


Vocabulary = dict[str, tuple[str, str]]


@lru_cache(maxsize=64)
def _vocabulary(roster: Roster) -> Vocabulary:
    """Every heading's forms: whole ones before shortened ones, so that 户数 is never the 户 of another column."""
    kinds: list[tuple[str, str, Sequence[str]]] = [("column", c.field, c.headings) for c in roster.columns]
    kinds += [("post", p.field, p.headings) for p in roster.posts]
    kinds += [("column", p.field, p.headings) for p in roster.parties]
    kinds.append(("ignored", "", roster.ignored))
    words: Vocabulary = {}
    for depth in (0, 1, 2, 3):
        for kind, name, headings in kinds:
            for heading in headings:
                known = forms(heading)
                if depth < len(known):
                    words.setdefault(known[depth], (kind, name))
    return words


def _meaning(words: Vocabulary, roster: Roster, heading: str) -> tuple[str, str, str]:
    """Kind, field, and the post that it belongs to where the heading itself names one (楼栋长电话)."""
    for form in forms(heading):
        if form in words:
            kind, name = words[form]
            return kind, name, ""
    for form in forms(heading):
        for post in roster.posts:
            for start in sorted((f for h in post.headings for f in forms(h)[:1]), key=len, reverse=True):
                behind = form.removeprefix(start).strip("的-_")
                kind, name = words.get(behind, ("", ""))
                if form.startswith(start) and start != form and kind == "column" and name in attributes_of(roster):
                    return kind, name, post.field
    return "", "", ""
