"""The folder that one Neo4j lives in: where things lie, and its configuration."""

import os
import socket
from dataclasses import dataclass
from pathlib import Path
from string import Template

TEMPLATE = Path(__file__).with_name("neo4j.conf")
DEFAULT_PORT = 7687
SMALL_HEAP_MB = 512  # the demo, the tests, and machines with little memory
CITY_HEAP_MB = 3072  # from here on the graph is that of a city
_FOLDERS = ("conf", "data", "logs", "import", "plugins", "run", "lib", "licenses")


@dataclass(frozen=True)
class Home:
    """The paths of one server, all under VAR/neo4j."""

    folder: Path

    @property
    def root(self) -> Path:
        """What Neo4j calls its home."""
        return self.folder / "home"

    @property
    def owner(self) -> Path:
        """The file that the process which owns the server holds locked."""
        return self.folder / "owner"

    @property
    def console(self) -> Path:
        """What the server said since its last start."""
        return self.root / "logs" / "console.log"

    @property
    def has_graph(self) -> bool:
        """Whether a server was ever started here."""
        return (self.root / "data" / "databases" / "system").is_dir()

    def prepare(self, port: int, heap_mb: int) -> None:
        """Makes the folders and writes neo4j.conf."""
        for name in _FOLDERS:
            (self.root / name).mkdir(parents=True, exist_ok=True)
        memory = transaction_memory(heap_mb)
        filled = Template(TEMPLATE.read_text("utf-8")).substitute(port=port, **memory)
        (self.root / "conf" / "neo4j.conf").write_text(filled, "utf-8")
        (self.folder / "port").write_text(str(port))

    def wished_port(self) -> int:
        """The port of the last start, so that the address rarely moves."""
        try:
            return int((self.folder / "port").read_text())
        except (OSError, ValueError):
            return DEFAULT_PORT


def transaction_memory(heap_mb: int) -> dict[str, str]:
    """What one transaction, and all together, may take of a heap of this size."""
    if heap_mb < 2048:
        return {"transaction": f"{heap_mb // 2}m", "transactions": f"{heap_mb * 5 // 8}m", "pages": "128m"}
    return {"transaction": "512m", "transactions": "1g", "pages": "512m" if heap_mb < CITY_HEAP_MB else "2g"}


def heap_for(memory_mb: int) -> int:
    """The heap in megabytes for a machine of this size, when nobody said another."""
    if memory_mb < 8_000:
        return SMALL_HEAP_MB
    return 1024 if memory_mb < 15_000 else 2048


def machine_memory_mb() -> int:
    """The memory of this machine."""
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") >> 20


def free_port(wished: int) -> int:
    """The wished port, or one that the system gives when another program has it."""
    for port in (wished, 0):
        with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return int(probe.getsockname()[1])
    raise OSError("no free port on 127.0.0.1")
