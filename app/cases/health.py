"""Whether the graph answers, and what was loaded into it last."""

from __future__ import annotations

from dataclasses import dataclass

from database.reading import Reader, read
from graph_schema.errors import DatabaseUnavailable

TIMEOUT = 3.0  # seconds
_LEDGER = "OPTIONAL MATCH (l:Ledger {key: 'ledger'}) RETURN l.last_import AS last_import"


@dataclass(frozen=True)
class Health:
    """What was found."""

    graph: bool
    last_import: str | None = None


def health(reader: Reader) -> Health:
    """Asks the graph once."""
    try:
        rows = read(reader, _LEDGER, timeout=TIMEOUT)
    except DatabaseUnavailable:
        return Health(graph=False)
    return Health(graph=True, last_import=rows[0]["last_import"])
