"""What a figure was measured on: cores, memory, load, heap and versions."""

import os
import platform
from collections.abc import Iterator
from importlib.metadata import version

from database.server import home, provision
from settings import Settings


def describe(settings: Settings, load_before: float) -> Iterator[tuple[str, str]]:
    """Pairs of what and value. `load_before`: the load average before anything was measured."""
    yield "cores", str(os.cpu_count())
    yield "memory", f"{home.machine_memory_mb() / 1024:.0f} GB"
    yield "Neo4j heap", f"{settings.heap_mb} MB, page cache {home.transaction_memory(settings.heap_mb or 512)['pages']}"
    yield "load average", f"{load_before:.1f} before, {os.getloadavg()[0]:.1f} after (a minute's)"
    yield "Neo4j", f"{provision.version()} Community"
    yield "Python", platform.python_version()
    yield "driver", f"neo4j {version('neo4j')}, neo4j-rust-ext {version('neo4j-rust-ext')}"
    yield "Flask", f"{version('flask')}, gunicorn {version('gunicorn')}"
    yield "system", f"{platform.system()} {platform.release()} {platform.machine()}"
