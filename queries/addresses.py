"""What an address, a name or a code means: exactly one thing, or an error that carries what may have been meant."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from database.reading import Reader, read
from graph_schema.errors import Ambiguous, InputError, Nearby, NotFound
from graph_schema.nodes import NODES, PERSON
from graph_schema.problems import ValueProblem
from graph_schema.sensitivity import Sight
from graph_schema.values import address, text
from graph_schema.values.moment import Moment
from queries.ask.mask import Masks
from queries.paths import OPEN_ENDED
from queries.search.typed import escape
from queries.statement import load

NEAREST = 5
MOST = 20  # candidates that an ambiguous address names

_CODE = re.compile(r"\d{6}|\d{9}|\d{12}(?:[A-Z]\d+)*(?:-[^\s-]+){0,2}|P\d{8}|[OU]\d{6}", re.IGNORECASE)
_TWO = re.compile(r"(?P<names>.*?)[\s-]*(?P<first>[0-9A-Z]{1,3})#?-(?P<second>[0-9]{1,4}[A-Z]?)室?", re.IGNORECASE)
_TOWN_BEFORE = re.compile(r"(?P<town>.{1,6}?(?:镇|乡|街道))(?P<rest>.+)")
_EXACT = load(Path(__file__).with_name("addresses.cypher")).text
_NEAREST = load(Path(__file__).with_name("addresses_nearest.cypher")).text
_PLACES_FIRST = ("Person", "PartyOrg", "Unit")


@dataclass(frozen=True)
class Wanted:
    """What to look for. A door is (beginning, end) of a short address, the same text twice where it is whole.

    `names` must stand in the address of what is found, `above` are towns and counties over it; `others` are names of
    people, organisations and units.
    """

    text: str
    codes: tuple[str, ...] = ()
    doors: tuple[tuple[str, str], ...] = ()
    entrances: tuple[tuple[str, str], ...] = ()
    buildings: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    above: tuple[str, ...] = ()
    building: str = ""  # where a door was not found, its neighbours are offered


def resolve(reader: Reader, written: str, *, sight: Sight, moment: Moment | None = None) -> Nearby:
    """The one thing that a code, an address or a name means: 松涛社区 3栋1单元501, 松涛苑3-1-501, P00000001, 张伟.

    Raises Ambiguous with the candidates, or NotFound with the nearest. One round trip when it is found at once.
    """
    wanted = understand(written)
    on = moment.on if moment else OPEN_ENDED
    found = _exact(reader, wanted, sight, on)
    if not found and (apart := _without_town(wanted)):
        found = _exact(reader, apart, sight, on)
    if not found:
        raise _not_found(wanted, _nearest(reader, wanted, sight, on))
    if len(found) > 1:
        raise _ambiguous(wanted, found)
    return found[0]


def understand(written: str) -> Wanted:
    """The parts of what was written. Raises InputError where nothing is."""
    typed = " ".join(text.tidy(written).split())
    if not typed:
        raise InputError("没有写地址、姓名或代码。", "No address, name or code is given.")
    if _CODE.fullmatch(typed):
        return Wanted(typed, codes=(typed.upper(),), building=_building_code(typed))
    try:
        found = address.parse(typed)
    except ValueProblem:
        return _two_readings(typed)
    above = tuple(part for part in (found.county, found.town) if part)
    names = tuple(part for part in (found.community, found.compound, *found.rest.split()) if part)
    base = Wanted(typed, names=names, above=above, building=found.building)
    if found.building:
        return _in_building(base, found.building, found.entrance, found.room)
    if found.room:
        return replace(base, doors=(("", f"-{'-'.join(filter(None, (found.entrance, found.room)))}"),))
    return _by_name(base, found)


def _in_building(base: Wanted, building: str, entrance: str, room: str) -> Wanted:
    if room:
        doors = [_whole(address.short(building, entrance, room))]
        if not entrance:
            doors.append((f"{address.short(building, '', '')}-", f"-{room}"))
        return replace(base, doors=tuple(doors))
    return replace(base, entrances=((building, entrance),)) if entrance else replace(base, buildings=(building,))


def _two_readings(typed: str) -> Wanted:
    """松涛苑3-501 is room 501 of building 3, or of entrance 3: whichever there is."""
    found = _TWO.fullmatch(typed)
    if found is None:
        return Wanted(typed, places=(typed,), others=(typed,))
    first, second = found["first"].upper(), found["second"].upper()
    names = tuple(found["names"].split())
    building = f"{first}栋"
    base = Wanted(typed, names=names, building=building)
    doors = [_whole(f"{first}-{second}"), (f"{first}-", f"-{second}")]
    if names:
        doors.append(("", f"-{first}-{second}"))
    return replace(base, doors=tuple(doors), entrances=((building, second),))


def _by_name(base: Wanted, found: address.Address) -> Wanted:
    """A place, person, organisation or unit by its name: the last part names it, those before say where."""
    parts = [part for part in (found.county, found.town, found.community, found.grid, *found.rest.split()) if part]
    if len(parts) < 2:
        names = tuple(dict.fromkeys((base.text, *parts)))
        return Wanted(base.text, places=names, others=(base.text,), buildings=names)
    own = parts[-1]
    above = tuple(part for part in base.above if part != own)
    names = tuple(part for part in parts[:-1] if part not in base.above)
    return Wanted(base.text, places=(own,), buildings=(own,), others=(base.text,), names=names, above=above)


def _without_town(wanted: Wanted) -> Wanted | None:
    """红杉镇红杉苑 without a community between may be one compound's name, or a town and a compound."""
    for position, name in enumerate(wanted.names):
        if found := _TOWN_BEFORE.fullmatch(name):
            names = (*wanted.names[:position], found["rest"], *wanted.names[position + 1 :])
            return replace(wanted, names=names, above=(*wanted.above, found["town"]))
    return None


