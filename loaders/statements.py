"""A typed row → what it states: places, their properties, organisations. What it says of people is in holders.py."""

from graph_schema.problems import ValueProblem
from loaders.cells import Management
from loaders.draft import Draft, Node
from loaders.organisations import Organisations, party_kind
from loaders.people.holders import Holders
from loaders.places.directory import Directory
from loaders.places.placing import FieldProblem, Placed, place
from loaders.roster import Party
from loaders.rows import TypedRow

# What a row about several buildings (6-7栋) says of them together, so of none.
_OF_ALL = frozenset(("Building.entrances", "Building.declared_households"))


def state_row(row: TypedRow, directory: Directory, organisations: Organisations, holders: Holders, source: str) -> None:
    """Puts what the row says into the draft, all or nothing. Raises FieldProblem or Held."""
    with directory.draft.row():
        placed = place(row, directory)
        draft = directory.draft
        if row.table.roster.creates:
            _tree(row, draft, placed, source)
        if row.table.roster.subject == "room":
            _home(draft, placed, source)
        _properties(row, draft, placed, source)
        _company(row, draft, organisations, placed, source)
        parties = _parties(row, draft, organisations, placed, source)
        holders.state(row, placed, parties, source)


def _tree(row: TypedRow, draft: Draft, placed: Placed, source: str) -> None:
    """Where the buildings of a place roster hang. A grid that is not said leaves a known building where it is."""
    community = placed.community
    above = [node for node in (community.parent and community.parent.parent, community.parent, community) if node]
    for node in (*above, placed.grid, placed.compound, *placed.buildings):
        if node is not None:
            draft.touch(node, source)
    for building in placed.buildings:
        said = "grid" in row.places
        if placed.grid is not None:
            _part_of(draft, building, placed.grid, source)
        elif said or (building.before is None and draft.single("PART_OF", building) is None):
            _part_of(draft, building, community, source)
        if placed.compound is not None:
            draft.relate("LOCATED_IN", building, placed.compound, source)


def _part_of(draft: Draft, building: Node, above: Node, source: str) -> None:
    try:
        draft.relate("PART_OF", building, above, source)
    except ValueProblem as problem:
        raise FieldProblem("grid", problem) from None


def _home(draft: Draft, placed: Placed, source: str) -> None:
    for node in (placed.entrance, placed.household):
        if node is not None:
            draft.touch(node, source)


def _properties(row: TypedRow, draft: Draft, placed: Placed, source: str) -> None:
    for name, value in row.values.items():
        label, _, property_ = name.partition(".")
        if not property_ or (name in _OF_ALL and len(placed.buildings) > 1):
            continue
        for node in placed.of(label):
            draft.state(node, property_, value)
            draft.touch(node, source)


def _company(row: TypedRow, draft: Draft, organisations: Organisations, placed: Placed, source: str) -> None:
    """Who manages the compound; a company is a unit that MANAGES it."""
    said = row.values.get("unit:property_company")
    if not isinstance(said, Management) or placed.compound is None:
        return
    draft.state(placed.compound, "property_management", said.kind)
    if said.company:
        county = placed.community.parent and placed.community.parent.parent
        unit = organisations.find("Unit", said.company, county or placed.community)
        draft.touch(unit, source)
        draft.state(unit, "kind", unit.value("kind") or "property_company")
        draft.relate("MANAGES", unit, placed.compound, source)


def _parties(row: TypedRow, draft: Draft, organisations: Organisations, placed: Placed, source: str) -> dict[str, Node]:
    """The organisations that the row names, by their field, with what they cover and are subordinate to."""
    found: dict[str, Node] = {}
    for party in row.table.roster.parties:
        name = row.values.get(party.field)
        if isinstance(name, str) and name:
            found[party.field] = organisations.find("PartyOrg", name, placed.community)
            draft.touch(found[party.field], source)
            draft.state(found[party.field], "kind", party_kind(name))
    for party in row.table.roster.parties:
        if party.field in found:
            _party(party, draft, found, placed, source)
    return found


def _party(party: Party, draft: Draft, found: dict[str, Node], placed: Placed, source: str) -> None:
    organisation = found[party.field]
    covered = placed.of(party.covers)
    # 6-7栋 with 松涛苑7栋党小组: the group covers the building that its name holds.
    named = [node for node in covered if node.name in organisation.name]
    for node in named if len(covered) > 1 and named else covered:
        draft.relate("COVERS", organisation, node, source)
    above = found.get(party.under)
    if above is not None and above is not organisation:
        try:
            draft.relate("SUBORDINATE_TO", organisation, above, source)
        except ValueProblem as problem:
            raise FieldProblem(party.field, problem) from None
