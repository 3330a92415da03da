"""Which zone and which buildings a unit answers for, what the zone is made of, and what unit and community share."""

import re

from graph_schema.problems import ValueProblem
from graph_schema.values.building import coverage
from loaders.draft import Node
from loaders.places.covered import buildings_of
from loaders.places.problem import FieldProblem
from loaders.places.zones import communities_in
from loaders.themes.stating import Stating

FIELDS = frozenset(("unit:covering",))
_KINDS = (
    ("hospital", re.compile("医院|卫生院|医疗")),
    ("school", re.compile("学校|小学|中学|幼儿园")),
    ("property_company", re.compile("物业")),
    ("developer", re.compile("房地产|开发商|房企")),
    ("social_org", re.compile("社会组织|社会团体|社团|协会|民办非企业")),
    ("institution", re.compile("事业")),
    ("enterprise", re.compile("企|公司|银行|商户")),
    ("county_agency", re.compile("机关|县直|行政|政府|党群")),
)


def state(stating: Stating) -> None:
    """What the row says of its unit and zone. Raises FieldProblem."""
    unit, zone = stating.parties.get("unit:covering"), stating.placed.zone
    communities = _communities(stating)
    buildings = _buildings(stating, communities)
    if unit is None and zone is None:
        raise FieldProblem("unit:covering", ValueProblem("value_missing", value="单位名称"))
    if zone is not None:
        _include(stating, zone, buildings)
    if unit is not None:
        _kind(stating, unit)
        for covered in (*((zone,) if zone else ()), *buildings):
            stating.draft.relate("COVERS", unit, covered, stating.source)
        _share(stating, unit, communities, buildings)


def _communities(stating: Stating) -> list[Node]:
    try:
        return communities_in(stating.row, stating.directory, stating.placed.area)
    except ValueProblem as problem:
        raise FieldProblem("cobuilt", problem) from None


def _buildings(stating: Stating, communities: list[Node]) -> tuple[Node, ...]:
    """Every building that the list means, each once however often ranges name it."""
    cell = stating.row.values.get("covered")
    try:
        pairs = coverage(cell) if cell is not None else ()
        found = [node for pair in pairs for node in buildings_of(*pair, communities, stating.directory)]
    except ValueProblem as problem:
        raise FieldProblem("covered", problem) from None
    return tuple(dict.fromkeys(found))


def _include(stating: Stating, zone: Node, buildings: tuple[Node, ...]) -> None:
    stating.draft.touch(zone, stating.source)
    for building in buildings:
        stating.draft.relate("INCLUDES", zone, building, stating.source)


def _kind(stating: Stating, unit: Node) -> None:
    """A kind that the list does not have is told and left out: the rest of the row is good."""
    written = stating.row.values.get("unit_kind")
    if not isinstance(written, str):
        return
    kind = next((kind for kind, words in _KINDS if words.search(written)), None)
    if kind is None:
        choices = "机关、事业单位、企业、物业公司、房地产企业、社会组织、学校、医院"
        stating.notice("unit_kind", ValueProblem("choice_unknown", value=written, choices=choices))
    stating.draft.state(unit, "kind", kind)


def _share(stating: Stating, unit: Node, communities: list[Node], buildings: tuple[Node, ...]) -> None:
    """With the communities that the row names; one that names none shares with those of its buildings."""
    values = stating.row.values
    offers, needs = values.get("offers"), values.get("needs")
    if not values.get("cobuilt"):
        around = {building.identity[1] for building in buildings} if offers or needs else set()
        communities = [node for node in communities if node.key in around]
    for community in communities:
        stating.draft.relate("COBUILDS_WITH", unit, community, stating.source, offers=offers, needs=needs)
