"""The first load of an empty graph by Neo4j's offline importer: the same graph as through the normal door."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from app.cases.books import Books
from app.cases.importing import Importing
from app.cases.large_scenario import load_large
from database.connection import Connection
from database.fingerprint import fingerprint
from database.ledger import ledger
from database.reading import read
from database.server import offline
from database.writing import prepare_schema
from graph_schema.errors import InputError, SetUpError
from graph_schema.values.moment import CHINA
from graph_schema.values.seal import Seal
from loaders.scenario import write
from loaders.scenario.large import Large, Size, towns
from loaders.scenario.large_forms import Forms
from records.store import Records
from settings import Settings

TODAY = date(2026, 11, 20)
MINI = Size((("澄江湾县", "429091"),), 2, 3, 7, 12, (6, 3, 2))
_EMPTY = "MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS"
_SCOPES = (
    "MATCH (n) WHERE n.scope IS NOT NULL AND size(n.scope) > 0 "
    "RETURN coalesce(n.person_id, n.unit_id, n.org_id, n.code) AS key, n.scope AS scope"
)


@dataclass(frozen=True)
class Office:
    """A graph, its records, and the demo's workbooks."""

    connection: Connection
    records: Records
    seal: Seal
    settings: Settings
    files: list[Path]

    def importing(self, *, local: bool = True) -> Importing:
        return Importing(self.connection, self.records, self.seal, gaps=None, settings=self.settings if local else None)

    def state(self) -> tuple[str, dict[str, list[str]], list[dict[str, Any]]]:
        """What the graph says, what it is for, and its indexes."""
        scopes = {row["key"]: row["scope"] for row in read(self.connection, _SCOPES)}
        indexes = read(self.connection, "SHOW INDEXES YIELD name, state RETURN name, state ORDER BY name")
        return fingerprint(self.connection), scopes, indexes


@pytest.fixture
def office(
    empty_graph: Connection, server: Settings, seal: Seal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Office]:
    monkeypatch.setattr("app.cases.committing.LARGEST", 1_000)
    records = Records(f"sqlite:///{tmp_path / 'records.sqlite'}")
    yield Office(empty_graph, records, seal, server, write("demo", tmp_path / "demo", today=TODAY))
    records.close()


def test_the_demo_is_the_same_both_ways_and_its_first_load_can_be_taken_back(office: Office) -> None:
    loaded = office.importing(local=False).load(office.files, today=TODAY, by="test")
    expected, expected_ledger = office.state(), ledger(office.connection)
    _emptied(office.connection)
    empty = fingerprint(office.connection)
    stages: set[str] = set()

    bulk = Importing(
        office.connection, Records(f"{office.records._url}2"), office.seal, gaps=None, settings=office.settings
    )
    receipt = bulk.load(office.files, today=TODAY, by="test", progress=lambda _n, _of, what: stages.add(what))

    assert "offline" in stages
    assert office.state() == expected
    assert ledger(office.connection) == expected_ledger
    assert (receipt.changes, receipt.import_id) == (loaded.changes, loaded.import_id)
    assert [made.state for made in bulk.history()] == ["applied"]
    assert bulk.preview(office.files, today=TODAY).changes == 0
    assert not offline.Place.of(office.settings).files.exists()

    bulk.undo("last", today=TODAY, by="test")
    assert fingerprint(office.connection) == empty


def test_a_graph_that_is_not_empty_is_loaded_in_portions(office: Office) -> None:
    with office.connection.session(write=True) as session:
        session.run("CREATE (:Unit {unit_id: 'U000009', name: '青禾县林业局'})").consume()
    stages: set[str] = set()

    office.importing().load(office.files, today=TODAY, by="test", progress=lambda _n, _of, what: stages.add(what))

    assert "apply" in stages and "offline" not in stages


def test_a_large_profile_is_what_its_workbooks_state(office: Office, tmp_path: Path) -> None:
    books = Books(office.connection, office.records, office.seal, office.settings)
    receipt = load_large(books, "mini", at=datetime(2026, 11, 20, 9, tzinfo=CHINA), by="test", size=MINI)
    whole, scopes, indexes = office.state()
    people = read(office.connection, "MATCH (p:Person) RETURN count(p) AS n")[0]["n"]
    with pytest.raises(InputError, match="not empty"):
        load_large(books, "mini", at=datetime(2026, 11, 20, 9, tzinfo=CHINA), by="test", size=MINI)
    with pytest.raises(InputError, match="no journal"):
        office.importing().undo(receipt.import_id, today=TODAY, by="test")
    assert [made.kind for made in office.importing().history()] == ["bulk"]
    _emptied(office.connection)

    files = [file for town in towns("mini", MINI, today=TODAY, seed=1) for file in _workbooks(town, tmp_path)]
    loaded = Importing(office.connection, Records(f"sqlite:///{tmp_path / 'second'}"), office.seal, gaps=None).load(
        files, today=TODAY, by="test"
    )

    assert loaded.clean
    assert office.state()[0] == whole
    assert office.state()[2] == indexes
    assert sorted(map(len, office.state()[1].values())) == sorted(map(len, scopes.values()))
    assert read(office.connection, "MATCH (p:Person) RETURN count(p) AS n")[0]["n"] == people
    assert receipt.changes == loaded.changes


def _workbooks(town: Large, folder: Path) -> list[Path]:
    return Forms(town, "mini", 1, TODAY).write(folder / town.scenario.town)


def test_an_import_that_fails_leaves_an_empty_graph_and_says_why(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("database.bulk.arguments", lambda _folder: ["--nodes=Person=there-is-none.csv"])
    case = office.importing()

    with pytest.raises(SetUpError, match="there-is-none"):
        case.load(office.files, today=TODAY, by="test")

    prepare_schema(office.connection)
    assert read(office.connection, "MATCH (n:Person|Place) RETURN count(n) AS n") == [{"n": 0}]
    assert [made.state for made in case.history()] == ["failed"]


def _emptied(connection: Connection) -> None:
    with connection.session(write=True) as session:
        session.run(_EMPTY).consume()
    prepare_schema(connection)
