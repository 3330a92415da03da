"""The grid and the micro-grid of a row: found by any spelling of their names, or made where the roster may."""

from graph_schema.problems import ValueProblem
from loaders.draft import Identity, Node
from loaders.places.directory import Directory, natural_key
from loaders.places.names import grid_key, micro_grid_key
from loaders.places.problem import FieldProblem
from loaders.rows import TypedRow

_IN_A_GRID = frozenset(("grid", "building", "checkpoint", "community"))


def grid_of(row: TypedRow, directory: Directory, community: Node) -> Node | None:
    """The grid that the row names. Raises FieldProblem where the row needs one that nobody knows."""
    written, roster = str(row.places.get("grid") or ""), row.table.roster
    found = directory.grid(community, written) if written else None
    if found is not None or roster.subject not in _IN_A_GRID:
        return found
    if "Grid" in roster.creates and written:
        return _make_grid(directory, community, written)
    if roster.subject == "grid" or (written and roster.subject in ("checkpoint", "community")):
        nearest = _nearest(written, directory.grids(community), directory)
        raise FieldProblem("grid", ValueProblem("place_unknown", value=written, kind="网格", nearest=nearest))
    return None


def micro_grid_of(row: TypedRow, directory: Directory, grid: Node | None) -> Node | None:
    """The micro-grid that the row names within its grid; None where it names none. Raises FieldProblem."""
    written = str(row.places.get("micro_grid") or "")
    if not written:
        return None
    if grid is None:
        raise FieldProblem("grid", ValueProblem("value_missing", value="网格"))
    found = directory.micro_grid(grid, written)
    if found is not None:
        return found
    if "MicroGrid" in row.table.roster.creates:
        return _make_micro_grid(directory, grid, written)
    nearest = _nearest(written, directory.micro_grids(grid), directory)
    raise FieldProblem("micro_grid", ValueProblem("place_unknown", value=written, kind="小网格", nearest=nearest))


def _nearest(written: str, known: list[Node], directory: Directory) -> str:
    names = [node.name for node in known]
    return directory.nearest(written, names) or "、".join(names[:3])


def _make_grid(directory: Directory, community: Node, written: str) -> Node:
    name = written.removeprefix(community.name) or written
    node = _made(directory, ("Grid", community.key, grid_key(written, community.name)), name, community)
    node.stated["kind"] = "exclusive" if "专属" in name else "base"
    return node


def _make_micro_grid(directory: Directory, grid: Node, written: str) -> Node:
    name = written.removeprefix(grid.name) or written
    return _made(directory, ("MicroGrid", grid.identity, micro_grid_key(written, grid.name)), name, grid)


def _made(directory: Directory, identity: Identity, name: str, parent: Node) -> Node:
    node = directory.add(Node(identity[0], identity, name, natural_key(identity, name, parent), parent))
    directory.draft.relate("PART_OF", node, parent, "")
    return node
