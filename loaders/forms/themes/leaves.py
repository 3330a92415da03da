"""Leave that is not over: from when to when, and who stands in."""

from collections.abc import Sequence

from loaders.forms.asking import Asking, Tie
from loaders.forms.line import Line, Said, Someone
from loaders.forms.places import area_of
from loaders.recognise import Table

FIELDS = frozenset(("absent",))


def lines(table: Table, asking: Asking) -> list[Line]:
    """A line for each leave and each who stands in, in the order in which they begin."""
    away = asking.out("ON_LEAVE", asking.under("Person", "ON_LEAVE"))
    leaves = [tie for ties in away.values() for tie in ties if tie.end.image["to"] >= asking.at.on]
    covered = asking.out("COVERED_BY", [tie.end for tie in leaves])
    area = area_of(asking)
    found = []
    for tie in leaves:
        values = area | {"leave_from": Said(tie.end.value("from")), "leave_to": Said(tie.end.value("to"))}
        covers: Sequence[Tie | None] = covered.get(tie.end) or [None]
        for cover in covers:
            people = {"absent": Someone(tie.start)}
            if cover is not None:
                people["stand_in"] = Someone(cover.end)
            order = (str(tie.end.image["from"]), tie.start.name)
            found.append(Line({}, dict(values), people, order=order))
    return found
