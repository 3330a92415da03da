"""What tests on the real Neo4j share: the tiny world of tests/world, loaded by the real loaders."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.cases.importing import Importing
from database.connection import Connection
from graph_schema.values.seal import Seal
from records.store import Records
from tests.world import TODAY, write


@pytest.fixture
def world(empty_graph: Connection, seal: Seal, tmp_path: Path) -> Iterator[Connection]:
    """A connection to a graph that holds the tiny world and nothing else."""
    records = Records(f"sqlite:///{tmp_path / 'records.sqlite'}")
    receipt = Importing(empty_graph, records, seal).load(write(tmp_path / "world"), today=TODAY, by="test")
    assert receipt.clean, receipt.files
    yield empty_graph
    records.close()
