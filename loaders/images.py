"""The properties of a node as they shall stand: what rows say, and what follows from it."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from graph_schema.nodes import NODES, PHONE_PREFIXES
from graph_schema.values import name as person_name
from graph_schema.values import unit
from graph_schema.values.day import Day
from graph_schema.values.seal import Seal
from loaders.draft import Node
from loaders.people.candidates import Known

_READ_ALOUD = frozenset(
    (
        "County",
        "Town",
        "Community",
        "Grid",
        "MicroGrid",
        "Compound",
        "Building",
        "Entrance",
        "Zone",
        "Checkpoint",
    )
)
# Of these no precision is kept: they are read from cells that name a day, see nodes/duty.py
_EXACT = frozenset(("from", "to"))


def image(node: Node, known: Known | None, seal: Seal) -> dict[str, Any]:
    """Every property that the import has something to say about; a known node keeps its name."""
    said = spelled(node.stated)
    if known is not None:
        return said | _person(known, seal) | (_new_person(node) if node.before is None else {})
    return said | (_new_thing(node) if node.before is None else {})


def spelled(stated: Mapping[str, Any]) -> dict[str, Any]:
    """Properties as the graph keeps them: a day as its date, with its precision beside it."""
    said: dict[str, Any] = {}
    for name, value in stated.items():
        if not isinstance(value, Day):
            said[name] = value
        else:
            # What ends in a month ends with it: on the first day of the next it is over.
            said[name] = value.as_until if name == "until" else value.date
            said |= {} if name in _EXACT else {f"{name}_precision": value.precision}
    return said


def _new_thing(node: Node) -> dict[str, Any]:
    made: dict[str, Any] = {"name": node.name} if "name" in NODES[node.label].by_name else {}
    if node.label in _READ_ALOUD or node.label in ("PartyOrg", "Unit", "Facility", "Honour"):
        readings = person_name.place_readings(node.name)
        made |= {"name_pinyin": list(readings.pinyin), "name_initials": list(readings.initials)}
    if node.label in _READ_ALOUD or node.label == "Household":
        made["address"] = address_of(node)
    if node.label == "Household":
        building = node.parent.name if node.parent else ""
        made["short_address"] = unit.short(building, node.identity[2], node.identity[3])
    return made


def address_of(node: Node) -> str:
    """The whole spoken name of a place: 松涛社区松涛苑3栋1单元501."""
    parent = node.parent
    if node.label in ("County", "Town", "Community") or parent is None:
        return node.name
    known = (parent.before or {}).get("address") or address_of(parent)
    if node.label == "Building":
        return f"{known}{node.identity[2]}{node.name}"
    if node.label == "Household":
        inside = unit.display(parent.name, node.identity[2], node.identity[3])
        return f"{known}{inside.removeprefix(parent.name)}"
    return f"{known}{node.name}"


def _new_person(node: Node) -> dict[str, Any]:
    pinyin, initials = _read_aloud(node.name)
    return {"name": node.name, "name_pinyin": pinyin, "name_initials": initials}


@lru_cache(maxsize=16_384)
def _read_aloud(name: str) -> tuple[list[str], list[str]]:
    """How a name is typed: namesakes share it."""
    readings = person_name.readings(name)
    return list(readings.pinyin), list(readings.initials)


def _person(known: Known, seal: Seal) -> dict[str, Any]:
    """Numbers that are new are sealed; one that the graph has already is left as it is."""
    before = known.node.before or {}
    said: dict[str, Any] = {}
    if known.birth is not None:
        said |= {"birth_date": known.birth.date, "birth_date_precision": known.birth.precision}
    if known.id is not None and before.get("id_digest") != known.id_digest:
        said |= {"id_cipher": seal.seal(known.id.number), "id_digest": known.id_digest, "id_checked": True}
    free = [prefix for prefix in PHONE_PREFIXES if not before.get(f"{prefix}_digest")]
    for digest, phone in known.phones.items():
        if phone is None:
            continue
        prefix = free.pop(0)
        said |= {
            f"{prefix}_cipher": seal.seal(phone.number),
            f"{prefix}_digest": digest,
            f"{prefix}_last4": phone.last4,
            f"{prefix}_note": phone.note or None,
        }
    return said
