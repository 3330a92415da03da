"""What surrounds something, one or two steps wide: a picture that stays readable, and how much it leaves out.

One round trip a step. Every kind of relationship and neighbour gets its fair share of the room; what finds none is
counted in a Bundle. Only facts of the day, only what the viewer may know of, every word masked by `ask`.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from database.reading import Reader
from graph_schema.errors import InputError
from graph_schema.relationships import RELATIONSHIPS
from graph_schema.sensitivity import Sensitivity, Sight
from graph_schema.values.moment import Moment
from graph_schema.values.seal import Seal
from queries.answer import Row
from queries.ask import ask

MOST = 150  # things in one picture
NEAR = 28  # of them at the first step, where there is a second
EACH = 6  # of a kind around each thing of the first step
HOPS = (1, 2)

# That somebody has a need is S3: it is no part of any picture, whoever looks.
_DRAWN = tuple(type_ for type_, declared in RELATIONSHIPS.items() if declared.sensitivity < Sensitivity.S3)


@dataclass(frozen=True)
class Thing:
    """Something in the picture. `values` is its row of `neighbours`; `step` says how far it is from the middle."""

    label: str
    key: str
    marks: tuple[str, ...]
    step: int
    parent: str  # the key of what led to it; "" in the middle
    values: Row


@dataclass(frozen=True)
class Tie:
    """A fact between two things of the picture, by their keys."""

    fact: str
    type: str
    start: str
    end: str
    values: Row


@dataclass(frozen=True)
class Kind:
    """Neighbours of one kind around one thing: by which relationship, in which direction, of which label."""

    key: str
    type: str
    outward: bool
    label: str


@dataclass(frozen=True)
class Bundle:
    """What is there and not drawn. `label` is "" for relationships beyond those counted, ended ones among them."""

    kind: Kind
    more: int


@dataclass(frozen=True)
class Neighbourhood:
    """A picture's content. `missing` are keys that nothing has."""

    things: tuple[Thing, ...]
    ties: tuple[Tie, ...]
    bundles: tuple[Bundle, ...]
    missing: tuple[str, ...]
    hops: int
    moment: Moment

    @property
    def middle(self) -> tuple[Thing, ...]:
        """What it is the neighbourhood of."""
        return tuple(thing for thing in self.things if thing.step == 0)


def drawn_types(sight: Sight) -> list[str]:
    """The relationship types that this viewer may know of; that somebody has a need is never drawn."""
    return [type_ for type_ in _DRAWN if sight.may_see(RELATIONSHIPS[type_].sensitivity)]


def neighbourhood(
    reader: Reader, keys: Sequence[str], *, hops: int, sight: Sight, seal: Seal, moment: Moment, room: int = MOST
) -> Neighbourhood:
    """The surroundings of these keys. Raises InputError where `hops` is neither one nor two."""
    if hops not in HOPS:
        raise InputError(f"步数只能是1或2，不能是{hops}。", f"Hops are 1 or 2, not {hops}.")
    picture = _Picture(room)

    def step(around: list[str], most: int) -> list[Row]:
        types = drawn_types(sight)
        answer = ask(reader, "neighbours", nodes=around, types=types, most=most, sight=sight, seal=seal, moment=moment)
        return list(answer.rows)

    asked = list(dict.fromkeys(keys))[:room]
    first = step(asked, room if hops == 1 else NEAR)
    found = {row["key"]: row for row in first if row["type"] is None}
    for key in (key for key in asked if key in found):
        picture.add(found[key], step=0, parent="")
    picture.grow(first, step=1, room=room if hops == 1 else min(room, len(asked) + NEAR))
    frontier = [thing.key for thing in picture.things.values() if thing.step == 1]
    if hops > 1 and frontier:
        picture.grow(step(frontier, EACH), step=2, room=room)
    missing = tuple(key for key in asked if key not in picture.things)
    return Neighbourhood(
        tuple(picture.things.values()), tuple(picture.ties.values()), tuple(picture.bundles()), missing, hops, moment
    )


@dataclass
class _Picture:
    """A picture while it grows."""

    room: int
    things: dict[str, Thing] = field(default_factory=dict)
    ties: dict[tuple[str, str, str], Tie] = field(default_factory=dict)
    totals: dict[Kind, int] = field(default_factory=dict)
    uncounted: dict[str, int] = field(default_factory=dict)

    def add(self, row: Row, *, step: int, parent: str) -> None:
        """A further thing."""
        self.things[row["key"]] = Thing(row["label"], row["key"], tuple(row["marks"]), step, parent, row)

    def grow(self, rows: Sequence[Row], *, step: int, room: int) -> None:
        """Adds what one round trip found, each kind its fair share until there are `room` things."""
        kinds: dict[Kind, list[Row]] = defaultdict(list)
        for row in rows:
            if row["type"] is None:
                self.uncounted[row["node"]] = row["uncounted"]
            else:
                kinds[Kind(row["node"], row["type"], row["outward"], row["label"])].append(row)
        self.totals |= {kind: found[0]["total"] for kind, found in kinds.items()}
        new = {kind: self._new(found) for kind, found in kinds.items()}
        for kind, share in shares({kind: len(keys) for kind, keys in new.items()}, room - len(self.things)).items():
            for key in new[kind][:share]:
                if key not in self.things:
                    self.add(next(row for row in kinds[kind] if row["key"] == key), step=step, parent=kind.key)
        for kind, found in kinds.items():
            self._tie(kind, found)

    def _new(self, found: Iterable[Row]) -> list[str]:
        return [key for key in dict.fromkeys(row["key"] for row in found) if key not in self.things]

    def _tie(self, kind: Kind, found: Iterable[Row]) -> None:
        """The facts of a kind of which both ends are in the picture."""
        for row in found:
            if row["key"] in self.things:
                start, end = (kind.key, row["key"]) if kind.outward else (row["key"], kind.key)
                self.ties.setdefault((row["fact"], start, end), Tie(row["fact"], kind.type, start, end, row))

    def _kinds(self, tie: Tie) -> tuple[Kind, Kind]:
        """What a fact is, seen from each of its ends."""
        start, end = self.things[tie.start], self.things[tie.end]
        return Kind(start.key, tie.type, True, end.label), Kind(end.key, tie.type, False, start.label)

    def bundles(self) -> Iterable[Bundle]:
        """What was counted and is not drawn, then what was not even counted."""
        shown = Counter(kind for tie in self.ties.values() for kind in self._kinds(tie))
        for kind, total in self.totals.items():
            if total > shown[kind]:
                yield Bundle(kind, total - shown[kind])
        for key, more in self.uncounted.items():
            if more:
                yield Bundle(Kind(key, "", False, ""), more)


def shares(sizes: Mapping[Kind, int], room: int) -> dict[Kind, int]:
    """How much of the room each gets: all get the same, and what one does not need goes to the others."""
    given = dict.fromkeys(sizes, 0)
    waiting = [kind for kind, size in sizes.items() if size]
    while waiting and room > 0:
        each = max(1, room // len(waiting))
        for kind in waiting:
            more = min(each, sizes[kind] - given[kind], room)
            given[kind] += more
            room -= more
        waiting = [kind for kind in waiting if given[kind] < sizes[kind]]
    return given
