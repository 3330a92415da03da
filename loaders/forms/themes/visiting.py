"""Visits of the moment's year: to whom or to which home, on which day, by whom. What was found stands in no form."""

from collections.abc import Sequence

from graph_schema.nodes import NODES
from loaders.forms.asking import Asking, Thing, Tie
from loaders.forms.line import Line, Said, Someone, secrecy
from loaders.forms.places import Path, paths_of, values_of
from loaders.recognise import Table

FIELDS = frozenset(("visit_on",))
_DECLARED = NODES["Visit"].by_name


def lines(table: Table, asking: Asking) -> list[Line]:
    """A line for each visit and visitor. Of several on one day the first: the loader cannot tell the others from it."""
    visited = [home for label in ("Household", "Person") for home in asking.under(label, "VISITED")]
    visits = [tie for ties in asking.into("VISITED", visited).values() for tie in ties]
    first: dict[tuple[Thing, object], Tie] = {}
    for tie in sorted(visits, key=lambda tie: tie.start.key):
        if tie.start.image["on"].year == asking.at.on.year:
            first.setdefault((tie.end, tie.start.image["on"]), tie)
    by = asking.out("BY", [tie.start for tie in first.values()])
    paths = homes_of([tie.end for tie in first.values()], asking)
    found: list[Line] = []
    for tie in first.values():
        path = paths.get(tie.end, {})
        values = values_of(path, table.layout) | {
            "visit_on": Said(tie.start.value("on")),
            "visit_mode": Said(tie.start.value("mode")),
            "visit_result": Said(tie.start.value("result"), secrecy(_DECLARED["result"])),
        }
        people = {"visited": Someone(tie.end)} if tie.end.label == "Person" else {}
        visitors: Sequence[Tie | None] = by.get(tie.start) or [None]
        for each in visitors:
            who = {"visitor": Someone(each.end)} if each is not None else {}
            found.append(Line(path, dict(values), people | who, order=(str(tie.start.image["on"]), tie.start.key)))
    return found


def homes_of(things: Sequence[Thing], asking: Asking) -> dict[Thing, Path]:
    """The places of homes, and of people the places of the home that they live in."""
    people = [thing for thing in things if thing.label == "Person"]
    homes = {person: ties[0].end for person, ties in asking.out("LIVES_IN", people).items()}
    homes |= {thing: thing for thing in things if thing.label == "Household"}
    paths = paths_of(homes.values(), asking)
    return {thing: paths[home] for thing, home in homes.items()}
