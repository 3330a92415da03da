"""The party organisations that a row names: found or made, what they cover, what they are subordinate to."""

import re
from collections.abc import Mapping

from graph_schema.problems import ValueProblem
from loaders.draft import Draft, Node
from loaders.organisations import Organisations, is_between, party_kind
from loaders.places.areas import county_of
from loaders.places.directory import Directory
from loaders.places.placing import Placed
from loaders.places.problem import FieldProblem
from loaders.roster import Party
from loaders.rows import TypedRow


def state_parties(
    row: TypedRow, directory: Directory, organisations: Organisations, placed: Placed, source: str
) -> dict[str, Node]:
    """The organisations that the row names, by their field. Raises FieldProblem."""
    draft = directory.draft
    found: dict[str, Node] = {}
    areas: dict[str, Node] = {}
    for party in row.table.roster.parties:
        name = row.values.get(party.field)
        if isinstance(name, str) and name and not is_between(name):
            areas[party.field] = _area(party, name, found, placed, directory)
            found[party.field] = _find(party, name, areas[party.field], organisations)
            draft.touch(found[party.field], source)
            draft.state(found[party.field], "kind", party_kind(name))
    for party in row.table.roster.parties:
        if party.field in found:
            covered = _covered(party, found[party.field], areas[party.field], placed)
            for node in covered:
                draft.relate("COVERS", found[party.field], node, source)
            _subordinate(party, draft, found, source)
    return found


def _find(party: Party, name: str, area: Node, organisations: Organisations) -> Node:
    try:
        return organisations.find("PartyOrg", name, area)
    except ValueProblem as problem:
        raise FieldProblem(party.field, problem) from None


def _area(party: Party, name: str, found: Mapping[str, Node], placed: Placed, directory: Directory) -> Node:
    """Where to look for it: the row's community, the one that its own name begins with, or that of the row's others.

    The organisation inside a unit is the county's.
    """
    if party.covers == "Unit":
        return county_of(placed.area)
    if placed.community is not None:
        return _higher(name, placed.community) or placed.community
    named = [n for n in directory.communities() if name.startswith(n.name) and n.key.startswith(placed.area.key)]
    if len(named) == 1:
        return named[0]
    above = _begins_with(name, placed.area)
    if above is not None:
        return above
    beside = {community for node in found.values() for community in _communities(node, directory)}
    return beside.pop() if len(beside) == 1 else placed.area


def _begins_with(name: str, area: Node) -> Node | None:
    """The town or county around a row without a community that the name begins with: 云杉县直属机关党委.

    So one organisation is found in one place, whichever towns an import is about.
    """
    node: Node | None = area
    while node is not None:
        if node.label in ("Town", "County") and node.name and name.startswith(node.name):
            return None if re.search("社区|村", name) else node
        node = node.parent
    return None


def _higher(name: str, community: Node) -> Node | None:
    """The town or county whose organisation the name says it is: 松涛镇党委, not 松涛镇城关社区党总支."""
    town = community.parent
    county = town.parent if town is not None else None
    bare = community.name.removesuffix("社区").removesuffix("村")
    for above in (town, county):
        if above is not None and above.name in name and bare not in name.replace(above.name, ""):
            return above
    return None


def _communities(organisation: Node, directory: Directory) -> list[Node]:
    """The communities that an organisation is of."""
    if organisation.before is None:
        parent = organisation.parent
        return [parent] if parent is not None and parent.label == "Community" else []
    codes = organisation.value("scope") or ()
    return [directory.by_code[c] for c in codes if c in directory.by_code and directory.by_code[c].label == "Community"]


def _covered(party: Party, organisation: Node, area: Node, placed: Placed) -> tuple[Node, ...]:
    """The places of the row that the organisation covers; of a row about no place the community that its name says."""
    if party.covers == "Community" and (placed.community is None or area is not placed.community):
        return (area,) if area.label == "Community" and organisation.name.startswith(area.name) else ()
    covered = placed.of(party.covers)
    # 6-7栋 with 松涛苑7栋党小组: the group covers the building that its name holds.
    named = tuple(node for node in covered if node.name in organisation.name)
    return named if len(covered) > 1 and named else covered


def _subordinate(party: Party, draft: Draft, found: Mapping[str, Node], source: str) -> None:
    organisation, above = found[party.field], found.get(party.under)
    if above is None or above is organisation:
        return
    try:
        draft.relate("SUBORDINATE_TO", organisation, above, source)
    except ValueProblem as problem:
        raise FieldProblem(party.field, problem) from None
