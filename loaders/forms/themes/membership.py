"""Members of a place's organisations: branch, group, what is above them, posts and dues.

Whoever is of no organisation, or of that of a unit, stands in no roster of a place's members.
"""

from collections.abc import Mapping, Sequence

from graph_schema.nodes import NODES
from graph_schema.relationships import RELATIONSHIPS
from graph_schema.values.masked import HIDDEN
from loaders.forms.asking import Asking, Thing, Tie
from loaders.forms.line import Line, Said, Someone, secrecy
from loaders.forms.people import holders
from loaders.forms.places import area_of
from loaders.organisations import party_kind
from loaders.recognise import Table
from loaders.roster import Post

FIELDS = frozenset(("member",))
_SAYS_FLOW = frozenset(("flow", "remark"))
_FLOWS = {None: "no", "in": "in", "out": "out"}
_SECRET = secrecy(NODES["PartyMember"].by_name["flow_status"])


def lines(table: Table, asking: Asking) -> list[Line]:
    """A line for each member, and for each day since when they hold a post."""
    post, found = table.roster.post("member"), table.layout.found
    branches = own_organisations(asking)
    members = asking.into("MEMBER_OF", branches)
    people = {tie.start for ties in members.values() for tie in ties}
    groups, serving = asking.out("IN_GROUP", people), asking.out("SERVES", people)
    above = above_of({*branches, *(tie.end for ties in groups.values() for tie in ties)}, asking)
    area = area_of(asking)
    lines: list[Line] = []
    for branch, ties in members.items():
        for tie in ties:
            if tie.image.get("kind") == "flow_in" and not found & _SAYS_FLOW:
                continue  # a form that cannot say so would make an affiliated member of them
            mine = [each.end for each in groups.get(tie.start, []) if above.get(each.end) == branch]
            group = mine[0] if mine else None
            for someone in _posts(post, tie, group, serving.get(tie.start, [])):
                someone.more |= _member(tie, found)
                values = _named(branch, group, above.get(branch)) | area
                lines.append(
                    Line({}, values, {post.field: someone}, order=(branch.name, _rank(someone), tie.start.name))
                )
    return lines


def _rank(someone: Someone) -> str:
    """Those whom the branch names first before others with their role, and these before those without any."""
    return "0" if any(tie.image.get("is_primary") for tie in someone.ties) else "1" if someone.ties else "2"


def own_organisations(asking: Asking) -> list[Thing]:
    """The organisations of the place that are not those of a unit."""
    organisations = asking.under("PartyOrg")
    covered = asking.out("COVERS", organisations)
    return [org for org in organisations if not any(tie.end.label == "Unit" for tie in covered.get(org, []))]


def above_of(organisations: set[Thing], asking: Asking) -> dict[Thing, Thing]:
    """What each of them is under."""
    return {org: ties[0].end for org, ties in asking.out("SUBORDINATE_TO", organisations).items()}


def _posts(post: Post, tie: Tie, group: Thing | None, serving: Sequence[Tie]) -> list[Someone]:
    mine = [each for each in serving if each.end == tie.end and each.image.get("role") != "group_leader"]
    mine += [each for each in serving if each.end == group and each.image.get("role") == "group_leader"]
    found = holders(post, tie.end, mine)
    return found or [Someone(tie.start, (), {name: Said(None) for name in ("since", "until", "position")})]


def _member(tie: Tie, found: frozenset[str]) -> dict[str, Said]:
    flow = tie.start.image.get("flow_status")
    dues = RELATIONSHIPS["MEMBER_OF"].by_name["dues_paid_to"]
    said = {
        "member_since": Said(tie.value("since")),
        "dues_paid_to": Said(tie.value("dues_paid_to"), secrecy(dues)),
        "flow": Said(_FLOWS.get(flow, None if "remark" in found else HIDDEN), _SECRET),
    }
    if flow == "transferring" or "flow" not in found:
        words = {"transferring": "组织关系转接中", "in": "流入"}
        said["remark"] = Said(words.get(str(flow)), _SECRET)
    return said


def _named(branch: Thing, group: Thing | None, above: Thing | None) -> dict[str, Said]:
    names: Mapping[str, Thing | None] = {
        "party:branch": branch,
        "party:group": group,
        "party:community_org": above if above is not None and party_kind(above.name) != "branch" else None,
    }
    return {field: Said(None if org is None else org.name) for field, org in names.items()}
