"""The local server: one owner, a clear refusal for the second, back after a kill, nothing left behind."""

import json
import os
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.commands.server import own_command
from database.connection import Connection
from database.server import endpoint, ownership
from settings import ROOT, Settings

PATIENCE = 120.0  # seconds


class Place:
    """A VAR of its own, and commands that work on it."""

    def __init__(self, var: Path) -> None:
        self.settings = Settings(var=var)
        self.environment = {**os.environ, "LIANHU_VAR": str(var), "LIANHU_HEAP_MB": "512"}

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """One of our commands, until its end."""
        command = own_command(*arguments)
        return subprocess.run(command, cwd=ROOT, env=self.environment, capture_output=True, text=True, timeout=PATIENCE)

    def begin(self, *arguments: str, port: int | None = None) -> subprocess.Popen[str]:
        """One of our commands, left running, with its output in `said`."""
        port_given = {"LIANHU_PORT": str(port)} if port else {}
        with self.said.open("w") as out:
            return subprocess.Popen(
                own_command(*arguments),
                cwd=ROOT,
                env={**self.environment, **port_given},
                stdout=out,
                stderr=out,
                text=True,
            )

    @property
    def said(self) -> Path:
        """What the command that was left running printed."""
        return self.settings.path("said.txt")

    def processes(self) -> set[int]:
        """Every process that works on this VAR."""
        wanted = f"LIANHU_VAR={self.settings.var}".encode()
        return {
            int(entry.name)
            for entry in Path("/proc").iterdir()
            if entry.name.isdigit() and int(entry.name) != os.getpid() and wanted in _environment(entry)
        }


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    made = Place(tmp_path)
    yield made
    for pid in made.processes():
        ownership.end(pid, 10)


def test_a_second_server_is_refused_and_names_the_owner(server: Settings) -> None:
    owner = endpoint.status(server).pid

    second = Place(server.folder).run("server", "run")

    assert second.returncode == 1
    assert f"already run by process {owner}" in second.stderr
    assert len(second.stderr.splitlines()) == 1


def test_status_tells_where_it_runs(server: Settings) -> None:
    told = Place(server.folder).run("server", "status", "--json")

    found = json.loads(told.stdout)
    assert told.returncode == 0
    assert set(found) == {"state", "uri", "user", "password_file", "version", "pid"}
    assert (found["state"], found["uri"]) == ("running", endpoint.read(server)["uri"])
    assert Path(found["password_file"]).stat().st_mode & 0o777 == 0o600


def test_without_a_server_status_and_shell_say_no(place: Place) -> None:
    status, shell = place.run("server", "status"), place.run("server", "shell")

    assert (status.returncode, "stopped" in status.stdout) == (1, True)
    assert (shell.returncode, "Traceback" in shell.stderr) == (1, False)


def test_a_server_elsewhere_is_not_ours_to_start(place: Place) -> None:
    place.environment["LIANHU_NEO4J_URI"] = "bolt://127.0.0.1:1"

    assert "is not ours to start" in place.run("server", "start").stderr


def test_a_taken_port_is_left_alone_and_a_killed_server_starts_again(place: Place) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        taken = other.getsockname()[1]
        place.settings.path("neo4j", "port").write_text(str(taken))
        started = place.run("server", "start")
    assert started.returncode == 0, started.stderr
    assert f"Port {taken} is taken" in place.settings.path("neo4j", "run.log").read_text()
    _write(place, "before")

    owner = endpoint.status(place.settings).pid
    assert owner is not None
    os.kill(owner, signal.SIGKILL)  # it cannot tidy up
    _until(lambda: endpoint.status(place.settings).state == "stopped")
    again = place.run("server", "start")

    assert again.returncode == 0, again.stderr
    assert _written(place) == {"before"}
    assert place.run("server", "stop").returncode == 0
    assert place.processes() == set()


def test_what_dies_under_make_run_comes_back_and_the_end_leaves_nothing(place: Place) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        up = place.begin("up", port=port)
        _until(lambda: "Lianhu runs at http://127.0.0.1:" in place.said.read_text())
        assert f"Port {port} is taken" in place.said.read_text()
    second = place.run("up")
    assert second.returncode == 1
    assert "already runs at http://127.0.0.1:" in second.stderr

    for program in ("server run", "gunicorn", "flask --app .* jobs"):
        _kill_and_wait(place, program)
    java = int(str(endpoint.read(place.settings)["java"]))
    os.kill(java, signal.SIGKILL)
    _until(lambda: endpoint.read(place.settings).get("java", java) != java)

    up.send_signal(signal.SIGINT)
    assert up.wait(30) == 0
    _until(lambda: place.processes() == set(), 15)


def _kill_and_wait(place: Place, program: str) -> None:
    before = _pids(place, program)
    assert before, f"{program} does not run"
    os.kill(min(before), signal.SIGKILL)
    _until(lambda: bool(_pids(place, program) - before) and endpoint.status(place.settings).state == "running")


def _pids(place: Place, program: str) -> set[int]:
    words = program.split(" .* ")
    return {pid for pid in place.processes() if all(word in _command(pid) for word in words)}


def _command(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode()
    except OSError:
        return ""


def _environment(entry: Path) -> bytes:
    try:
        return (entry / "environ").read_bytes()
    except OSError:
        return b""


def _until(condition: Callable[[], bool], seconds: float = PATIENCE) -> None:
    limit = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < limit, "waited in vain"
        time.sleep(0.1)


def _write(place: Place, name: str) -> None:
    connection = Connection.from_settings(place.settings)
    with connection.session(write=True) as session:
        session.run("CREATE (:Mark {name: $name})", name=name).consume()
    connection.close()


def _written(place: Place) -> set[str]:
    connection = Connection.from_settings(place.settings)
    rows = connection.rows("MATCH (m:Mark) RETURN m.name AS name", {}, timeout=30)
    connection.close()
    return {row["name"] for row in rows}
