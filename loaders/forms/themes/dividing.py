"""How a community is divided: the buildings that hang right under the line's grid or micro-grid, and its households."""

from collections.abc import Sequence

from graph_schema.values.text import sort_key
from loaders.forms.asking import Asking, Thing
from loaders.forms.line import Line, Said
from loaders.recognise import Table

FIELDS = frozenset(("grid_extent",))


def tell(_table: Table, asking: Asking, lines: Sequence[Line]) -> None:
    """Adds what lies in each grid and micro-grid, in the line of its own."""
    places = {line.path["Area"] for line in lines}
    parts = asking.into("PART_OF", places)
    buildings = {place: [tie.start for tie in ties if tie.start.label == "Building"] for place, ties in parts.items()}
    estates = asking.out("LOCATED_IN", {building for group in buildings.values() for building in group})
    for line in lines:
        place = line.path["Area"]
        names = sorted(
            (_name(b, estates[b][0].end if b in estates else None) for b in buildings.get(place, [])), key=sort_key
        )
        line.values["grid_extent"] = line.values["grid_buildings"] = Said("、".join(names) or None)
        line.values["declared"] = Said(place.value("declared_households") if place.label == "Grid" else None)


def _name(building: Thing, estate: Thing | None) -> str:
    return f"{estate.name if estate else ''}{building.name}"
