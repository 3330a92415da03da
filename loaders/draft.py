"""What an import states, as it grows: nodes and facts, each once, taken back row by row when a row fails."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from graph_schema.problems import ValueProblem
from graph_schema.relationships import RELATIONSHIPS
from graph_schema.values.day import Day

Identity = tuple[Any, ...]


@dataclass(eq=False)
class Node:
    """A node that the import is about. `key` is "" until one is allotted; `before` is None where the graph has none.

    `natural` is its natural key in one text, `parent` the place under which codes are allotted.
    `owner` and `tail`: of what has its key from another node's (a shift from its checkpoint's, a leave from whose it
    is), see codes.py. `stated` holds only what rows say, `cleared` what they say is no longer so, `labels` the extra
    labels that they give.
    """

    label: str
    identity: Identity
    name: str
    natural: str
    parent: "Node | None" = None
    key: str = ""
    before: dict[str, Any] | None = None
    labels_before: frozenset[str] = frozenset()
    stated: dict[str, Any] = field(default_factory=dict)
    labels: set[str] = field(default_factory=set)
    source: str = ""
    touched: bool = False
    owner: "Node | None" = None
    tail: str = ""
    cleared: set[str] = field(default_factory=set)

    @property
    def token(self) -> object:
        """What tells it apart within an import: its key, or itself."""
        return self.key or id(self)

    def value(self, name: str) -> Any:
        """What is known of a property: as stated, else as it stands in the graph."""
        return self.stated.get(name, (self.before or {}).get(name))


@dataclass(eq=False)
class Fact:
    """A relationship that rows state. `since` None: they do not say since when."""

    type: str
    start: Node
    end: Node
    discriminator: str
    since: Day | None
    until: Day | None
    stated: dict[str, Any]
    source: str


class Draft:
    """The nodes and facts of one import."""

    def __init__(self) -> None:
        self.nodes: dict[Identity, Node] = {}
        self.facts: dict[Identity, Fact] = {}
        self._single: dict[tuple[str, Node, str], Fact] = {}
        self._undo: list[Callable[[], object]] = []

    @contextmanager
    def row(self) -> Iterator[None]:
        """All or nothing: what is done inside is taken back when it fails."""
        self._undo.clear()
        try:
            yield
        except BaseException:
            while self._undo:
                self._undo.pop()()
            raise

    def on_failure(self, undo: Callable[[], object]) -> None:
        """What to do when the row fails."""
        self._undo.append(undo)

    def add(self, node: Node) -> Node:
        """A node that is not there yet."""
        self.nodes[node.identity] = node
        self.on_failure(lambda: self.nodes.pop(node.identity, None))
        return node

    def touch(self, node: Node, source: str) -> None:
        """Counts a node among those that the import speaks of; its source is the first row that does."""
        if not node.touched:
            node.touched, node.source = True, source
            self.on_failure(lambda: setattr(node, "touched", False))
        elif not node.source and source:
            node.source = source
            self.on_failure(lambda: setattr(node, "source", ""))

    def state(self, node: Node, name: str, value: Any) -> None:
        """A property of a node, as a row says it; the last row that says something counts."""
        if value is None or node.stated.get(name) == value:
            return
        before, cleared = dict(node.stated), set(node.cleared)
        node.stated[name] = value
        node.cleared.discard(name)

        def back() -> None:
            node.stated, node.cleared = before, cleared

        self.on_failure(back)

    def clear(self, node: Node, name: str) -> None:
        """A row says that a property of a node is no longer so; what another row states goes before."""
        if name not in node.stated and name not in node.cleared:
            node.cleared.add(name)
            self.on_failure(lambda: node.cleared.discard(name))

    def label(self, node: Node, label: str) -> None:
        """An extra label of a node."""
        if label not in node.labels:
            node.labels.add(label)
            self.on_failure(lambda: node.labels.discard(label))

    def relate(
        self,
        type_: str,
        start: Node,
        end: Node,
        source: str,
        discriminator: str = "",
        since: Day | None = None,
        until: Day | None = None,
        **stated: Any,
    ) -> Fact:
        """A fact. Said twice it is one; a second end where there may be one raises value_conflict."""
        said = {name: value for name, value in stated.items() if value is not None}
        identity = (type_, start, end, discriminator)
        known = self.facts.get(identity)
        if known is not None:
            self._merge(known, since, until, said)
            return known
        self._check_single(type_, start, end, discriminator)
        fact = Fact(type_, start, end, discriminator, since, until, said, source)
        self.facts[identity] = fact
        self.on_failure(lambda: self.facts.pop(identity, None))
        if RELATIONSHIPS[type_].at_most_one:
            self._single[type_, start, discriminator] = fact
            self.on_failure(lambda: self._single.pop((type_, start, discriminator), None))
        return fact

    def single(self, type_: str, start: Node, discriminator: str = "") -> Fact | None:
        """The one fact of a type (and kind) that may be there once."""
        return self._single.get((type_, start, discriminator))

    def _check_single(self, type_: str, start: Node, end: Node, discriminator: str) -> None:
        other = self._single.get((type_, start, discriminator))
        if other is not None and other.end is not end:
            raise ValueProblem("value_conflict", value=end.natural, other=other.end.natural)

    def _merge(self, known: Fact, since: Day | None, until: Day | None, said: dict[str, Any]) -> None:
        before = known.since, known.until, dict(known.stated)
        known.since = known.since or since
        known.until = known.until or until
        # The first row keeps its word on who is primary; everything else is added.
        known.stated = said | known.stated

        def back() -> None:
            known.since, known.until, known.stated = before

        self.on_failure(back)
