"""Offices and facilities: one of each name within a community, or one of each kind that has a column of its own."""

from graph_schema.nodes.life import FACILITY
from graph_schema.problems import ValueProblem
from loaders.draft import Node
from loaders.places.problem import FieldProblem
from loaders.themes.stating import Stating
from loaders.wordings import facility_kind

FIELDS = frozenset(("area_m2",))
_OF_KINDS = (
    ("office_m2", "office"),
    ("service_m2", "service_centre"),
    ("activity_m2", "activity_room"),
    ("elder_m2", "elder_care"),
)


def state(stating: Stating) -> None:
    """What the row says of the community's facilities. Raises FieldProblem."""
    values, community = stating.row.values, stating.placed.community
    if community is None:
        return
    for field, kind in _OF_KINDS:
        if values.get(field):
            _facility(stating, community, _word(kind), kind, field)
    if values.get("area_m2") is None and not values.get("facility"):
        return
    kind = _kind(stating)
    node = _facility(stating, community, str(values.get("facility") or _word(kind)), kind, "area_m2")
    stating.draft.state(node, "state_asset_no", values.get("state_asset_no"))


def _facility(stating: Stating, community: Node, name: str, kind: str, field: str) -> Node:
    """The facility of a name. Two of one name and different sizes are told: one would be lost."""
    draft, area = stating.draft, stating.row.values.get(field)
    identity = ("Facility", community, name)
    node = draft.nodes.get(identity)
    if node is None:
        natural = f"{community.natural}/{name}"
        node = draft.add(Node("Facility", identity, name, natural, owner=community, tail=f"/facility/{name}"))
    elif area is not None and node.stated.get("area_m2") not in (None, area):
        raise FieldProblem(field, ValueProblem("value_conflict", value=f"{name} {area}", other=node.stated["area_m2"]))
    draft.touch(node, stating.source)
    draft.state(node, "kind", kind)
    draft.state(node, "area_m2", area)
    draft.relate("LOCATED_IN", node, community, stating.source)
    return node


def _kind(stating: Stating) -> str:
    """As its column says, else as its name does. Raises FieldProblem."""
    written = stating.row.values.get("facility_kind")
    if isinstance(written, str):
        return written
    name = stating.row.values.get("facility")
    if not isinstance(name, str):
        raise FieldProblem("facility", ValueProblem("value_missing", value="名称"))
    try:
        return facility_kind(name)
    except ValueProblem as problem:
        raise FieldProblem("facility", problem) from None


def _word(kind: str) -> str:
    choice = FACILITY.by_name["kind"].choice(kind)
    return choice.zh if choice is not None else kind
