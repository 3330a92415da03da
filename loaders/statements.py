"""A typed row → what it states: places, their properties, organisations. What it says of people is in holders.py."""

from typing import cast

from graph_schema.problems import ValueProblem
from loaders.cells import Management
from loaders.draft import Draft, Node
from loaders.organisations import Organisations
from loaders.parties import state_parties
from loaders.people.holders import Holders
from loaders.places.areas import county_of
from loaders.places.directory import Directory
from loaders.places.hanging import lies_within
from loaders.places.placing import Placed, place
from loaders.places.problem import FieldProblem
from loaders.rows import TypedRow
from loaders.themes import themes_of
from loaders.themes.stating import Stating
from loaders.units import state_units

# What a row about several buildings (6-7栋) says of them together, so of none.
_OF_ALL = frozenset(("Building.entrances", "Building.declared_households"))


def state_row(
    row: TypedRow, directory: Directory, organisations: Organisations, holders: Holders, source: str
) -> Stating:
    """Puts what the row says into the draft, all or nothing. Raises FieldProblem or Held."""
    with directory.draft.row():
        placed = _placed(row, directory)
        draft = directory.draft
        if row.table.roster.creates:
            _tree(row, directory, placed, source)
        if row.table.roster.subject in ("room", "entrance"):
            _home(draft, placed, source)
        _properties(row, draft, placed, source)
        _company(row, draft, organisations, placed, source)
        parties = state_parties(row, directory, organisations, placed, source)
        named = parties | state_units(row, draft, organisations, placed, source)
        people = holders.state(row, placed, named, source)
        stating = Stating(row, directory, organisations, placed, named, people, source)
        for theme in themes_of(row.table.roster):
            theme(stating)
        return stating


def _placed(row: TypedRow, directory: Directory) -> Placed:
    """Where the row is. The people of one home stand below each other, and where the first is they all are."""
    if row.table.roster.subject != "room":
        return place(row, directory)
    if directory.last is not None:
        before, there = directory.last
        if before.table is row.table and before.section == row.section and before.places == row.places:
            return cast(Placed, there)
    found = place(row, directory)
    directory.last = row, found
    directory.draft.on_failure(setattr, directory, "last", None)
    return found


def _tree(row: TypedRow, directory: Directory, placed: Placed, source: str) -> None:
    """Where the buildings of a place roster hang. A grid that is not said leaves a known building where it is."""
    draft, community = directory.draft, placed.area
    above = [node for node in (community.parent and community.parent.parent, community.parent, community) if node]
    for node in (*above, placed.grid, placed.micro_grid, placed.compound, *placed.buildings):
        if node is not None:
            draft.touch(node, source)
    for building in placed.buildings:
        said = "grid" in row.places
        if placed.grid is not None:
            _in_grid(building, placed.micro_grid or placed.grid, directory, source)
        elif said or (building.before is None and draft.single("PART_OF", building) is None):
            _part_of(draft, building, community, source)
        if placed.compound is not None:
            draft.relate("LOCATED_IN", building, placed.compound, source)


def _in_grid(building: Node, grid: Node, directory: Directory, source: str) -> None:
    if not lies_within(building, grid, directory):
        _part_of(directory.draft, building, grid, source)


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
        unit = organisations.find("Unit", said.company, county_of(placed.area))
        draft.touch(unit, source)
        draft.state(unit, "kind", unit.value("kind") or "property_company")
        draft.relate("MANAGES", unit, placed.compound, source)
