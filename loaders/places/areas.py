"""Which area a row is about that is about no place: its community, or the town or county that its words name."""

from collections.abc import Iterator

from graph_schema.problems import ValueProblem
from loaders.draft import Node
from loaders.places.communities import find_community
from loaders.places.directory import Directory
from loaders.rows import TypedRow


def county_of(area: Node) -> Node:
    """The county that an area lies in; the area itself where none is known."""
    while area.label != "County" and area.parent is not None:
        area = area.parent
    return area


def find_area(row: TypedRow, directory: Directory) -> Node:
    """The community that the row names, else the town or county that the words around it or in it name.

    Where nothing names one it is the only county that is known. Raises place_unknown.
    """
    if row.places.get("community"):
        return find_community(row, directory)
    areas = [node for node in directory.by_code.values() if node.label in ("Town", "County")]
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


def _words(row: TypedRow) -> Iterator[str]:
    """From the nearest to the farthest: places, section, titles, names of sheet and file, the file's tables, cells."""
    yield from (str(row.places[name]) for name in ("town", "county") if row.places.get(name))
    yield from filter(None, (row.section, *row.table.titles, row.at.sheet, row.at.file, row.table.beside))
    yield from (value for value in row.values.values() if isinstance(value, str) and value)
    yield from (value for claim in row.people for value in claim.more.values() if isinstance(value, str) and value)
