"""双报到: who reported to which community and took which post; the branch that the members and their unit have."""

from graph_schema.problems import ValueProblem
from graph_schema.values.day import Day
from loaders.draft import Node
from loaders.people.holders import Found
from loaders.places.areas import county_of
from loaders.places.problem import FieldProblem
from loaders.themes.membership import join
from loaders.themes.stating import Stating
from loaders.themes.working import unit_of

FIELDS = frozenset(("reporter", "unit:reporting"))


def state(stating: Stating) -> None:
    """What the row says of a member or of an organisation that reports. Raises FieldProblem."""
    for reporter in stating.people.get("reporter", ()):
        _member(stating, reporter)
    unit = stating.row.values.get("unit:reporting")
    if isinstance(unit, str) and unit:
        _organisation(stating, unit)


def _member(stating: Stating, reporter: Found) -> None:
    """Somebody in service, so not retired; the row's branch is the unit's own."""
    draft, more = stating.draft, reporter.claim.more
    draft.label(reporter.node, "PartyMember")
    draft.state(reporter.node, "retired", False)
    branch, unit = stating.parties.get("party:unit_branch"), unit_of(stating, reporter)
    if branch is not None:
        join(stating, reporter, branch, "party:unit_branch")
        if unit is not None:
            draft.relate("COVERS", branch, unit, stating.source)
    _report(stating, reporter.node, more.get("reported"), "reporter.reported", more.get("claimed_post"))


def _organisation(stating: Stating, name: str) -> None:
    branch = stating.parties.get("party:unit_branch")
    if branch is None:
        raise FieldProblem("party:unit_branch", ValueProblem("value_missing", value="单位党组织"))
    try:
        unit = stating.organisations.find("Unit", name, county_of(stating.placed.area))
    except ValueProblem as problem:
        raise FieldProblem("unit:reporting", problem) from None
    stating.draft.touch(unit, stating.source)
    stating.draft.relate("COVERS", branch, unit, stating.source)
    _report(stating, branch, stating.row.values.get("reported_on"), "reported_on")


def _report(stating: Stating, who: Node, said: object, field: str, post: object = None) -> None:
    """A day, or a community alone, says that they reported; 未报到, and nothing at all, that they did not."""
    community = stating.placed.community
    if said is False or (said is None and community is None):
        return
    if community is None:
        raise FieldProblem("community", ValueProblem("value_missing", value="报到社区"))
    since = said if isinstance(said, Day) else None
    stating.draft.relate("REPORTED_TO", who, community, stating.source, since=since, post=post)
