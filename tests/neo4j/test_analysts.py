"""The snippets of docs/analysts.md, run as an analyst runs them."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from database.connection import Connection
from graph_schema.values.seal import Seal
from tests.browser import world

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "docs" / "analysts.md").read_text("utf-8")
SNIPPETS = re.findall(r"^## (.+?)$.*?^```(\w+)\n(.*?)^```", TEXT, re.MULTILINE | re.DOTALL)
SAYS = {
    "cypher-shell": '"Person", ',
    "The neo4j driver, from Python": "张伟 1",
    "py2neo, for scripts that exist": "松涛社区松涛苑3栋 ",
    "networkx": "components",
}


@pytest.fixture(scope="module")
def county(connection: Connection, seal: Seal) -> Iterator[str]:
    with connection.session(write=True) as session:
        session.run("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS").consume()
    world.write(connection, seal)
    yield world.COUNTY
    world.erase(connection)


def test_every_door_has_a_snippet() -> None:
    assert [title for title, _, _ in SNIPPETS] == [*SAYS]


@pytest.mark.usefixtures("county")
@pytest.mark.parametrize(("title", "language", "text"), SNIPPETS, ids=[title for title, _, _ in SNIPPETS])
def test_it_runs(title: str, language: str, text: str) -> None:
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    command = [sys.executable, "-c", text] if language == "python" else ["sh", "-c", text]
    done = subprocess.run(
        command, cwd=ROOT, env={**os.environ, "PATH": path, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    assert SAYS[title] in done.stdout
