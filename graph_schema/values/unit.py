"""Where in a building: the entrance and the room, as written in cells and as shown."""

import datetime as dt
import re
from functools import lru_cache
from typing import NamedTuple

from graph_schema.problems import ValueProblem
from graph_schema.values import numeral, text
from graph_schema.values.traditional import simplified

_ROMAN = {"I": "1", "II": "2", "III": "3", "IV": "4", "V": "5", "VI": "6", "VII": "7", "VIII": "8", "IX": "9"}
SIGN = rf"[0-9]+|{numeral.PATTERN}|[IV]+X?|[A-Z]|[东南西北中]"
ROOM = r"[0-9]{1,2}[东南西北中]|[0-9]{1,4}[A-Z]?"
_ENTRANCE = re.compile(rf"第?(?P<sign>{SIGN})\s*(?:单元|门栋|梯)?", re.I)
_ROOM_CELL = re.compile(rf"(?P<room>{ROOM})\s*(?:室|号房?|房|户)?", re.I)
_TAIL = re.compile(
    rf"(?:-|,|\s)*(?:第?(?P<entrance>{SIGN})\s*(?:单元|门栋|梯)|(?P<numbered>[0-9]{{1,2}}|[A-Z])(?=\s*-))?"
    rf"(?:-|,|\s)*(?:[0-9]{{1,2}}[楼层](?=\s*[0-9]))?\s*(?:(?P<room>{ROOM})(?:室|号房?|房|户)?)?"
    rf"(?![0-9A-Z-])(?P<rest>.*)",
    re.I | re.S,
)

_TWO_PARTS = re.compile(rf"(?P<entrance>[0-9]{{1,2}}|[A-Z])\s*-\s*(?P<room>{ROOM})(?:室|号)?", re.I)
_DASH = re.compile(r"[—–―−]+")


class Unit(NamedTuple):
    """A household's place: building (3栋), entrance (1), room (501); "" for what is not written."""

    building: str
    entrance: str
    room: str


def entrance(cell: object) -> str:
    """The entrance: 1 for 1单元, 一单元, Ⅰ单元 and 1.0; "" for a blank cell or /."""
    written = simplified(text.tidy(cell))
    if not written or text.is_nothing(written):
        return ""
    found = _ENTRANCE.fullmatch(written)
    return _sign(found["sign"]) if found else written.replace(" ", "").removesuffix("单元")


@lru_cache(maxsize=4096, typed=True)
def room(cell: object) -> str:
    """The room: 101 for 101室 and 101.0; "" for a blank cell or /. Raises address_ambiguous for 1-101 or a date."""
    written = _DASH.sub("-", text.tidy(cell))
    if not written or text.is_nothing(written):
        return ""
    if isinstance(cell, dt.date) or re.fullmatch(r"[0-9]+\s*-\s*[0-9]+", written):
        raise ambiguous(written)
    found = _ROOM_CELL.fullmatch(written)
    return found["room"].upper() if found else written.replace(" ", "")


@lru_cache(maxsize=4096)
def two_parts(written: str) -> Unit | None:
    """What 1-101 says once its building is known, or None where the text is something else."""
    found = _TWO_PARTS.fullmatch(_DASH.sub("-", written))
    return Unit("", _sign(found["entrance"]), found["room"].upper()) if found else None


def tail(written: str) -> tuple[str, str, str]:
    """Entrance, room and what is left of the text behind a building: 1单元501, -1-501, 501室."""
    found = _TAIL.fullmatch(_DASH.sub("-", written))
    if not found:
        return "", "", written.strip(" -,")
    sign = found["entrance"] or found["numbered"] or ""
    return _sign(sign), (found["room"] or "").upper(), found["rest"].strip(" -,")


def display(building: str, entrance: str, room: str) -> str:
    """As people say it: 3栋1单元501, 3栋501, 3组12号."""
    if building.endswith("组") and not entrance:
        return f"{building}{room}号" if room else building
    return f"{building}{entrance and f'{entrance}单元'}{room}"


@lru_cache(maxsize=1024)
def _number(building: str) -> str:
    return building[:-1] if re.fullmatch(r"[0-9A-Z]+栋", building) else building


def short(building: str, entrance: str, room: str) -> str:
    """As people type it: 3-1-501; a building with a name keeps it."""
    return "-".join(part for part in (_number(building), entrance, room) if part)


def mask_room(entrance: str = "") -> str:
    """A home as it is shown to those who may not know the room: 1单元***."""
    return f"{entrance}单元***" if entrance else "***"


def ambiguous(written: str) -> ValueProblem:
    """The problem of two numbers that may be building and room, or entrance and room."""
    parts = re.findall(r"[0-9]+", written)[-2:] or ["1", "101"]
    low, high = parts[0], parts[-1]
    return ValueProblem("address_ambiguous", value=written, first=f"{low}栋{high}", second=f"{low}单元{high}")


def _sign(sign: str) -> str:
    upper = sign.upper()
    return _ROMAN.get(upper) or numeral.arabic(upper)
