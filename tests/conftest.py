"""What tests share: one real Neo4j for the whole run, in a VAR of its own."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.commands.server import own_command
from database.connection import Connection
from database.server import endpoint, life
from database.writing import prepare_schema
from graph_schema.values.seal import Seal
from settings import Settings
from tests import chromium as browser

HERE = Path(__file__).parent
MARKS = ("neo4j", "oracle", "browser")
_EMPTY = "MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A test's folder is its mark."""
    for item in items:
        folder = item.path.relative_to(HERE).parts[0] if item.path.is_relative_to(HERE) else ""
        if folder in MARKS:
            item.add_marker(folder)


@pytest.fixture(scope="session", autouse=True)
def own_environment() -> Iterator[Path]:
    """Settings of whoever runs the tests do not reach them; VAR is the run's own."""
    before = dict(os.environ)
    for name in [name for name in os.environ if name.startswith("LIANHU_")]:
        del os.environ[name]
    with tempfile.TemporaryDirectory(prefix="lianhu-") as folder:
        var = Path(os.environ.get("TEST_VAR", folder))
        os.environ.update(LIANHU_VAR=str(var), LIANHU_HEAP_MB="512", LIANHU_ENV_FILE=os.devnull)
        yield var
    os.environ.clear()
    os.environ.update(before)


@pytest.fixture(scope="session")
def settings(own_environment: Path) -> Settings:
    """The settings of this run."""
    return Settings(var=own_environment)


@pytest.fixture(scope="session")
def server(settings: Settings) -> Iterator[Settings]:
    """The run's Neo4j, which answers; the settings lead to it. It outlives a stage when the stages share TEST_VAR."""
    if endpoint.status(settings).state != "running":
        life.start(settings, own_command("server", "run"), print)
    yield settings
    if "TEST_VAR" not in os.environ:
        life.stop(settings)


@pytest.fixture(scope="session")
def connection(server: Settings) -> Iterator[Connection]:
    """A connection to the run's Neo4j, its constraints and indexes in place."""
    made = Connection.from_settings(server)
    prepare_schema(made)
    yield made
    made.close()


@pytest.fixture
def empty_graph(connection: Connection) -> Connection:
    """The same connection, after everything in the graph was deleted."""
    with connection.session(write=True) as session:
        session.run(_EMPTY).consume()
    prepare_schema(connection)
    return connection


@pytest.fixture(scope="session")
def seal(settings: Settings) -> Seal:
    """What seals and opens values in this run."""
    return Seal(settings.secret("seal"))


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of a real Chromium; fails with the line that says what to install."""
    path = browser.found()
    if path is None:
        pytest.fail(browser.ADVICE)
    return path
