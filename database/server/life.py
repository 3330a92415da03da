"""The life of the local Neo4j: one owner starts it, watches it and ends it; everybody else reads endpoint.json."""

import os
import re
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

from database.server import admin, endpoint, home, java, offline, ownership, provision
from database.server.home import Home
from graph_schema.errors import SetUpError

if TYPE_CHECKING:
    from settings import Settings

START_LIMIT = 120.0  # seconds; 5 are usual, 20 on a busy machine
STOP_LIMIT = 30.0
SAY_EVERY = 5.0

Say = Callable[[str], None]


def run(settings: "Settings", say: Say) -> int:
    """Owns the server until it ends or a signal asks for its end; returns 0 after a wished end, else 1."""
    _refuse_foreign(settings)
    place = Home(settings.folder / "neo4j")
    try:
        with ownership.owned(place.owner), _Wish() as wish:
            return _owned_run(settings, place, wish, say)
    except ownership.Owned as other:
        raise SetUpError(
            f"本地 Neo4j 已由进程 {other.pid} 运行：可直接使用，或先运行 flask server stop。",
            f"The local Neo4j is already run by process {other.pid}: use it, or `flask server stop` first.",
        ) from None


def start(settings: "Settings", command: list[str], say: Say) -> None:
    """Starts `command`, which must be `run` in a process of its own, and returns when Bolt answers."""
    _refuse_foreign(settings)
    log = settings.path("neo4j", "run.log")
    # Not a Popen: it would belong to this process, and the server shall outlive it.
    out = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    quiet = (os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0)
    logged = ((os.POSIX_SPAWN_DUP2, out, number) for number in (1, 2))
    pid = os.posix_spawn(command[0], command, os.environ, file_actions=[quiet, *logged], setsid=True)
    os.close(out)
    told = time.monotonic()
    while os.waitpid(pid, os.WNOHANG) == (0, 0):
        if endpoint.status(settings).state == "running":
            return
        if time.monotonic() - told > SAY_EVERY:
            told = time.monotonic()
            say("Neo4j is starting …")
        time.sleep(0.1)
    said = log.read_text("utf-8", "replace").strip().splitlines()
    reason = said[-1].removeprefix("Error: ") if said else str(log)
    raise SetUpError(f"Neo4j 未能启动：{reason}", f"Neo4j was not started: {reason}")


def stop(settings: "Settings") -> bool:
    """Asks the owner to end the server and waits for it; False when nothing ran."""
    place = Home(settings.folder / "neo4j")
    pid = ownership.owner(place.owner)
    if pid is None:
        return False
    ownership.end(pid, STOP_LIMIT + 5)
    _end_leftover(settings)
    return True


class _Wish:
    """Whether somebody asked for the end: Ctrl-C, `stop`, a supervisor, or a terminal that went away."""

    def __enter__(self) -> "_Wish":
        self.given = False
        self._before = {n: signal.signal(n, self._note) for n in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)}
        return self

    def _note(self, _number: int, _frame: FrameType | None) -> None:
        self.given = True

    def __exit__(self, *_: object) -> None:
        for number, handler in self._before.items():
            signal.signal(number, handler)


def _owned_run(settings: "Settings", place: Home, wish: _Wish, say: Say) -> int:
    imports = offline.Place.of(settings)
    _end_leftover(settings)
    offline.recover(imports, place)
    while (code := _one_life(settings, place, wish, say)) is None:
        say("Neo4j is stopped for a first load by its own importer …")
        offline.carry_out(imports, place, lambda: wish.given)
        if wish.given:
            return 0
    return code


def _one_life(settings: "Settings", place: Home, wish: _Wish, say: Say) -> int | None:
    """From start to stop; None when it was stopped for an offline import."""
    try:
        process = _launch(settings, place, say)
        with _ended_at_last(process):
            if not _wait_ready(process, place, wish, say):
                return 0
            endpoint.publish(settings, place.wished_port(), process.pid)
            say(f"Neo4j {provision.version()} answers at {endpoint.read(settings)['uri']} (process {process.pid}).")
            return _watch(process, wish, offline.Place.of(settings), say)
    finally:
        settings.endpoint_file.unlink(missing_ok=True)


def _refuse_foreign(settings: "Settings") -> None:
    if settings.neo4j_uri:
        raise SetUpError(
            f"已设置 LIANHU_NEO4J_URI={settings.neo4j_uri}，该服务器不由本程序启停；要用本地服务器，请删除此项设置。",
            f"LIANHU_NEO4J_URI={settings.neo4j_uri} is set, and that server is not ours to start: "
            "unset it to use a local one.",
        )


