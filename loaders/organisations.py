"""Party organisations and units: by name within a community or county, known or new."""

import re
from collections.abc import Iterable
from typing import Any

from database.reading import Reader
from graph_schema.problems import ValueProblem
from loaders import standing
from loaders.draft import Draft, Node

_SHORTEST = 3  # characters of a unit's name
_BETWEEN = re.compile("转接|待转|转出|转入|未落实")
_KINDS = (
    ("joint_branch", re.compile("联合(?:党)?支部$")),
    ("general_branch", re.compile("总支(?:部)?(?:委员会)?$")),
    ("branch", re.compile("支部(?:委员会)?$")),
    ("group", re.compile("小组$")),
    ("committee", re.compile("党委$|委员会$|党工委$")),
)


def party_kind(name: str) -> str | None:
    """What kind of party organisation a name says by its ending."""
    return next((kind for kind, ending in _KINDS if ending.search(name)), None)


def is_between(name: str) -> bool:
    """Whether the words say that a member is between two branches (待转接), and name none."""
    return bool(_BETWEEN.search(name)) and party_kind(name) is None


class Organisations:
    """Those of the graph that have a name of the import's, and those that it makes."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._known: dict[tuple[str, str], list[Node]] = {}

    def load(self, reader: Reader, label: str, names: Iterable[str]) -> None:
        """Fetches the organisations of these names."""
        for row in standing.named(reader, label, names):
            node = _node(label, row)
            self._known.setdefault((label, node.name), []).append(node)

    def find(self, label: str, name: str, area: Node) -> Node:
        """The one of this name in the area, else one of no area, else a new one. Raises place_unknown for several."""
        known = self.known(label, name, area)
        if known is not None:
            return known
        made = self._draft.add(Node(label, (label, area.key, name), name, f"{name}@{area.natural}", area))
        group = self._known.setdefault((label, name), [])
        group.append(made)
        self._draft.on_failure(lambda: group.remove(made))
        return made

    def known(self, label: str, name: str, area: Node) -> Node | None:
        """The one of this name in the area, if the graph or a row before has it."""
        same = self._known.get((label, name), [])
        near = [node for node in same if _is_in(node, area)] or [node for node in same if _is_anywhere(node)]
        if len(near) > 1:
            others = "、".join(sorted(node.natural for node in near))
            raise ValueProblem("place_unknown", value=name, kind="组织", nearest=others)
        if near and near[0].before is not None:
            self._draft.nodes[near[0].identity] = near[0]
        return near[0] if near else None

    def begins(self, label: str, written: str, area: Node) -> Node | None:
        """The one whose name is the whole text, or the longest beginning of it (云杉县林业局办公室主任)."""
        found = (self.known(label, name, area) for name in beginnings(written))
        return next((node for node in found if node is not None), None)


def beginnings(written: str) -> tuple[str, ...]:
    """The texts that a name at the beginning of this one may be, the longest first."""
    return tuple(written[:length] for length in range(len(written), _SHORTEST - 1, -1))


def _is_in(node: Node, area: Node) -> bool:
    """Whether the organisation is of the area, of a place in it, or of one around it."""
    if node.before is not None:
        return area.key in (node.value("scope") or ())
    home = node.parent.key if node.parent else ""
    return home.startswith(area.key) or area.key.startswith(home)


def _is_anywhere(node: Node) -> bool:
    return node.before is not None and not node.value("scope")


def _node(label: str, row: dict[str, Any]) -> Node:
    properties = dict(row["properties"])
    name = properties["name"]
    return Node(label, (label, row["key"]), name, name, None, row["key"], properties)
