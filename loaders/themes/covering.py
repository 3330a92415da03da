"""Which zone and which buildings a unit answers for, what the zone is made of, and what unit and community share."""

from graph_schema.problems import ValueProblem
from graph_schema.values.building import coverage
from graph_schema.values.day import Day
from loaders.draft import Node
from loaders.places.communities import community_around
from loaders.places.covered import buildings_of
from loaders.places.problem import FieldProblem
from loaders.places.zones import communities_in
from loaders.themes.registering import state_kind
from loaders.themes.stating import Stating

FIELDS = frozenset(("unit:covering",))


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
        state_kind(stating, unit)
        for covered in (*((zone,) if zone else ()), *buildings):
            stating.draft.relate("COVERS", unit, covered, stating.source)
        _share(stating, unit, communities, buildings)


def _communities(stating: Stating) -> list[Node]:
    try:
        return communities_in(stating.row, stating.directory, stating.placed.area)
    except ValueProblem as problem:
        raise FieldProblem("cobuilt", problem) from None


def _buildings(stating: Stating, communities: list[Node]) -> tuple[Node, ...]:
    """Every building that the list means, each once however often ranges name it.

    A compound in a column of its own is that of the numbers beside it (松涛苑 | 1-3栋); alone it means all of it.
    """
    cell, around = stating.row.values.get("covered"), stating.row.values.get("covered_in")
    try:
        pairs = coverage(cell) if cell is not None else ()
        estates = coverage(around) if around is not None else ()
        pairs = tuple((before or _one(estates), name) for before, name in pairs) or estates
        found = [node for pair in pairs for node in buildings_of(*pair, communities, stating.directory)]
    except ValueProblem as problem:
        raise FieldProblem("covered", problem) from None
    return tuple(dict.fromkeys(found))


def _one(estates: tuple[tuple[str, str], ...]) -> str:
    """The only compound that a cell names."""
    return estates[0][1] if len(estates) == 1 else ""


def _include(stating: Stating, zone: Node, buildings: tuple[Node, ...]) -> None:
    stating.draft.touch(zone, stating.source)
    for building in buildings:
        stating.draft.relate("INCLUDES", zone, building, stating.source)


def _share(stating: Stating, unit: Node, communities: list[Node], buildings: tuple[Node, ...]) -> None:
    """With the communities that the row names; one that names none shares with those of its buildings."""
    values = stating.row.values
    offers, needs = values.get("offers"), values.get("needs")
    since, until = _agreed(stating)
    if not values.get("cobuilt"):
        communities = _around(stating, communities, buildings) if offers or needs else []
    for community in communities:
        stating.draft.relate(
            "COBUILDS_WITH", unit, community, stating.source, since=since, until=until, offers=offers, needs=needs
        )


def _around(stating: Stating, communities: list[Node], buildings: tuple[Node, ...]) -> list[Node]:
    """Those of the row's buildings; without any, the one that the words around the row name."""
    said = None if buildings else community_around(stating.row, stating.directory)
    keys = {building.identity[1] for building in buildings} | ({said.key} if said is not None else set())
    return [node for node in communities if node.key in keys]


def _agreed(stating: Stating) -> tuple[Day | None, Day | None]:
    """Since when and until when unit and community share. Raises FieldProblem."""
    found = (stating.row.values.get(f"cobuilt_{name}") for name in ("since", "until"))
    since, until = (day if isinstance(day, Day) else None for day in found)
    if since and until and until.as_until < since.as_since:
        raise FieldProblem("cobuilt_until", ValueProblem("dates_reversed", value=until.text))
    return since, until
