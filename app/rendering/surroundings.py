"""A neighbourhood in words of one language: what each thing, fact and bundle is called, in a picture and beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from graph_schema.model import Property
from graph_schema.nodes import NODES
from graph_schema.relationships import RELATIONSHIPS
from graph_schema.roles import ROLES
from queries.answer import Words
from queries.neighbourhood import Bundle, Neighbourhood, Thing, Tie

LONGEST = 24  # half-width signs of a name in a picture; the table has the whole of it

_ORDER = {label: at for at, label in enumerate(NODES)}
_CHOICES = {"Request": "kind", "Visit": "mode", "Activity": "kind"}
_SHORT_DAY = len("2026-11-25")


@dataclass(frozen=True)
class Node:
    """A thing as the table shows it; `short` is what the picture writes under it."""

    number: int
    label: str
    key: str
    marks: tuple[str, ...]
    step: int
    kind: str
    short: str
    name: str


@dataclass(frozen=True)
class Edge:
    """A fact as the table shows it, by the numbers of its ends."""

    start: int
    end: int
    type: str
    word: str
    since: str


@dataclass(frozen=True)
class More:
    """What is not drawn around one thing."""

    number: int
    type: str
    word: str
    kind: str
    more: int
    counted: bool


@dataclass(frozen=True)
class Sheet:
    """The whole neighbourhood in one language, things numbered from 1: the middle first, then as the legend goes."""

    locale: str
    title: str
    day: str
    hops: int
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    bundles: tuple[More, ...]
    parents: dict[int, int]

    def node(self, number: int) -> Node:
        """A node by its number."""
        return self.nodes[number - 1]

    @property
    def more(self) -> int:
        """How much is not drawn."""
        return sum(bundle.more for bundle in self.bundles)


def sheet(found: Neighbourhood, locale: str) -> Sheet:
    """A neighbourhood in words."""
    ordered = sorted(found.things, key=lambda t: (t.step, _ORDER[t.label], title(t, locale), t.key))
    numbers = {thing.key: number for number, thing in enumerate(ordered, 1)}
    nodes = tuple(_node(thing, numbers[thing.key], locale) for thing in ordered)
    edges = sorted(_edges(found, numbers, locale), key=lambda e: (e.start, e.end, e.type, e.word))
    bundles = tuple(_more(bundle, numbers[bundle.kind.key], locale) for bundle in found.bundles)
    parents = {numbers[thing.key]: numbers[thing.parent] for thing in ordered if thing.parent}
    named = "、" if locale == "zh" else ", "
    heading = named.join(title(thing, locale) for thing in found.middle)
    return Sheet(locale, heading, found.moment.on.isoformat(), found.hops, nodes, tuple(edges), bundles, parents)


def title(thing: Thing, locale: str) -> str:
    """What a thing is called in a picture."""
    values = thing.values
    word = values["named_zh"] if locale == "zh" else values["named_en"]
    named = values["person"] or values["door"] or values["place"] or values["thing"] or word
    return str(named or _occasion(thing, locale) or thing.key)


def _occasion(thing: Thing, locale: str) -> str:
    """A shift, leave, visit, request or activity: its kind and its days."""
    values, begins, ends = thing.values, str(thing.values["begins"] or ""), str(thing.values["ends"] or "")
    if thing.label == "Shift":
        return f"{begins[5:16]}–{ends[11:16]}".replace("T", " ")
    code = values["request"] or values["visit"] or values["activity"]
    word = _label(thing.label, locale)
    spoken = _choice(NODES[thing.label].by_name[_CHOICES[thing.label]], code, locale) if code else word
    if ends:
        return f"{spoken} {begins[5:_SHORT_DAY]}–{ends[5:_SHORT_DAY]}"
    return f"{spoken} {begins[5:_SHORT_DAY]}".strip()


def _choice(declared: Property, code: str, locale: str) -> str:
    found = declared.choice(code)
    return code if found is None else (found.zh if locale == "zh" else found.en)


def _label(label: str, locale: str) -> str:
    return NODES[label].zh if locale == "zh" else NODES[label].en


def kind_word(thing: Thing, locale: str) -> str:
    """What a thing is: 人 · 党员."""
    return " · ".join(_label(label, locale) for label in (thing.label, *thing.marks))


def relationship_word(type_: str, locale: str) -> str:
    """What a relationship is called."""
    declared = RELATIONSHIPS[type_]
    return declared.zh if locale == "zh" else declared.en


def _node(thing: Thing, number: int, locale: str) -> Node:
    short = title(thing, locale)
    name = str(thing.values["home"] or thing.values["whole"] or short)
    return Node(number, thing.label, thing.key, thing.marks, thing.step, kind_word(thing, locale), cut(short), name)


def cut(name: str) -> str:
    """A name that is not too long for a picture; a Chinese sign is as wide as two others."""
    widths = list(accumulate(1 if sign.isascii() else 2 for sign in name))
    if not widths or widths[-1] <= LONGEST:
        return name
    return f"{name[: sum(width < LONGEST - 1 for width in widths)]}…"


def _edges(found: Neighbourhood, numbers: dict[str, int], locale: str) -> Iterator[Edge]:
    for tie in found.ties:
        since = str(tie.values["since"] or "")
        yield Edge(numbers[tie.start], numbers[tie.end], tie.type, tie_word(tie, locale), since)


def tie_word(tie: Tie, locale: str) -> str:
    """负责（楼栋长）; serves (building leader)."""
    word, inside = relationship_word(tie.type, locale), ""
    if role := tie.values["role"]:
        known = ROLES.get(role)
        inside = role if known is None else (known.zh if locale == "zh" else known.en)
    elif member := tie.values["member"]:
        inside = _choice(RELATIONSHIPS["MEMBER_OF"].by_name["kind"], member, locale)
    if not inside or inside == word:
        return word
    return f"{word}（{inside}）" if locale == "zh" else f"{word} ({inside})"


def _more(bundle: Bundle, number: int, locale: str) -> More:
    kind = bundle.kind
    if not kind.type:
        words = Words("各种关系，含已结束的", "of all kinds, ended ones too").text(locale)
        return More(number, "", words, "", bundle.more, counted=False)
    return More(number, kind.type, relationship_word(kind.type, locale), _label(kind.label, locale), bundle.more, True)
