"""The compound and the buildings that a row names: known, or made where its roster may."""

from graph_schema.problems import ValueProblem
from graph_schema.values.building import coverage
from loaders.draft import Node
from loaders.places.directory import Directory
from loaders.places.homes import made
from loaders.places.problem import FieldProblem
from loaders.rows import TypedRow


def find_compound(row: TypedRow, directory: Directory, community: Node) -> Node:
    """The compound that the row is about."""
    name = str(row.places.get("compound") or "")
    if not name:
        raise FieldProblem("compound", ValueProblem("value_missing", value="小区名称"))
    found = directory.compound(community, name)
    if found is not None:
        return found
    if "Compound" not in row.table.roster.creates:
        nearest = directory.nearest(name, (node.name for node in directory.compounds(community)))
        raise FieldProblem("compound", ValueProblem("place_unknown", value=name, kind="小区", nearest=nearest))
    return _make_compound(directory, community, name)


def find_buildings(
    row: TypedRow, directory: Directory, community: Node, grid: Node | None, compound: object, written: str
) -> tuple[Node, ...]:
    """The buildings that the row names; several only where the row is about buildings."""
    try:
        pairs = _named(written, compound)
    except ValueProblem as problem:
        raise FieldProblem("building", problem) from None
    if not pairs:
        raise FieldProblem("building", ValueProblem("building_missing"))
    if len(pairs) > 1 and row.table.roster.subject != "building":
        two = ValueProblem("address_ambiguous", value=written, first=pairs[0][1], second=pairs[1][1])
        raise FieldProblem("building", two)
    return tuple(dict.fromkeys(_building(row, directory, community, grid, *pair, written) for pair in pairs))


def _named(written: str, compound: object) -> list[tuple[str | None, str]]:
    """Pairs of compound (None: not said, "": none) and building."""
    given = compound if isinstance(compound, str) else None
    named: list[tuple[str | None, str]] = []
    for before, name in coverage(written):
        if before in ("", given) or name.startswith(before):
            named.append((given, name))
        else:
            named.append((given, before + name) if given is not None else (before, name))
    return list(dict.fromkeys(named))


def _building(
    row: TypedRow,
    directory: Directory,
    community: Node,
    grid: Node | None,
    compound: str | None,
    name: str,
    written: str,
) -> Node:
    found = directory.building(community, compound, name, grid)
    if found is None and compound and name.startswith(compound):
        found = directory.building(community, compound, name.removeprefix(compound), grid)
    if found is None and "Building" in row.table.roster.creates:
        found = _make_building(directory, community, compound or "", name)
    if found is None:
        near = directory.nearest(
            f"{compound or ''}{name}", (f"{n.identity[2]}{n.name}" for n in directory.buildings(community))
        )
        raise FieldProblem("building", ValueProblem("building_unknown", value=written, nearest=near))
    return found


def _make_building(directory: Directory, community: Node, compound: str, name: str) -> Node:
    estate = None
    if compound:
        estate = directory.compound(community, compound)
        if estate is None:
            estate = _make_compound(directory, community, compound)
    identity = ("Building", community.key, estate.name if estate else "", name)
    return made(directory, identity, name, community)


def _make_compound(directory: Directory, community: Node, name: str) -> Node:
    estate = made(directory, ("Compound", community.key, name), name, community)
    directory.draft.relate("PART_OF", estate, community, "")
    return estate
