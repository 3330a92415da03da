"""Honours of a place: of its communities, estates, organisations, units and people."""

from loaders.forms.asking import Asking, Thing
from loaders.forms.line import Line, Said, Someone
from loaders.forms.places import area_of, paths_of
from loaders.recognise import Table

FIELDS = frozenset(("honour",))
_HOLDERS = ("Community", "Compound", "PartyOrg", "Unit", "Person")
_PLACES = ("Community", "Compound")


def lines(_table: Table, asking: Asking) -> list[Line]:
    """A line for each honour and whoever it was awarded to, the latest year first."""
    holders = [holder for label in _HOLDERS for holder in asking.under(label, "AWARDED_TO")]
    awarded = asking.into("AWARDED_TO", holders)
    paths = paths_of([holder for holder in awarded if holder.label in _PLACES], asking)
    area, found = area_of(asking), []
    for holder, ties in awarded.items():
        community = paths.get(holder, {}).get("Community")
        for tie in ties:
            year = tie.start.value("year")
            values = area | {
                "community": Said(community.name if community is not None else None),
                "honour": Said(tie.start.name),
                "year": Said(year),
                "awardee": Said(None if holder.label == "Person" else holder.name),
            }
            found.append(Line({}, values, _person(holder), order=(f"{9999 - int(year or 0):04d}", tie.start.name)))
    return found


def _person(holder: Thing) -> dict[str, Someone]:
    return {"awarded": Someone(holder)} if holder.label == "Person" else {}
