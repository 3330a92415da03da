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
_OWN = re.compile("(?:居委会|村委会)?(?:联合|综合)?(?:党委|党总支|党支部|总支|支部|党工委|党组织|委员会)+")
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


def is_communitys_own(name: str, community: str) -> bool:
    """Whether an organisation is the one of a whole community by its name: 松涛社区党总支, not 松涛社区第一党支部."""
    _before, found, behind = name.partition(community)
    return bool(found) and bool(_OWN.fullmatch(behind))


def is_between(name: str) -> bool:
    """Whether the words say that a member is between two branches (待转接), and name none."""
    return bool(_BETWEEN.search(name)) and party_kind(name) is None


class Organisations:
    """Those of the graph that have a name of the import's, and those that it makes."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._known: dict[tuple[str, str], list[Node]] = {}
        self._by_key: dict[tuple[str, str], Node] = {}
        self._by_code: dict[str, Node] = {}

    def load(self, reader: Reader, label: str, names: Iterable[str]) -> None:
        """Fetches the organisations of these names."""
        for row in standing.named(reader, label, names):
            self._keep(label, row)

    def load_coded(self, reader: Reader, codes: Iterable[str]) -> None:
        """Fetches the units that have one of these credit codes, whatever they are called."""
        for row in standing.coded(reader, codes):
            self._keep("Unit", row)

    def _keep(self, label: str, row: dict[str, Any]) -> None:
        node = _node(label, row)
        if (label, node.key) in self._by_key:
            return
        self._by_key[label, node.key] = node
        self._known.setdefault((label, node.name), []).append(node)
        if node.value("uscc"):
            self._by_code[node.value("uscc")] = node

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

    def unit(self, name: str, code: object, area: Node) -> Node:
        """The unit of a credit code, where one is given, else of the name.

        Raises uscc_of_another_unit where the code or the name has another partner already, and what `find` raises.
        """
        owner = self._by_code.get(code) if isinstance(code, str) else None
        if owner is not None and owner.name != name:
            raise ValueProblem("uscc_of_another_unit", value=code, other=owner.name)
        found = self._use(owner) if owner is not None else self.find("Unit", name, area)
        if isinstance(code, str) and owner is None:
            self._learn(found, code)
        return found

    def _learn(self, unit: Node, code: str) -> None:
        """The credit code of a unit of which none was known."""
        if unit.value("uscc"):
            raise ValueProblem("uscc_of_another_unit", value=code, other=f"{unit.name} {unit.value('uscc')}")
        self._draft.state(unit, "uscc", code)
        self._by_code[code] = unit
        self._draft.on_failure(lambda: self._by_code.pop(code, None))

    def known(self, label: str, name: str, area: Node) -> Node | None:
        """The one of this name in the area, if the graph or a row before has it.

        A community's party organisation is known with the community's name before its own, and without.
        """
        within = area.name if label == "PartyOrg" and area.label == "Community" else ""
        for spelling in spellings(name, within):
            same = self._known.get((label, spelling), [])
            near = [node for node in same if _is_in(node, area)] or [node for node in same if _is_anywhere(node)]
            if len(near) > 1:
                others = "、".join(sorted(node.natural for node in near))
                raise ValueProblem("place_unknown", value=name, kind="组织", nearest=others)
            if near:
                return self._use(near[0])
        return None

    def _use(self, node: Node) -> Node:
        """A node of the graph becomes one of the import's."""
        if node.before is not None:
            self._draft.nodes[node.identity] = node
        return node

    def begins(self, label: str, written: str, area: Node) -> Node | None:
        """The one whose name is the whole text, or the longest beginning of it (云杉县林业局办公室主任)."""
        found = (self.known(label, name, area) for name in beginnings(written))
        return next((node for node in found if node is not None), None)


def spellings(name: str, community: str) -> tuple[str, ...]:
    """第一网格党支部 and 松涛社区第一网格党支部; the name alone where no community is named."""
    bare = name.removeprefix(community)
    return tuple(dict.fromkeys((name, f"{community}{name}" if bare == name else bare))) if community else (name,)


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
