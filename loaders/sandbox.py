"""Files are read in a child process with limits of memory and time: what a file does to its reader ends there.

One child serves many files and ends by itself when nobody asks for a while. What comes back is plain rows.
"""

import atexit
import contextlib
import datetime as dt
import io
import os
import pickle
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from graph_schema.problems import FileRefused
from loaders.files.book import Book, Merge, Row, Sheet

TIME_LIMIT = 180.0  # seconds for one file on a busy machine; the child limits its own work further
_ROOT = Path(__file__).resolve().parents[1]
_SERVES = 200  # files; then a new child takes its place
_ENDING = ("file_too_slow", "file_expands_too_much", "file_corrupt")  # after which a child is not asked again
_HEAD = 8  # bytes that say how long a message is
_LONGEST = 1 << 30
_ABORTED = (-signal.SIGABRT, -signal.SIGKILL)  # by itself, or by a system that has no memory left
_idle: "list[_Child]" = []
_lock = threading.Lock()


def read(path: Path, time_limit: float = TIME_LIMIT) -> Book:
    """The file's rows, as loaders.read gives them. Raises FileRefused."""
    try:
        with _borrowed() as child:
            return child.read(path.absolute(), time_limit)
    except _Left:
        with _borrowed() as child:
            return child.read(path.absolute(), time_limit)


class _Left(Exception):
    """The child had just ended because nobody had asked for a while."""


class _Child:
    """A process that reads files, one after another."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-X", "utf8", "-m", "loaders.sandboxed"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=_ROOT,
            env={name: value for name, value in os.environ.items() if not name.startswith("LIANHU_")},
        )
        self._served = 0

    @property
    def fresh(self) -> bool:
        """Whether it can be asked again."""
        return self._process.poll() is None and self._served < _SERVES

    def read(self, path: Path, time_limit: float) -> Book:
        late = threading.Event()
        timer = threading.Timer(time_limit, self._kill, (late,))
        timer.start()
        try:
            self._served += 1
            self._ask(path)
            return Book(path.name, tuple(self._sheets(path)))
        except (EOFError, BrokenPipeError):
            raise self._why(path, late.is_set()) from None
        finally:
            timer.cancel()

    def end(self) -> None:
        """It is told that nobody asks any more."""
        self._process.kill()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                with contextlib.suppress(OSError):
                    stream.close()
        self._process.wait()

    def _ask(self, path: Path) -> None:
        stream = _open(self._process.stdin)
        stream.write(f"{str(path).encode('utf-8', 'surrogateescape').hex()}\n".encode())
        stream.flush()

    def _sheets(self, path: Path) -> Iterator[Sheet]:
        """Messages: ("sheet", …) with ("rows", …) behind it, then ("end",) or ("refused", …)."""
        head: tuple[Any, ...] = ()
        rows: list[Row] = []
        while True:
            kind, *said = receive(_open(self._process.stdout))
            if kind == "rows":
                rows += [Row(line, cells) for line, cells in said[0]]
                continue
            if kind == "refused":
                raise FileRefused(said[0], file=path.name)
            if head:
                yield _sheet(head, rows)
            if kind == "end":
                return
            head, rows = tuple(said), []

    def _kill(self, late: threading.Event) -> None:
        late.set()
        self._process.kill()

    def _why(self, path: Path, late: bool) -> Exception:
        """Memory that cannot be had ends the parser at once; whatever else ends it is damage."""
        ended = self._process.wait()
        if ended == 0:
            return _Left()
        slow = late or ended == -signal.SIGXCPU
        code = "file_too_slow" if slow else "file_expands_too_much" if ended in _ABORTED else "file_corrupt"
        return FileRefused(code, file=path.name)


os.register_at_fork(after_in_child=_idle.clear)  # a process that forks off asks children of its own


@atexit.register
def _end_all() -> None:
    while _idle:
        _idle.pop().end()


def send(stream: IO[bytes], message: tuple[object, ...]) -> None:
    """Writes one message of plain values."""
    packed = pickle.dumps(message, pickle.HIGHEST_PROTOCOL)
    stream.write(len(packed).to_bytes(_HEAD, "big"))
    stream.write(packed)


def receive(stream: IO[bytes]) -> tuple[Any, ...]:
    """The next message. Raises EOFError where the stream has ended. It makes no objects but plain values and dates."""
    length = int.from_bytes(_exactly(stream, _HEAD), "big")
    if length > _LONGEST:
        raise EOFError
    message = _Plain(io.BytesIO(_exactly(stream, length))).load()
    if not isinstance(message, tuple):
        raise EOFError
    return message


class _Plain(pickle.Unpickler):
    """A child that a file took over could send anything: only dates are made."""

    def find_class(self, module: str, name: str) -> Any:
        if module == "datetime" and name in ("date", "datetime", "time"):
            return getattr(dt, name)
        raise EOFError


def _exactly(stream: IO[bytes], length: int) -> bytes:
    found = stream.read(length)
    if len(found) < length:
        raise EOFError
    return found


def _sheet(head: tuple[Any, ...], rows: list[Row]) -> Sheet:
    name, merges, hidden, lines = head
    return Sheet(name, tuple(rows), tuple(Merge(*merge) for merge in merges), hidden, frozenset(lines))


def _open(stream: IO[bytes] | None) -> IO[bytes]:
    if stream is None:
        raise EOFError
    return stream


@contextlib.contextmanager
def _borrowed() -> Iterator[_Child]:
    """A child that nobody else asks; one that refused nothing and lives is kept for the next file."""
    with _lock:
        child = next((_idle.pop() for _ in range(len(_idle)) if _idle), None)
    if child is not None and not child.fresh:
        child.end()
        child = None
    child = child or _Child()
    keep = False
    try:
        yield child
        keep = child.fresh
    except FileRefused as refused:
        keep = child.fresh and refused.code not in _ENDING
        raise
    finally:
        if keep:
            with _lock:
                _idle.append(child)
        else:
            child.end()
