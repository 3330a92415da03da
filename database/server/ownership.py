"""Who owns something of which there may be one: the process that holds the lock on its file, and no other."""

import errno
import fcntl
import os
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_PATIENCE = 2.0  # seconds; a look at the lock holds it for an instant


class Owned(Exception):
    """Another process holds the lock; `pid` says which."""

    def __init__(self, pid: int | None) -> None:
        super().__init__(f"owned by process {pid}")
        self.pid = pid


@contextmanager
def owned(file: Path) -> Iterator[None]:
    """Holds the lock on `file` for as long as the block runs; raises Owned when it is another's."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("a+") as held:
        if not _lock(held.fileno()):
            raise Owned(owner(file))
        held.truncate(0)
        held.write(str(os.getpid()))
        held.flush()
        yield


def owner(file: Path) -> int | None:
    """The process that holds the lock on `file` now; a file that a crashed owner left behind does not count."""
    try:
        with file.open("r+") as looked_at:
            try:
                fcntl.flock(looked_at, fcntl.LOCK_SH | fcntl.LOCK_NB)
            except OSError:
                return int(looked_at.read() or 0) or None
    except (FileNotFoundError, ValueError):
        pass
    return None


def end(pid: int, seconds: float) -> bool:
    """Asks a process to end, then makes it; False when it needed that."""
    if not _signal(pid, signal.SIGTERM):
        return True
    if wait_gone(pid, seconds):
        return True
    _signal(pid, signal.SIGKILL)
    wait_gone(pid, 5)
    return False


def wait_gone(pid: int, seconds: float) -> bool:
    """Waits until a process is gone; False when it is still there."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if not alive(pid):
            return True
        time.sleep(0.05)
    return not alive(pid)


def alive(pid: int) -> bool:
    """Whether a process is there and not merely unburied."""
    if not _signal(pid, 0):
        return False
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return not Path("/proc/self").exists()


def _signal(pid: int, number: int) -> bool:
    try:
        os.kill(pid, number)
    except OSError as refused:
        return refused.errno == errno.EPERM
    return True


def _lock(descriptor: int) -> bool:
    until = time.monotonic() + _PATIENCE
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            if time.monotonic() > until:
                return False
            time.sleep(0.1)
        else:
            return True
