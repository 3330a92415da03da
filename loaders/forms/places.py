"""Where things lie: the places above them by label, and the columns of a form that name them."""

import re
from collections.abc import Iterable, Mapping

from graph_schema.nodes import NODES
from graph_schema.sensitivity import Sensitivity
from loaders.forms.asking import Asking, Thing
from loaders.forms.line import Said, secrecy
from loaders.headings import Layout

Path = dict[str, Thing]

_NAMED = {
    "county": "County",
    "town": "Town",
    "community": "Community",
    "grid": "Grid",
    "micro_grid": "MicroGrid",
    "compound": "Compound",
    "zone": "Zone",
}
_CODES = {"county_code": "County", "town_code": "Town", "community_code": "Community"}
_STEPS = 7  # a home lies at most six steps under its county
_TWO_PARTS = re.compile(r"(?:[0-9]{1,2}|[A-Z])-[0-9A-Z东南西北中]+")


def paths_of(things: Iterable[Thing], asking: Asking) -> dict[Thing, Path]:
    """By thing, the places from itself up to the county, and the compound that a building lies in."""
    paths: dict[Thing, Path] = {thing: {thing.label: thing} for thing in things}
    climbing = {thing: thing for thing in paths}  # who climbs → where it stands
    for _step in range(_STEPS):
        above = asking.out("PART_OF", set(climbing.values()))
        climbing = {who: above[at][0].end for who, at in climbing.items() if at in above}
        for who, at in climbing.items():
            paths[who].setdefault(at.label, at)
        if not climbing:
            break
    buildings = {path["Building"] for path in paths.values() if "Building" in path}
    estates = asking.out("LOCATED_IN", buildings)
    for path in paths.values():
        ties = estates.get(path["Building"]) if "Building" in path else None
        if ties:
            path["Compound"] = ties[0].end
    return paths


def area_of(asking: Asking) -> dict[str, Said]:
    """Town and county of the whole form, for rosters that are about no place: there they tell namesakes apart."""
    here = asking.here()
    path = paths_of([here], asking)[here] if here is not None else {}
    return {name: Said(path[label].name) for name, label in (("town", "Town"), ("county", "County")) if label in path}


def values_of(path: Mapping[str, Thing], layout: Layout) -> dict[str, Said]:
    """What the columns of places, and of their properties, say of a line."""
    found: dict[str, Said] = {}
    for name in layout.fields.values():
        if name in _NAMED:
            thing = path.get(_NAMED[name])
            found[name] = Said(None if thing is None else thing.name)
        elif name in _CODES:
            thing = path.get(_CODES[name])
            found[name] = Said(None if thing is None else thing.key)
        elif "." in name:
            label, _, property_ = name.partition(".")
            thing = path.get(label)
            if thing is not None:
                found[name] = property_of(thing, property_)
    return found | _inside(path, layout) | _itself(path)


def _itself(path: Mapping[str, Thing]) -> dict[str, Said]:
    """Of a list of areas, or of checkpoints, the line's own name and code."""
    found: dict[str, Said] = {}
    if "Area" in path:
        found |= {"area": Said(path["Area"].name), "area_code": Said(path["Area"].key)}
    if "Checkpoint" in path:
        found["checkpoint"] = Said(path["Checkpoint"].key.partition("K")[2])
    return found


def property_of(thing: Thing, name: str) -> Said:
    """A property, and how sensitive it is."""
    declared = NODES[thing.label].by_name.get(name)
    return Said(thing.value(name), secrecy(declared) if declared else Sensitivity.S1)


def _inside(path: Mapping[str, Thing], layout: Layout) -> dict[str, Said]:
    """Building, entrance and room: what has no column of its own stands in the next one below."""
    found: dict[str, Said] = {}
    building, home = path.get("Building"), path.get("Household")
    estate = path["Compound"].name if "Compound" in path else ""
    if building is not None:
        found["building"] = Said(building.name if "compound" in layout.found else f"{estate}{building.name}")
    entrance = path.get("Entrance")
    sign = entrance.name.removesuffix("单元") if entrance is not None else ""
    found["entrance"] = Said(sign or None)
    if home is None or building is None:
        return found
    room = str(home.image.get("room") or "")
    inside = f"{sign}单元{room}" if sign else room
    short = _TWO_PARTS.fullmatch(f"{sign}-{room}")
    found["room"] = Said(room if "entrance" in layout.found else short[0] if short else inside, Sensitivity.S2)
    whole = inside if "building" in layout.found else f"{estate}{building.name}{inside}"
    found["address"] = Said(whole, Sensitivity.S2)
    found["household_number"] = Said(home.image.get("short_address"), Sensitivity.S2)
    return found
