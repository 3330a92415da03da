"""An office of the benchmarks' own: a Neo4j, records and secrets under a temporary VAR, gone afterwards."""

import os
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from app.cases.importing import Importing
from app.cases.receipt import Receipt
from app.commands.server import own_command
from database.connection import Connection, Endpoint, local_endpoint
from database.reading import read
from database.server import endpoint, life
from database.writing import prepare_schema
from graph_schema.values.moment import Moment
from graph_schema.values.seal import Seal
from records.store import Records
from settings import Settings

HEAP_MB = 1024
TODAY = date(2026, 11, 20)
MOMENT = Moment.of_day(TODAY)
_HOUSEHOLDS = "MATCH (h:Household) WHERE h.occupancy IN ['owner', 'rented'] RETURN h.code AS code ORDER BY code"
_PLACES = "MATCH (n:Place) WHERE $label IN labels(n) RETURN n.code AS code ORDER BY code"


@dataclass(frozen=True)
class Office:
    """What a benchmark works with."""

    settings: Settings
    connection: Connection
    seal: Seal
    importing: Importing

    def load(self, files: Sequence[Path]) -> str:
        """Imports workbooks through the normal door and returns the import's id."""
        return self.imported(files).import_id

    def imported(self, files: Sequence[Path]) -> Receipt:
        """The same, with everything that is told about it."""
        return self.importing.load(list(files), today=TODAY, by="benchmark")

    def previewed(self, files: Sequence[Path]) -> Receipt:
        """What a load would do."""
        return self.importing.preview(list(files), today=TODAY)

    def undo(self, import_id: str) -> None:
        """Takes an import back."""
        self.importing.undo(import_id, today=TODAY, by="benchmark")

    @property
    def endpoint(self) -> Endpoint:
        """Where the database answers, for peers that bring a driver of their own."""
        return local_endpoint(self.settings)

    def places(self, label: str) -> list[str]:
        """The codes of all places of a label."""
        return [row["code"] for row in read(self.connection, _PLACES, label=label)]

    def database_memory(self) -> int:
        """The resident memory of the database, in megabytes."""
        return resident(int(str(endpoint.read(self.settings)["java"])))

    def households(self) -> list[str]:
        """The codes of every occupied household."""
        return [row["code"] for row in read(self.connection, _HOUSEHOLDS)]


def resident(pid: int) -> int:
    """The resident memory of a process, in megabytes."""
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) // 1024 for line in lines if line.startswith("VmRSS:"))


@contextmanager
def open_office() -> Iterator[Office]:
    """Starts everything and ends it again."""
    with tempfile.TemporaryDirectory(prefix="lianhu-bench-") as folder, _environment(Path(folder)):
        settings = Settings(var=Path(folder), heap_mb=HEAP_MB)
        life.start(settings, own_command("server", "run"), print)
        connection, records = Connection.from_settings(settings), Records.from_settings(settings)
        try:
            prepare_schema(connection)
            seal = Seal(settings.secret("seal"))
            yield Office(settings, connection, seal, Importing(connection, records, seal))
        finally:
            connection.close()
            records.close()
            life.stop(settings)


@contextmanager
def _environment(var: Path) -> Iterator[None]:
    """Only these settings reach the processes that are started, whatever the caller's environment holds."""
    before = dict(os.environ)
    for name in [name for name in os.environ if name.startswith("LIANHU_")]:
        del os.environ[name]
    os.environ.update(LIANHU_VAR=str(var), LIANHU_HEAP_MB=str(HEAP_MB), LIANHU_ENV_FILE=os.devnull)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)
