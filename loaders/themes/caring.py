"""Care: needs, the pair and how often it visits, the last visit, and a small wish."""

import re

from graph_schema.problems import ValueProblem
from graph_schema.reference import NEEDS
from graph_schema.values import day
from graph_schema.values.day import Day
from loaders.people.holders import Found
from loaders.places.problem import FieldProblem
from loaders.themes.stating import Stating

FIELDS = frozenset(("helped",))
# 空巢老人, 空巢 and 空巢人员 say the same; so do these
_ALSO = {"severe_disability": "|重度残疾", "chronic_illness": "|慢病"}
_NEEDS = tuple(
    (code, re.compile(str(said["name_zh"]).removesuffix("老人") + _ALSO.get(code, ""))) for code, said in NEEDS.items()
)


def state(stating: Stating) -> None:
    """What the row says of somebody who is cared for. Raises FieldProblem."""
    for helped in stating.people.get("helped", ()):
        _needs(stating, helped)
        helpers = stating.people.get("helper", ())
        for helper in helpers:
            _pair(stating, helper, helped)
        _visit(stating, helpers, helped)
        _wish(stating, helped)


def _needs(stating: Stating, helped: Found) -> None:
    """One that the list does not have is told and left out, as all are without a basis: the rest of the row is good."""
    written, basis = stating.row.values.get("needs"), _basis(stating)
    if basis == "none":
        stating.notice("needs", ValueProblem("need_without_basis", value=helped.claim.name))
        return
    since = stating.row.values.get("needed_since")
    for word in written if isinstance(written, tuple) else ():
        code = next((code for code, pattern in _NEEDS if pattern.search(word)), None)
        if code is None:
            choices = "、".join(str(said["name_zh"]) for said in NEEDS.values())
            stating.notice("needs", ValueProblem("choice_unknown", value=word, choices=choices))
        else:
            need = stating.reference("Need", code)
            stating.draft.relate(
                "HAS_NEED",
                helped.node,
                need,
                stating.source,
                since=since if isinstance(since, Day) else None,
                basis=basis,
            )


def _basis(stating: Stating) -> str | None:
    """duty or consent; "none" where a roster that ought to say it has neither; None where nobody asks for it."""
    values = stating.row.values
    said = values.get("basis")
    if said == "duty" or (values.get("consent") is not False and said == "consent"):
        return str(said)
    if values.get("consent") is True and said != "none":
        return "consent"
    asked = stating.row.table.roster.code == "needs" or {"basis", "consent"} & stating.row.table.layout.found
    return "none" if asked else None


def _pair(stating: Stating, helper: Found, helped: Found) -> None:
    if helper.node is helped.node:
        raise FieldProblem("helper", ValueProblem("value_conflict", value=helper.claim.name, other="关爱对象本人"))
    stating.draft.relate(
        "PAIRED_WITH",
        helper.node,
        helped.node,
        stating.source,
        since=helper.claim.since,
        until=helper.claim.until,
        visit_every_days=stating.row.values.get("visit_every_days"),
    )


def _visit(stating: Stating, helpers: tuple[Found, ...], helped: Found) -> None:
    on = _visited_on(stating)
    if on is None:
        return
    draft, values = stating.draft, stating.row.values
    visit = stating.owned("Visit", helped.node, on.text)
    draft.state(visit, "on", on)
    draft.state(visit, "mode", values.get("visit_mode"))
    draft.state(visit, "result", values.get("visit_result"))
    draft.relate("VISITED", visit, helped.node, stating.source)
    for helper in helpers:
        draft.relate("BY", visit, helper.node, stating.source)


def _visited_on(stating: Stating) -> Day | None:
    """The day of the last visit; its year stands above the table."""
    cell = stating.row.values.get("visited_on")
    if cell is None:
        return None
    try:
        return day.parse(cell, stating.row.table.year)
    except ValueProblem as problem:
        raise FieldProblem("visited_on", problem) from None


def _wish(stating: Stating, helped: Found) -> None:
    draft, values = stating.draft, stating.row.values
    text, on = values.get("wish"), values.get("wish_on")
    if not text:
        return
    wish = stating.owned("Request", helped.node, f"wish/{on.text if isinstance(on, Day) else '?'}")
    draft.state(wish, "kind", "wish")
    draft.state(wish, "text", text)
    draft.state(wish, "status", values.get("wish_status") or "open")
    draft.state(wish, "opened_on", on)
    draft.relate("RAISED_BY", wish, helped.node, stating.source)
