"""The files that Neo4j's offline importer reads: nodes and relationships of an empty graph, as changes make them.

A file holds what has the same label or type and the same properties of the same kinds, so that no column is ever
empty. What a file is stands in its name, so several processes may write into one folder.
"""

import csv
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any, TextIO

from database.reading import Reader, read
from graph_schema.facts import Change, NodeChange, RelationshipChange
from graph_schema.nodes import NODES
from graph_schema.relationships import RELATIONSHIPS

LIST_MARK = "\x1f"  # between the items of a list; no clean text holds it
_BUFFER = 1 << 18
_ENDING, _BROKEN = ".csv", "-lines"
_REFERENCE = "MATCH (n:Skill|Need) RETURN labels(n)[0] AS label, n.code AS key, properties(n) AS properties"
_MET_BY = "MATCH (n:Need)-[:MET_BY]->(s:Skill) RETURN n.code AS need, s.code AS skill"
_KINDS: Mapping[type, str] = {
    str: "string",
    bool: "boolean",
    int: "long",
    float: "double",
    date: "date",
    datetime: "datetime",
    list: "string[]",
}

Put = Callable[[Sequence[Any]], object]  # a row, its values as `written` gives them


class Files:
    """Files in a folder, opened as they are needed. `part`: what tells this process's from another's."""

    def __init__(self, folder: Path, part: str = "0") -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self._part = part
        self._open: dict[tuple[object, ...], Put] = {}
        self._streams: list[TextIO] = []

    def nodes(self, label: str, labels: Iterable[str], columns: Mapping[str, type], broken: bool = False) -> Put:
        """Takes rows of the key and these properties. `labels`: the extra ones. `broken`: texts have line breaks."""
        key = NODES[label].key
        names = ".".join(("n", *NODES[label].labels, label, *sorted(labels)))
        return self._file(names, [f"{key}:ID({label})", *_typed(columns)], broken)

    def facts(self, type_: str, ends: tuple[str, str], columns: Mapping[str, type], broken: bool = False) -> Put:
        """Takes rows of the key of the start, that of the end, the fact_id where there is one, and these properties."""
        identity = ["fact_id:string"] if RELATIONSHIPS[type_].dated else []
        head = [f":START_ID({ends[0]})", f":END_ID({ends[1]})", *identity, *_typed(columns)]
        return self._file(f"r.{type_}", head, broken)

    def add(self, change: Change) -> None:
        """Something that the change makes; raises ValueError for one that changes what is there."""
        if change.before is not None or change.after is None:
            raise ValueError("an empty graph has nothing to be changed")
        stated = {name: value for name, value in change.after.items() if value is not None}
        columns = {name: _kind(value) for name, value in stated.items()}
        values = [written(value) for value in stated.values()]
        broken = any("\n" in value for value in values if isinstance(value, str))
        if isinstance(change, NodeChange):
            self.nodes(change.label, change.labels, columns, broken)((change.key, *values))
        else:
            identity = (change.fact_id,) if RELATIONSHIPS[change.type].dated else ()
            put = self.facts(change.type, (change.from_label, change.to_label), columns, broken)
            put((change.from_key, change.to_key, *identity, *values))

    def ledger(self, values: Mapping[str, Any]) -> None:
        """The Ledger as it shall stand when the graph is there; its constraints are made later."""
        kept = {name: value for name, value in values.items() if value is not None and name != "key"}
        head = ["key:ID(Ledger)", *_typed({name: type(value) for name, value in kept.items()})]
        self._file("n.Ledger", head)(("ledger", *kept.values()))

    def close(self) -> None:
        """Every file is whole."""
        for stream in self._streams:
            stream.close()

    def _file(self, names: str, head: list[str], broken: bool = False) -> Put:
        shape = (names, broken, *head)
        if shape not in self._open:
            name = f"{names}.{self._part}-{len(self._open)}{_BROKEN if broken else ''}{_ENDING}"
            stream = (self._folder / name).open("w", encoding="utf-8", newline="", buffering=_BUFFER)
            self._streams.append(stream)
            self._open[shape] = csv.writer(stream, lineterminator="\n").writerow
            self._open[shape](head)
        return self._open[shape]


def written(value: Any) -> Any:
    """A value as the importer reads it; the kinds that need no care are left to the writer of the file."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, list | tuple):
        return LIST_MARK.join(value)
    return value


def arguments(folder: Path) -> list[str]:
    """What the importer is told about the files of a folder; it is to be run there."""
    files = sorted(file.name for file in folder.glob(f"*{_ENDING}"))
    told = [f"--{_option(name)}={name}" for name in files]
    if broken := [name for name in files if name.endswith(_BROKEN + _ENDING)]:
        told += ["--multiline-fields-format=v2", f"--multiline-fields={','.join(broken)}"]
    return ["--id-type=string", f"--array-delimiter=U+{ord(LIST_MARK):04X}", *told]


def _option(name: str) -> str:
    kind, *names, _part = name.removesuffix(_ENDING).split(".")
    return f"{'nodes' if kind == 'n' else 'relationships'}={':'.join(names)}"


def reference(reader: Reader) -> list[Change]:
    """Skills and needs as they stand in a graph that is empty but for them: an office may have changed them."""
    made: list[Change] = []
    for row in read(reader, _REFERENCE):
        said = {name: value for name, value in row["properties"].items() if name != "code"}
        made.append(NodeChange(row["label"], row["key"], None, said))
    for row in read(reader, _MET_BY):
        made.append(RelationshipChange("MET_BY", "", "Need", row["need"], "Skill", row["skill"], None, {}))
    return made


def ledger_after(now: Mapping[str, Any], import_id: str, counters: Mapping[str, int]) -> dict[str, Any]:
    """The Ledger of the graph that the importer makes. Without the schema's version: constraints are not there yet."""
    kept = {name: value for name, value in now.items() if name not in ("schema_version", "applying")}
    return {**kept, **counters, "last_import": import_id}


def _typed(columns: Mapping[str, type]) -> list[str]:
    return [f"{name}:{_KINDS[kind]}" for name, kind in columns.items()]


def _kind(value: Any) -> type:
    if isinstance(value, tuple):
        return list
    return next((kind for kind in (bool, datetime) if isinstance(value, kind)), type(value))
