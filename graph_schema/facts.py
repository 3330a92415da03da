"""A change to the graph as a value: what was before, what shall be after. Diff, journal, apply and undo share it."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from graph_schema.relationships import RELATIONSHIPS

Image = Mapping[str, Any]


def fact_id(type_: str, from_key: str, to_key: str, discriminator: str = "", since: str = "") -> str:
    """The identity of a dated relationship. `since` as written (2024, 2024-03, 2024-03-01), or "" for unknown."""
    text = "\x1f".join((type_, from_key, to_key, discriminator, since or "?"))
    return hashlib.blake2b(text.encode(), digest_size=12).hexdigest()


@dataclass(frozen=True, slots=True)
class NodeChange:
    """A node that is made (`before` None), changed, or taken away (`after` None).

    Images hold only the properties concerned; None as a value means absent. `labels` are the extra labels that
    it carries afterwards, `labels_before` those that it had.
    """

    label: str
    key: str
    before: Image | None
    after: Image | None
    labels: frozenset[str] = field(default=frozenset())
    labels_before: frozenset[str] = field(default=frozenset())

    def inverse(self) -> "NodeChange":
        """The change that takes this one back."""
        return NodeChange(self.label, self.key, self.after, self.before, self.labels_before, self.labels)


@dataclass(frozen=True, slots=True)
class RelationshipChange:
    """A relationship that is made (`before` None), changed (also: ended), or taken away (`after` None)."""

    type: str
    fact_id: str
    from_label: str
    from_key: str
    to_label: str
    to_key: str
    before: Image | None
    after: Image | None

    def __post_init__(self) -> None:
        if (self.from_label, self.to_label) not in RELATIONSHIPS[self.type].ends:
            raise ValueError(f"{self.type} does not join {self.from_label} and {self.to_label}")

    def inverse(self) -> "RelationshipChange":
        """The change that takes this one back."""
        return RelationshipChange(
            self.type,
            self.fact_id,
            self.from_label,
            self.from_key,
            self.to_label,
            self.to_key,
            self.after,
            self.before,
        )


Change = NodeChange | RelationshipChange
