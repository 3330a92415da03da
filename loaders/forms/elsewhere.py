"""Columns that this roster does not load and another does: 单元数 beside a building leader is known of the building."""

from collections.abc import Iterable, Mapping
from functools import lru_cache

from loaders.forms.line import Line, Said
from loaders.forms.places import property_of
from loaders.headings import Layout, forms
from loaders.sources import ROSTERS

Fields = Mapping[int, tuple[str, ...]]  # column → what other rosters take it for: Building.entrances


def known_elsewhere(layout: Layout) -> Fields:
    """The columns of a form that are no use to its own roster, with the properties that they name elsewhere."""
    found = {column: _fields(layout.headings[column]) for column in layout.ignored}
    return {column: fields for column, fields in found.items() if fields}


def said_elsewhere(line: Line, fields: Iterable[str]) -> Said:
    """What is known of the place that the line is about."""
    place = line.path.get("Area")
    for label, _, name in (field.partition(".") for field in fields):
        if place is not None and place.label == label:
            return property_of(place, name)
    return Said(None)


def _fields(heading: str) -> tuple[str, ...]:
    return next((_properties()[form] for form in forms(heading) if form in _properties()), ())


@lru_cache(maxsize=1)
def _properties() -> Mapping[str, tuple[str, ...]]:
    """By heading, every property that some roster reads under it."""
    found: dict[str, tuple[str, ...]] = {}
    for roster in ROSTERS.values():
        for column in (column for column in roster.columns if "." in column.field):
            for heading in column.headings:
                key = forms(heading)[0]
                found[key] = tuple(dict.fromkeys((*found.get(key, ()), column.field)))
    return found
