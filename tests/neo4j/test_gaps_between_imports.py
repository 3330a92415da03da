"""Gaps after an import are those before the next one: they are counted once, and anew when somebody came between."""

from collections.abc import Hashable, Iterator
from datetime import date
from pathlib import Path

import pytest

from app.cases.importing import Importing
from database.connection import Connection
from database.reading import Reader, read
from graph_schema.values.seal import Seal
from records.store import Records
from settings import Settings
from tests.neo4j.importing_world import FILE, TODAY, Hand, Make, households, leader, places

_EMPTY = "MATCH (b:Building) WHERE NOT EXISTS { (b)<-[:SERVES]-() } RETURN b.code AS code"


class Counting:
    """Buildings without anybody, and how often they were counted."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self, reader: Reader, _today: date) -> frozenset[Hashable]:
        self.times += 1
        return frozenset(row["code"] for row in read(reader, _EMPTY))


class Office:
    """One history that several may write."""

    def __init__(self, connection: Connection, records: Records, seal: Seal) -> None:
        self.gaps = Counting()
        self._books = (connection, records, seal)

    def case(self, make: Make) -> Importing:
        return Importing(*self._books, prepare=Hand(make), gaps=self.gaps)


@pytest.fixture
def office(empty_graph: Connection, settings: Settings, seal: Seal, tmp_path: Path) -> Iterator[Office]:
    own = settings.model_copy(update={"records_url": f"sqlite:///{tmp_path / 'records.sqlite'}"})
    records = Records.from_settings(own)
    yield Office(empty_graph, records, seal)
    records.close()


def test_what_was_counted_after_an_import_is_what_is_there_before_the_next(office: Office) -> None:
    case = office.case(lambda import_id, ledger: (*places(import_id, ledger), *households(3)(import_id, ledger)))
    first = case.load([FILE], today=TODAY, by="test")
    counted = office.gaps.times
    undone = case.undo(first.import_id, today=TODAY, by="test")

    assert (first.gaps, undone.gaps) == ({"closed": 0, "opened": 1}, {"closed": 1, "opened": 0})
    assert (counted, office.gaps.times) == (2, 3)


def test_an_import_of_somebody_else_between_is_counted(office: Office) -> None:
    case, other = office.case(places), office.case(leader)
    first = case.load([FILE], today=TODAY, by="test")
    between = other.load([FILE], today=TODAY, by="other")
    other.undo(between.import_id, today=TODAY, by="other")
    undone = case.undo(first.import_id, today=TODAY, by="test")

    assert (between.gaps, undone.gaps) == ({"closed": 1, "opened": 0}, {"closed": 1, "opened": 0})
    assert office.gaps.times == 2 + 2 + 1 + 2
