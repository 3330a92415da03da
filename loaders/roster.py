"""What a roster is, as a value: which headings it has, and what stands under them. The rosters are in sources/."""

from dataclasses import dataclass


def words(written: str) -> tuple[str, ...]:
    """Headings as one text with blanks between them."""
    return tuple(written.split())


CROSSTAB = "crosstab"  # days across, people in the cells: see crosstab.py


@dataclass(frozen=True)
class Column:
    """A column that says one thing.

    `field`: a place (community, building …), a property (Building.floors), an organisation (party:grid_branch,
    unit:property_company), or an attribute of the person whose column stands before it (phone, since …).
    `reads` names the reader in cells.py. `hold`: a blank cell below holds what stands above (places only).
    `of_person`: an attribute of a person that only some rosters have; themes find it in Claim.more.
    """

    field: str
    headings: tuple[str, ...]
    reads: str = "text"
    hold: bool = False
    of_person: bool = False


@dataclass(frozen=True)
class Post:
    """A column of names, and what the people in it are.

    `role` is of SERVES, towards `target`: a label of place, or an organisation's field. Without a role they live in
    the row's household. `positions` are words of a 职务 column and their roles, tried in this order.
    `targets`: for the roles of `positions` that have a target of their own. `primary`: whether the first holder is the
    primary one. `known`: they are people whom other rosters brought; somebody unknown is a fault, never a new person.
    `home`: they live in the home that the row names. `insider`: whoever has a post where the row is, or belongs to its
    organisation, is meant by the name alone there. `named`: `positions` are read behind the organisation's name.
    `duties`: what the heading itself says that they do.
    """

    field: str
    headings: tuple[str, ...]
    role: str = ""
    target: str = ""
    positions: tuple[tuple[str, str], ...] = ()
    primary: bool = True
    targets: tuple[tuple[str, str], ...] = ()
    known: bool = False
    duties: str = ""
    home: bool = False
    insider: bool = False
    named: bool = False

    def target_of(self, role: str) -> str:
        """What a role of this post is towards."""
        return dict(self.targets).get(role, self.target)


@dataclass(frozen=True)
class Party:
    """A column that names a party organisation, the place that it covers, and the one it is subordinate to."""

    field: str
    headings: tuple[str, ...]
    covers: str
    under: str = ""


@dataclass(frozen=True)
class Roster:
    """One kind of file, in the shape of a table: a header row, and one thing a row.

    `rank`: its turn within an import (1 places, 2 homes, 3 roles and units, 4 members and volunteers, 5 what they do,
    6 who is away, and what went on).
    `subject`: the place that every row is about; it is never filled down. "" for rows that are about no place, "home"
    for what goes on at a home that is known, or somewhere in its community, "activity" for what goes on in one.
    `needed`: groups of fields, of each of which one must be there. `title`: words that its title or sheet name holds.
    `creates`: the labels of places that its rows may make.
    `ignored`: headings that are known and not loaded. `shape`: table or CROSSTAB. `titled`: its headings are those of
    many lists, so it is taken for itself only where its title says so. `apart`: posts of which each person is a row of
    its own, so that a doubtful name refuses itself and not the line. `located`: of rows about no place; the community
    that its sheet or title names is where they are, unless they say another.
    """

    code: str
    zh: str
    en: str
    rank: int
    subject: str
    title: tuple[str, ...]
    needed: tuple[tuple[str, ...], ...]
    columns: tuple[Column, ...]
    posts: tuple[Post, ...] = ()
    parties: tuple[Party, ...] = ()
    ignored: tuple[str, ...] = ()
    creates: frozenset[str] = frozenset()
    shape: str = "table"
    titled: bool = False
    apart: tuple[str, ...] = ()
    located: bool = False

    def __hash__(self) -> int:
        """By its code, which no other roster has: what is remembered of a roster is asked for at every row."""
        return hash(self.code)

    def post(self, field: str) -> Post:
        """The post of this field."""
        return next(post for post in self.posts if post.field == field)
