"""What a write concerns, and how the Ledger is waited for."""

import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass

from database.connection import Connection
from database.writing import WRITE_TIMEOUT, Writer, transaction
from graph_schema.errors import Busy
from graph_schema.values.seal import Seal
from records.store import Records
from settings import Settings

LONGEST = 6 * 3600.0  # seconds that a large import may hold the Ledger
PATIENCE = 60.0  # seconds that a write waits for one that holds the Ledger


@dataclass(frozen=True)
class Books:
    """The graph, the office's records, the seal for what the journal hides; settings where the server is ours."""

    connection: Connection
    records: Records
    seal: Seal
    settings: Settings | None = None


@contextmanager
def ledger_held(
    connection: Connection, patience: float = PATIENCE, *, timeout: float = WRITE_TIMEOUT
) -> Iterator[Writer]:
    """A transaction that holds the Ledger, waited for; it may last `timeout` seconds."""
    until = time.monotonic() + patience
    with ExitStack() as stack:
        while True:
            try:
                writer = stack.enter_context(transaction(connection, timeout=timeout))
                break
            except Busy:
                if time.monotonic() > until:
                    raise
        yield writer