def _end_leftover(settings: "Settings") -> None:
    """A Java whose owner was killed may still hold the store for a moment."""
    file = settings.folder / "neo4j" / "java.pid"
    try:
        pid = int(file.read_text())
        ours = str(settings.folder / "neo4j" / "home").encode() in Path(f"/proc/{pid}/cmdline").read_bytes()
    except (OSError, ValueError):
        return
    if ours:
        ownership.end(pid, STOP_LIMIT)
    file.unlink(missing_ok=True)


def _launch(settings: "Settings", place: Home, say: Say) -> subprocess.Popen[bytes]:
    if absent := provision.missing():
        raise SetUpError(
            f"Neo4j 缺少 {len(absent)} 个 jar：请运行 make run 补全。",
            f"Neo4j lacks {len(absent)} jars: `make run` fetches them.",
        )
    heap = settings.heap_mb or home.heap_for(home.machine_memory_mb())
    wished = place.wished_port()
    port = home.free_port(wished)
    if port != wished:
        say(f"Port {wished} is taken by another program; Neo4j takes {port}.")
    place.prepare(port, heap)
    _set_password(settings, place)
    arguments = (f"--home-dir={place.root}", f"--config-dir={place.root / 'conf'}", "--console-mode")
    with place.console.open("wb") as out:
        process = subprocess.Popen(
            java.command("org.neo4j.server.CommunityEntryPoint", *arguments, heap_mb=heap),
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.STDOUT,
            cwd=place.root,
            env=java.environment(place.root),
            start_new_session=True,
            preexec_fn=java.tied_to_parent(),
        )
    (place.folder / "java.pid").write_text(str(process.pid))
    return process


def _set_password(settings: "Settings", place: Home) -> None:
    file = settings.folder / "secrets" / "neo4j-password"
    if place.has_graph:
        if settings.neo4j_password is None and not file.is_file():
            raise SetUpError(
                f"找不到图数据库的密码文件 {file}：请从备份恢复，或设置 LIANHU_NEO4J_PASSWORD。",
                f"The graph's password file {file} is gone: restore it from a backup, or set LIANHU_NEO4J_PASSWORD.",
            )
        return
    done = admin.admin(place.root, "dbms", "set-initial-password", settings.password())
    if done.returncode:
        raise SetUpError(
            f"无法设置初始密码：{_last(done.stderr)}", f"The first password was not set: {_last(done.stderr)}"
        )


def _wait_ready(process: subprocess.Popen[bytes], place: Home, wish: _Wish, say: Say) -> bool:
    """True when Bolt answers, False when the end was wished before; raises SetUpError when it cannot start."""
    began = told = time.monotonic()
    uri = f"bolt://127.0.0.1:{place.wished_port()}"
    while not endpoint.answers(uri):
        now = time.monotonic()
        if wish.given:
            return False
        if process.poll() is not None or now - began > START_LIMIT:
            raise _start_error(place, now - began)
        if now - told > SAY_EVERY:
            told = now
            say(f"Neo4j is starting, {now - began:.0f} s so far (up to {START_LIMIT:.0f}) …")
        time.sleep(0.1)
    return True


def _start_error(place: Home, seconds: float) -> SetUpError:
    said = place.console.read_text("utf-8", "replace")
    if "has been locked by another process" in said:
        return SetUpError(
            "图数据库的文件正被另一个进程使用：请先结束它。", "Another process uses the graph's files: end it first."
        )
    if re.search("Could not reserve|OutOfMemoryError|Cannot allocate memory", said):
        return SetUpError(
            "内存不足：请调小 LIANHU_HEAP_MB。", "There is not enough memory: set a smaller LIANHU_HEAP_MB."
        )
    if "No space left" in said:
        return SetUpError("磁盘已满，Neo4j 无法启动。", "The disk is full: Neo4j cannot start.")
    return SetUpError(
        f"Neo4j 在 {seconds:.0f} 秒后仍未应答，详见 {place.console}。",
        f"Neo4j did not answer within {seconds:.0f} s; {place.console} has its own words.",
    )


def _watch(process: subprocess.Popen[bytes], wish: _Wish, imports: offline.Place, say: Say) -> int | None:
    while not wish.given:
        if imports.wanted.exists():
            return None
        try:
            code = process.wait(timeout=0.2)
        except subprocess.TimeoutExpired:
            continue
        say(f"Neo4j ended by itself (exit code {code}).")
        return 1
    return 0


@contextmanager
def _ended_at_last(process: subprocess.Popen[bytes]) -> Iterator[None]:
    try:
        yield
    finally:
        process.terminate()
        try:
            process.wait(STOP_LIMIT)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _last(text: str) -> str:
    return (text.strip().splitlines() or ["?"])[-1]
