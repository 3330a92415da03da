"""How a community is divided: which buildings lie in the row's grid or micro-grid, and how many households."""

from graph_schema.problems import ValueProblem
from graph_schema.values.building import coverage
from loaders.draft import Node
from loaders.places.covered import buildings_of
from loaders.places.extents import is_described
from loaders.places.hanging import hang
from loaders.places.problem import FieldProblem
from loaders.themes.stating import Stating

FIELDS = frozenset(("grid_extent",))
_LISTS = ("grid_extent", "grid_buildings")


def state(stating: Stating) -> None:
    """What the row says of its grid or micro-grid. Raises FieldProblem."""
    placed = stating.placed
    above = placed.micro_grid or placed.grid
    if above is None:
        return
    if placed.micro_grid is None and "grid_buildings" not in stating.row.values:
        # Of a micro-grid no number of households is kept: it is counted.
        stating.draft.state(above, "declared_households", stating.row.values.get("declared"))
    for building in _buildings(stating):
        try:
            hang(building, above, stating.directory, stating.source)
        except ValueProblem as problem:
            raise FieldProblem(_field(stating), problem) from None


def _buildings(stating: Stating) -> tuple[Node, ...]:
    """Every building of the list; a whole compound where the row names that alone."""
    field, compound = _field(stating), stating.row.values.get("extent_compound")
    written, community = stating.row.values.get(field), stating.placed.community
    if written is None or community is None:
        return ()
    if is_described(written):
        stating.notice(field, ValueProblem("extent_described", value=written))
        return ()
    try:
        before = compound if field in _LISTS and isinstance(compound, str) else ""
        found = [
            node
            for named, name in coverage(written)
            for node in buildings_of(named or _known(before, stating), name, [community], stating.directory)
        ]
    except ValueProblem as problem:
        raise FieldProblem(field, problem) from None
    return tuple(dict.fromkeys(found))


def _field(stating: Stating) -> str:
    """Which column says what lies within: a list, one building, or a whole compound."""
    return next((name for name in _LISTS if stating.row.values.get(name) is not None), "extent_compound")


def _known(compound: str, stating: Stating) -> str:
    """The compound of the row's own column; words there that are none (散楼) do not stand before a building."""
    community = stating.placed.community
    found = stating.directory.compound(community, compound) if community is not None and compound else None
    return found.name if found is not None else ""
