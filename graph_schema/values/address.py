"""An address in every spelling that staff use, from 松涛社区 松涛苑3栋1单元501 to 3-1-501, taken apart.

What belongs to a building is in building.py, what lies inside it in unit.py; both are offered here too.
"""

import datetime as dt
import re
from dataclasses import dataclass, replace

from graph_schema.problems import ValueProblem
from graph_schema.values import text
from graph_schema.values.building import (
    NUMBER,
    SIDE,
    STREET,
    SUFFIX,
    building_name,
    building_names,
    compound_name,
    coverage,
)
from graph_schema.values.community import Area, take_area
from graph_schema.values.traditional import simplified
from graph_schema.values.unit import (
    ROOM,
    SIGN,
    Unit,
    ambiguous,
    display,
    entrance,
    mask_room,
    room,
    short,
    tail,
    two_parts,
)

__all__ = [
    "Address",
    "Unit",
    "building_name",
    "building_names",
    "compound_name",
    "coverage",
    "display",
    "entrance",
    "household_number",
    "mask_room",
    "parse",
    "parse_unit",
    "room",
    "short",
]

_LONGEST = 120
_DASH = re.compile(r"\s*[-—–―−]+\s*")
_CLOSE = re.compile(rf"\s+(?={SUFFIX}|号|单元|室|组)|(?<=第)\s+")
_NUMBERED = re.compile(
    rf"(?P<before>.*?)(?P<name>第?(?:{NUMBER}|[A-Z][0-9]*){SUFFIX}{SIDE})(?P<after>.*)", re.IGNORECASE
)
_HYPHENS = re.compile(
    rf"(?P<before>(?:.*?[^0-9-])??)-?(?P<name>[0-9]{{1,3}}|[A-Z])#?(?P<after>-(?:[0-9]{{1,2}}|[A-Z])-(?:{ROOM})室?)",
    re.IGNORECASE,
)
_SHAPES = (
    re.compile(rf"(?P<before>)(?P<name>.*?{STREET}[0-9]+号(?:楼|院)?)(?!.*(?:{SUFFIX}|-.*-.*-))(?P<after>.*)"),
    _NUMBERED,
    re.compile(rf"(?P<before>.*?)(?P<name>第?{NUMBER}(?:村民)?小?组)(?P<after>.*)"),
    _HYPHENS,
    re.compile(rf"(?P<before>)(?P<name>.+?(?:楼|大厦))(?P<after>(?:-|第?(?:{SIGN})单元|[0-9]{{3,4}}).*|)"),
    re.compile(rf"(?P<before>)(?P<name>.*[^0-9-])(?P<after>-(?:[0-9]{{1,2}}|[A-Z])-(?:{ROOM})室?)", re.IGNORECASE),
    re.compile(rf"(?P<before>.*?)(?P<name>)(?P<after>第?(?:{SIGN})单元.*)", re.IGNORECASE),
)
_TWO_NUMBERS = re.compile(rf".*?(?<![0-9])[0-9]{{1,2}}#?-(?:{ROOM})室?", re.IGNORECASE)
_HOUSE_BEFORE = re.compile(rf"(?P<street>.*{STREET}[0-9]+号院?)(?!院$)(?P<compound>.+)")


@dataclass(frozen=True)
class Address:
    """The parts of an address, "" for what is not written; `rest` is text to be matched against known names."""

    county: str = ""
    town: str = ""
    community: str = ""
    compound: str = ""
    building: str = ""
    entrance: str = ""
    room: str = ""
    grid: str = ""
    rest: str = ""

    @property
    def unit(self) -> Unit:
        """Building, entrance and room."""
        return Unit(self.building, self.entrance, self.room)


def parse(cell: object) -> Address:
    """The parts of what somebody wrote. Raises address_ambiguous for two numbers that have two readings (1-101)."""
    if len(text.tidy(cell)) > _LONGEST:
        return Address(rest=text.tidy(cell))
    area, segments = take_area(_segments(cell))
    keyed = _natural_key(area, segments)
    if keyed:
        return keyed
    names = [segment for segment in segments if not text.is_nothing(segment)]
    for position, segment in enumerate(names):
        found = next(filter(None, (shape.fullmatch(segment) for shape in _SHAPES)), None)
        if found:
            inside = " ".join([found["after"], *names[position + 1 :]])
            return _address(area, names[:position], found["before"].strip(" -"), found["name"], inside)
        if _TWO_NUMBERS.fullmatch(segment):
            raise ambiguous(segment)
    return _address(area, names, "", "", "")


def household_number(cell: object) -> Unit:
    """The building, entrance and room of 1-1-101 or 3栋501. Raises address_ambiguous or address_unreadable."""
    return parse_unit(cell)


def parse_unit(cell: object, building_known: bool = False) -> Unit:
    """The building, entrance and room of a cell; with the building known elsewhere, 1-101 has one reading.

    Raises address_ambiguous, and address_unreadable where there is no room or, unless known, no building.
    """
    written = text.tidy(cell)
    if building_known and not isinstance(cell, dt.date):
        inside = two_parts(written)
        if inside:
            return inside
        sign, number, rest = tail(written)
        if number and not rest:
            return Unit("", sign, number)
    if isinstance(cell, dt.date):
        raise ambiguous(written)
    unit = parse(written).unit
    if not unit.room or not (unit.building or building_known):
        raise ValueProblem("address_unreadable", value=written)
    return unit


def _segments(cell: object) -> list[str]:
    written = _CLOSE.sub("", _DASH.sub("-", simplified(text.tidy(cell))))
    return [part for part in re.split(r"[/,;、\s]+", written) if part]


def _natural_key(area: Area, segments: list[str]) -> Address | None:
    """社区/小区/楼栋/单元-房号 names its parts by their order; a compound that is not there is a dash."""
    if len(segments) != (3 if area.community else 4) or not two_parts(segments[-1]):
        return None
    placed = area if area.community else replace(area, community=segments[0])
    return _address(placed, [], compound_name(segments[-3]), segments[-2], segments[-1])


def _address(area: Area, earlier: list[str], before: str, name: str, inside: str) -> Address:
    within = two_parts(inside.strip(" -"))
    sign, number, rest = (within.entrance, within.room, "") if within else tail(inside)
    compound, unmatched = before, earlier
    if not before and earlier and (name or sign):
        compound, unmatched = earlier[-1], earlier[:-1]
    house = _HOUSE_BEFORE.fullmatch(compound)
    if house:
        unmatched, compound = [*unmatched, house["street"]], house["compound"]
    return Address(
        area.county,
        area.town,
        area.community,
        compound_name(compound),
        building_name(name) if name else "",
        sign,
        number,
        area.grid,
        " ".join(part for part in (*unmatched, rest) if part),
    )
