"""What an import states, as it grows: nodes and facts, each once, taken back row by row when a row fails."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from graph_schema.problems import ValueProblem
from graph_schema.relationships import RELATIONSHIPS
from graph_schema.values.day import Day

Identity = tuple[Any, ...]
_UNSAID = object()


@dataclass(eq=False, slots=True)
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
    labels: frozenset[str] = frozenset()
    source: str = ""
    touched: bool = False
    owner: "Node | None" = None
    tail: str = ""
    cleared: frozenset[str] = frozenset()

    @property
    def token(self) -> object:
        """What tells it apart within an import: its key, or itself."""
        return self.key or id(self)

    def value(self, name: str) -> Any:
        """What is known of a property: as stated, else as it stands in the graph."""
        return self.stated.get(name, (self.before or {}).get(name))


@dataclass(eq=False, slots=True)
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

    def is_apart(self, since: Day | None, until: Day | None) -> bool:
        """Whether a period has no day in common with this one's: one is over when the other begins."""
        if self.until is not None and since is not None and self.until.as_until <= since.as_since:
            return True
        return until is not None and self.since is not None and until.as_until <= self.since.as_since


class Draft:
    """The nodes and facts of one import."""

    def __init__(self) -> None:
        self.nodes: dict[Identity, Node] = {}
        self.facts: dict[Identity, Fact] = {}
        self._single: dict[tuple[str, Node, str], Fact] = {}
        self._undo: list[tuple[Callable[..., object], tuple[Any, ...]]] = []

    @contextmanager
    def row(self) -> Iterator[None]:
        """All or nothing: what is done inside is taken back when it fails."""
        self._undo.clear()
        try:
            yield
        except BaseException:
            while self._undo:
                undo, said = self._undo.pop()
                undo(*said)
            raise

    def on_failure(self, undo: Callable[..., object], *said: Any) -> None:
        """What to do, and with what, when the row fails."""
        self._undo.append((undo, said))

    def add(self, node: Node) -> Node:
        """A node that is not there yet."""
        self.nodes[node.identity] = node
        self.on_failure(self.nodes.pop, node.identity, None)
        return node

    def touch(self, node: Node, source: str) -> None:
        """Counts a node among those that the import speaks of; its source is the first row that does."""
        if not node.touched:
            node.touched, node.source = True, source
            self.on_failure(setattr, node, "touched", False)
        elif not node.source and source:
            node.source = source
            self.on_failure(setattr, node, "source", "")

    def state(self, node: Node, name: str, value: Any) -> None:
        """A property of a node, as a row says it; the last row that says something counts."""
        before = node.stated.get(name, _UNSAID)
        if value is None or before == value:
            return
        self.on_failure(_restate, node, name, before, node.cleared)
        node.stated[name] = value
        if node.cleared:
            node.cleared -= {name}

    def clear(self, node: Node, name: str) -> None:
        """A row says that a property of a node is no longer so; what another row states goes before."""
        if name not in node.stated and name not in node.cleared:
            self.on_failure(setattr, node, "cleared", node.cleared)
            node.cleared |= {name}

    def label(self, node: Node, label: str) -> None:
        """An extra label of a node."""
        if label not in node.labels:
            self.on_failure(setattr, node, "labels", node.labels)
            node.labels |= {label}

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
        """A fact. Said twice it is one, unless the periods are apart; a second end where there may be one at a time
        raises value_conflict."""
        said = {name: value for name, value in stated.items() if value is not None}
        identity: Identity = (type_, start, end, discriminator)
        known = self.facts.get(identity)
        if known is not None and known.is_apart(since, until):
            identity = (*identity, since, until)
            known = self.facts.get(identity)
        if known is not None:
            self._merge(known, since, until, said)
            return known
        self._check_single(type_, start, end, discriminator, since, until)
        fact = Fact(type_, start, end, discriminator, since, until, said, source)
        self.facts[identity] = fact
        self.on_failure(self.facts.pop, identity, None)
        if RELATIONSHIPS[type_].at_most_one:
            place = (type_, start, discriminator)
            self._single[place] = fact
            self.on_failure(self._single.pop, place, None)
        return fact

    def withdraw(self, fact: Fact) -> None:
        """Takes back a fact that may be there once: another row says it more closely."""
        identity = (fact.type, fact.start, fact.end, fact.discriminator)
        place = (fact.type, fact.start, fact.discriminator)
        del self.facts[identity], self._single[place]
        self.on_failure(lambda: (self.facts.update({identity: fact}), self._single.update({place: fact})))

    def taken(self) -> list[Fact]:
        """Its facts in their order, when all is stated: what finds them again is let go."""
        facts = list(self.facts.values())
        self.facts.clear()
        self._single.clear()
        return facts

    def single(self, type_: str, start: Node, discriminator: str = "") -> Fact | None:
        """The one fact of a type (and kind) that may be there once."""
        return self._single.get((type_, start, discriminator))

    def _check_single(
        self, type_: str, start: Node, end: Node, discriminator: str, since: Day | None, until: Day | None
    ) -> None:
        other = self._single.get((type_, start, discriminator))
        if other is not None and other.end is not end and not other.is_apart(since, until):
            raise ValueProblem("value_conflict", value=end.natural, other=other.end.natural)

    def _merge(self, known: Fact, since: Day | None, until: Day | None, said: dict[str, Any]) -> None:
        self.on_failure(_unmerge, known, known.since, known.until, known.stated)
        known.since = known.since or since
        known.until = known.until or until
        # The first row keeps its word on who is primary; everything else is added.
        known.stated = said | known.stated


def _restate(node: Node, name: str, before: Any, cleared: frozenset[str]) -> None:
    node.cleared = cleared
    if before is _UNSAID:
        node.stated.pop(name, None)
    else:
        node.stated[name] = before


def _unmerge(fact: Fact, since: Day | None, until: Day | None, stated: dict[str, Any]) -> None:
    fact.since, fact.until, fact.stated = since, until, stated
