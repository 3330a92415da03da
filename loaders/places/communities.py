"""Which community a row is about: its columns, a section row, the sheet's name, the titles, the file's name."""

import re
from collections.abc import Iterator

from graph_schema.problems import ValueProblem
from graph_schema.values import area_code, text
from graph_schema.values.community import community_name
from loaders.draft import Node
from loaders.places.directory import Directory
from loaders.rows import TypedRow

_TITLE = re.compile(r"(?P<county>[^镇乡街小区社]{1,6}?(?:县|市|区))?(?P<town>[^\s社县市区:]{1,6}?(?:镇|乡|街道))(?!长)")
_LISTED = re.compile(r"^[(]?(?:[0-9]+|[一二三四五六七八九十]+)[)、.]+\s*")  # 一、松涛镇
_COUNTY = re.compile(r"[^\s镇乡街小区社县市:()]{2,6}(?:县|市|区)")
_KINDS = (("village", re.compile("村$|村委会$")), ("urban", re.compile("")))


def find_community(row: TypedRow, directory: Directory) -> Node:
    """The community of a row; raises place_unknown, or place_code_invalid where a place roster gives no code."""
    code, name = row.places.get("community_code"), str(row.places.get("community") or "")
    if isinstance(code, str) and code:
        known = directory.by_code.get(code)
        if known is not None:
            if name and name != known.name:
                raise ValueProblem("value_conflict", value=f"{name} {code}", other=known.name)
            return known
        if "Community" in row.table.roster.creates:
            return _make(row, directory, code, name)
    question = (name, row.places.get("town"), row.places.get("county"), row.section, row.at.sheet, row.at.file_number)
    found = directory.resolved.get(question)
    if found is None:
        found = _by_name(row, directory, name) if name else _by_context(row, directory)
    if found is not None:
        directory.resolved[question] = found
        return found
    if "Community" in row.table.roster.creates and name:
        raise ValueProblem("place_code_invalid", value=name)
    said = name or row.section or row.at.sheet or (row.table.titles or (row.at.file,))[0]
    nearest = directory.nearest(community_name(said), (node.name for node in directory.communities()))
    raise ValueProblem("place_unknown", value=said, kind="社区", nearest=nearest)


def community_around(row: TypedRow, directory: Directory) -> Node | None:
    """The community that the words around a row name, where they name one and no other."""
    question = ("around", row.section, row.at.sheet, row.at.file_number, row.table.header_lines)
    found = directory.resolved.get(question)
    if found is None:
        try:
            found = _by_context(row, directory)
        except ValueProblem:
            return None
    if found is not None:
        directory.resolved[question] = found
    return found


def _by_name(row: TypedRow, directory: Directory, name: str) -> Node | None:
    spellings = (name, f"{name}社区", f"{name}村")
    for spelling in spellings:
        same = directory.named(spelling)
        if same:
            return _the_one(row, same, directory)
    return None


def _by_context(row: TypedRow, directory: Directory) -> Node | None:
    """The first text around the row that names one: whole (城关社区(新)), or with the longest name inside it."""
    known = directory.communities()
    for said in _context(row):
        exact = directory.named(community_name(said))
        inside = [node for node in known if node.name in said]
        longest = max((len(node.name) for node in inside), default=0)
        same = exact or [node for node in inside if len(node.name) == longest]
        if same:
            return _the_one(row, same, directory)
    return None


def _context(row: TypedRow) -> Iterator[str]:
    yield from filter(None, (row.section, row.at.sheet))
    yield from row.table.titles
    yield row.at.file


def _the_one(row: TypedRow, same: list[Node], directory: Directory) -> Node:
    """Namesakes are told apart by the town or county that the row or its titles name, by what is made just now, or
    by the compound or building of the row that only one of them has.
    """
    if len(same) == 1:
        return same[0]
    said = " ".join(
        (str(row.places.get("town") or ""), str(row.places.get("county") or ""), *row.table.titles, row.at.file)
    )
    above = [node for node in same if node.parent and node.parent.name and node.parent.name in said]
    higher = [n for n in above or same if n.parent and n.parent.parent and n.parent.parent.name in said]
    new = [node for node in higher or above or same if node.touched]
    for group in (higher, above, new):
        if len(group) == 1:
            return group[0]
    directory.load(node.key for node in same)
    having = [node for node in same if _has_place(row, node, directory)]
    if len(having) == 1:
        return having[0]
    towns = "、".join(f"{node.parent.name if node.parent else ''}{node.name}" for node in same)
    raise ValueProblem("place_unknown", value=same[0].name, kind="社区", nearest=towns)


def _has_place(row: TypedRow, community: Node, directory: Directory) -> bool:
    """Whether the community has the row's compound, or where it names none, its building."""
    compound, building = str(row.places.get("compound") or ""), str(row.places.get("building") or "")
    if compound:
        return directory.compound(community, compound) is not None
    return any(node.name == building for node in directory.buildings(community))


def _make(row: TypedRow, directory: Directory, code: str, name: str) -> Node:
    """A community that the graph does not have, with its town and county."""
    name = name or community_name(row.section or row.at.sheet)
    if not name:
        raise ValueProblem("place_unknown", value=code, kind="社区")
    codes = area_code.parse(code, "community")
    county = make_above(row, directory, "County", codes.county, "county", None)
    town = make_above(row, directory, "Town", codes.town, "town", county)
    kind = next(kind for kind, ending in _KINDS if ending.search(name))
    node = directory.add(Node("Community", ("Community", code), name, name, town, code, stated={"kind": kind}))
    directory.draft.relate("PART_OF", node, town, "")
    return node


def make_above(row: TypedRow, directory: Directory, label: str, code: str, field: str, parent: Node | None) -> Node:
    """The county or town of a code; a new one is called as the row or the titles say. Raises place_unknown."""
    known = directory.by_code.get(code)
    if known is not None:
        return known
    name = str(row.places.get(field) or "") or _from_titles(row, field)
    if not name:
        raise ValueProblem("place_unknown", value=code, kind="县" if field == "county" else "镇")
    node = directory.add(Node(label, (label, code), name, name, parent, code))
    if parent is not None:
        directory.draft.relate("PART_OF", node, parent, "")
    return node


def _from_titles(row: TypedRow, field: str) -> str:
    for title in (_LISTED.sub("", row.section), *row.table.titles, row.at.sheet, row.at.file):
        found = _TITLE.search(text.tidy(title))
        if found and found[field]:
            return found[field]
        alone = _COUNTY.match(text.tidy(title)) if field == "county" else None
        if alone:
            return alone[0]
    return ""
