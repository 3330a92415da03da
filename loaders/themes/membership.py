"""Party membership: the branch and the group, as what and since when, and who is flowing or between two branches."""

import re

from graph_schema.problems import ValueProblem
from graph_schema.values.day import Day
from loaders.draft import Node
from loaders.organisations import is_between
from loaders.people.holders import Found
from loaders.places.problem import FieldProblem
from loaders.themes.stating import Stating

FIELDS = frozenset(("member",))
_FLOWED_IN = re.compile("流入")


def state(stating: Stating) -> None:
    """What the row says of its members. Raises FieldProblem."""
    for member in stating.people.get("member", ()):
        stating.draft.label(member.node, "PartyMember")
        _days(stating, member)
        if stating.row.is_masked("member.flow"):
            continue  # whether they flowed in decides what they are of the branch
        flow = flow_of(stating, member)
        if flow:
            stating.draft.state(member.node, "flow_status", flow)
        elif "flow" in stating.row.table.layout.found:
            stating.draft.clear(member.node, "flow_status")
        if "party:branch" in stating.parties:
            branch = stating.parties["party:branch"]
            since, dues = member.claim.more.get("member_since"), member.claim.more.get("dues_paid_to")
            kind = "flow_in" if flow == "in" else "affiliated"
            join(stating, member, branch, "party:branch", kind, since=since, dues_paid_to=dues)
        if "party:group" in stating.parties:
            stating.draft.relate("IN_GROUP", member.node, stating.parties["party:group"], stating.source)


def join(
    stating: Stating,
    member: Found,
    branch: Node,
    field: str,
    kind: str = "affiliated",
    since: Day | None = None,
    dues_paid_to: Day | None = None,
) -> None:
    """The membership of a branch; a second branch of the same kind is a fault of the branch's column."""
    try:
        stating.draft.relate(
            "MEMBER_OF",
            member.node,
            branch,
            stating.source,
            kind,
            since=since,
            kind=kind,
            dues_paid_to=dues_paid_to,
        )
    except ValueProblem as problem:
        raise FieldProblem(field, problem) from None
    belongs = ("member", branch.token)
    before = member.known.learned
    if belongs not in before:
        member.known.learned = before | {belongs}
        stating.draft.on_failure(setattr, member.known, "learned", before)


def flow_of(stating: Stating, member: Found) -> str:
    """transferring, in, out, or "" for somebody who stays."""
    said, remark = member.claim.more.get("flow"), str(member.claim.more.get("remark") or "")
    if is_between(str(stating.row.values.get("party:branch") or "")) or is_between(remark):
        return "transferring"
    if said == "in" or _FLOWED_IN.search(remark):
        return "in"
    return "out" if said in ("out", "yes") else ""


def _days(stating: Stating, member: Found) -> None:
    joined, confirmed = member.claim.more.get("joined_on"), member.claim.more.get("confirmed_on")
    if joined and confirmed and confirmed.after <= joined.first:
        raise FieldProblem("member.confirmed_on", ValueProblem("dates_reversed", value=confirmed.text))
    stating.draft.state(member.node, "joined_on", joined)
    stating.draft.state(member.node, "confirmed_on", confirmed)
