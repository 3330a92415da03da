"""The legend's shapes with their icons as SVG that stands alone: no sprite, colours as variables of the page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from markupsafe import Markup

from app.rendering.urls import STATIC
from graph_schema.legend import LINES, LOOKS

_SYMBOL = re.compile(r'<symbol id="i-(?P<name>[a-z0-9-]+)"[^>]*>(?P<inner>.*?)</symbol>', re.DOTALL)
_WHOLE = Markup(
    '<svg xmlns="http://www.w3.org/2000/svg" class="node" viewBox="-2 -2 28 28" width="112" height="112" '
    'aria-hidden="true">'
    '{shape}{rings}<svg x="6" y="{top}" width="12" height="12" viewBox="0 0 24 24" fill="none" stroke="var(--n-icon)" '
    'stroke-width="2.4" stroke-linecap="round" stroke-linejoin="round">{icon}</svg></svg>'
)
_SHAPE = Markup('<path d="{}" fill="var(--n-{})"/>')
_ROUND = Markup('<circle cx="12" cy="12" r="{}" fill="var(--n-{})"/>')
_RINGS = {
    "PartyMember": Markup('<circle cx="12" cy="12" r="10.5" fill="none" stroke="var(--n-party)" stroke-width="2.5"/>'),
    "Volunteer": Markup(
        '<circle cx="12" cy="12" r="12.7" fill="none" stroke="var(--n-care)" stroke-width="2.2" '
        'stroke-dasharray="3.3 2"/>'
    ),
}
_LINE = Markup(
    '<svg class="line" viewBox="0 0 44 12" width="44" height="12" aria-hidden="true"><path d="M1 6H{end}" fill="none" '
    'stroke="{color}" stroke-width="{width}" stroke-dasharray="{dashes}"/>{head}</svg>'
)
_HEAD = Markup('<path d="M43 6l-8-4v8z" fill="{}"/>')


@cache
def symbol(label: str, marks: tuple[str, ...] = ()) -> Markup:
    """A label's shape and icon, with a ring for each mark that has one."""
    look = LOOKS[label]
    is_round = look.shape == "ellipse"
    shape = _ROUND.format(9.5 if marks else 11, look.family) if is_round else _SHAPE.format(look.outline, look.family)
    rings = Markup("").join(_RINGS[mark] for mark in marks)
    return _WHOLE.format(shape=shape, rings=rings, top=6 + look.lowered, icon=_icons().get(look.icon, Markup("")))


@cache
def line(type_: str) -> Markup:
    """A relationship's line as the picture draws it."""
    drawn, color = LINES[type_], ink(type_)
    dashes = " ".join(map(str, drawn.dashes)) or "none"
    head = _HEAD.format(color) if drawn.arrow else ""
    return _LINE.format(end=36 if drawn.arrow else 43, color=color, width=drawn.width, dashes=dashes, head=head)


def ink(type_: str) -> str:
    """The variable that colours a relationship: its family's, plain ink, or a quiet line for the tree of places."""
    family = LINES[type_].family
    return {"": "var(--edge-strong)", "place": "var(--edge)"}.get(family, f"var(--n-{family})")


def alike(types: Sequence[str]) -> dict[str, list[str]]:
    """The types by the first of those that are drawn like them, for a legend without repetition."""
    found: dict[str, list[str]] = {}
    for type_ in types:
        same = next((first for first in found if LINES[first] == LINES[type_]), type_)
        found.setdefault(same, []).append(type_)
    return found


@cache
def _icons() -> dict[str, Markup]:
    """The drawing of each icon, from the sprite that the build writes; without it shapes have no icon."""
    file = STATIC / "icons.svg"
    text = file.read_text("utf-8") if file.is_file() else ""
    return {found["name"]: Markup(found["inner"]) for found in _SYMBOL.finditer(text)}
