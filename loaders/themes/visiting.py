"""Visits: to whom or to which home, on which day, by whom, and what was found."""

from graph_schema.problems import ValueProblem
from loaders.draft import Node
from loaders.places.problem import FieldProblem
from loaders.themes.days import whole_day
from loaders.themes.stating import Stating

FIELDS = frozenset(("visit_on",))


def state(stating: Stating) -> None:
    """What the row says of a visit. Raises FieldProblem."""
    on = whole_day(stating, "visit_on", "走访日期")
    draft, values = stating.draft, stating.row.values
    for visited in at_home(stating, "visited", "走访对象"):
        result = values.get("visit_result")
        visit = stating.distinct("Visit", visited, on.text, "result", result)
        draft.state(visit, "on", on)
        draft.state(visit, "mode", values.get("visit_mode"))
        draft.state(visit, "result", result)
        draft.relate("VISITED", visit, visited, stating.source)
        for visitor in stating.people.get("visitor", ()):
            if visitor.node is visited:
                problem = ValueProblem("value_conflict", value=visitor.claim.name, other="走访对象本人")
                raise FieldProblem("visitor", problem)
            draft.relate("BY", visit, visitor.node, stating.source)


def at_home(stating: Stating, post: str, heading: str) -> tuple[Node, ...]:
    """The people of a post, or where nobody is named the home of the row. Raises FieldProblem where neither is."""
    people = tuple(found.node for found in stating.people.get(post, ()))
    if people:
        return people
    if stating.placed.household is not None:
        return (stating.placed.household,)
    written = stating.row.places.get("address")
    if written:
        raise FieldProblem("address", ValueProblem("household_unknown", value=written))
    field = post if post in stating.row.table.layout.people else "room"
    raise FieldProblem(field, ValueProblem("value_missing", value=heading))
