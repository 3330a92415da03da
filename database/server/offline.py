"""A first load by Neo4j's offline importer: anybody asks, the server's owner stops it, imports, and starts it again.

Under VAR/neo4j/offline: `wanted` (what was asked for, and by whom), `begun` (the store is being made anew), `ended`
(how it went). Only an empty graph is loaded so; one that fails, or whose owner is killed, leaves an empty graph.
"""

import json
import os
import shutil
import subprocess
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from database.server import endpoint, java, ownership
from database.server.home import Home
from graph_schema.errors import DatabaseUnavailable

if TYPE_CHECKING:
    from settings import Settings

HEAP_MB = 1024
MEMORY = "40%"  # of what the machine has free, beside that heap
STOP_LIMIT, START_LIMIT = 90.0, 180.0  # seconds
_LOOK_EVERY = 0.1
_LAST_WORDS = 2_000  # characters

Wished = Callable[[], bool]  # whether somebody asked the owner to end


@dataclass(frozen=True)
class Place:
    """Where requests and answers lie."""

    folder: Path

    @classmethod
    def of(cls, settings: "Settings") -> "Place":
        """Of the local server that these settings describe."""
        return cls(settings.folder / "neo4j" / "offline")

    @property
    def files(self) -> Path:
        """The folder for what is to be imported."""
        return self.folder / "files"

    @property
    def wanted(self) -> Path:
        """There while somebody wants an import."""
        return self.folder / "wanted"

    @property
    def begun(self) -> Path:
        """There while the store is being made anew."""
        return self.folder / "begun"

    @property
    def ended(self) -> Path:
        """How the last one went."""
        return self.folder / "ended"


def is_possible(settings: "Settings") -> bool:
    """Whether there is a local server with an owner who can stop and start it."""
    return not settings.neo4j_uri and endpoint.status(settings).state == "running"


def ask(place: Place, import_id: str, arguments: Sequence[str]) -> None:
    """Asks the owner for an import of the files that lie in `place.files`."""
    place.ended.unlink(missing_ok=True)
    _put(place.wanted, {"import": import_id, "arguments": list(arguments)})


def wait_begun(settings: "Settings", place: Place) -> None:
    """Returns when the owner has begun: the server is stopped. Raises DatabaseUnavailable, and nothing is wanted."""
    if not _wait(lambda: place.begun.exists() or place.ended.exists(), STOP_LIMIT):
        place.wanted.unlink(missing_ok=True)
        raise DatabaseUnavailable(str(settings.endpoint_file))


def wait_ended(settings: "Settings", place: Place) -> str:
    """What went wrong, or nothing, as soon as the server answers again. Raises DatabaseUnavailable."""
    while not _wait(place.ended.exists, 1.0):
        if ownership.owner(settings.folder / "neo4j" / "owner") is None:
            raise DatabaseUnavailable(str(settings.endpoint_file))
    if not _wait(lambda: endpoint.status(settings).state == "running", START_LIMIT):
        raise DatabaseUnavailable(str(settings.endpoint_file))
    return str(json.loads(place.ended.read_text("utf-8"))["said"])


def recover(place: Place, home: Home) -> None:
    """What an owner who was killed left: a half-made store is thrown away. Before the server starts."""
    if place.wanted.exists() and not place.ended.exists():
        if place.begun.exists():
            _empty(home)
        _end(place, 1, "the server's owner ended in the middle of it")
    _tidy(place)


def carry_out(place: Place, home: Home, wished: Wished) -> None:
    """Imports what is wanted, while the server is stopped. A failure, or a wish for the end, leaves an empty graph."""
    place.begun.touch()
    code, said = _import(place, home, wished)
    if code:
        _empty(home)
    _end(place, code, said)


def _import(place: Place, home: Home, wished: Wished) -> tuple[int, str]:
    log = place.folder / "importer.log"
    try:
        told: list[str] = json.loads(place.wanted.read_text("utf-8"))["arguments"]
        # The database's name comes first: the last option takes as many files as follow
        tool = ("database", "import", "full", "neo4j", *_own(place), *told)
        command = java.command("org.neo4j.cli.AdminTool", *tool, heap_mb=HEAP_MB)
        with log.open("wb") as out:
            process = subprocess.Popen(
                command,
                cwd=place.files,
                env=java.environment(home.root),
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                preexec_fn=java.tied_to_parent(),
            )
        code = _watched(process, wished)
    except (OSError, ValueError, KeyError) as error:
        return 1, str(error)
    return code, _last_words(log) if code else ""


def _own(place: Place) -> tuple[str, ...]:
    report = f"--report-file={place.folder / 'importer.report'}"
    return "--overwrite-destination=true", f"--max-off-heap-memory={MEMORY}", report


def _watched(process: subprocess.Popen[bytes], wished: Wished) -> int:
    while process.poll() is None:
        if wished():
            process.terminate()
        time.sleep(_LOOK_EVERY)
    return process.returncode


def _last_words(log: Path) -> str:
    lines = [line.strip() for line in log.read_text("utf-8", "replace")[-_LAST_WORDS:].splitlines() if line.strip()]
    return next((line for line in reversed(lines) if "rror" in line or "xception" in line), (lines or ["?"])[-1])


def _empty(home: Home) -> None:
    """The server makes an empty store where there is none."""
    for part in ("databases", "transactions"):
        shutil.rmtree(home.root / "data" / part / "neo4j", ignore_errors=True)


def _end(place: Place, code: int, said: str) -> None:
    _put(place.ended, {"code": code, "said": said})
    _tidy(place)


def _tidy(place: Place) -> None:
    place.wanted.unlink(missing_ok=True)
    place.begun.unlink(missing_ok=True)


def _put(file: Path, content: object) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    draft = file.with_name(f".{file.name}.{os.getpid()}")
    draft.write_text(json.dumps(content, ensure_ascii=False), "utf-8")
    os.replace(draft, file)


def _wait(ready: Callable[[], bool], seconds: float) -> bool:
    until = time.monotonic() + seconds
    while not ready():
        if time.monotonic() > until:
            return False
        time.sleep(_LOOK_EVERY)
    return True
