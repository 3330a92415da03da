"""Small drawings for templates: icons of the sprite, node shapes, severities, bars; none has an inline style."""

from __future__ import annotations

from functools import cache

from flask import Flask
from flask_babel import gettext
from markupsafe import Markup

from app.rendering.urls import asset
from graph_schema.legend import LOOKS

_ICON = Markup('<svg class="i" aria-hidden="true"><use href="{}#i-{}"/></svg>')
_NODE = Markup(
    '<svg class="node" viewBox="0 0 24 24" aria-hidden="true">{shape}{ring}'
    '<svg x="6" y="{top}" width="12" height="12" viewBox="0 0 24 24" fill="none" stroke="var(--n-icon)" '
    'stroke-width="2.4" stroke-linecap="round" stroke-linejoin="round"><use href="{sprite}#i-{icon}"/></svg></svg>'
)
_SHAPE = Markup('<path d="{}" fill="var(--n-{})"/>')
_ROUND = Markup('<circle cx="12" cy="12" r="9" fill="var(--n-{})"/>')
_RING = Markup('<circle cx="12" cy="12" r="10.5" fill="none" stroke="var(--n-{})" stroke-width="2.5"/>')
_SEVERITY = Markup('<span class="sev {}"><svg viewBox="0 0 16 16" aria-hidden="true">{}</svg>{}</span>')
_HIDDEN_WORD = Markup('<span class="vh">{}</span>')
_BAR = Markup('<svg class="bar" aria-hidden="true">{}{}</svg>')
_HAS = Markup('<rect class="has" width="{:.2f}%" height="100%"/>')
_UNKNOWN = Markup('<rect class="unk" x="{:.2f}%" width="{:.2f}%" height="100%"/>')

SEVERITIES = {
    "c": Markup(
        '<path d="M5 .8h6L15.2 5v6L11 15.2H5L.8 11V5z" fill="currentColor"/>'
        '<path d="M8 4v5M8 11.2v.6" stroke="var(--surface)" stroke-width="2" stroke-linecap="round"/>'
    ),
    "h": Markup(
        '<path d="M8 1L15.5 14.5H.5z" fill="currentColor"/>'
        '<path d="M8 6v4M8 12v.3" stroke="var(--surface)" stroke-width="1.8" stroke-linecap="round"/>'
    ),
    "m": Markup('<path d="M8 1.5L14.5 8L8 14.5L1.5 8z" fill="none" stroke="currentColor" stroke-width="1.8"/>'),
    "ok": Markup(
        '<circle cx="8" cy="8" r="7" fill="currentColor"/><path d="M4.8 8.2l2.3 2.3l4.2-4.5" fill="none" '
        'stroke="var(--surface)" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round"/>'
    ),
    "off": Markup('<path d="M3 8h10" fill="none" stroke="currentColor" stroke-width="1.8"/>'),
    "todo": Markup('<circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" stroke-width="1.8"/>'),
    "doing": Markup(
        '<circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" stroke-width="1.8"/>'
        '<path d="M8 3.5a4.5 4.5 0 0 1 0 9z" fill="currentColor"/>'
    ),
}
LEVELS = {"critical": "c", "high": "h", "medium": "m"}


def register(app: Flask) -> None:
    """Makes the drawings callable in templates."""
    app.jinja_env.globals.update(icon=icon, node=node, sev=sev, bar=bar, level=LEVELS.__getitem__)


def icon(name: str) -> Markup:
    """An icon of the sprite that the build draws."""
    return _icon(asset("icons.svg"), name)


def node(label: str) -> Markup:
    """The shape and icon of a node's label, as in every legend."""
    return _node(asset("icons.svg"), label)


@cache
def _icon(sprite: str, name: str) -> Markup:
    return _ICON.format(sprite, name)


@cache
def _node(sprite: str, label: str) -> Markup:
    look = LOOKS[label]
    shape = _ROUND.format(look.family) if look.ring else _SHAPE.format(look.outline, look.family)
    ring = _RING.format(look.ring) if look.ring else ""
    return _NODE.format(shape=shape, ring=ring, top=6 + look.lowered, sprite=sprite, icon=look.icon)


def sev(kind: str, text: str = "", *, bare: bool = False) -> Markup:
    """A severity or state: shape and word; `bare` keeps the word for screen readers alone."""
    word = text or _words()[kind]
    return _SEVERITY.format(kind, SEVERITIES[kind], _HIDDEN_WORD.format(word) if bare else word)


def _words() -> dict[str, str]:
    return {
        "c": gettext("严重"),
        "h": gettext("重要"),
        "m": gettext("一般"),
        "ok": gettext("正常"),
        "off": gettext("已停用"),
        "todo": gettext("待办"),
        "doing": gettext("进行中"),
    }


def bar(part: float, whole: float, unknown: float = 0) -> Markup:
    """A share as a bar: solid for what is there, hatched for what nobody knows. Its number must stand beside it."""
    if not whole:
        return _BAR.format("", "")
    has, lack = 100 * part / whole, 100 * unknown / whole
    return _BAR.format(_HAS.format(has), _UNKNOWN.format(has, lack) if unknown else "")
