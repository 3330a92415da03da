"""What a sheet of a roster speaks for: the posts of its columns, at the places and organisations that it is about."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from graph_schema.problems import ValueProblem
from graph_schema.values.day import Day
from graph_schema.values.traditional import simplified
from loaders.draft import Draft, Node
from loaders.files.book import Row
from loaders.people.targets import targets_of
from loaders.places.placing import Placed
from loaders.places.problem import FieldProblem
from loaders.recognise import Table
from loaders.roster import Post
from loaders.themes.stating import Stating

_DAY = re.compile(
    r"(20\d{2})\s*(?:年|[-./])\s*(\d{1,2})(?:\s*(?:月|[-./])\s*(\d{1,2})?)?|(?<!\d)(20\d{2})(\d{2})(\d{2})?(?!\d)"
)
# Of each kind of target, the kinds of place that hold it, the nearest first.
_INSIDE = {
    "Entrance": ("Building", "MicroGrid", "Grid", "Compound", "Community"),
    "Building": ("MicroGrid", "Grid", "Compound", "Community"),
    "MicroGrid": ("Grid", "Community"),
    "Compound": ("Community",),
    "Grid": ("Community",),
    "Checkpoint": ("Grid", "Community"),
}
# People of other agencies: a community's list may have them or not, so it speaks of them where it names one.
_GUESTS = frozenset(("community_police", "family_doctor", "sunk_cadre"))


@dataclass(frozen=True)
class Listed:
    """A sheet that says who is responsible now, or that `corrects` it: its rows as they were understood.

    `unread`: the words of its rows that were refused; `held`: the person_ids whom rows that wait may mean. Whom they
    name may be anybody, so nobody of that name is left out.
    """

    file_number: int
    table: Table
    stated: Sequence[Stating]
    unread: str = ""
    held: frozenset[str] = frozenset()
    corrects: bool = False

    @cached_property
    def title(self) -> str:
        """Everything that names the sheet."""
        return " ".join((*self.table.titles, self.table.sheet.name, self.table.file))

    @cached_property
    def day(self) -> dt.date | None:
        """The day of the roster, as its title, sheet or file says it: the first of a month where that is all."""
        days = sorted(filter(None, map(_day, _DAY.finditer(self.title))), key=lambda day: (len(day.text), day.date))
        return days[-1].date if days else None

    def leaves_out(self, fact: Mapping[str, Any]) -> bool:
        """Whether a current fact that no row states is left out: not if a row that did not come in may be about this
        person, nor if it began after the day of the roster."""
        since = fact["properties"].get("since")
        if self.day is not None and since is not None and since > self.day:
            return False
        return fact["person"] not in self.held and _bare(fact["name"]) not in self.unread


@dataclass
class Cover:
    """What a sheet speaks for, by keys.

    `posts`: (role, label, key), `posts_inside`: (role, label, key of the place that holds them). `links`: of a type,
    the labels that it joins → the ends, and the starts, whose relationships the sheet lists.
    """

    posts: set[tuple[str, str, str]] = field(default_factory=set)
    posts_inside: set[tuple[str, str, str]] = field(default_factory=set)
    links: dict[tuple[str, str, str], tuple[set[str], set[str]]] = field(default_factory=dict)

    def link(self, type_: str, begins: str, label: str, end: str = "", start: str = "") -> None:
        """The sheet lists all that leads to an end, or from a start."""
        ends, starts = self.links.setdefault((type_, begins, label), (set(), set()))
        ends |= {end} - {""}
        starts |= {start} - {""}


def cover_of(sheet: Listed, draft: Draft, import_id: str) -> Cover:
    """The cover of a sheet: what its rows name, and what lies inside the place that its title names."""
    cover, start = Cover(), f"{import_id}/{sheet.file_number}/"
    stated = [fact for fact in draft.facts.values() if fact.source.startswith(start)]
    named = {fact.discriminator for fact in stated if fact.type == "SERVES"}
    roles = [(post, role) for post, role in _roles(sheet.table) if role in named or role not in _GUESTS]
    for stating in sheet.stated:
        for post, role in roles:
            _posts(cover, sheet, stating, post, role)
        if "member" in sheet.table.layout.people:
            _membership(cover, stating)
        for helped in stating.people.get("helped", ()) if "helper" in sheet.table.layout.people else ():
            cover.link("PAIRED_WITH", "Person", "Person", helped.node.key)
    for fact in stated:
        if fact.type == "AT":
            cover.link("ON_SHIFT", "Person", "Shift", fact.start.key)
        elif fact.type == "COVERS" and fact.start.label == "Unit":
            for label in ("Zone", "Building"):
                cover.link("COVERS", "Unit", label, fact.end.key if fact.end.label == label else "", fact.start.key)
    return cover


def _roles(table: Table) -> Iterator[tuple[Post, str]]:
    """The roles that the sheet's columns speak of: those of a 职务 column only where there is one."""
    for field_ in table.layout.people:
        post = table.roster.post(field_)
        if not post.positions:
            yield from ((post, post.role),) if post.role else ()
        elif "position" in table.layout.attributes.get(field_, {}):
            yield from ((post, role) for role in dict.fromkeys(role for _, role in post.positions) if role)


def _posts(cover: Cover, sheet: Listed, stating: Stating, post: Post, role: str) -> None:
    try:
        targets = targets_of(stating.row, post, role, stating.placed, stating.parties)
    except (FieldProblem, ValueProblem):
        return  # a row about others: it says nothing of this post
    for target in targets:
        cover.posts.add((role, target.label, target.key))
        around = _named_around(stating.placed, target, sheet.title)
        if around is not None:
            cover.posts_inside.add((role, target.label, around.key))


def _named_around(placed: Placed, target: Node, title: str) -> Node | None:
    """The place that the title names, and that holds this target: the nearest; a town's is the row's community."""
    around = [node for label in _INSIDE.get(target.label, ()) for node in placed.of(label)]
    named = next((node for node in around if node.name in title), None)
    above = placed.community.parent if placed.community is not None else None
    wide = [node.name for node in (above, above.parent if above else None) if node is not None]
    return named or (placed.community if around and any(name in title for name in wide) else None)


def _membership(cover: Cover, stating: Stating) -> None:
    """The branch of the row, its group, and whatever other groups its members are in."""
    branch, group = stating.parties.get("party:branch"), stating.parties.get("party:group")
    if branch is not None:
        cover.link("MEMBER_OF", "Person", "PartyOrg", branch.key)
    if "party:group" in stating.row.table.layout.found:
        cover.link("IN_GROUP", "Person", "PartyOrg", group.key if group is not None else "")
        for found in stating.people.get("member", ()):
            cover.link("IN_GROUP", "Person", "PartyOrg", start=found.node.key)


def _day(found: re.Match[str]) -> Day | None:
    year, month, day = (part for part in (found[1] or found[4], found[2] or found[5], found[3] or found[6]))
    try:
        whole = dt.date(int(year), int(month), int(day or 1))
    except ValueError:
        return None
    return Day(whole, "day" if day else "month")


def words_of(rows: Iterable[Row]) -> str:
    """Everything that stands in some rows, as one text without blanks."""
    return "\n".join(_bare(cell) for row in rows for cell in row.cells if isinstance(cell, str))


def _bare(written: str) -> str:
    return simplified("".join(written.split()))
