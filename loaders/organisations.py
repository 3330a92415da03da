"""Party organisations and units: by name within a community or county, known or new."""

import re
from collections.abc import Iterable
from typing import Any

from database.reading import Reader
from loaders import standing
from loaders.draft import Draft, Node

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
        """The one of this name whose scope holds the area's code, else one without a scope, else a new one."""
        identity = (label, area.key, name)
        made = self._draft.nodes.get(identity)
        if made is not None:
            return made
        known = self._known.get((label, name), [])
        near = [n for n in known if area.key in (n.value("scope") or ())] or [n for n in known if not n.value("scope")]
        if near:
            self._draft.nodes[identity] = near[0]
            return near[0]
        return self._draft.add(Node(label, identity, name, f"{name}@{area.natural}", area))


def _node(label: str, row: dict[str, Any]) -> Node:
    properties = dict(row["properties"])
    name = properties["name"]
    return Node(label, (label, row["key"]), name, name, None, row["key"], properties)
