"""What the graph says about one anchor on one day, as values: all that the decision knows."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

PAIRED = "Paired"  # the level of whoever somebody is paired with: the home, or a person


@dataclass(frozen=True)
class Step:
    """A node as a chain names it: its label, its key, and how it is called."""

    label: str
    code: str
    name: str


@dataclass(frozen=True)
class Because:
    """One relationship that an answer rests on, or the property of a place (`start` = `end`). `since` as written."""

    relationship: str
    start: Step
    end: Step
    since: str | None
    source: str | None


@dataclass(frozen=True)
class Place:
    """A place of the way up. `because` leads from the anchor to it; `depth` 0 is the anchor's own place.

    `occupied` is said of homes and buildings alone.
    """

    step: Step
    depth: int
    because: tuple[Because, ...] = ()
    kind: str | None = None
    duty_phone: str | None = None
    source: str | None = None
    occupied: bool = False
    lon: float | None = None
    lat: float | None = None


@dataclass(frozen=True)
class Post:
    """One current SERVES, or a PAIRED_WITH as the post of a paired helper."""

    role: str
    person_id: str
    fact: Because
    on: dt.date | None = None
    primary: bool = False
    priority: int | None = None
    night_ok: bool = False
    learned_on: dt.date | None = None


@dataclass(frozen=True)
class Target:
    """Something that people serve: a place of the way, its compound, a zone or checkpoint in force there, a party
    organisation that covers one of them, or who is helped by a pair.

    `level` is the label of the place, `PartyOrg@` with the label of what it covers, or PAIRED.
    """

    step: Step
    level: str
    depth: int
    because: tuple[Because, ...]
    posts: tuple[Post, ...] = ()


@dataclass(frozen=True)
class Phone:
    """One number of a person: sealed, known by its digest and its last four digits."""

    digest: str
    cipher: str | None = field(default=None, repr=False)
    last4: str | None = None
    verified_on: dt.date | None = None


@dataclass(frozen=True)
class Cover:
    """Somebody who stands in for a leave."""

    person_id: str
    fact: Because


@dataclass(frozen=True)
class Leave:
    """A leave of the day, with who covers it."""

    fact: Because
    to: dt.date | None = None
    covers: tuple[Cover, ...] = ()


@dataclass(frozen=True)
class Person:
    """Somebody who serves, or covers for one who does. `lives_here`: the facts that they live in the anchor's home.

    `on_shift`: the facts that they are on a shift then, at the community or grid of the way; known after hours only.
    """

    person_id: str
    name: str | None = None
    status: str | None = None
    phones: tuple[Phone, ...] = ()
    leaves: tuple[Leave, ...] = ()
    lives_here: tuple[Because, ...] = ()
    on_shift: tuple[Because, ...] = ()
    holds_role: bool = False
    night_ok: bool = False
    public: bool = False


@dataclass(frozen=True)
class Neighbour:
    """Another building of the same grid, with who leads it."""

    step: Step
    because: tuple[Because, ...]
    posts: tuple[Post, ...]
    micro_grids: frozenset[str] = frozenset()
    located: tuple[Because, ...] = ()
    lon: float | None = None
    lat: float | None = None


@dataclass(frozen=True)
class Facts:
    """All of it. `way` goes from the anchor's own place to the widest one that is known; empty when none is."""

    anchor: Step
    source: str | None
    way: tuple[Place, ...] = ()
    targets: tuple[Target, ...] = ()
    people: Mapping[str, Person] = field(default_factory=dict)
    neighbours: tuple[Neighbour, ...] = ()

    def place(self, label: str) -> Place | None:
        """The place of the way with this label."""
        return next((place for place in self.way if place.step.label == label), None)
