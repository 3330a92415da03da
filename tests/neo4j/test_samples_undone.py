"""The samples' four rosters, one by one: each again without change, then taken back to every former hash."""

from datetime import date
from pathlib import Path

from app.cases.importing import Importing
from database.connection import Connection
from database.fingerprint import fingerprint
from database.reading import read
from graph_schema.values.seal import Seal
from records.store import Records

SAMPLES = Path(__file__).parent.parent / "samples"
ROSTERS = ("小区楼栋信息表.xlsx", "楼栋长名册.xlsx", "网格员信息公示表.xls", "住户信息登记表.xlsx")
TODAY = date(2026, 11, 20)


def nodes(connection: Connection) -> int:
    return int(read(connection, "MATCH (n) RETURN count(n) AS n")[0]["n"])


def test_every_roster_loads_twice_and_is_taken_back(empty_graph: Connection, seal: Seal, tmp_path: Path) -> None:
    records = Records(f"sqlite:///{tmp_path / 'records.sqlite'}")
    case = Importing(empty_graph, records, seal)
    hashes = [fingerprint(empty_graph)]
    for roster in ROSTERS:
        assert case.load([SAMPLES / roster], today=TODAY, by="test").changes
        hashes.append(fingerprint(empty_graph))
        count = nodes(empty_graph)
        assert case.load([SAMPLES / roster], today=TODAY, by="test").changes == 0
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
        case.load([SAMPLES / roster for roster in order], today=TODAY, by="test")
        hashes.add(fingerprint(empty_graph))
        case.undo("last", today=TODAY, by="test")
    assert len(hashes) == 1
    records.close()
