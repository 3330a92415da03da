"""Zones and checkpoints: what a zone includes, which zone a checkpoint is in; neither ends before it begins."""

from collections.abc import Iterator

from graph_schema.problems import ValueProblem
from graph_schema.values import text
from graph_schema.values.building import coverage
from graph_schema.values.day import Day
from loaders.draft import Node
from loaders.places.covered import buildings_of
from loaders.places.extents import is_described
from loaders.places.problem import FieldProblem
from loaders.places.zones import communities_in, zone_of
from loaders.themes.stating import Stating

FIELDS = frozenset(("zone_extent", "Checkpoint.since"))


def state(stating: Stating) -> None:
    """What the row says of its zone or checkpoint. Raises FieldProblem."""
    checkpoint = stating.placed.checkpoint
    _in_order(stating, "Checkpoint" if checkpoint is not None else "Zone")
    if checkpoint is not None:
        _within(stating, checkpoint)
        return
    zone = stating.placed.zone
    if zone is None:
        raise FieldProblem("zone", ValueProblem("value_missing", value="片区"))
    stating.draft.touch(zone, stating.source)
    for place in (*_buildings(stating), *_checkpoints(stating)):
        stating.draft.relate("INCLUDES", zone, place, stating.source)


def _in_order(stating: Stating, label: str) -> None:
    since, until = (stating.row.values.get(f"{label}.{name}") for name in ("since", "until"))
    if isinstance(since, Day) and isinstance(until, Day) and until.as_until < since.as_since:
        raise FieldProblem(f"{label}.until", ValueProblem("dates_reversed", value=until.text))


def _within(stating: Stating, checkpoint: Node) -> None:
    stating.draft.touch(checkpoint, stating.source)
    try:
        zone = zone_of(stating.row, stating.directory, stating.placed.area)
    except ValueProblem as problem:
        raise FieldProblem("zone", problem) from None
    if zone is not None:
        stating.draft.touch(zone, stating.source)
        stating.draft.relate("INCLUDES", zone, checkpoint, stating.source)


def _buildings(stating: Stating) -> tuple[Node, ...]:
    cell = stating.row.values.get("zone_extent")
    if cell is not None and is_described(cell):
        stating.notice("zone_extent", ValueProblem("extent_described", value=cell))
        return ()
    try:
        pairs = coverage(cell) if cell is not None else ()
        within = _communities(stating)
        found = [node for pair in pairs for node in buildings_of(*pair, within, stating.directory)]
    except ValueProblem as problem:
        raise FieldProblem("zone_extent", problem) from None
    return tuple(dict.fromkeys(found))


def _checkpoints(stating: Stating) -> Iterator[Node]:
    """Every checkpoint of the list, by its number or its name. Raises FieldProblem."""
    cell = stating.row.values.get("zone_checkpoints")
    written = text.tidy(cell) if cell is not None else ""
    known = [node for community in _communities(stating) for node in stating.directory.checkpoints(community)]
    for piece in (
        part.strip() for part in written.replace("\n", "、").replace(",", "、").replace(";", "、").split("、")
    ):
        same = [node for node in known if piece in (node.identity[2], node.name)]
        if len(same) == 1:
            yield same[0]
        elif piece:
            nearest = "、".join(n.natural for n in same) or stating.directory.nearest(piece, (n.name for n in known))
            problem = ValueProblem("place_unknown", value=piece, kind="卡点", nearest=nearest)
            raise FieldProblem("zone_checkpoints", problem)


def _communities(stating: Stating) -> list[Node]:
    try:
        return communities_in(stating.row, stating.directory, stating.placed.area)
    except ValueProblem as problem:
        raise FieldProblem("cobuilt", problem) from None
