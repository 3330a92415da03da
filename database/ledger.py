"""What stands in the Ledger, for whoever is about to prepare a write. Only `database.writing` changes it."""

from collections.abc import Mapping
from typing import Any

from database.reading import Reader, read

_TIMEOUT = 60.0  # seconds; the first query after a cold start waits for more than itself
_PATIENCE = 60.0  # seconds; right after a start or a change of the schema it is planned anew
_LEDGER = "MATCH (l:Ledger {key: 'ledger'}) RETURN properties(l) AS ledger"


def ledger(reader: Reader) -> Mapping[str, Any]:
    """The Ledger's properties (see database.writing); empty before the first write."""
    rows = read(reader, _LEDGER, timeout=_TIMEOUT)
    return rows[0]["ledger"] if rows else {}


def last_import(properties: Mapping[str, Any]) -> str:
    """The import that was written last; "" before the first."""
    return str(properties.get("last_import") or "")


def applying(properties: Mapping[str, Any]) -> str:
    """The large import that is being written in portions, or was when its process died; "" else."""
    return str(properties.get("applying") or "")
