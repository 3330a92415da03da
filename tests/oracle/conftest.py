"""The worlds of the oracle, written once, each a county of one graph that holds nothing else."""

from collections.abc import Iterator

import pytest

from database.connection import Connection
from database.writing import prepare_schema
from tests.oracle import writing
from tests.oracle.worlds import World, world

WORLDS = 200
_EMPTY = "MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS"


@pytest.fixture(scope="package")
def worlds(connection: Connection) -> Iterator[list[World]]:
    """The worlds."""
    with connection.session(write=True) as session:
        session.run(_EMPTY).consume()
    prepare_schema(connection)
    made = [world(index) for index in range(WORLDS)]
    writing.write(connection, made)
    yield made
    writing.remove(connection, made)