def _whole(short: str) -> tuple[str, str]:
    return short, short


def _building_code(code: str) -> str:
    return code.upper().split("-")[0] if "-" in code else ""


def _exact(reader: Reader, wanted: Wanted, sight: Sight, on: date) -> list[Nearby]:
    rows = read(
        reader,
        _EXACT,
        codes=list(wanted.codes),
        doors=[{"starts": start, "ends": end, "whole": start == end} for start, end in wanted.doors],
        entrances=[{"building": b, "names": [sign, f"{sign}单元"]} for b, sign in wanted.entrances],
        buildings=list(wanted.buildings),
        places=list(wanted.places),
        others=list(wanted.others),
        names=list(wanted.names),
        above=list(wanted.above),
        area=sight.area,
        on=on,
        most=MOST + 1,
    )
    places = [row for row in rows if row["label"] not in _PLACES_FIRST]
    return _titled(places or rows, sight)


def _nearest(reader: Reader, wanted: Wanted, sight: Sight, on: date) -> tuple[Nearby, ...]:
    similar = escape(" ".join((*wanted.names, wanted.building)).strip() or wanted.text)
    is_door = bool(wanted.doors or wanted.entrances)
    rows = read(
        reader,
        _NEAREST,
        buildings=[wanted.building] if is_door else [],
        codes=[wanted.building] if wanted.codes and wanted.building else [],
        names=list(wanted.names),
        lucene=[f"name:({similar}) OR address:({similar})"],
        people=[f"name:({similar})"] if wanted.others else [],
        area=sight.area,
        on=on,
        most=NEAREST,
        deep=500,
    )
    rows.sort(
        key=lambda row: (-row["score"], _distance(wanted, row["name"] or ""), text.sort_key(row["address"] or ""))
    )
    return tuple(_titled(rows[:NEAREST], sight))


def _distance(wanted: Wanted, name: str) -> int:
    """How far the number of a room is from the one that was written: 502 and 401 before 1201."""
    written = re.findall(r"\d+", wanted.text)
    room = re.findall(r"\d+", name)
    return abs(int(written[-1]) - int(room[-1])) if written and room else 0


def _titled(rows: Iterable[dict[str, Any]], sight: Sight) -> list[Nearby]:
    return [Nearby(row["label"], row["code"], _title(row, Masks(sight))) for row in rows]


def _title(row: dict[str, Any], masks: Masks) -> str:
    """A place by its whole spoken name; a person with home or post behind the name, as names alone are not enough."""
    declared = NODES[row["label"]].by_name
    if row["label"] != "Person":
        name = row["address"] or row["name"] or row["code"]
        return str(masks.property(declared.get("address", declared["name"]), name))
    name = str(masks.property(PERSON.by_name["name"], row["name"], holder=row["post"] is not None, owner="Person"))
    home = masks.property(NODES["Household"].by_name["address"], row["home"]) if row["home"] else None
    where = row["post"] or home
    return f"{name}（{where}）" if where else name


def _not_found(wanted: Wanted, nearest: tuple[Nearby, ...]) -> NotFound:
    zh = "" if nearest else "请检查写法，或先导入相应的名册。"
    en = "" if nearest else " Check how it is written, or load the roster that has it."
    return NotFound(f"没有找到“{wanted.text}”。{zh}", f"Nothing is called {wanted.text}.{en}", nearest)


def _ambiguous(wanted: Wanted, found: list[Nearby]) -> Ambiguous:
    named = found[:MOST]
    lines = [f"{near.title}（{near.code}）" for near in named[:NEAREST]]
    more_zh, more_en = (" 等", " and more") if len(found) > NEAREST else ("", "")
    return Ambiguous(
        f"“{wanted.text}”不止一处：{'、'.join(lines)}{more_zh}。请写全，或用代码。",
        f"{wanted.text} is several things: {', '.join(lines)}{more_en}. Write it in full, or give the code.",
        tuple(named),
    )
