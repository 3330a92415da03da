"""The import protocol on the real server: all or nothing, loaded twice without change, undone to the same hash."""

import threading
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from app.cases.importing import Importing
from app.cases.undoing import UndoRefused
from database.connection import Connection
from database.fingerprint import fingerprint
from database.ledger import ledger
from database.reading import read
from graph_schema.errors import InputError, LianhuError, NotFound
from graph_schema.facts import Change, NodeChange
from graph_schema.values.seal import Seal
from records.store import Records
from tests.neo4j.importing_world import (
    BUILDING,
    FILE,
    TODAY,
    Hand,
    Make,
    floors,
    households,
    importing,
    joined,
    leader,
    places,
)


class Office:
    """One office's graph and records, and imports by hand."""

    def __init__(self, connection: Connection, records: Records, seal: Seal) -> None:
        self.connection, self.records, self.seal = connection, records, seal

    def case(self, make: Make = places, slow: float = 0.0) -> Importing:
        return importing(self.connection, self.records, self.seal, make, slow)

    def load(self, make: Make) -> str:
        return self.case(make).load([FILE], today=TODAY, by="王芳").import_id

    def undo(self, import_id: str) -> str:
        return self.case().undo(import_id, today=TODAY, by="王芳").import_id

    def hash(self) -> str:
        return fingerprint(self.connection)

    def states(self) -> dict[str, str]:
        return {made.id[-3:]: made.state for made in reversed(self.case().history())}

    def count(self, label: str = "Place") -> int:
        return int(read(self.connection, f"MATCH (n:{label}) RETURN count(n) AS n")[0]["n"])


@pytest.fixture
def office(empty_graph: Connection, tmp_path: Path, seal: Seal) -> Iterator[Office]:
    records = Records(f"sqlite:///{tmp_path / 'records.sqlite'}")
    yield Office(empty_graph, records, seal)
    records.close()


def test_a_load_writes_the_graph_the_ledger_and_the_history(office: Office) -> None:
    receipt = office.case().load([FILE], today=TODAY, by="王芳")
    assert receipt.json() == {
        "import": "2026-11-25-001",
        "applied": True,
        "files": [{"file": FILE.name, "sheets": []}],
        "difference": {
            "nodes": {"Building": {"created": 1}, "Community": {"created": 1}, "Town": {"created": 1}},
            "relationships": {"PART_OF": {"created": 2}},
        },
        "gaps": None,
    }
    [made] = office.case().history()
    assert (made.id, made.state, made.by, made.changes) == ("2026-11-25-001", "applied", "王芳", 5)
    assert (made.files[0].name, made.files[0].size) == (FILE.name, FILE.stat().st_size)
    assert (ledger(office.connection)["last_import"], office.count()) == ("2026-11-25-001", 3)


def test_loading_again_changes_nothing_but_the_history(office: Office) -> None:
    office.load(places)
    before, count = office.hash(), office.count()
    again = office.case().load([FILE], today=TODAY, by="王芳")
    assert (again.changes, office.hash(), office.count()) == (0, before, count)
    assert office.states() == {"001": "applied", "002": "applied"}
    assert ledger(office.connection)["last_import"] == "2026-11-25-001"


def test_scope_is_derived_in_the_same_transaction(office: Office) -> None:
    office.load(places)
    office.load(leader)
    assert BUILDING in read(office.connection, "MATCH (p:Person) RETURN p.scope AS scope")[0]["scope"]


def test_an_undo_gives_the_former_hash(office: Office) -> None:
    hashes = [office.hash()]
    for make in (places, leader, households(30)):
        office.load(make)
        hashes.append(office.hash())
    for import_id, expected in zip(("003", "002", "001"), reversed(hashes[:-1]), strict=True):
        office.undo(f"2026-11-25-{import_id}")
        assert office.hash() == expected


def test_the_undo_of_an_undo_brings_everything_back(office: Office) -> None:
    office.load(places)
    office.load(leader)
    full, source = office.hash(), read(office.connection, "MATCH (p:Person) RETURN properties(p) AS all")
    undone = office.undo("2026-11-25-002")
    office.undo(undone)
    assert (office.hash(), read(office.connection, "MATCH (p:Person) RETURN properties(p) AS all")) == (full, source)
    assert office.states() == {"001": "applied", "002": "applied", "003": "undone", "004": "applied"}


def test_last_names_the_newest_load_that_stands(office: Office) -> None:
    office.load(places)
    office.load(leader)
    assert [office.case().undo("last", today=TODAY, by="王芳").undoes for _ in range(2)] == [
        "2026-11-25-002",
        "2026-11-25-001",
    ]
    with pytest.raises(NotFound):
        office.undo("last")


def test_a_load_after_an_undo_allots_new_numbers_and_gives_the_same_hash(office: Office) -> None:
    office.load(places)
    office.load(leader)
    before = office.hash()
    office.undo("2026-11-25-002")
    office.load(leader)
    assert office.hash() == before
    assert read(office.connection, "MATCH (p:Person) RETURN p.person_id AS id") == [{"id": "P00000002"}]


def test_an_undo_is_refused_when_a_later_import_changed_the_same(office: Office) -> None:
    office.load(places)
    office.load(floors(6))
    before = office.hash()
    with pytest.raises(UndoRefused) as refused:
        office.undo("2026-11-25-001")
    assert {(o.type, o.key, o.reason, o.later_import) for o in refused.value.obstacles} == {
        ("Building", BUILDING, "changed_since", "2026-11-25-002")
    }
    assert (office.hash(), office.states()) == (before, {"001": "applied", "002": "applied"})


