"""The buildings that an entry of a list means (松涛苑3栋, 河滨路12号, a whole 松涛苑小区), in the row's communities."""

import re

from graph_schema.problems import ValueProblem
from loaders.draft import Node
from loaders.images import address_of
from loaders.places.directory import Directory

WHOLE = re.compile(r"(?:小区)?(?:全部|整体|全域|所有楼栋|全部楼栋|各楼栋|全小区)$")


def buildings_of(compound: str, name: str, communities: list[Node], directory: Directory) -> list[Node]:
    """One building, or all of a compound that stands for itself. Raises building_unknown, address_ambiguous."""
    found = [node for community in communities for node in _in(community, compound, name, directory)]
    estates = {node.identity[:3] for node in found}
    if len(found) == 1 or (len(estates) == 1 and found[0].name != name):
        return found
    if found:
        first, second = (address_of(node) for node in found[:2])
        raise ValueProblem("address_ambiguous", value=f"{compound}{name}", first=first, second=second)
    known = [f"{node.identity[2]}{node.name}" for community in communities for node in directory.buildings(community)]
    nearest = directory.nearest(f"{compound}{name}", known)
    raise ValueProblem("building_unknown", value=f"{compound}{name}", nearest=nearest)


def _in(community: Node, compound: str, name: str, directory: Directory) -> list[Node]:
    """What the entry means in one community; its own name may stand before the compound's."""
    before = compound.removeprefix(community.name)
    bare = name.removeprefix(community.name)
    found = directory.building(community, before or None, bare)
    if found is None and before:
        found = directory.building(community, "", before + bare)
    if found is not None:
        return [found]
    estate = None if before else directory.compound(community, WHOLE.sub("", bare) or bare)
    return [n for n in directory.buildings(community) if estate is not None and n.identity[2] == estate.name]
