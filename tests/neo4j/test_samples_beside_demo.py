"""Two counties in one graph, each with a 松涛社区: a roster still finds its own, and nobody is taken for a namesake."""

from pathlib import Path

from database.connection import Connection
from graph_schema.values.seal import Seal
from loaders.scenario import write
from tests.neo4j.rosters_world import TODAY, created, expected, load, sample_files


def test_the_samples_give_what_is_expected_beside_the_demo(
    connection: Connection, empty_graph: None, seal: Seal, tmp_path: Path
) -> None:
    load(connection, seal, write("demo", tmp_path, today=TODAY))
    for path in sample_files():
        said = expected(path.name)
        prepared = load(connection, seal, [path])
        nodes, relationships = created(prepared.changes)
        assert (path.name, nodes, relationships) == (
            path.name,
            said["creates"]["nodes"],
            said["creates"]["relationships"],
        )
        assert sum(sheet.refused for sheet in prepared.report.sheets) == said["rows"]["refused"]
