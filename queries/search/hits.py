"""A row of the list: name, where it lies, role, number, each as the viewer may see it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from graph_schema.nodes import NODES, PERSON
from graph_schema.roles import ROLES
from graph_schema.sensitivity import Sight
from graph_schema.values import name
from graph_schema.values.seal import Seal
from queries.ask.mask import Masks
from queries.search.ranking import Candidate, matched
from queries.search.typed import Typed

BETWEEN = " › "
_ORDER = list(ROLES)


@dataclass(frozen=True)
class Hit:
    """One hit. `path` is one text, the widest place first; `match` the piece of the title that was typed, "" if none.

    `role` is the code of the first role that the person holds, "" if none; `roles` are all of them.
    """

    group: str
    code: str
    title: str
    path: str
    match: str
    role: str
    phone: str
    roles: tuple[str, ...] = ()


def hit(group: str, found: Candidate, more: Mapping[str, Any], typed: Typed, sight: Sight, seal: Seal) -> Hit:
    """The row of one candidate, with what the second statement knows of it."""
    masks = Masks(sight, seal)
    held = sorted({held["role"] for held in more.get("roles", ())}, key=_place_of)
    minor = bool(more.get("minor"))
    title = name.mask(found.name) if minor else _title(found, masks, is_holder=bool(held))
    told = group == "person" and not minor
    shown, number = _phone(more, typed, masks, is_holder=bool(held)) if told else ("", "")
    match = number if typed.last4 else matched(typed, title)
    return Hit(group, found.code, title, _path(found, more, masks), match, held[0] if held else "", shown, tuple(held))


def _title(found: Candidate, masks: Masks, *, is_holder: bool) -> str:
    """A home, building, compound or grid by its whole spoken name; everything else by its own."""
    if found.label == "Person":
        return str(masks.property(PERSON.by_name["name"], found.name, holder=is_holder, owner="Person"))
    declared = NODES[found.label].by_name
    return str(masks.property(declared.get("address", declared["name"]), found.address))


def _path(found: Candidate, more: Mapping[str, Any], masks: Masks) -> str:
    """The places above, a building and a home by their names within the community; a home stands for its building."""
    path = [step for step in more.get("path", ()) if step["code"] != found.code and step["label"] != "Entrance"]
    if path and path[-1]["label"] == "Household":
        path = [step for step in path if step["label"] != "Building"]
    community = next((step["name"] for step in path if step["label"] == "Community"), "")
    names = [_step(step, community, masks) for step in path]
    compound = more.get("compound")
    return BETWEEN.join([*names, compound] if compound and found.label == "Building" else names)


def _step(step: Mapping[str, Any], community: str, masks: Masks) -> str:
    said = step["name"] or step["code"]
    if step["label"] in ("Building", "Household"):
        said = (step["address"] or said).removeprefix(community)
    return str(masks.step({**step, "name": said})["name"])


def _phone(more: Mapping[str, Any], typed: Typed, masks: Masks, *, is_holder: bool) -> tuple[str, str]:
    """The number that was typed, else the first; and its last four digits as the matched piece, if they show."""
    numbers = [number for number in more.get("phones", ()) if number["last4"]]
    if not numbers:
        return "", ""
    fits = [number for number in numbers if number["last4"] == typed.last4]
    number = (fits or numbers)[0]
    public = number is more["phones"][0] and any(held["public"] for held in more.get("roles", ()))
    shown = masks.phone({**number, "public": public}, holder=is_holder)
    return shown, number["last4"] if fits and shown.endswith(number["last4"]) else ""


def _place_of(role: str) -> int:
    return _ORDER.index(role) if role in _ORDER else len(_ORDER)
