"""Where a question looks: the text of a .cypher file held to what lies within one place.

A place or home is within `$place` when PART_OF leads up to it on that day. What stands outside that tree (people,
organisations, units, compounds) is within it when its derived list `scope` names the place: see database/scope.py.
Never by the beginning of a code: a grid's buildings do not carry its code, and those of moved buildings lie.
"""

import re

from graph_schema.cypher import current
from graph_schema.nodes import NODES

_FIRST = re.compile(r"\bMATCH\s*(?P<node>\((?P<name>\w+):(?P<labels>\w+(?:\|\w+)*)\s*(?:\{[^{}]*\})?)\)")
_PARTS = re.compile(r"(?<=\n)(?=UNION ALL\n)")
_STEPS = 7  # a home lies at most six steps under its county


def anchor_label(anchor: str) -> str:
    """The label that a header's anchor means: party_org is PartyOrg; place is any place. Raises KeyError."""
    return {"place": "Place", **{_snake(label): label for label in NODES}}[anchor]


def starts_at(text: str, anchor: str) -> bool:
    """Whether the first MATCH begins with a node of the anchor's label, so that it can be held to a place."""
    found = _FIRST.search(text)
    return found is not None and anchor_label(anchor) in found["labels"].split("|")


def within(text: str, *, area: bool = False) -> str:
    """The statement held to `$place`; with `area`, to what lies within both `$place` and `$area`.

    Each part of a statement that a line UNION ALL divides is held by its own first MATCH.
    """

    def held(found: re.Match[str]) -> str:
        return _listed(found, area) if _has_scope(found["labels"]) else _walked(found, area)

    return "".join(_FIRST.sub(held, part, count=1) for part in _PARTS.split(text))


def _walked(found: re.Match[str], area: bool) -> str:
    place = "(:Place {code: $place})"
    if area:
        place = f"(:Place {{code: $area}})<-{_walk('scope_above')}-{{0,{_STEPS}}}{place}"
    return f"MATCH {place}<-{_walk('scope_below')}-{{0,{_STEPS}}}{found['node']})"


def _walk(name: str) -> str:
    return f"[{name}:PART_OF WHERE {current(name)}]"


def _listed(found: re.Match[str], area: bool) -> str:
    name = found["name"]
    both = f" AND $area IN {name}.scope" if area else ""
    return f"MATCH {found['node']} WHERE $place IN {name}.scope{both})"


def _has_scope(labels: str) -> bool:
    return all(label in NODES and "scope" in NODES[label].by_name for label in labels.split("|"))


def _snake(label: str) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", "_", label).lower()
