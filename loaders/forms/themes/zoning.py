"""Zones: the buildings and checkpoints that each includes, and the communities in which those lie."""

from collections.abc import Iterable, Mapping

from graph_schema.values.text import sort_key
from loaders.forms.asking import Asking, Thing
from loaders.forms.line import Line, Said
from loaders.forms.lines import with_people
from loaders.forms.places import Path, area_of, paths_of, values_of
from loaders.recognise import Table

FIELDS = frozenset(("zone_extent",))


def lines(table: Table, asking: Asking) -> list[Line]:
    """The zones of the place, each with those who lead it."""
    zones = asking.under("Zone")
    included = {zone: [tie.end for tie in ties] for zone, ties in asking.out("INCLUDES", zones).items()}
    paths = paths_of([*zones, *(end for ends in included.values() for end in ends)], asking)
    known = [thing for thing in {*asking.under("Checkpoint"), *paths} if thing.label == "Checkpoint"]
    area, found = area_of(asking), []
    for zone in zones:
        inside = included.get(zone, [])
        line = Line(paths[zone], area | values_of(paths[zone], table.layout), order=(zone.name,))
        around = {paths[each]["Community"].name for each in inside if "Community" in paths[each]}
        line.values |= {
            "community": Said(None),
            "cobuilt": Said(tuple(sorted(around)) or None),
            "zone_extent": Said("、".join(sorted(map(_name, _paths("Building", inside, paths)), key=sort_key)) or None),
            "zone_checkpoints": Said("、".join(sorted(_signs(inside, known), key=sort_key)) or None),
        }
        found.append(line)
    return with_people(found, [{} for _zone in zones], table.layout, asking)


def _paths(label: str, inside: Iterable[Thing], paths: Mapping[Thing, Path]) -> list[Path]:
    return [paths[each] for each in inside if each.label == label]


def _name(path: Path) -> str:
    estate = path["Compound"].name if "Compound" in path else ""
    return f"{estate}{path['Building'].name}"


def _signs(inside: Iterable[Thing], known: Iterable[Thing]) -> list[str]:
    """Each checkpoint by its number, or where another has the same by its name."""
    every = list(known)
    found = []
    for checkpoint in (each for each in inside if each.label == "Checkpoint"):
        for sign in (number_of(checkpoint), checkpoint.name):
            if sum(sign in (number_of(each), each.name) for each in every) == 1:
                found.append(sign)
                break
    return found


def number_of(checkpoint: Thing) -> str:
    """The number that a checkpoint has within its community."""
    return checkpoint.key.partition("K")[2]
