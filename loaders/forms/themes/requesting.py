"""Requests and small wishes: of whom, since when, who took them on. Their words are free text and stand in no form."""

from graph_schema.nodes import NODES
from loaders.forms.asking import Asking, Tie
from loaders.forms.line import Line, Said, Someone, secrecy
from loaders.forms.places import values_of
from loaders.forms.themes.visiting import homes_of
from loaders.recognise import Table

FIELDS = frozenset(("request_text",))
_DECLARED = NODES["Request"].by_name
_COLUMNS = {
    "request_kind": "kind",
    "request_text": "text",
    "request_on": "opened_on",
    "request_status": "status",
    "claimed_on": "claimed_on",
    "closed_on": "closed_on",
}


def lines(table: Table, asking: Asking) -> list[Line]:
    """A line for each request, the oldest first."""
    raisers = [raiser for label in ("Household", "Person") for raiser in asking.under(label, "RAISED_BY")]
    raised = [tie for ties in asking.into("RAISED_BY", raisers).values() for tie in ties]
    claimed = asking.out("CLAIMED_BY", [tie.start for tie in raised])
    paths = homes_of([tie.end for tie in raised], asking)
    found = []
    for tie in raised:
        path = paths.get(tie.end, {})
        values = values_of(path, table.layout)
        values |= {name: Said(tie.start.value(own), secrecy(_DECLARED[own])) for name, own in _COLUMNS.items()}
        people = {"raiser": Someone(tie.end)} if tie.end.label == "Person" else {}
        for each in claimed.get(tie.start, []):
            _claim(each, values, people)
        order = (str(tie.start.image.get("opened_on") or ""), tie.start.key)
        found.append(Line(path, values, people, order=order))
    return found


def _claim(tie: Tie, values: dict[str, Said], people: dict[str, Someone]) -> None:
    if tie.end.label == "Unit":
        values["unit:claimant"] = Said(tie.end.name)
    else:
        people.setdefault("claimant", Someone(tie.end))
