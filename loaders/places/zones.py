"""Zones: by their name within a town or community, known or new, in force since the date above their table."""

import re

from graph_schema.problems import ValueProblem
from graph_schema.values import day
from graph_schema.values.day import Day
from loaders.draft import Node
from loaders.places.directory import Directory, natural_key
from loaders.places.names import zone_key
from loaders.places.problem import FieldProblem
from loaders.recognise import Table
from loaders.rows import TypedRow

_DATED = re.compile(r"20\d{2}\s*年(?:\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?)?|20\d{2}[-./]\d{1,2}(?:[-./]\d{1,2})?")


def date_of(table: Table) -> Day | None:
    """The date that stands above a table, as precise as it is written."""
    for said in (*table.titles, table.sheet.name, table.file):
        found = _DATED.search(said)
        if found is None:
            continue
        try:
            return day.parse(found[0])
        except ValueProblem:
            continue
    return None


def communities_in(row: TypedRow, directory: Directory, area: Node) -> list[Node]:
    """The communities of the area that the row names; all of them where it names none. Raises place_unknown."""
    within = [node for node in directory.communities() if node.key.startswith(area.key)]
    written = row.values.get("cobuilt")
    if not isinstance(written, tuple) or not written:
        return within
    return [_community(name, within, directory) for name in written]


def _community(name: str, within: list[Node], directory: Directory) -> Node:
    spellings = (name, f"{name}社区", f"{name}村")
    found = next((same for said in spellings if (same := [n for n in within if n.name == said])), [])
    if len(found) == 1:
        return found[0]
    nearest = "、".join(n.natural for n in found) or directory.nearest(name, (node.name for node in within))
    raise ValueProblem("place_unknown", value=name, kind="社区", nearest=nearest)


def zone_of(row: TypedRow, directory: Directory, area: Node) -> Node | None:
    """The row's zone; None where it names none. Raises FieldProblem."""
    written = str(row.values.get("zone") or "")
    if not written:
        return None
    above = _above(row, directory, area)
    for place in (above, above.parent) if above.label == "Community" else (above,):
        known = directory.draft.nodes.get(("Zone", place.key, zone_key(_bare(written, place)))) if place else None
        if known is not None:
            return known
    return _make(_bare(written, above), above, row, directory)


def _bare(written: str, above: Node) -> str:
    return written.removeprefix(above.name) or written


def _make(name: str, above: Node, row: TypedRow, directory: Directory) -> Node:
    identity = ("Zone", above.key, zone_key(name))
    node = Node("Zone", identity, name, natural_key(identity, name, above), above, owner=above, tail=f"Z{name}")
    directory.add(node)
    directory.draft.state(node, "since", date_of(row.table))
    directory.draft.relate("PART_OF", node, above, "")
    return node


def _above(row: TypedRow, directory: Directory, area: Node) -> Node:
    """The community that the row names as the zone's own, or the town that the words around it name, else the one in
    which all its communities lie.
    """
    if area.label in ("Town", "Community"):
        return area
    try:
        named = communities_in(row, directory, area) if row.values.get("cobuilt") else []
    except ValueProblem as problem:
        raise FieldProblem("cobuilt", problem) from None
    towns = {node.parent for node in named if node.parent is not None}
    if len(towns) != 1:
        raise FieldProblem("zone", ValueProblem("value_missing", value="镇（街道）"))
    return towns.pop()
