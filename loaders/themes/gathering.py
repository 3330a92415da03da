"""Activities: what was held by whom on which day, and who took part."""

from graph_schema.problems import ValueProblem
from graph_schema.values.day import Day
from loaders.draft import Node
from loaders.kinds import ACTIVITY_WORDS, activity_kind
from loaders.places.problem import FieldProblem
from loaders.places.zones import date_of
from loaders.themes.days import some_day
from loaders.themes.stating import Stating
from loaders.titled import HOLDER

FIELDS = frozenset(("activity_on",))
# What only an organisation of the Party holds: a community that stands above the table is not meant.
_OF_THE_PARTY = frozenset(
    (
        "theme_party_day",
        "member_meeting",
        "committee_meeting",
        "group_meeting",
        "party_lecture",
        "organisational_life",
        "appraisal",
    )
)


def state(stating: Stating) -> None:
    """What the row says of an activity. Raises FieldProblem."""
    on, kind = _on(stating), _kind(stating)
    holder = _holder(stating, kind)
    draft, title = stating.draft, stating.row.values.get("activity_title")
    activity = stating.distinct("Activity", holder, f"{kind}/{on.text}", "title", title)
    draft.state(activity, "kind", kind)
    draft.state(activity, "on", on)
    draft.state(activity, "title", title)
    draft.relate("HELD_BY", activity, holder, stating.source)
    for attendee in stating.people.get("attendee", ()):
        draft.relate("ATTENDED", attendee.node, activity, stating.source)


def _on(stating: Stating) -> Day:
    """The day of the row, else the one above the table (签到表)."""
    found = some_day(stating, "activity_on") or date_of(stating.row.table)
    if found is None:
        raise FieldProblem("activity_on", ValueProblem("value_missing", value="活动日期"))
    return found


def _kind(stating: Stating) -> str:
    """What its column says, else what the title of the activity or of the table names."""
    values, table = stating.row.values, stating.row.table
    said = values.get("activity_kind")
    written = (str(values.get("activity_title") or ""), *table.titles, table.sheet.name, table.file)
    found = said or next(filter(None, map(activity_kind, written)), None)
    if not isinstance(found, str):
        field = "activity_kind" if "activity_kind" in table.layout.found else "activity_title"
        raise FieldProblem(field, ValueProblem("choice_unknown", value=written[0], choices=ACTIVITY_WORDS))
    return found


def _holder(stating: Stating, kind: str) -> Node:
    """The organisation that the row names, else its grid, else the community that the row or its table is about."""
    party = stating.parties.get(HOLDER)
    if party is not None and party.before is None and HOLDER not in stating.row.table.layout.found:
        # A title may shorten a name: it never makes an organisation.
        raise FieldProblem(HOLDER, ValueProblem("place_unknown", value=party.name, kind="党组织"))
    if party is not None:
        return party
    community = stating.placed.community
    if community is None or kind in _OF_THE_PARTY:
        raise FieldProblem(HOLDER, ValueProblem("value_missing", value="党组织名称"))
    written = str(stating.row.places.get("grid") or "")
    if not written:
        return community
    stating.directory.load((community.key,))
    grid = stating.directory.grid(community, written)
    if grid is None:
        nearest = stating.directory.nearest(written, (node.name for node in stating.directory.grids(community)))
        raise FieldProblem("grid", ValueProblem("place_unknown", value=written, kind="网格", nearest=nearest))
    return grid
