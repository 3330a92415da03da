"""Activities of the moment's year: what was held by whom on which day, and who took part."""

from graph_schema.nodes import NODES
from loaders.forms.asking import Asking
from loaders.forms.line import Line, Said, Someone, secrecy
from loaders.forms.places import area_of, paths_of, values_of
from loaders.recognise import Table

FIELDS = frozenset(("activity_on",))
_HOLDERS = ("Community", "Grid", "PartyOrg")
_SIGN_IN = "activity_sign_in"  # of one activity, which the words above the table name


def lines(table: Table, asking: Asking) -> list[Line]:
    """A line for each activity, with the names of those who took part in one cell."""
    if table.roster.code == _SIGN_IN:
        return []
    holders = [holder for label in _HOLDERS for holder in asking.under(label)]
    paths = paths_of([holder for holder in holders if holder.label != "PartyOrg"], asking)
    held = [tie for ties in asking.into("HELD_BY", holders).values() for tie in ties]
    this_year = [tie for tie in held if tie.start.image["on"].year == asking.at.on.year]
    attended = asking.into("ATTENDED", [tie.start for tie in this_year])
    column, area = table.layout.people.get("attendee"), area_of(asking)
    found = []
    for tie in this_year:
        path = paths.get(tie.end, {})
        line = Line(path, values_of(path, table.layout) | area, order=(str(tie.start.image["on"]), tie.start.key))
        line.values |= {name: Said(tie.start.value(own), secrecy(_DECLARED[own])) for name, own in _COLUMNS.items()}
        line.values["party:holder"] = Said(tie.end.name if tie.end.label == "PartyOrg" else None)
        if column is not None:
            people = sorted((each.start for each in attended.get(tie.start, [])), key=lambda who: who.name)
            line.crowds[column] = [Someone(person) for person in people]
        found.append(line)
    return found


_COLUMNS = {"activity_on": "on", "activity_kind": "kind", "activity_title": "title"}
_DECLARED = NODES["Activity"].by_name
