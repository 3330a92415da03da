"""The three declarations of which the schema is made: Property, NodeType, RelationshipType.

A declaration refuses to be wrong at import, so that a mistake is found before anything runs.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from graph_schema.sensitivity import Sensitivity

_LABEL = re.compile(r"[A-Z][A-Za-z]*")
_TYPE = re.compile(r"[A-Z][A-Z_]*")
_NAME = re.compile(r"[a-z][a-z0-9_]*")


class Kind(StrEnum):
    """What a property's value is, in Python and in Neo4j."""

    TEXT = "text"
    TEXTS = "texts"  # a list of texts
    INTEGER = "integer"
    NUMBER = "number"
    TRUTH = "truth"
    DAY = "day"  # a date; with `precision` a second property says day, month or year
    MOMENT = "moment"  # a datetime at +08:00


@dataclass(frozen=True)
class Choice:
    """One of the values that a property may have."""

    code: str
    zh: str
    en: str


def one_of(*choices: tuple[str, str, str]) -> tuple[Choice, ...]:
    """The values that a property may have, each as code, zh, en."""
    return tuple(Choice(*choice) for choice in choices)


@dataclass(frozen=True)
class Property:
    """One property of a node or relationship.

    `needed`: answers rest on it, and its absence is reported; an import does not fail for it.
    `precision`: a second property `<name>_precision` (day, month, year) stands beside it.
    `derived`: computed by us, left out of the graph's hash. `mask` names the value type that hides it.
    `norm` is where the property or its choices come from.
    """

    name: str
    kind: Kind
    zh: str
    en: str
    sensitivity: Sensitivity = Sensitivity.S1
    needed: bool = False
    precision: bool = False
    derived: bool = False
    choices: tuple[Choice, ...] = ()
    mask: str = ""
    norm: str = ""

    def __post_init__(self) -> None:
        if not _NAME.fullmatch(self.name):
            raise ValueError(f"property {self.name!r} is not a lower-case name")
        if not (self.zh and self.en):
            raise ValueError(f"property {self.name} needs both words")
        if self.precision and self.kind is not Kind.DAY:
            raise ValueError(f"property {self.name}: only a day has a precision")

    def choice(self, code: str) -> Choice | None:
        """The choice with this code."""
        return next((choice for choice in self.choices if choice.code == code), None)


@dataclass(frozen=True)
class NodeType:
    """One kind of node. `key` names the property that identifies it; `labels` are second labels of every such node.

    `of` makes it an extra label: nodes of the type `of` may carry it too, with these further properties.
    `indexes` are single properties, or tuples for composite indexes.
    """

    label: str
    zh: str
    en: str
    key: str
    properties: tuple[Property, ...]
    labels: tuple[str, ...] = ()
    of: str = ""
    indexes: tuple[str | tuple[str, ...], ...] = ()

    def __post_init__(self) -> None:
        if not _LABEL.fullmatch(self.label):
            raise ValueError(f"label {self.label!r} is not in CamelCase")
        names = [p.name for p in self.properties]
        if len(set(names)) != len(names):
            raise ValueError(f"{self.label} declares a property twice")
        if not self.of and self.key not in names:
            raise ValueError(f"{self.label}: key {self.key} is not declared")
        for index in self.indexes:
            for name in (index,) if isinstance(index, str) else index:
                if name not in names:
                    raise ValueError(f"{self.label}: index on {name}, which is not declared")

    @property
    def by_name(self) -> Mapping[str, Property]:
        """Its properties by name."""
        return {p.name: p for p in self.properties}


@dataclass(frozen=True)
class RelationshipType:
    """One kind of relationship. `ends` are the pairs (from label, to label) that it may join.

    `discriminator` names the property (role, kind) that tells two facts between the same ends apart.
    `at_most_one`: a node has at most one current one outward (of each discriminator). `dated` ones carry since,
    until, learned_on, fact_id. `sensitivity` is that of the fact itself: who may know that it is there.
    """

    type: str
    zh: str
    en: str
    ends: tuple[tuple[str, str], ...]
    properties: tuple[Property, ...] = ()
    discriminator: str = ""
    at_most_one: bool = False
    dated: bool = True
    indexes: tuple[str, ...] = field(default=())
    sensitivity: Sensitivity = Sensitivity.S1

    def __post_init__(self) -> None:
        if not _TYPE.fullmatch(self.type):
            raise ValueError(f"relationship type {self.type!r} is not in UPPER_CASE")
        if not self.ends:
            raise ValueError(f"{self.type} joins nothing")
        names = [p.name for p in self.properties]
        if self.discriminator and self.discriminator not in names:
            raise ValueError(f"{self.type}: discriminator {self.discriminator} is not declared")

    @property
    def by_name(self) -> Mapping[str, Property]:
        """Its properties by name."""
        return {p.name: p for p in self.properties}


@dataclass(frozen=True)
class FullText:
    """A full-text index over several labels."""

    name: str
    labels: tuple[str, ...]
    properties: tuple[str, ...]
