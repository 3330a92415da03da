"""The web server as `make run` starts it, for the benchmarks: gunicorn with two workers on a free port."""

import http.client
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from app.supervision.programs import WEB_WORKERS
from benchmarks.office import resident
from database.server.home import free_port
from settings import ROOT

START_LIMIT = 60.0  # seconds


class Web:
    """One kept connection to the server, as a browser has it."""

    def __init__(self, port: int, pid: int) -> None:
        self._port = port
        self._pid = pid

    def get(self, path: str) -> int:
        """The status of one page that was read to its end; `path` may hold Chinese."""
        line = http.client.HTTPConnection("127.0.0.1", self._port, timeout=30)
        try:
            line.request("GET", quote(path, safe="/?=&%"))
            answer = line.getresponse()
            answer.read()
            return answer.status
        finally:
            line.close()

    def worker_memory(self) -> list[int]:
        """The resident memory of every worker process, in megabytes."""
        children = Path(f"/proc/{self._pid}/task/{self._pid}/children").read_text().split()
        return sorted(resident(int(pid)) for pid in children)


@contextmanager
def serving() -> Iterator[Web]:
    """Starts it in the environment as it is and ends it again."""
    port = free_port(0)
    arguments = ("--workers", str(WEB_WORKERS), "--bind", f"127.0.0.1:{port}", "--no-control-socket")
    command = [sys.executable, "-m", "gunicorn", *arguments, "--log-level", "warning", "app:create_app()"]
    process = subprocess.Popen(command, cwd=ROOT)
    try:
        web = Web(port, process.pid)
        _wait(web)
        yield web
    finally:
        process.terminate()
        process.wait(30)


def _wait(web: Web) -> None:
    until = time.monotonic() + START_LIMIT
    while True:
        try:
            web.get("/health")
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.1)
        else:
            return
