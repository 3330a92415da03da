"""What a theme is handed: the row, where it is, its organisations and its people, all found by now."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from graph_schema.problems import ValueProblem
from loaders.draft import Draft, Node
from loaders.organisations import Organisations
from loaders.people.holders import Found
from loaders.places.directory import Directory
from loaders.places.placing import Placed
from loaders.rows import TypedRow


@dataclass(frozen=True)
class Stating:
    """A row on its way into the draft.

    `parties`: field → the organisation or unit; `people`: post → those whom its cell names, in their order.
    """

    row: TypedRow
    directory: Directory
    organisations: Organisations
    placed: Placed
    parties: Mapping[str, Node]
    people: Mapping[str, tuple[Found, ...]]
    source: str
    notices: list[tuple[str, ValueProblem]] = field(default_factory=list)

    @property
    def draft(self) -> Draft:
        """Where it is stated."""
        return self.directory.draft

    @property
    def everybody(self) -> tuple[Found, ...]:
        """The people of every post of the row."""
        return tuple(found for group in self.people.values() for found in group)

    def owned(self, label: str, owner: Node, tail: str) -> Node:
        """A thing whose key goes on behind its owner's (a leave, a visit, a shift): one for each tail."""
        identity = (label, owner, tail)
        node = self.draft.nodes.get(identity)
        if node is None:
            node = Node(label, identity, tail, f"{owner.natural}/{tail}", owner=owner, tail=f"/{tail}")
            self.draft.add(node)
        self.draft.touch(node, self.source)
        return node

    def distinct(self, label: str, owner: Node, tail: str, name: str, value: object) -> Node:
        """The thing that `owned` would give; a second one of the same owner and tail that says another `value`."""
        number = 1
        while True:
            node = self.owned(label, owner, tail if number == 1 else f"{tail}/{number}")
            if value is None or node.stated.get(name) in (None, value):
                return node
            number += 1

    def reference(self, label: str, code: str) -> Node:
        """A skill or need of the reference data: it is there, an import links to it and makes none."""
        identity = (label, code)
        if identity not in self.draft.nodes:
            self.draft.nodes[identity] = Node(label, identity, code, code, key=code, before={"code": code})
        return self.draft.nodes[identity]

    def notice(self, field: str, problem: ValueProblem) -> None:
        """Tells of something that is left out, where the row itself is good."""
        self.notices.append((field, problem))
