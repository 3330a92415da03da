"""Offices and facilities of the communities of a place."""

from loaders.forms.asking import Asking
from loaders.forms.line import Line, Said
from loaders.forms.places import paths_of, values_of
from loaders.recognise import Table

FIELDS = frozenset(("area_m2",))
_COLUMNS = {"facility": "name", "facility_kind": "kind", "area_m2": "area_m2", "state_asset_no": "state_asset_no"}


def lines(table: Table, asking: Asking) -> list[Line]:
    """A line for each."""
    paths = paths_of(asking.under("Community"), asking)
    located = asking.into("LOCATED_IN", paths)
    return [
        Line(
            paths[community],
            values_of(paths[community], table.layout)
            | {name: Said(tie.start.value(own)) for name, own in _COLUMNS.items()},
            order=(tie.start.name,),
        )
        for community, ties in located.items()
        for tie in ties
        if tie.start.label == "Facility"
    ]
