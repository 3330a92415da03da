"""py2neo's classes for analysts' own scripts, made from the schema's declarations: Person, Building, … as objects.

The only file that imports py2neo, which has reached its end of life; pages, commands and jobs never import it. Its
objects are for reading: what is written past the journal could not be undone, so that they refuse to be saved.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from typing import Any, NoReturn

from py2neo import Graph
from py2neo.ogm import GraphObject, Label, Property, RelatedFrom, RelatedTo, Repository

from database.connection import DATABASE, local_endpoint
from graph_schema.errors import InputError
from graph_schema.model import NodeType
from graph_schema.nodes import NODES
from graph_schema.relationships import RELATIONSHIPS
from settings import Settings


class Thing(GraphObject):
    """Any node; its class follows from its label, whatever relationship it was reached by."""

    @classmethod
    def wrap(cls, node: Any) -> Any:
        """The node as an object of its own class."""
        chosen = cls if node is None else next((CLASSES[label] for label in node.labels if label in CLASSES), cls)
        return GraphObject.wrap.__func__(chosen, node)

    def _refuse(self, _tx: Any, *_: Any) -> NoReturn:
        raise InputError(
            "这些对象只供读取：写入请导入名册，才能撤销。",
            "These objects are for reading: write by importing a roster, which can be undone.",
        )

    __db_create__ = __db_merge__ = __db_push__ = __db_delete__ = _refuse


@contextmanager
def graph(settings: Settings) -> Iterator[Any]:
    """py2neo's Graph of the configured server; `graph.query(…)` is read only, `graph.run(…)` is not."""
    endpoint = local_endpoint(settings)
    opened = Graph(endpoint.uri, auth=(endpoint.user, endpoint.password), name=DATABASE)
    try:
        yield opened
    finally:
        opened.service.connector.close()  # which py2neo leaves to the garbage collector


@contextmanager
def repository(settings: Settings) -> Iterator[Any]:
    """Where objects are matched: `repository.match(Person).where(name="张伟")`."""
    with graph(settings) as opened:
        yield Repository.wrap(opened)


def holding(related: Any, on: date) -> Iterator[Any]:
    """Those of `person.serves` and its like whose fact holds on a day; the bare list has every period.

    py2neo keeps one fact of a type between two nodes; where somebody holds several roles, ask in Cypher.
    """
    for _, (_, properties), found in related.triples():
        since, until = (_native(properties.get(name)) for name in ("since", "until"))
        if (since is None or since <= on) and (until is None or until > on):
            yield found


def _native(value: Any) -> date | None:
    """py2neo's own date as Python's."""
    return None if value is None else date(value.year, value.month, value.day)


def _class(node: NodeType, marks: Iterable[NodeType]) -> Any:
    """The class of a node type: its properties, its second labels as truths, its relationships in both directions."""
    members: dict[str, Any] = {"__primarylabel__": node.label, "__primarykey__": node.key, "__doc__": node.en}
    for each in (node, *marks):
        members |= {declared.name: Property() for declared in each.properties}
    members |= {_snake(mark.label): Label(mark.label) for mark in marks}
    members |= dict(_related(node.label))
    return type(GraphObject)(node.label, (Thing,), members)


def _related(label: str) -> Iterator[tuple[str, Any]]:
    """`serves` for what it serves, `serves_from` for those who serve it."""
    for type_, declared in RELATIONSHIPS.items():
        ways: tuple[tuple[int, str, Callable[..., Any]], ...] = ((0, "", RelatedTo), (1, "_from", RelatedFrom))
        for end, suffix, related in ways:
            if any(pair[end] == label for pair in declared.ends):
                yield type_.lower() + suffix, related(Thing, type_)


def _snake(label: str) -> str:
    return "".join(f"_{sign.lower()}" if sign.isupper() else sign for sign in label).lstrip("_")


CLASSES: Mapping[str, Any] = {
    label: _class(node, [mark for mark in NODES.values() if mark.of == label])
    for label, node in NODES.items()
    if not node.of
}


def __getattr__(name: str) -> Any:
    """`from database.ogm import Person`."""
    try:
        return CLASSES[name]
    except KeyError:
        raise AttributeError(f"database.ogm has no class {name}; it has {', '.join(CLASSES)}") from None
