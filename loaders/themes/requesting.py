"""Requests: what a person or a home asked for, since when, who took it on, and whether it is done."""

from graph_schema.problems import ValueProblem
from graph_schema.values.day import Day
from loaders.draft import Node
from loaders.kinds import request_kind
from loaders.places.areas import county_of
from loaders.places.problem import FieldProblem
from loaders.themes.stating import Stating
from loaders.themes.visiting import at_home

FIELDS = frozenset(("request_text",))


def state(stating: Stating) -> None:
    """What the row says of a request. Raises FieldProblem."""
    values = stating.row.values
    text = values.get("request_text")
    if not text:
        raise FieldProblem("request_text", ValueProblem("value_missing", value="内容"))
    kind, claimants = _kind(stating), _claimants(stating)
    opened, status = _days(stating), _status(stating, claimants)
    for raiser in at_home(stating, "raiser", "提出人"):
        # The ledger of pairs names a wish in the same way: one that stands in both is one.
        request = stating.distinct("Request", raiser, f"{kind}/{opened.text if opened else '?'}", "text", text)
        said = {"kind": kind, "text": text, "status": status, "opened_on": opened}
        for name, value in (said | {name: values.get(name) for name in ("claimed_on", "closed_on")}).items():
            stating.draft.state(request, name, value)
        stating.draft.relate("RAISED_BY", request, raiser, stating.source)
        for claimant in claimants:
            stating.draft.relate("CLAIMED_BY", request, claimant, stating.source)


def _kind(stating: Stating) -> str:
    """What its column says, else the heading of what is asked (微心愿内容), else the words above the table."""
    said = stating.row.values.get("request_kind")
    table = stating.row.table
    headings = (table.layout.headings[column] for column, name in table.layout.fields.items() if name == "request_text")
    found = said or next(
        filter(None, map(request_kind, (*headings, *table.titles, table.sheet.name, table.file))), None
    )
    if not isinstance(found, str):
        raise FieldProblem("request_kind", ValueProblem("value_missing", value="类型"))
    return found


def _claimants(stating: Stating) -> tuple[Node, ...]:
    people = tuple(found.node for found in stating.people.get("claimant", ()))
    name = stating.row.values.get("unit:claimant")
    if not isinstance(name, str) or not name:
        return people
    try:
        unit = stating.organisations.find("Unit", name.replace(" ", ""), county_of(stating.placed.area))
    except ValueProblem as problem:
        raise FieldProblem("unit:claimant", problem) from None
    stating.draft.touch(unit, stating.source)
    return (*people, unit)


def _days(stating: Stating) -> Day | None:
    """The day on which it was asked; what follows must not come before it."""
    values = stating.row.values
    opened = values.get("request_on")
    if not isinstance(opened, Day):
        return None
    for name in ("claimed_on", "closed_on"):
        later = values.get(name)
        if isinstance(later, Day) and later.after <= opened.first:
            raise FieldProblem(name, ValueProblem("dates_reversed", value=later.text))
    return opened


def _status(stating: Stating, claimants: tuple[Node, ...]) -> str:
    """As it is said; where nothing is, what the days and the names beside it mean."""
    values = stating.row.values
    said = values.get("request_status")
    taken = bool(claimants or values.get("claimed_on"))
    if said == "open" and taken:
        raise FieldProblem("request_status", ValueProblem("value_conflict", value="未认领", other="已有认领人"))
    if isinstance(said, str):
        return said
    if values.get("closed_on") or values.get("request_done"):
        return "done"
    return "claimed" if taken or values.get("request_claimed") else "open"
