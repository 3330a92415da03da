"""What a person is told about an import: the receipt, and the difference as counts."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app.cases.preparing import Prepared
from graph_schema.facts import Change, NodeChange

Counts = dict[str, dict[str, int]]


@dataclass(frozen=True)
class Receipt:
    """How an import went, or would go.

    `files`: per file and sheet the faults and reviews, masked, as docs of the command line have them.
    `gaps`: {"closed": n, "opened": m}, or None where it was not computed.
    `changes`: how many facts change. `clean`: nothing was refused and nothing waits for review.
    `prepared`: what it was told from, of a preview alone.
    """

    import_id: str
    applied: bool
    files: Sequence[Mapping[str, Any]]
    difference: Mapping[str, Any]
    gaps: Mapping[str, int] | None
    changes: int
    clean: bool
    undoes: str | None = None
    prepared: Prepared | None = None

    @property
    def refused(self) -> bool:
        """Whether any file or row was refused; rows that wait for review are not."""
        return any(
            file.get("problem") or any(sheet.get("faults") for sheet in file.get("sheets", ())) for file in self.files
        )

    def json(self) -> dict[str, Any]:
        """The one document that scripts read."""
        told: dict[str, Any] = {"import": self.import_id, "applied": self.applied}
        if self.undoes:
            told["undoes"] = self.undoes
        gaps = None if self.gaps is None else dict(self.gaps)
        return told | {"files": list(self.files), "difference": dict(self.difference), "gaps": gaps}


def difference(changes: Iterable[Change]) -> dict[str, Counts]:
    """How many nodes and relationships of each kind a set of changes makes, changes, ends and takes away."""
    counts: dict[str, dict[str, Counter[str]]] = {"nodes": {}, "relationships": {}}
    for change in changes:
        kind, type_ = ("nodes", change.label) if isinstance(change, NodeChange) else ("relationships", change.type)
        counts[kind].setdefault(type_, Counter())[verb(change)] += 1
    return {kind: {type_: dict(of) for type_, of in sorted(types.items())} for kind, types in counts.items()}


def verb(change: Change) -> str:
    """What a change does: created, changed, ended or removed."""
    if change.before is None:
        return "created"
    if change.after is None:
        return "removed"
    ends = not isinstance(change, NodeChange) and change.before.get("until") is None and change.after.get("until")
    return "ended" if ends else "changed"
