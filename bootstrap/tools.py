"""The tools of set-up: stamps, logs, hashes, and errors that say in one line what to do."""

import fcntl
import hashlib
import os
import re
import shutil
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
RUNTIME = ROOT / ".runtime"
STAMPS = RUNTIME / "stamps"
VENV = ROOT / ".venv"
BIN = VENV / "bin"
PYTHON = str(BIN / "python")
NEEDED_MB = 1500

REASONS = (
    (r"No space left|ENOSPC|Disk quota", "the disk is full: free about 1.5 GB and run the same command again"),
    (
        r"DO NOT MATCH THE HASHES|EINTEGRITY|integrity checksum",
        "a download does not have the checksum in the lock: run the same command again; if it stays, the registry or "
        "a proxy alters files",
    ),
    (
        r"must have their versions pinned|Hashes are required|can only install packages when your package",
        "the lock is stale: `make lock` writes requirements*.txt anew, `npm install` in app/assets the other",
    ),
    (
        r"name resolution|NewConnectionError|ConnectTimeout|ReadTimeout|Max retries|ProxyError|SSLError|ENOTFOUND"
        r"|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|E40[134]|E5\d\d|No matching distribution",
        "the package registry cannot be reached: check network, proxy and certificates, run the same command again",
    ),
)


class Stopped(Exception):
    """Set-up cannot go on; the message is the one line that the person sees."""


class OneAtATime:
    """Held while setting up, so that two `make` do not build the same thing at once."""

    def __enter__(self) -> None:
        try:
            RUNTIME.mkdir(parents=True, exist_ok=True)
            self.file = (RUNTIME / "setup.lock").open("w")
        except OSError as refused:
            raise Stopped(f"{RUNTIME} cannot be written: {refused.strerror}") from None
        fcntl.flock(self.file, fcntl.LOCK_EX)

    def __exit__(self, *_: object) -> None:
        self.file.close()


def stage(name: str, wanted: str, title: str, make: Callable[[], None], *proofs: Path) -> None:
    """Calls `make` unless the stamp says it was done from the same sources and what it made is there."""
    stamp = STAMPS / name
    if stamp.is_file() and stamp.read_text() == wanted and all(proof.exists() for proof in proofs):
        return
    ensure_room()
    print(f"· {title} …", flush=True)
    started = time.monotonic()
    stamp.unlink(missing_ok=True)
    make()
    stamp.parent.mkdir(parents=True, exist_ok=True)
    stamp.write_text(wanted)
    print(f"  {title}: {time.monotonic() - started:.0f} s", flush=True)


def call(name: str, command: list[str], failure: str, folder: Path = ROOT) -> None:
    """Runs a tool with its output in a log; when it fails, says in one line why, as far as the log tells."""
    log = RUNTIME / "logs" / f"{name}.log"
    log.parent.mkdir(parents=True, exist_ok=True)
    environment = {**os.environ, "PATH": f"{BIN}{os.pathsep}{os.environ.get('PATH', '')}"}
    with log.open("wb") as out:
        code = subprocess.run(
            command, cwd=folder, stdout=out, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL, env=environment
        ).returncode
    if code:
        said = log.read_text(errors="replace")
        last = (said.strip().splitlines() or ["nothing"])[-1]
        reason = next(
            (text for pattern, text in REASONS if re.search(pattern, said)), f"{last} (more in {log.relative_to(ROOT)})"
        )
        raise Stopped(f"{failure}: {reason}.")


def ensure_room() -> None:
    """Refuses to begin on a disk that is nearly full."""
    free = shutil.disk_usage(ROOT).free // 2**20
    if free < 300:
        raise Stopped(f"only {free} MB are free under {ROOT}: a whole set-up takes about {NEEDED_MB} MB")


def digest(*sources: Path | str) -> str:
    """One hash over files (name and content) and plain words."""
    total = hashlib.sha256()
    for source in sources:
        total.update(str(source).encode())
        if isinstance(source, Path):
            total.update(source.read_bytes() if source.is_file() else b"-")
    return total.hexdigest()
