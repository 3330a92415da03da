"""The home of a row: made where its roster may, or one that is known, by its columns or by an address in one cell."""

from graph_schema.problems import ValueProblem
from graph_schema.values import address, text
from graph_schema.values.unit import two_parts
from loaders.draft import Identity, Node
from loaders.places.directory import Directory, natural_key
from loaders.places.problem import FieldProblem
from loaders.rows import TypedRow


def make_home(row: TypedRow, directory: Directory, building: Node, said: address.Address) -> tuple[Node | None, Node]:
    sign, room = _unit(row)
    sign, room = sign or said.entrance, room or said.room
    if not room and row.places.get("household_number"):
        sign, room = _from_number(row, building, sign)
    if not room:
        field = "room" if "room" in row.table.layout.found else "address"
        raise FieldProblem(field, ValueProblem("room_missing"))
    entrance = find_entrance(directory, building, sign) if sign else None
    identity = ("Household", building.identity, sign, room)
    known = directory.draft.nodes.get(identity)
    if known is not None:
        return entrance, known
    household = made(directory, identity, f"{sign}单元{room}" if sign else room, building)
    household.stated["room"] = room
    directory.draft.relate("PART_OF", household, entrance or building, "")
    return entrance, household


def known_home(row: TypedRow, directory: Directory, building: Node) -> Node | None:
    """The home in a known building that the row's columns name; None where they name no room. Raises FieldProblem."""
    sign, room = _unit(row)
    if not room and row.places.get("address"):
        said = read_address(row)
        sign, room = sign or said.entrance, said.room
    if not room:
        return None
    found = _find(directory, building, sign, room)
    if found is None:
        rooms = (f"{node.name}" for node in directory.homes(building))
        nearest = directory.nearest(f"{sign}单元{room}" if sign else room, rooms)
        field = "room" if row.places.get("room") is not None else "address"
        written = address.display(building.name, sign, room)
        raise FieldProblem(field, ValueProblem("household_unknown", value=written, nearest=nearest))
    return found


def home_at(written: object, area: Node, directory: Directory) -> Node | None:
    """The known home that an address in one cell means; None where it cannot be read or means none or several.

    Within a community 3栋301 is enough where one building alone is called 3栋.
    """
    try:
        said = address.parse(written) if isinstance(written, str) else address.Address()
    except ValueProblem:
        return None
    if not said.building or not said.room:
        return None
    communities = _meant(said, area, directory)
    unsaid = None if len(communities) == 1 else ""
    named = (directory.building(node, said.compound or unsaid, said.building) for node in communities)
    found = [building for building in named if building is not None]
    return _find(directory, found[0], said.entrance, said.room) if len(found) == 1 else None


def _meant(said: address.Address, area: Node, directory: Directory) -> list[Node]:
    """The communities in which an address may lie: those of the name that it says, else the row's own, else all."""
    if not said.community and area.label == "Community":
        return [area]
    known = directory.named(said.community) if said.community else directory.communities()
    return [node for node in known if node.key.startswith(area.key[:6])]


def community_of(home: Node) -> Node:
    """The community that a home lies in."""
    building = home.parent
    if building is None or building.parent is None:
        raise LookupError(f"{home.natural} lies in no community")
    return building.parent


def read_address(row: TypedRow) -> address.Address:
    """The parts of the row's 门牌地址; with a building column, 1-101 there has one reading."""
    written = row.places["address"]
    try:
        if row.places.get("building"):
            unit = address.parse_unit(written, building_known=True)
            return address.Address(building="", entrance=unit.entrance, room=unit.room)
        return address.parse(written)
    except ValueProblem as problem:
        raise FieldProblem("address", problem) from None


def find_entrance(directory: Directory, building: Node, sign: str) -> Node:
    identity = ("Entrance", building.identity, sign)
    known = directory.draft.nodes.get(identity)
    if known is not None:
        return known
    entrance = made(directory, identity, f"{sign}单元", building)
    directory.draft.relate("PART_OF", entrance, building, "")
    return entrance


def made(directory: Directory, identity: Identity, name: str, parent: Node) -> Node:
    node = Node(identity[0], identity, name, natural_key(identity, name, parent), parent)
    return directory.add(node)


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


def _find(directory: Directory, building: Node, sign: str, room: str) -> Node | None:
    """A home by its room; where no entrance is named it must be the only one with that number."""
    directory.load_homes((building.key,))
    found = directory.draft.nodes.get(("Household", building.identity, sign, room))
    if found is not None or sign:
        return found
    same = [node for node in directory.homes(building) if node.identity[3] == room]
    return same[0] if len(same) == 1 else None
