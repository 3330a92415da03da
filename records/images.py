"""A change as the journal keeps it: plain JSON with dates, and apart from it what only the person's key opens."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any

from graph_schema.facts import Change, Image, NodeChange
from graph_schema.nodes import NODES
from graph_schema.relationships import RELATIONSHIPS
from graph_schema.sensitivity import Sensitivity
from graph_schema.values.moment import CHINA

_PERSON = "Person"
_PLAIN = frozenset((type(None), str, int, float, bool))
_PRECISION = "_precision"


@dataclass(frozen=True)
class Split:
    """The two images of a change in two parts. `person`: whose key closes `closed`; "" where nobody's does."""

    person: str
    before: dict[str, Any] | None
    after: dict[str, Any] | None
    closed: dict[str, dict[str, Any]]


def split(change: Change) -> Split:
    """What of a change may stand open, and what is sealed."""
    person = _person(change)
    names = _sealed_names("" if isinstance(change, NodeChange) else change.type) if person else frozenset()
    closed: dict[str, dict[str, Any]] = {}
    parts: dict[str, dict[str, Any] | None] = {}
    for when, image in (("before", change.before), ("after", change.after)):
        if image is None:
            parts[when] = None
            continue
        hidden = {name: as_json(value) for name, value in image.items() if name in names}
        if hidden:
            closed[when] = hidden
        parts[when] = {name: as_json(value) for name, value in image.items() if name not in names}
    return Split(person if closed else "", parts["before"], parts["after"], closed)


def join(open_part: Mapping[str, Any] | None, closed_part: Mapping[str, Any] | None) -> Image | None:
    """An image from its two parts."""
    if open_part is None:
        return None
    return {name: from_json(value) for name, value in {**open_part, **(closed_part or {})}.items()}


def as_json(value: Any) -> Any:
    """A property's value as JSON; dates and moments keep their kind."""
    if type(value) in _PLAIN:
        return value
    if isinstance(value, datetime):
        return {"moment": value.astimezone(CHINA).isoformat()}
    if isinstance(value, date):
        return {"date": value.isoformat()}
    if isinstance(value, list | tuple):
        return [as_json(item) for item in value]
    raise TypeError(f"a property cannot be a {type(value).__name__}")


def from_json(value: Any) -> Any:
    """The inverse of as_json."""
    if isinstance(value, dict):
        if "moment" in value:
            return datetime.fromisoformat(value["moment"])
        return date.fromisoformat(value["date"])
    return [from_json(item) for item in value] if isinstance(value, list) else value


def _person(change: Change) -> str:
    if isinstance(change, NodeChange):
        return change.key if change.label == _PERSON else ""
    if change.from_label == _PERSON:
        return change.from_key
    return change.to_key if change.to_label == _PERSON else ""


@cache
def _sealed_names(type_: str) -> frozenset[str]:
    """What is sealed of a relationship of this type that ends at a person, or with "" of a person's node."""
    if type_:
        return _private([RELATIONSHIPS[type_].by_name])
    return _private([node.by_name for node in NODES.values() if _PERSON in (node.label, node.of)])


def _private(declared: list[Mapping[str, Any]]) -> frozenset[str]:
    """Names of properties from S2 up, with the precision that stands beside a day."""
    names = {p.name for by_name in declared for p in by_name.values() if p.sensitivity >= Sensitivity.S2}
    return frozenset(names | {name + _PRECISION for name in names})
