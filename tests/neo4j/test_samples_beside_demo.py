"""Two counties in one graph, each with a 松涛社区: a roster still finds its own, and nobody is taken for a namesake."""

from pathlib import Path

from database.connection import Connection
from graph_schema.values.seal import Seal
from loaders.choices import Choices
from loaders.scenario import write
from tests.neo4j.rosters_world import TODAY, created, expected, load, rehearse, sample_files

COUNTY = "429091"
# They name a 松涛社区, and neither of the two counties that have one.
WITHOUT_COUNTY = frozenset(("双报到登记表.xlsx", "志愿者登记表.csv"))


def test_the_samples_give_what_is_expected_beside_the_demo(
    connection: Connection, empty_graph: None, seal: Seal, tmp_path: Path
) -> None:
    load(connection, seal, write("demo", tmp_path, today=TODAY))
    for path in sample_files():
        said = expected(path.name)
        prepared = load(connection, seal, [path], choices=Choices(area=COUNTY if path.name in WITHOUT_COUNTY else ""))
        nodes, relationships = created(prepared.changes)
        assert (path.name, nodes, relationships) == (
            path.name,
            said["creates"]["nodes"],
            said["creates"]["relationships"],
        )
        assert sum(sheet.refused for sheet in prepared.report.sheets) == said["rows"]["refused"]


def test_a_roster_that_does_not_say_which_county_is_refused_row_by_row(
    connection: Connection, empty_graph: None, seal: Seal, tmp_path: Path
) -> None:
    load(connection, seal, write("demo", tmp_path, today=TODAY))
    buildings, *_ = sample_files()
    load(connection, seal, [buildings])
    [volunteers] = [path for path in sample_files() if path.name == "志愿者登记表.csv"]
    prepared = rehearse(connection, seal, [volunteers])

    assert {(fault.column, fault.value, fault.problem) for fault in prepared.report.faults} == {
        ("G", "松涛社区", "place_unknown")
    }
