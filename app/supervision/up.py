"""`flask up`: starts supervisord, waits until all answer, has the demo loaded into an empty graph, stays to the end."""

import http.client
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from types import FrameType

from app.supervision import first_load, programs
from database.server import endpoint, home, java, ownership
from graph_schema.errors import SetUpError
from settings import Settings

SAY_EVERY = 5.0  # seconds
WORRY_AFTER = 60.0
STOP_LIMIT = 70.0

Say = Callable[[str], None]


class _Ended(Exception):
    """Somebody asked for the end."""


def up(settings: Settings, say: Say) -> int:
    """Runs everything in the foreground; returns 0 after a wished end, 1 when the supervisor was killed."""
    lock = settings.path("supervisor", "owner")
    try:
        with ownership.owned(lock):
            return _owned_up(settings, say)
    except ownership.Owned as other:
        address = settings.folder / "supervisor" / "address"
        where = address.read_text() if address.is_file() else "?"
        raise SetUpError(
            f"联户已在 {where} 运行（进程 {other.pid}）：在其终端按 Ctrl-C，或运行 kill {other.pid} 停止。",
            f"Lianhu already runs at {where} (process {other.pid}): press Ctrl-C there, or `kill {other.pid}`.",
        ) from None


def _owned_up(settings: Settings, say: Say) -> int:
    port = home.free_port(settings.port)
    if port != settings.port:
        say(f"Port {settings.port} is taken by another program; the pages take {port}. LIANHU_PORT chooses another.")
    os.environ["LIANHU_PORT"] = str(port)
    address = f"http://127.0.0.1:{port}"
    settings.path("supervisor", "address").write_text(address)
    file = settings.path("supervisor", "supervisord.conf")
    file.write_text(programs.configuration(settings, port), "utf-8")
    supervisor = subprocess.Popen(
        [sys.executable, "-m", "supervisor.supervisord", "-c", str(file)],
        stdin=subprocess.DEVNULL,
        start_new_session=True,  # Ctrl-C reaches this process alone, which then stops the others in order
        preexec_fn=java.tied_to_parent(),
    )
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _end)
    try:
        _wait(settings, port, supervisor, say)
        first_load.follow(settings, say)
        say(f"\n  Lianhu runs at {address}    (Ctrl-C stops it)\n")
        first_load.warm(settings)
        supervisor.wait()
        say("The supervisor ended unexpectedly; everything else ends with it. Start again with `make run`.")
        return 1
    except _Ended:
        return 0
    finally:
        _stop(supervisor, say)
        (settings.folder / "supervisor" / "address").unlink(missing_ok=True)


def _end(_number: int, _frame: FrameType | None) -> None:
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    raise _Ended


def _wait(settings: Settings, port: int, supervisor: subprocess.Popen[bytes], say: Say) -> None:
    began = told = time.monotonic()
    logs = settings.folder / "supervisor"
    while missing := _silent(settings, port):
        now = time.monotonic()
        if supervisor.poll() is not None:
            raise SetUpError(f"监管进程未能启动，详见 {logs}。", f"The supervisor did not start, see {logs}.")
        if now - told > SAY_EVERY:
            told = now
            worry = f"; what it says is in {logs / missing[0]}.log" if now - began > WORRY_AFTER else ""
            say(f"  waiting for {', '.join(missing)} ({now - began:.0f} s){worry}")
        time.sleep(0.2)


def _silent(settings: Settings, port: int) -> list[str]:
    """The programs that do not answer yet."""
    asked = {
        "neo4j": endpoint.status(settings).state == "running",
        "web": _web_answers(port),
        "jobs": ownership.owner(settings.folder / "jobs" / "owner") is not None,
    }
    return [name for name, answers in asked.items() if not answers]


def _web_answers(port: int) -> bool:
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        line.request("GET", "/static/version.txt")
        return line.getresponse().status < 500
    except (OSError, http.client.HTTPException):
        return False
    finally:
        line.close()


def _stop(supervisor: subprocess.Popen[bytes], say: Say) -> None:
    try:
        say("\nStopping …")
    except OSError:
        pass  # the terminal is gone, which may be why we stop
    supervisor.terminate()
    try:
        supervisor.wait(STOP_LIMIT)
    except subprocess.TimeoutExpired:
        supervisor.kill()
