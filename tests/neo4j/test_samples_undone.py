"""All eleven samples, one by one: each again without change, then taken back to every former hash."""

from pathlib import Path

from app.cases.importing import Importing
from database.connection import Connection
from database.fingerprint import fingerprint
from database.reading import read
from graph_schema.values.seal import Seal
from records.store import Records
from tests.neo4j.rosters_world import TODAY, sample_files

ROSTERS = sample_files()


def nodes(connection: Connection) -> int:
    return int(read(connection, "MATCH (n) RETURN count(n) AS n")[0]["n"])


def test_every_roster_loads_twice_and_is_taken_back(empty_graph: Connection, seal: Seal, tmp_path: Path) -> None:
    records = Records(f"sqlite:///{tmp_path / 'records.sqlite'}")
    case = Importing(empty_graph, records, seal)
    hashes = [fingerprint(empty_graph)]
    for roster in ROSTERS:
        assert case.load([roster], today=TODAY, by="test").changes
        hashes.append(fingerprint(empty_graph))
        count = nodes(empty_graph)
        assert case.load([roster], today=TODAY, by="test").changes == 0
        assert (fingerprint(empty_graph), nodes(empty_graph)) == (hashes[-1], count)
    assert len(set(hashes)) == len(hashes)
    for expected in reversed(hashes[:-1]):
        case.undo("last", today=TODAY, by="test")
        assert fingerprint(empty_graph) == expected
    records.close()


def test_the_order_in_which_files_are_named_changes_nothing(
    empty_graph: Connection, seal: Seal, tmp_path: Path
) -> None:
    records = Records(f"sqlite:///{tmp_path / 'records.sqlite'}")
    case = Importing(empty_graph, records, seal)
    hashes = set()
    for order in (ROSTERS, ROSTERS[::-1]):
        case.load(order, today=TODAY, by="test")
        hashes.add(fingerprint(empty_graph))
        case.undo("last", today=TODAY, by="test")
    assert len(hashes) == 1
    records.close()
