"""Where somebody works: the unit that the cell names exactly or begins with; 退休 says that they no longer work."""

import re

from graph_schema.problems import ValueProblem
from loaders.draft import Node
from loaders.people.holders import Found
from loaders.places.areas import county_of
from loaders.places.problem import FieldProblem
from loaders.themes.stating import Stating

FIELDS = frozenset(("workplace",))
_RETIRED = re.compile("退休|离休")


def state(stating: Stating) -> None:
    """Everybody's unit. Raises FieldProblem."""
    for found in stating.everybody:
        written = str(found.claim.more.get("workplace") or "")
        if _RETIRED.search(written):
            stating.draft.state(found.node, "retired", True)
            continue
        unit = unit_of(stating, found)
        if unit is None:
            continue
        try:
            stating.draft.relate("WORKS_FOR", found.node, unit, stating.source)
        except ValueProblem as problem:
            raise FieldProblem(f"{found.claim.post}.workplace", problem) from None


def unit_of(stating: Stating, found: Found) -> Node | None:
    """The known unit that the person's 工作单位 names; words that name none say nothing to us."""
    written = str(found.claim.more.get("workplace") or "").replace(" ", "")
    try:
        return stating.organisations.begins("Unit", written, county_of(stating.placed.area))
    except ValueProblem as problem:
        raise FieldProblem(f"{found.claim.post}.workplace", problem) from None
