"""The places that an import can speak of: those of the graph, and those that its own place rosters make."""

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any

from database.reading import Reader
from graph_schema.nodes import NODES
from loaders import standing
from loaders.draft import Draft, Identity, Node
from loaders.places.names import grid_key, micro_grid_key, zone_key

_INSIDE = ("Grid", "MicroGrid", "Compound", "Building", "Checkpoint")
_GROUPED = frozenset((*_INSIDE, "Household"))  # by what they are in


class Directory:
    """Places by what identifies them; communities by name too. `draft` holds them all.

    `area`: the code of the place that the import is about; names are not looked for outside it.
    """

    def __init__(self, reader: Reader, draft: Draft, area: str = "") -> None:
        self.reader = reader
        self.draft = draft
        self.by_code: dict[str, Node] = {}
        self._communities: dict[str, list[Node]] = {}
        self._within: dict[tuple[str, Any], list[Node]] = {}
        self._above: dict[str, str] = {}
        self.resolved: dict[tuple[object, ...], Node] = {}
        self.higher: list[Node] = []  # counties and towns
        self.last: tuple[Any, Any] | None = None  # the row before, and where it was
        self._loaded: set[str] = set()
        self._loaded_homes: set[str] = set()
        rows = standing.areas(reader)
        for label in ("County", "Town", "Community", "Zone"):
            for row in rows:
                if label in row["labels"] and (row["code"].startswith(area) or area.startswith(row["code"])):
                    self._area(label, row)

    def communities(self) -> list[Node]:
        """Every community that is known."""
        return [node for group in self._communities.values() for node in group]

    def named(self, name: str) -> list[Node]:
        """The communities of this name."""
        return self._communities.get(name, [])

    def load(self, communities: Iterable[str]) -> None:
        """Fetches what lies inside communities, once."""
        wanted = {code for code in communities if code in self.by_code} - self._loaded
        self._loaded |= wanted
        rows = standing.inside(self.reader, wanted) if wanted else []
        for label in _INSIDE:
            for row in rows:
                if label in row["labels"]:
                    self._inside(label, row)

    def load_homes(self, buildings: Iterable[str]) -> None:
        """Fetches entrances and households of buildings, once."""
        wanted = {code for code in buildings if code} - self._loaded_homes
        self._loaded_homes |= wanted
        for row in standing.homes(self.reader, wanted) if wanted else []:
            building = self.by_code[row["building"]]
            sign = (row["properties"]["name"] if "Entrance" in row["labels"] else "").removesuffix("单元")
            if sign:
                self._known(("Entrance", building.identity, sign), "Entrance", row, building)
            else:
                entrance = _sign_of(row, building)
                identity = ("Household", building.identity, entrance, row["properties"]["room"])
                self._known(identity, "Household", row, building)

    def grid(self, community: Node, written: str) -> Node | None:
        """The grid of a community by any spelling of its name."""
        return self.draft.nodes.get(("Grid", community.key, grid_key(written, community.name)))

    def micro_grid(self, grid: Node, written: str) -> Node | None:
        """The micro-grid of a grid by any spelling of its name."""
        return self.draft.nodes.get(("MicroGrid", grid.identity, micro_grid_key(written, grid.name)))

    def grids(self, community: Node) -> list[Node]:
        """The grids of a community."""
        return self._within.get(("Grid", community.key), [])

    def micro_grids(self, grid: Node) -> list[Node]:
        """The micro-grids of a grid."""
        return self._within.get(("MicroGrid", grid.identity), [])

    def compounds(self, community: Node) -> list[Node]:
        """The compounds of a community."""
        return self._within.get(("Compound", community.key), [])

    def checkpoints(self, community: Node) -> list[Node]:
        """The checkpoints of a community."""
        return self._within.get(("Checkpoint", community.key), [])

    def compound(self, community: Node, name: str) -> Node | None:
        """The compound of a community; 松涛苑小区 is 松涛苑."""
        for spelling in (name, name.removesuffix("小区"), name + "小区", name.removeprefix(community.name)):
            found = self.draft.nodes.get(("Compound", community.key, spelling))
            if found:
                return found
        return None

    def building(self, community: Node, compound: str | None, name: str, grid: Node | None = None) -> Node | None:
        """The building of a community. `compound` None: not said, then the name must be the only one (of the grid)."""
        if compound is not None:
            found = self.compound(community, compound)
            return self.draft.nodes.get(("Building", community.key, found.name if found else compound, name))
        same = [node for node in self.buildings(community) if node.name == name]
        if len(same) > 1 and grid is not None:
            same = [node for node in same if self.grid_of(node) is grid] or same
        return same[0] if len(same) == 1 else None

    def buildings(self, community: Node) -> list[Node]:
        """The buildings of a community."""
        return self._within.get(("Building", community.key), [])

    def homes(self, building: Node) -> list[Node]:
        """The homes of a building, as far as they were fetched or made."""
        return self._within.get(("Household", building.identity), [])

    def add(self, node: Node) -> Node:
        """A place that the import makes."""
        self.draft.add(node)
        if node.key:
            self.by_code[node.key] = node
            self.draft.on_failure(lambda: self.by_code.pop(node.key, None))
        group = self._group(node)
        if group is not None:
            group.append(node)
            self.draft.on_failure(lambda: group.remove(node))
        return node

    def _group(self, node: Node) -> list[Node] | None:
        """The list that a community, or something inside one, is found in."""
        if node.label == "Community":
            return self._communities.setdefault(node.name, [])
        if node.label in ("Town", "County"):
            return self.higher
        return self._within.setdefault((node.label, node.identity[1]), []) if node.label in _GROUPED else None

    def nearest(self, name: str, known: Iterable[str]) -> str:
        """Up to three names that come near, in one text."""
        close = get_close_matches(name, sorted(set(known)), n=3, cutoff=0.2)
        return "、".join(close)

    def above(self, building: Node) -> Node | None:
        """The grid or micro-grid that a building is part of, as the import says, else as it stands in the graph."""
        fact = self.draft.single("PART_OF", building)
        if fact is not None:
            return fact.end
        return self.by_code.get(self._above.get(building.key, ""))

    def grid_of(self, building: Node) -> Node | None:
        """The grid of a building, also through its micro-grid."""
        above = self.above(building)
        return above.parent if above is not None and above.label == "MicroGrid" else above

    def _area(self, label: str, row: dict[str, Any]) -> None:
        above = self.by_code.get(row["above"] or "")
        name = row["properties"].get("name", "")
        identity: Identity = (label, row["code"])
        if label == "Zone" and above is not None:
            identity = (label, above.key, zone_key(name))
        self._known(identity, label, row, above)

    def _inside(self, label: str, row: dict[str, Any]) -> None:
        above, name = self.by_code[row["community"]], row["properties"]["name"]
        identity: tuple[Any, ...] = (label, above.key, name)
        if label == "Grid":
            identity = (label, above.key, grid_key(name, above.name))
        if label == "MicroGrid":
            above = self.by_code[row["grid"]]
            identity = (label, above.identity, micro_grid_key(name, above.name))
        if label == "Checkpoint":
            identity = (label, above.key, row["code"].partition("K")[2])
        if label == "Building":
            compound = self.by_code.get(row["compound"] or "")
            identity = (label, above.key, compound.name if compound else "", name)
        node = self._known(identity, label, row, above)
        if label == "Building":
            self._above[node.key] = row["micro_grid"] or row["grid"] or ""

    def _known(self, identity: tuple[Any, ...], label: str, row: dict[str, Any], parent: Node | None) -> Node:
        properties = dict(row["properties"])
        extra = frozenset(row["labels"]) - {label, *NODES[label].labels}
        name = properties.get("name", "")
        natural = natural_key(identity, name, parent)
        node = Node(label, identity, name, natural, parent, row["code"], properties, extra)
        self.by_code[node.key] = node
        self.draft.nodes[identity] = node
        group = self._group(node)
        if group is not None:
            group.append(node)
        return node


def natural_key(identity: tuple[Any, ...], name: str, parent: Node | None) -> str:
    """社区 · 社区/网格 · 社区/小区 · 社区/小区/楼栋 · 社区/小区/楼栋/单元-房号 · 镇/片."""
    label = identity[0]
    if label == "Building" and parent is not None:
        return f"{parent.natural}/{identity[2] or '-'}/{name}"
    if label == "Household" and parent is not None:
        return f"{parent.natural}/{identity[2] or '-'}-{identity[3]}"
    if label == "Checkpoint" and parent is not None:
        return f"{parent.natural}/{identity[2]}"
    if label in ("Grid", "MicroGrid", "Compound", "Entrance", "Zone") and parent is not None:
        return f"{parent.natural}/{name}"
    return name


def _sign_of(row: dict[str, Any], building: Node) -> str:
    """The entrance of a household, as its code says it; "" where it hangs on the building itself."""
    if not row["entrance"]:
        return ""
    said = row["code"].removeprefix(building.key + "-").split("-", 1)[0]
    return "" if said == "0" else said
