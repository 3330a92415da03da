"""The child that reads files for sandbox.py: paths come in by line, rows go out as messages."""

import os
import resource
import select
import sys
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import IO

from graph_schema.problems import FileRefused
from loaders.files.book import Row
from loaders.read import Streamed, stream
from loaders.sandbox import send

MEMORY_LIMIT = 1_200_000_000  # bytes of address space
CPU_LIMIT = 60  # seconds of work for one file; 200,000 rows take five
IDLE = 30.0  # seconds without a question; then it ends
_ROWS_AT_ONCE = 5_000


def main() -> None:
    """Reads until nobody asks any more."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_LIMIT, MEMORY_LIMIT))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a parser prints is no message
    while (path := _asked()) is not None:
        try:
            _answer(path, out)
        except FileRefused as refused:
            send(out, ("refused", refused.code))
        except MemoryError:
            send(out, ("refused", "file_expands_too_much"))
        out.flush()


def _asked() -> Path | None:
    ready, _, _ = select.select([sys.stdin], [], [], IDLE)
    line = sys.stdin.buffer.readline().strip() if ready else b""
    return Path(bytes.fromhex(line.decode()).decode("utf-8", "surrogateescape")) if line else None


def _answer(path: Path, out: IO[bytes]) -> None:
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    resource.setrlimit(resource.RLIMIT_CPU, (int(time.process_time()) + CPU_LIMIT, hard))
    for streamed in stream(path):
        _send_sheet(streamed, out)
    send(out, ("end",))


def _send_sheet(streamed: Streamed, out: IO[bytes]) -> None:
    sheet, rows = streamed
    merges = [(m.top, m.left, m.bottom, m.right) for m in sheet.merges]
    send(out, ("sheet", sheet.name, merges, sheet.hidden, list(sheet.hidden_lines)))
    while batch := list(islice(_shared(rows), _ROWS_AT_ONCE)):
        send(out, ("rows", batch))


def _shared(rows: Iterator[Row]) -> Iterator[tuple[int, tuple[object, ...]]]:
    """Rows whose equal texts are one object: most columns repeat few values."""
    known: dict[str, str] = {}
    for row in rows:
        yield row.line, tuple(known.setdefault(cell, cell) if type(cell) is str else cell for cell in row.cells)


if __name__ == "__main__":
    main()
