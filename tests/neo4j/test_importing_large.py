"""An import that is too large for one transaction: the same graph, the same undo, and nothing of it when it stops."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.cases.importing import Importing
from database.connection import Connection
from database.fingerprint import fingerprint
from database.ledger import ledger
from database.reading import read
from graph_schema.facts import Change, NodeChange
from graph_schema.values.seal import Seal
from records.store import Records
from tests.neo4j.importing_world import BUILDING, FILE, SMALL, TODAY, Hand, Make, households, leader, places

HOMES = 120


class Stopped(Exception):
    """Somebody asked for the end."""


class Office:
    """One office's graph and records."""

    def __init__(self, connection: Connection, records: Records, seal: Seal) -> None:
        self.connection, self.records, self.seal = connection, records, seal

    def case(self, make: Make) -> Importing:
        return Importing(self.connection, self.records, self.seal, gaps=None, prepare=Hand(make))

    def load(self, make: Make) -> str:
        return self.case(make).load([FILE], today=TODAY, by="王芳").import_id

    def homes(self) -> int:
        return int(read(self.connection, "MATCH (h:Household) RETURN count(h) AS n")[0]["n"])

    def scope(self) -> list[str]:
        return list(read(self.connection, "MATCH (p:Person) RETURN p.scope AS scope")[0]["scope"])


@pytest.fixture
def office(empty_graph: Connection, tmp_path: Path, seal: Seal) -> Iterator[Office]:
    records = Records(f"sqlite:///{tmp_path / 'records.sqlite'}")
    made = Office(empty_graph, records, seal)
    made.load(places)
    made.load(leader)
    yield made
    records.close()


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is a large import in this test has little more than a hundred facts."""
    monkeypatch.setattr("app.cases.committing.LARGEST", SMALL["LARGEST"])
    monkeypatch.setattr("app.cases.portions.BATCH", SMALL["BATCH"])


def test_it_gives_the_same_graph_and_its_undo_the_former_one(
    office: Office, monkeypatch: pytest.MonkeyPatch, small: None
) -> None:
    before = fingerprint(office.connection)
    with monkeypatch.context() as patched:
        patched.setattr("app.cases.committing.LARGEST", 1_000)
        at_once = office.load(households(HOMES))
        expected = fingerprint(office.connection)
        office.case(places).undo(at_once, today=TODAY, by="王芳")

    large = office.load(households(HOMES))
    assert fingerprint(office.connection) == expected
    undone = office.case(places).undo(large, today=TODAY, by="王芳")

    assert (fingerprint(office.connection), undone.changes) == (before, 2 * HOMES)
    assert [made.state for made in office.case(places).history(2)] == ["applied", "undone"]
    assert "applying" not in ledger(office.connection)


def test_progress_goes_from_journal_to_graph_and_the_import_is_seen_meanwhile(office: Office, small: None) -> None:
    told: list[tuple[str, int, bool]] = []
    case = office.case(households(HOMES))

    def tell(done: int, _total: int | None, what: str) -> None:
        told.append((what, done, case.in_progress() is not None))

    case.load([FILE], today=TODAY, by="王芳", progress=tell)

    assert {what for what, _, _ in told} == {"journal", "apply"}
    assert [done for what, done, _ in told if what == "apply"] == [0, 40, 80, 120, 160, 200, 240]
    assert all(seen for _, _, seen in told)
    assert case.in_progress() is None


@pytest.mark.parametrize(("stage", "at"), [("journal", 80), ("apply", 0), ("apply", 160), ("apply", 240)])
def test_one_that_is_stopped_leaves_nothing(office: Office, small: None, stage: str, at: int) -> None:
    before, scope = fingerprint(office.connection), office.scope()

    def stop(done: int, _total: int | None, what: str) -> None:
        if (what, done) == (stage, at):
            raise Stopped

    case = office.case(households(HOMES))
    with pytest.raises(Stopped):
        case.load([FILE], today=TODAY, by="王芳", progress=stop)

    assert (fingerprint(office.connection), office.homes(), office.scope()) == (before, 0, scope)
    assert (case.in_progress(), case.history(1)[0].state) == (None, "failed")
    case.load([FILE], today=TODAY, by="王芳")
    assert office.homes() == HOMES


def test_changes_of_what_was_there_are_taken_back_too(office: Office, small: None) -> None:
    office.load(households(HOMES, {"occupancy": "owner"}))
    before = fingerprint(office.connection)

    def rent(import_id: str, _ledger: object) -> tuple[Change, ...]:
        common = {"occupancy": "rented", "source": f"{import_id}/1/1/4"}
        codes = [f"{BUILDING}-1-{n}" for n in range(101, 101 + HOMES)]
        return tuple(NodeChange("Household", code, {"occupancy": "owner", "source": ""}, common) for code in codes)

    def stop(done: int, _total: int | None, what: str) -> None:
        if (what, done) == ("apply", 80):
            raise Stopped

    with pytest.raises(Stopped):
        office.case(rent).load([FILE], today=TODAY, by="王芳", progress=stop)
    assert fingerprint(office.connection) == before
