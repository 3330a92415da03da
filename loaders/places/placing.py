"""The places of a row, found or, where its roster may, made: grid, compound, buildings, entrance and household."""

from collections.abc import Iterable
from dataclasses import dataclass

from graph_schema.problems import ValueProblem
from graph_schema.values import address, text
from graph_schema.values.building import coverage
from graph_schema.values.unit import two_parts
from loaders.cells import grid_key
from loaders.draft import Identity, Node
from loaders.places.areas import find_area
from loaders.places.checkpoints import checkpoint_of
from loaders.places.communities import find_community
from loaders.places.directory import Directory, natural_key
from loaders.places.problem import FieldProblem
from loaders.places.zones import communities_in, zone_of
from loaders.rows import TypedRow

_LOOKED_FOR = frozenset(("residence", "covered"))


@dataclass(frozen=True)
class Placed:
    """Where a row is; what it does not say is None. `stands` is the lowest place, for messages and the natural key.

    `area` is a community, or of a row that is about no place the town or county that it belongs to.
    """

    area: Node
    grid: Node | None = None
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
        return lowest or (self.buildings[0] if self.buildings else self.grid or self.area)

    def of(self, label: str) -> tuple[Node, ...]:
        """The places of a label."""
        one = {
            "Community": self.community,
            "Grid": self.grid,
            "Compound": self.compound,
            "Entrance": self.entrance,
            "Household": self.household,
            "Checkpoint": self.checkpoint,
            "Zone": self.zone,
        }.get(label)
        return self.buildings if label == "Building" else (one,) if one else ()


def fetch_places(rows: Iterable[TypedRow], directory: Directory) -> None:
    """Fetches the communities that rows are about, and the homes there where the rows are about homes."""
    codes, with_homes = set(), set()
    for row in rows:
        if not row.table.roster.subject:
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
        if not row.table.roster.subject:
            area = find_area(row, directory)
            return Placed(area, zone=zone_of(row, directory, area))
        community = find_community(row, directory)
    except ValueProblem as problem:
        raise FieldProblem("community", problem) from None
    directory.draft.touch(community, "")
    grid = _grid(row, directory, community)
    said = _read_address(row) if "address" in row.places else address.Address()
    compound_name = row.places.get("compound")
    if compound_name is None and said.compound:
        compound_name = said.compound
    written = row.places.get("building") or said.building
    subject = row.table.roster.subject
    if subject == "checkpoint":
        return Placed(community, grid, checkpoint=checkpoint_of(row, directory, community, grid))
    if subject not in ("building", "room"):
        return Placed(community, grid)
    buildings = _buildings(row, directory, community, grid, compound_name, str(written or ""))
    compound = directory.draft.nodes.get(("Compound", community.key, buildings[0].identity[2])) if buildings else None
    if subject == "building":
        return Placed(community, grid, compound, buildings)
    entrance, household = _home(row, directory, buildings[0], said)
    return Placed(community, grid, compound, buildings, entrance, household)


def _grid(row: TypedRow, directory: Directory, community: Node) -> Node | None:
    written = str(row.places.get("grid") or "")
    found = directory.grid(community, written) if written else None
    if found is not None or row.table.roster.subject not in ("grid", "building", "checkpoint"):
        return found
    if "Grid" in row.table.roster.creates:
        return _make_grid(directory, community, written) if written else None
    if row.table.roster.subject == "grid" or (written and row.table.roster.subject == "checkpoint"):
        grids = [n.name for n in directory.draft.nodes.values() if n.label == "Grid" and n.identity[1] == community.key]
        nearest = directory.nearest(written, grids) or "、".join(grids[:3])
        raise FieldProblem("grid", ValueProblem("place_unknown", value=written, kind="网格", nearest=nearest))
    return None


def _make_grid(directory: Directory, community: Node, written: str) -> Node:
    name = written.removeprefix(community.name) or written
    kind = "exclusive" if "专属" in name else "base"
    node = _made(directory, ("Grid", community.key, grid_key(written, community.name)), name, community)
    node.stated["kind"] = kind
    directory.draft.relate("PART_OF", node, community, "")
    return node


def _buildings(
    row: TypedRow, directory: Directory, community: Node, grid: Node | None, compound: object, written: str
) -> tuple[Node, ...]:
    """The buildings that the row names; several only where the row is about buildings."""
    try:
        pairs = _named(written, compound)
    except ValueProblem as problem:
        raise FieldProblem("building", problem) from None
    if not pairs:
        raise FieldProblem("building", ValueProblem("building_missing"))
    if len(pairs) > 1 and row.table.roster.subject == "room":
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
            estate = _made(directory, ("Compound", community.key, compound), compound, community)
            directory.draft.relate("PART_OF", estate, community, "")
    identity = ("Building", community.key, estate.name if estate else "", name)
    return _made(directory, identity, name, community)


def _read_address(row: TypedRow) -> address.Address:
    """The parts of the row's 门牌地址; with a building column, 1-101 there has one reading."""
    written = row.places["address"]
    try:
        if row.places.get("building"):
            unit = address.parse_unit(written, building_known=True)
            return address.Address(building="", entrance=unit.entrance, room=unit.room)
        return address.parse(written)
    except ValueProblem as problem:
        raise FieldProblem("address", problem) from None


def _home(row: TypedRow, directory: Directory, building: Node, said: address.Address) -> tuple[Node | None, Node]:
    sign, room = _unit(row)
    sign, room = sign or said.entrance, room or said.room
    if not room and row.places.get("household_number"):
        sign, room = _from_number(row, building, sign)
    if not room:
        field = "room" if "room" in row.table.layout.found else "address"
        raise FieldProblem(field, ValueProblem("room_missing"))
    entrance = _entrance(directory, building, sign) if sign else None
    identity = ("Household", building.identity, sign, room)
    known = directory.draft.nodes.get(identity)
    if known is not None:
        return entrance, known
    household = _made(directory, identity, f"{sign}单元{room}" if sign else room, building)
    household.stated["room"] = room
    directory.draft.relate("PART_OF", household, entrance or building, "")
    return entrance, household


def _unit(row: TypedRow) -> tuple[str, str]:
    """Entrance and room of their columns. 1-101 as a room is entrance and room, unless the entrance says another."""
    sign, cell = str(row.places.get("entrance") or ""), row.places.get("room")
    if cell is None:
        return sign, ""
    written = text.tidy(cell)
    try:
        two = two_parts(written) if isinstance(cell, str) else None
        if two is not None and sign in ("", two.entrance):
            return two.entrance, two.room
        if "单元" in written or written.count("-") == 2:
            unit = address.parse_unit(cell, building_known=True)
            return sign or unit.entrance, unit.room
        return sign, address.room(cell)
    except ValueProblem as problem:
        raise FieldProblem("room", problem) from None


def _from_number(row: TypedRow, building: Node, sign: str) -> tuple[str, str]:
    try:
        unit = address.parse_unit(row.places["household_number"], building_known=True)
    except ValueProblem as problem:
        raise FieldProblem("household_number", problem) from None
    return sign or unit.entrance, unit.room


def _entrance(directory: Directory, building: Node, sign: str) -> Node:
    identity = ("Entrance", building.identity, sign)
    known = directory.draft.nodes.get(identity)
    if known is not None:
        return known
    entrance = _made(directory, identity, f"{sign}单元", building)
    directory.draft.relate("PART_OF", entrance, building, "")
    return entrance


def _made(directory: Directory, identity: Identity, name: str, parent: Node) -> Node:
    node = Node(identity[0], identity, name, natural_key(identity, name, parent), parent)
    return directory.add(node)
