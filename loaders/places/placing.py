"""The places of a row, found or, where its roster may, made: grid, compound, buildings, entrance and household."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from graph_schema.problems import ValueProblem
from graph_schema.values import address
from loaders.draft import Node
from loaders.places.areas import area_of, find_area, narrowest_area
from loaders.places.buildings import find_buildings, find_compound
from loaders.places.checkpoints import checkpoint_of
from loaders.places.communities import find_community
from loaders.places.directory import Directory
from loaders.places.grids import grid_of, micro_grid_of
from loaders.places.homes import community_of, find_entrance, home_at, known_home, make_home, read_address
from loaders.places.problem import FieldProblem
from loaders.places.zones import communities_in, zone_of
from loaders.rows import TypedRow

_IN_BUILDINGS = frozenset(("building", "entrance", "room", "home"))
_LOOKED_FOR = frozenset(
    (
        "residence",
        "covered",
        "zone_extent",
        "zone_checkpoints",
        "address",
        "extent",
        "extent_grid",
        "extent_compound",
        "extent_building",
        "party:listed",
        "awardee",
    )
)


@dataclass(frozen=True)
class Placed:
    """Where a row is; what it does not say is None. `stands` is the lowest place, for messages and the natural key.

    `area` is a community, or of a row that is about no place the town or county that it belongs to.
    """

    area: Node
    grid: Node | None = None
    micro_grid: Node | None = None
    compound: Node | None = None
    buildings: tuple[Node, ...] = ()
    entrance: Node | None = None
    household: Node | None = None
    checkpoint: Node | None = None
    zone: Node | None = None

    @property
    def community(self) -> Node | None:
        """The community of the row."""
        return self.area if self.area.label == "Community" else None

    @property
    def stands(self) -> Node:
        """The lowest place that the row is about."""
        lowest = self.household or self.checkpoint
        return lowest or (self.buildings[0] if self.buildings else self.micro_grid or self.grid or self.area)

    def of(self, label: str) -> tuple[Node, ...]:
        """The places of a label; Area is whatever area the row is about."""
        if label in ("Town", "County"):
            return tuple(node for node in (self.area, *_above(self.area)) if node.label == label)
        one = {
            "Community": self.community,
            "Area": self.area,
            "Grid": self.grid,
            "MicroGrid": self.micro_grid,
            "Compound": self.compound,
            "Entrance": self.entrance,
            "Household": self.household,
            "Checkpoint": self.checkpoint,
            "Zone": self.zone,
        }.get(label)
        return self.buildings if label == "Building" else (one,) if one else ()


def _above(area: Node) -> Iterator[Node]:
    while area.parent is not None:
        area = area.parent
        yield area


def fetch_places(rows: Iterable[TypedRow], directory: Directory) -> None:
    """Fetches the communities that rows are about, and the homes there where the rows are about homes."""
    codes, with_homes = set(), set()
    for row in rows:
        if row.table.roster.subject in ("", "area") or _is_somewhere(row):
            codes |= _around(row, directory)
            continue
        code = row.places.get("community_code")
        try:
            codes.add(code if isinstance(code, str) and code else find_community(row, directory).key)
        except ValueProblem:
            continue
        if row.table.roster.subject == "room":
            with_homes |= codes
    directory.load(codes)
    known = [directory.by_code[code] for code in with_homes if code in directory.by_code]
    directory.load_homes(building.key for community in known for building in directory.buildings(community))


def _around(row: TypedRow, directory: Directory) -> set[str]:
    """The communities of a row that is about no place, where its buildings lie or an address may help."""
    if not row.table.layout.found & _LOOKED_FOR:
        return set()
    try:
        return {node.key for node in communities_in(row, directory, find_area(row, directory))}
    except ValueProblem:
        return set()


def place(row: TypedRow, directory: Directory) -> Placed:
    """Where the row is. Raises FieldProblem."""
    try:
        around = _in_area(row, directory)
        if around is not None:
            return around
        community = find_community(row, directory)
    except ValueProblem as problem:
        raise FieldProblem("community", problem) from None
    directory.draft.touch(community, "")
    grid, subject = grid_of(row, directory, community), row.table.roster.subject
    micro_grid = micro_grid_of(row, directory, grid)
    if subject == "checkpoint":
        return Placed(community, grid, checkpoint=checkpoint_of(row, directory, community, grid))
    if subject == "compound":
        return Placed(community, grid, compound=find_compound(row, directory, community))
    inside = Placed(community, grid, micro_grid)
    return _in_building(row, directory, inside) if subject in _IN_BUILDINGS else inside


def _in_area(row: TypedRow, directory: Directory) -> Placed | None:
    """Where a row is that is about no place of a community; None for the others."""
    if row.table.roster.subject == "area":
        return Placed(area_of(row, directory))
    if not row.table.roster.subject:
        area = find_area(row, directory)
        return Placed(area, zone=zone_of(row, directory, area))
    if not _is_somewhere(row):
        return None
    area = narrowest_area(row, directory)
    home = home_at(row.places.get("address"), area, directory)
    return Placed(community_of(home) if home else area, household=home)


def _in_building(row: TypedRow, directory: Directory, inside: Placed) -> Placed:
    """The row's buildings in its community, and what it names in the one that it is about."""
    subject, community = row.table.roster.subject, inside.area
    alone = subject == "home"  # there an address beside the building says nothing of the building
    said = read_address(row) if "address" in row.places and not alone else address.Address()
    compound_name = row.places.get("compound")
    if compound_name is None and said.compound:
        compound_name = said.compound
    written = str(row.places.get("building") or said.building or "")
    buildings = find_buildings(row, directory, community, inside.grid, compound_name, written)
    if alone:
        return replace(inside, household=known_home(row, directory, buildings[0]))
    compound = directory.draft.nodes.get(("Compound", community.key, buildings[0].identity[2]))
    entrance: Node | None = None
    household: Node | None = None
    if subject == "entrance":
        entrance = _entrance(row, directory, buildings[0])
    elif subject == "room":
        entrance, household = make_home(row, directory, buildings[0], said)
    return Placed(community, inside.grid, inside.micro_grid, compound, buildings, entrance, household)


def _is_somewhere(row: TypedRow) -> bool:
    """Whether the row is about what goes on in a community, and says no building."""
    subject = row.table.roster.subject
    return subject == "activity" or (subject == "home" and not row.places.get("building"))


def _entrance(row: TypedRow, directory: Directory, building: Node) -> Node | None:
    """The entrance that the row names; of a building with a single one it need not be named. Raises FieldProblem."""
    sign, there = str(row.places.get("entrance") or ""), building.value("entrances")
    if not sign and there == 1:
        sign = "1"
    if sign.isdecimal() and there and int(sign) > there:
        nearest = f"1单元—{there}单元" if there > 1 else "1单元"
        raise FieldProblem("entrance", ValueProblem("place_unknown", value=f"{sign}单元", kind="单元", nearest=nearest))
    directory.load_homes((building.key,))
    return find_entrance(directory, building, sign) if sign else None
