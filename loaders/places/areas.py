"""Which area a row is about: a community, town or county that it names, or that the words around it name."""

from collections.abc import Iterator
from dataclasses import replace

from graph_schema.problems import ValueProblem
from graph_schema.values import area_code
from graph_schema.values.area_code import AreaCode
from graph_schema.values.community import community_name
from loaders.draft import Node
from loaders.places.communities import community_around, find_community, make_above
from loaders.places.directory import Directory
from loaders.places.problem import FieldProblem
from loaders.rows import TypedRow

_LEVELS = (("community", "Community"), ("town", "Town"), ("county", "County"))


def county_of(area: Node) -> Node:
    """The county that an area lies in; the area itself where none is known."""
    while area.label != "County" and area.parent is not None:
        area = area.parent
    return area


def area_of(row: TypedRow, directory: Directory) -> Node:
    """The county, town or community that a row of a list of areas is about: the lowest that it names.

    Raises FieldProblem; place_unknown, place_code_invalid or value_conflict of a community.
    """
    if row.values.get("area") and not row.values.get("area_code"):
        return _known(str(row.values["area"]), "area", ("Community", "Town", "County"), row, directory)
    said = _in_levels(row)
    level, label = next(
        ((level, label) for level, label in _LEVELS if said.places.get(level) or said.places.get(f"{level}_code")),
        ("community", "Community"),
    )
    codes = _codes(said, level)
    if level == "community":
        return find_community(said, directory)
    if codes is None:
        return _known(str(said.places.get(level) or ""), level, (label,), said, directory)
    county = make_above(said, directory, "County", codes.county, "county", None)
    found = make_above(said, directory, "Town", codes.town, "town", county) if level == "town" else county
    name = str(said.places.get(level) or "")
    if name and name != found.name:
        raise FieldProblem(level, ValueProblem("value_conflict", value=f"{name} {found.key}", other=found.name))
    return found


def _in_levels(row: TypedRow) -> TypedRow:
    """The row with its one column of codes and its one of names put where those of the level stand."""
    code, name = row.values.get("area_code"), row.values.get("area")
    if not isinstance(code, str):
        return row
    level = area_code.parse(code).level
    name = community_name(name) if name and level == "community" else name
    return replace(row, places={**row.places, f"{level}_code": code, level: name or row.places.get(level)})


def _codes(row: TypedRow, level: str) -> AreaCode | None:
    """The code of the row's level, which begins with those of the levels above it. Raises FieldProblem."""
    written = row.places.get(f"{level}_code")
    if not isinstance(written, str):
        return None
    for above in ("town_code", "county_code"):
        higher = row.places.get(above)
        if isinstance(higher, str) and not written.startswith(higher):
            raise FieldProblem(f"{level}_code", ValueProblem("place_code_invalid", value=written))
    return area_code.parse(written, level)


def _known(name: str, field: str, labels: tuple[str, ...], row: TypedRow, directory: Directory) -> Node:
    """An area that is known, by its name and that of the one above it. Raises FieldProblem."""
    known = [node for node in directory.by_code.values() if node.label in labels]
    above = {str(row.places.get(level) or "") for level in ("town", "county")} - {""}
    same = [node for node in known if node.name in (name, community_name(name))]
    near = [node for node in same if node.parent is not None and node.parent.name in above] or same
    if len(near) == 1:
        return near[0]
    nearest = directory.nearest(name, (node.name for node in known))
    raise FieldProblem(field, ValueProblem("place_unknown", value=name, kind="县、镇、社区", nearest=nearest))


def find_area(row: TypedRow, directory: Directory) -> Node:
    """The community that the row names, else the town or county that the words around it or in it name.

    Where nothing names one it is the only county that is known. Raises place_unknown.
    """
    if row.places.get("community"):
        return find_community(row, directory)
    around = community_around(row, directory) if _is_located(row) else None
    if around is not None:
        return around
    areas = directory.higher
    for said in _words(row):
        named = [node for node in areas if node.name and node.name in said]
        within = [node for node in named if node.label == "Town" and (node.parent is None or node.parent in named)]
        for group in (within, [n for n in named if n.label == "Town"], [n for n in named if n.label == "County"]):
            if len(group) == 1:
                return group[0]
    counties = [node for node in areas if node.label == "County"]
    if len(counties) == 1:
        return counties[0]
    names = "、".join(sorted(node.name for node in counties))
    said = next(_words(row), row.at.file)
    raise ValueProblem("place_unknown", value=said, kind="县", nearest=names)


def narrowest_area(row: TypedRow, directory: Directory) -> Node:
    """The community that the row or the words around it name, else the area as `find_area` finds it."""
    around = None if row.places.get("community") else community_around(row, directory)
    return around or find_area(row, directory)


def _is_located(row: TypedRow) -> bool:
    """Whether words around the row say its community: not where its own cell says that there is none."""
    return row.table.roster.located and "community" not in row.places


def _words(row: TypedRow) -> Iterator[str]:
    """From the nearest to the farthest: places, section, titles, names of sheet and file, the file's tables, cells."""
    yield from (str(row.places[name]) for name in ("town", "county") if row.places.get(name))
    yield from filter(None, (row.section, *row.table.titles, row.at.sheet, row.at.file, row.table.beside))
    yield from (value for value in row.values.values() if isinstance(value, str) and value)
    yield from (value for claim in row.people for value in claim.more.values() if isinstance(value, str) and value)
