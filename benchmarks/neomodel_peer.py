"""neomodel as a peer, in an environment of its own under .runtime/: it and our driver must not share one."""

import hashlib
import json
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path

from benchmarks.office import Office
from benchmarks.rows import Rows
from settings import ROOT

FOLDER = ROOT / "benchmarks" / "neomodel"
LOCK = FOLDER / "requirements.txt"


def environment() -> Path:
    """The Python that has neomodel; made the first time, and made anew when the lock changes."""
    place = ROOT / ".runtime" / f"bench-neomodel-{hashlib.sha256(LOCK.read_bytes()).hexdigest()[:12]}"
    python, done = place / "bin" / "python", place / "done"
    if not done.exists():
        subprocess.run([sys.executable, "-m", "venv", "--clear", str(place)], check=True)
        install = ("-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input", "--require-hashes")
        subprocess.run([str(python), *install, "-r", str(LOCK)], check=True)
        done.touch()
    return python


def rate(python: Path, office: Office, written: Rows) -> float:
    """Nodes and relationships a second; the other process measures itself, its start is not counted."""
    endpoint = office.endpoint
    told = {"uri": endpoint.uri, "user": endpoint.user, "password": endpoint.password, **asdict(written)}
    done = subprocess.run(
        [str(python), str(FOLDER / "peer.py")], input=json.dumps(told), capture_output=True, text=True, check=True
    )
    return float(json.loads(done.stdout.splitlines()[-1])["rate"])