def test_an_undo_is_refused_when_a_later_import_hangs_on_it(office: Office) -> None:
    office.load(places)
    office.load(leader)
    with pytest.raises(UndoRefused, match="2026-11-25-002") as refused:
        office.undo("2026-11-25-001")
    assert [(o.type, o.name, o.reason) for o in refused.value.obstacles] == [
        ("Building", "松涛社区1栋", "something_hangs_on_it")
    ]


def test_an_undo_is_refused_when_what_it_would_bring_back_is_there_again(office: Office) -> None:
    office.load(places)
    undone = office.undo("2026-11-25-001")
    office.load(places)
    with pytest.raises(UndoRefused) as refused:
        office.undo(undone)
    assert {(o.reason, o.later_import) for o in refused.value.obstacles} == {("is_there_again", "2026-11-25-003")}


def test_an_undo_brings_back_a_former_value(office: Office) -> None:
    office.load(places)
    before = office.hash()
    office.load(floors(6))
    office.undo("last")
    assert office.hash() == before


@pytest.mark.parametrize("wanted", ["2026-11-25-009", "nonsense"])
def test_an_unknown_import_cannot_be_undone(office: Office, wanted: str) -> None:
    with pytest.raises(NotFound, match=wanted):
        office.undo(wanted)


def test_what_is_undone_or_changed_nothing_is_not_undone_again(office: Office) -> None:
    office.load(places)
    office.load(places)
    with pytest.raises(InputError, match="changed nothing"):
        office.undo("2026-11-25-002")
    office.undo("2026-11-25-001")
    with pytest.raises(InputError, match="undone"):
        office.undo("2026-11-25-001")


def test_a_preview_counts_gaps_and_keeps_nothing(office: Office) -> None:
    def empty_buildings(reader: Any, _today: object) -> frozenset[Any]:
        text = "MATCH (b:Building) WHERE NOT (b)<-[:SERVES]-() RETURN b.code AS code"
        return frozenset(row["code"] for row in read(reader, text))

    office.load(places)
    case = Importing(office.connection, office.records, office.seal, prepare=Hand(leader), gaps=empty_buildings)
    previewed = case.preview([FILE], today=TODAY)
    assert (previewed.gaps, previewed.applied, office.count("Person")) == ({"closed": 1, "opened": 0}, False, 0)
    loaded = case.load([FILE], today=TODAY, by="王芳")
    assert (loaded.import_id, loaded.gaps) == (previewed.import_id, {"closed": 1, "opened": 0})
    assert case.history()[0].gaps == {"closed": 1, "opened": 0}


def test_a_change_that_rests_on_nothing_leaves_nothing(office: Office) -> None:
    office.load(places)
    before = office.hash()

    def stray(_id: str, _ledger: Mapping[str, Any]) -> tuple[Change, ...]:
        nowhere = joined("PART_OF", ("Building", BUILDING), ("Grid", "429081100001G009"))
        return (NodeChange("Building", "429081100001B00002", None, {"name": "2栋"}), nowhere)

    with pytest.raises(LianhuError, match="lacks"):
        office.load(stray)
    assert office.hash() == before
    assert set(office.states().values()) == {"applied", "failed"}


def test_imports_at_once_come_one_after_the_other(office: Office) -> None:
    office.load(places)
    made: list[str] = []

    def load(make: Make) -> None:
        case = importing(office.connection, office.records, office.seal, make, slow=0.2)
        made.append(case.load([FILE], today=TODAY, by="王芳").import_id)

    threads = [threading.Thread(target=load, args=(make,)) for make in (leader, households(200))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(made) == ["2026-11-25-002", "2026-11-25-003"]
    assert office.states() == {"001": "applied", "002": "applied", "003": "applied"}
    assert (office.count("Household"), office.count("Person")) == (200, 1)
    office.undo("2026-11-25-003")
    office.undo("2026-11-25-002")


def test_an_import_that_died_before_the_graph_was_written_has_failed(office: Office) -> None:
    office.load(places)
    _leave_prepared(office, on="2026-11-25-001")
    assert office.case().settle() == ("2026-11-25-002",)
    assert office.states() == {"001": "applied", "002": "failed"}


def test_an_import_that_died_after_the_graph_was_written_is_applied(office: Office) -> None:
    office.load(places)
    office.load(leader)
    _forget_applied(office, "2026-11-25-001", "2026-11-25-002")
    assert office.case().settle() == ("2026-11-25-001", "2026-11-25-002")
    assert office.states() == {"001": "applied", "002": "applied"}


def _leave_prepared(office: Office, on: str) -> None:
    from app.cases import committing
    from app.cases.books import Books
    from app.cases.importing import china_now
    from records.imports import Import

    made = Import("2026-11-25-002", china_now(), "王芳", "load", "prepared", on, None, (), {}, (), 2)
    committing._journal(Books(office.connection, office.records, office.seal), made, leader(made.id, {}))


def _forget_applied(office: Office, *ids: str) -> None:
    from records.imports import ImportRow

    with office.records.writing() as session:
        for id_ in ids:
            session.get_one(ImportRow, id_).state = "prepared"
