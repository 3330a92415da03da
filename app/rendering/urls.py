"""Addresses: of built assets with their version, of whatever has a key, and of this page with one thing changed."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

from flask import Flask, request, url_for

from graph_schema.nodes import PLACES

_PERSON = ("people.person", "person_id")
_PAGES = {
    "Household": ("places.household", "code"),
    **dict.fromkeys(("Person", "PartyMember", "Volunteer"), _PERSON),
    "PartyOrg": ("organisations.organisation", "org_id"),
    "Unit": ("organisations.unit", "unit_id"),
    "Question": ("ask.question", "id_"),
}
STATIC = Path(__file__).parents[1] / "static"


def register(app: Flask) -> None:
    """Makes them callable in templates."""
    app.jinja_env.globals.update(
        asset=asset, link_to=link_to, here=here, has_page=has_page, gap_link=gap_link, toggled=toggled
    )
    app.jinja_env.filters["dial"] = dial


def asset(name: str) -> str:
    """Where a built file is served; the address changes with the build, so a browser may keep it."""
    return _asset(request.script_root, name)


@cache
def _asset(root: str, name: str) -> str:
    return f"{root}/static/{quote(name)}?v={_version()}"


@cache
def _version() -> str:
    file = STATIC / "version.txt"
    return file.read_text("ascii").strip() if file.is_file() else "0"


def has_page(label: str) -> bool:
    """Whether things of this label have a page of their own."""
    return label in PLACES or label in _PAGES


def link_to(label: str, code: str) -> str:
    """The page of a household, a person, an organisation, a unit or a place."""
    if label in _PAGES:
        endpoint, key = _PAGES[label]
        values: dict[str, Any] = {key: code}
        return url_for(endpoint, **values)
    return url_for("places.place", code=code)


def here(**changes: str | None) -> str:
    """This page's address with some arguments changed; None takes one away."""
    kept = {**request.args.to_dict(), **changes}
    arguments = urlencode({name: value for name, value in kept.items() if value is not None})
    return f"{request.path}?{arguments}" if arguments else request.path


def gap_link(rule: str, place: str, status: str = "") -> str:
    """The list of what one rule finds in a place, for the same moment as this page."""
    return url_for("gaps.listing", rule=rule, place=place, status=status or None, at=request.args.get("at") or None)


def toggled(code: str, is_open: bool) -> str:
    """This page with one place of the tree opened or closed."""
    opened = [each for each in request.args.getlist("open") if each != code]
    kept = [(name, value) for name, value in request.args.items(multi=True) if name != "open"]
    arguments = urlencode([*kept, *(("open", each) for each in (opened if is_open else [*opened, code]))])
    return f"{request.path}?{arguments}" if arguments else request.path


def dial(number: str) -> str:
    """A number as `tel:` takes it."""
    return "".join(sign for sign in number if sign.isdigit() or sign == "+")
