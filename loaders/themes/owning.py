"""Further homes that a resident owns; one that cannot be found is told, and the row stands without it."""

import re

from graph_schema.problems import ValueProblem
from graph_schema.values import address, text
from loaders.draft import Node
from loaders.people.holders import Found
from loaders.places.homes import home_at
from loaders.themes.stating import Stating

FIELDS = frozenset(("owns",))
_APART = re.compile(r"[;；、,，\n]")


def state(stating: Stating) -> None:
    """What the row says of other homes."""
    for found in stating.people.get("resident", ()):
        written = str(found.claim.more.get("owns") or "")
        for piece in _APART.split(written):
            if not text.is_nothing(piece) and piece.strip():
                _own(stating, found, piece.strip())


def _own(stating: Stating, found: Found, written: str) -> None:
    home = _home(stating, written)
    if home is None:
        stating.notice("resident.owns", ValueProblem("household_unknown", value=written))
    elif home is not stating.placed.household:
        stating.draft.relate("OWNS", found.node, home, stating.source)


def _home(stating: Stating, written: str) -> Node | None:
    """In the community that the address names, else in the row's own."""
    area = stating.placed.area
    try:
        name = address.parse(written).community
    except ValueProblem:
        return None
    named = [node for node in stating.directory.named(name) if node.key[:6] == area.key[:6]]
    stating.directory.load(node.key for node in named)
    return home_at(written if named else f"{area.name}{written}", area, stating.directory)
