"""The building that an address means which stands beside somebody's name: evidence of who it is, never a home."""

from graph_schema.problems import ValueProblem
from graph_schema.values import address
from loaders.draft import Node
from loaders.places.areas import county_of
from loaders.places.directory import Directory


def buildings_of(written: str, area: Node, directory: Directory) -> list[Node]:
    """The buildings of the county that the address may mean; none where it cannot be read. Nobody corrects it here."""
    try:
        said = address.parse(written)
    except ValueProblem:
        return []
    if not said.building:
        return []
    county = county_of(area).key
    within = [node for node in directory.communities() if node.key.startswith(county)]
    named = [node for node in within if node.name == said.community] or within
    found = (directory.building(community, said.compound, said.building) for community in named)
    return [building for building in found if building is not None]
