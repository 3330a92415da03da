"""Read transactions: a timeout for each, and a Reader that a question can be asked of."""

from collections.abc import Mapping
from typing import Any, Protocol

READ_TIMEOUT = 10.0  # seconds


class Reader(Protocol):
    """Whatever answers a statement with rows: a connection, or a transaction that is still open."""

    def rows(self, text: str, parameters: Mapping[str, Any], *, timeout: float) -> list[dict[str, Any]]:
        """The rows, as dictionaries of plain values."""


def read(reader: Reader, text: str, /, *, timeout: float = READ_TIMEOUT, **parameters: Any) -> list[dict[str, Any]]:
    """The rows of one statement, in one round trip."""
    return reader.rows(text, parameters, timeout=timeout)
