"""What supervisord is told: which programs run, in which order, and what happens when one dies."""

import shlex
import sys
from dataclasses import dataclass
from pathlib import Path

from settings import ROOT, Settings

TETHER = Path(__file__).with_name("tether.py")
WEB_WORKERS = 2
FOREVER = 100_000  # attempts to start; supervisord waits one second more after each


@dataclass(frozen=True)
class Program:
    """One supervised process. rank: started in this order, stopped in the reverse one."""

    name: str
    rank: int
    command: tuple[str, ...]
    stop_seconds: int


def programs(port: int) -> tuple[Program, ...]:
    """Neo4j, the jobs worker, and the web server on `port`."""
    python = sys.executable
    flask = (python, "-m", "flask", "--app", f"{ROOT / 'app'}:create_command_line")
    web = (python, "-m", "gunicorn", "--workers", str(WEB_WORKERS), "--bind", f"127.0.0.1:{port}")
    bounds = ("--graceful-timeout", "3", "--timeout", "60", "--max-requests", "20000", "--no-control-socket")
    return (
        Program("neo4j", 10, (*flask, "server", "run"), 40),
        Program("jobs", 20, (*flask, "jobs"), 10),
        Program("web", 30, (*web, *bounds, "app:create_app()"), 10),
    )


def configuration(settings: Settings, port: int) -> str:
    """The text of supervisord.conf."""
    folder = settings.folder / "supervisor"
    head = [
        "[supervisord]",
        "nodaemon = true",
        "silent = true",
        "umask = 077",
        f"directory = {_plain(ROOT)}",
        f"logfile = {_plain(folder / 'supervisord.log')}",
        f"pidfile = {_plain(folder / 'supervisord.pid')}",
        f"childlogdir = {_plain(folder)}",
        "",
    ]
    return "\n".join([*head, *(_section(program, folder) for program in programs(port))])


def _section(program: Program, folder: Path) -> str:
    command = shlex.join([sys.executable, str(TETHER), *program.command])
    return "\n".join(
        [
            f"[program:{program.name}]",
            f"command = {_plain(command)}",
            f"priority = {program.rank}",
            "autorestart = true",
            "startsecs = 3",
            f"startretries = {FOREVER}",
            "stopsignal = TERM",
            f"stopwaitsecs = {program.stop_seconds}",
            "killasgroup = true",
            "redirect_stderr = true",
            f"stdout_logfile = {_plain(folder / f'{program.name}.log')}",
            "stdout_logfile_maxbytes = 5MB",
            "stdout_logfile_backups = 2",
            "",
        ]
    )


def _plain(text: object) -> str:
    return str(text).replace("%", "%%")
