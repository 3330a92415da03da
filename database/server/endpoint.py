"""Where the local server answers, and how it is: what its owner publishes and everybody else reads."""

import json
import os
import re
import socket
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from database.server import ownership, provision
from database.server.home import DEFAULT_PORT

if TYPE_CHECKING:
    from settings import Settings

_HANDSHAKE = bytes.fromhex("6060B01700000405" + "00000000" * 3)


@dataclass(frozen=True)
class Status:
    """What `flask server status` tells. state: running, starting or stopped."""

    state: str
    uri: str | None
    user: str
    password_file: str | None
    version: str
    pid: int | None


def status(settings: "Settings") -> Status:
    """How the configured server is, asked of the server itself."""
    if settings.neo4j_uri:
        state = "running" if answers(settings.neo4j_uri) else "stopped"
        file = str(settings.neo4j_password_file) if settings.neo4j_password_file else None
        return Status(state, settings.neo4j_uri, settings.neo4j_user, file, "?", None)
    found = read(settings)
    owner = ownership.owner(settings.folder / "neo4j" / "owner")
    running = owner is not None and bool(found) and answers(str(found["uri"]))
    state = "running" if running else "starting" if owner else "stopped"
    return Status(
        state=state,
        uri=str(found["uri"]) if running else None,
        user=settings.neo4j_user,
        password_file=str(settings.path("secrets", "neo4j-password")),
        version=provision.version(),
        pid=owner,
    )


def as_json(found: Status) -> str:
    """The status as scripts read it."""
    return json.dumps(asdict(found), ensure_ascii=False)


def answers(uri: str) -> bool:
    """Whether a Bolt server greets at this address."""
    found = re.match(r"^[a-z+]+://(?:\[([^]]+)]|([^:/]+))(?::(\d+))?", uri)
    if found is None:
        return False
    try:
        with socket.create_connection((found[1] or found[2], int(found[3] or DEFAULT_PORT)), timeout=2) as line:
            line.sendall(_HANDSHAKE)
            return len(line.recv(4)) == 4
    except OSError:
        return False


def read(settings: "Settings") -> dict[str, object]:
    """What the owner wrote when Bolt answered, or nothing."""
    try:
        found: dict[str, object] = json.loads(settings.endpoint_file.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return found


def publish(settings: "Settings", port: int, java: int) -> None:
    """Tells everybody, by one rename, where the server answers that this process owns."""
    draft = settings.path("neo4j", f".endpoint.{os.getpid()}")
    content = {"uri": f"bolt://127.0.0.1:{port}", "user": settings.neo4j_user, "pid": os.getpid()}
    draft.write_text(json.dumps({**content, "java": java, "version": provision.version()}), "utf-8")
    os.replace(draft, settings.endpoint_file)
