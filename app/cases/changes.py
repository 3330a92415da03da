"""The changes of an import one by one, as a person reads them: who or what, which property, before and after."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from app.cases.receipt import verb
from database.reading import Reader, read
from graph_schema.facts import Change, Image, NodeChange
from graph_schema.model import Property
from graph_schema.nodes import NODES
from graph_schema.relationships import RELATIONSHIPS, SINCE, UNTIL
from graph_schema.sensitivity import Sensitivity, Sight
from graph_schema.values.day import Day
from queries.ask.mask import HIDDEN, Masks

SHOWN = 200  # of each verb
_NAMED_BY = ("address", "name", "name_zh")
_TURNS = {"SERVES": 0, "PART_OF": 3, "LOCATED_IN": 3}  # people's relationships 1, nodes 2
_DATES = {declared.name: declared for declared in (SINCE, UNTIL)}


@dataclass(frozen=True)
class Thing:
    """One end of a change: its label, its key, and what it is called ("" for what has no name)."""

    label: str
    key: str
    name: str


@dataclass(frozen=True)
class Field:
    """A property before and after, masked; None where it is absent. `owner`: label or relationship type."""

    owner: str
    name: str
    before: Any
    after: Any


@dataclass(frozen=True)
class Line:
    """One change. `type`: a relationship's; "" for a node. `role`: the code that tells it apart from others."""

    verb: str
    type: str
    role: str
    subject: Thing
    target: Thing | None
    fields: tuple[Field, ...]
    source: str


def lines(changes: Sequence[Change], reader: Reader, sight: Sight) -> list[dict[str, Any]]:
    """The first of each verb, as JSON."""
    chosen, masks = list(_first(changes)), Masks(sight)
    names = _names(chosen, changes, reader, masks)
    return [asdict(_line(change, names, masks)) for change in chosen]


def _first(changes: Sequence[Change]) -> Iterator[Change]:
    """Who answers for what comes first, the tree of places last: only so many are shown."""
    seen: dict[str, int] = defaultdict(int)
    for change in sorted(changes, key=_turn):
        seen[verb(change)] += 1
        if seen[verb(change)] <= SHOWN:
            yield change


def _turn(change: Change) -> int:
    type_ = change.label if isinstance(change, NodeChange) else change.type
    return _TURNS.get(type_, 1 if not isinstance(change, NodeChange) else 2)


def _line(change: Change, names: Mapping[tuple[str, str], str], masks: Masks) -> Line:
    source = str((change.after or {}).get("source") or "")
    if isinstance(change, NodeChange):
        subject = _thing(change.label, change.key, names)
        return Line(verb(change), "", "", subject, None, tuple(_fields(change, change.label, masks)), source)
    declared = RELATIONSHIPS[change.type]
    if not masks.sight.may_see(declared.sensitivity):  # that there is such a fact is told, not whose it is
        subject, target = Thing(change.from_label, "", HIDDEN), Thing(change.to_label, "", HIDDEN)
        return Line(verb(change), change.type, "", subject, target, (), source)
    subject, target = (_thing(label, key, names) for label, key in _ends(change))
    role = str((change.after or change.before or {}).get(declared.discriminator) or "")
    return Line(verb(change), change.type, role, subject, target, tuple(_fields(change, change.type, masks)), source)


def _fields(change: Change, owner: str, masks: Masks) -> Iterator[Field]:
    """What differs, of what may be told: neither what we derive, nor what is sealed, nor names twice."""
    before, after = change.before or {}, change.after or {}
    for name, declared in _declared(owner, change).items():
        old, new = _written(before, declared, masks), _written(after, declared, masks)
        differs = before.get(name) != after.get(name)
        if differs and not (declared.derived or declared.sensitivity is Sensitivity.S4 or name in _skipped(change)):
            yield Field(owner, name, old, new)


def _declared(owner: str, change: Change) -> Mapping[str, Property]:
    if not isinstance(change, NodeChange):
        return {**RELATIONSHIPS[owner].by_name, **_DATES}
    extra = [node for node in NODES.values() if node.of == owner and node.label in change.labels]
    return {**NODES[owner].by_name, **{name: p for node in extra for name, p in node.by_name.items()}}


def _skipped(change: Change) -> frozenset[str]:
    """Of what is new, its own name stands there already; of a relationship, its discriminator does."""
    if isinstance(change, NodeChange):
        return frozenset({NODES[change.label].key, *(_NAMED_BY if change.before is None else ())})
    return frozenset({RELATIONSHIPS[change.type].discriminator})


def _written(image: Image, declared: Property, masks: Masks) -> Any:
    value = image.get(declared.name)
    if value is None or value == "":
        return None
    shown = masks.property(declared, value)
    if declared.precision and isinstance(shown, date):
        return Day(shown, image.get(f"{declared.name}_precision") or "day").text
    return _plain(shown)


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list | tuple):
        return "、".join(str(_plain(item)) for item in value)
    return value


def _thing(label: str, key: str, names: Mapping[tuple[str, str], str]) -> Thing:
    return Thing(label, key, names[label, key])


def _names(
    chosen: Sequence[Change], changes: Sequence[Change], reader: Reader, masks: Masks
) -> Mapping[tuple[str, str], str]:
    """What every end is called: as the import says, else as the graph does."""
    wanted = {end for change in chosen for end in _ends(change)}
    said = {
        (change.label, change.key): name
        for change in changes
        if isinstance(change, NodeChange) and (name := _name(change.label, change.after or {}, masks))
    }
    missing: dict[str, list[str]] = defaultdict(list)
    for label, key in sorted(wanted - set(said)):
        missing[label].append(key)
    there = {
        (label, row["key"]): _name(label, row, masks)
        for label, keys in missing.items()
        for row in read(reader, _statement(label), keys=keys)
    }
    return {end: said.get(end) or there.get(end, "") for end in wanted}


def _ends(change: Change) -> tuple[tuple[str, str], ...]:
    if isinstance(change, NodeChange):
        return ((change.label, change.key),)
    return ((change.from_label, change.from_key), (change.to_label, change.to_key))


def _statement(label: str) -> str:
    told = ", ".join(f"n.{name} AS {name}" for name in _NAMED_BY if name in NODES[label].by_name)
    found = f"UNWIND $keys AS key MATCH (n:{label} {{{NODES[label].key}: key}}) RETURN key"
    return f"{found}, {told}" if told else found


def _name(label: str, image: Image, masks: Masks) -> str:
    for name in _NAMED_BY:
        if (declared := NODES[label].by_name.get(name)) and image.get(name):
            return str(masks.property(declared, image[name]))
    return ""
