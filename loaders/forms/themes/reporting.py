"""双报到: members in service, and the organisations of units, that reported to a community of the place."""

from loaders.forms.asking import Asking, Thing
from loaders.forms.line import Line, Said, Someone
from loaders.forms.places import area_of
from loaders.recognise import Table

FIELDS = frozenset(("reporter", "unit:reporting"))


def lines(table: Table, asking: Asking) -> list[Line]:
    """A line for each report; of people where the roster is about them, else of organisations."""
    reports = [tie for ties in asking.into("REPORTED_TO", asking.under("Community")).values() for tie in ties]
    organisations = {tie.start for tie in reports if tie.start.label == "PartyOrg"}
    people = {tie.start for tie in reports if tie.start.label == "Person"}
    branches = {p: ties[0].end for p, ties in asking.out("MEMBER_OF", people).items()}
    units = _units({*organisations, *branches.values()}, asking)
    works = {person: ties[0].end for person, ties in asking.out("WORKS_FOR", people).items()}
    area, of_people = area_of(asking), bool(table.roster.posts)
    found: list[Line] = []
    for tie in reports:
        here = {"community": Said(tie.end.name)} | area
        if of_people and tie.start in people and not tie.start.image.get("retired"):
            branch = branches.get(tie.start)
            values = here | {"party:unit_branch": Said(branch.name if branch and branch in units else None)}
            more = _report(tie.value("since"), tie.value("post"), branch, works.get(tie.start), units)
            who = Someone(tie.start, (), more)
            found.append(Line({"Community": tie.end}, values, {"reporter": who}, order=(tie.start.name,)))
        elif not of_people and tie.start in units:
            unit = units[tie.start]
            values = here | {
                "party:unit_branch": Said(tie.start.name),
                "unit:reporting": Said(unit.name),
                "reported_on": Said(tie.value("since") or True),
            }
            found.append(Line({"Community": tie.end}, values, order=(unit.name,)))
    return found


def _units(organisations: set[Thing], asking: Asking) -> dict[Thing, Thing]:
    """By organisation, the unit whose own it is."""
    covered = asking.out("COVERS", organisations)
    return {org: tie.end for org, ties in covered.items() for tie in reversed(ties) if tie.end.label == "Unit"}


def _report(
    since: object, post: object, branch: Thing | None, work: Thing | None, units: dict[Thing, Thing]
) -> dict[str, Said]:
    """The workplace stands there only where the branch is that unit's own: the loader takes it for so."""
    own = branch is None or branch not in units or units[branch] == work
    return {
        "reported": Said(since or True),
        "claimed_post": Said(post),
        "workplace": Said(work.name if work is not None and own else None),
        "since": Said(None),
        "until": Said(None),
    }
