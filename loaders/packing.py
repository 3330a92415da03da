"""Large answers in few records, with days as texts.

What binds when a community is fetched is not the query: it is the driver's own record for each row, and its own date
for each day. So the rows come as one list, and a day or moment as its text.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from database.reading import Reader, read
from graph_schema.model import Kind, Property
from graph_schema.nodes import NODES
from graph_schema.relationships import DATED, RELATIONSHIPS
from graph_schema.values.moment import CHINA

_DAY = len("2026-11-20")
_TEMPORAL = (Kind.DAY, Kind.MOMENT)


def of_node(label: str) -> tuple[str, ...]:
    """The properties of a label, and of those that its nodes may carry besides, that are days or moments."""
    return _temporal(p for node in NODES.values() if label in (node.label, node.of) for p in node.properties)


def of_facts(types: Iterable[str]) -> tuple[str, ...]:
    """The same of relationships."""
    return _temporal((*DATED, *(p for type_ in types for p in RELATIONSHIPS[type_].properties)))


def written(variable: str, names: Iterable[str]) -> str:
    """Cypher for all properties of a node or relationship, these as texts."""
    return f"{variable} {{.*{''.join(f', {name}: toString({variable}.{name})' for name in names)}}}"


def opened(properties: dict[str, Any], names: Iterable[str]) -> dict[str, Any]:
    """The properties with days and moments again, and without those that are not there."""
    for name in names:
        said = properties.pop(name)
        if said is not None:
            properties[name] = _read(said)
    return properties


def rows(
    reader: Reader, text: str, columns: Mapping[str, str], *, timeout: float, **parameters: Any
) -> Iterator[dict[str, Any]]:
    """The rows of a statement without its RETURN. `columns`: name → Cypher of what stands there."""
    packed = f"{text}\nRETURN collect([{', '.join(columns.values())}]) AS rows"
    for record in read(reader, packed, timeout=timeout, **parameters):
        for row in record["rows"]:
            yield dict(zip(columns, row, strict=True))


def _temporal(properties: Iterable[Property]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(p.name for p in properties if p.kind in _TEMPORAL))


def _read(said: str) -> dt.date:
    if len(said) == _DAY:
        return dt.date.fromisoformat(said)
    return dt.datetime.fromisoformat(said.partition("[")[0]).astimezone(CHINA)
