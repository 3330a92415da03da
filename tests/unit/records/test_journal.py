"""The journal: changes come back as they were, and nobody reads of a person without that person's key."""

import sqlite3
from datetime import date, datetime
from pathlib import Path

import pytest

from graph_schema.facts import Change, NodeChange, RelationshipChange, fact_id
from graph_schema.values.moment import CHINA
from graph_schema.values.seal import Seal
from records import imports, journal
from records.imports import Import
from records.journal import Forgotten
from records.store import Records

AT = datetime(2026, 11, 25, 9, tzinfo=CHINA)
PERSON, HOUSEHOLD, BUILDING = "P00000001", "429081100001B00001-1-501", "429081100001B00001"
CHANGES: tuple[Change, ...] = (
    NodeChange(
        "Building", BUILDING, None, {"name": "1栋", "floors": 6, "lon": 113.5, "updated_at": AT, "name_pinyin": []}
    ),
    NodeChange(
        "Person",
        PERSON,
        {"name": "张伟", "birth_date": None, "gender": "male"},
        {"name": "张玮", "birth_date": date(1950, 3, 1), "birth_date_precision": "month", "gender": "male"},
        frozenset({"PartyMember"}),
        frozenset(),
    ),
    RelationshipChange(
        "LIVES_IN",
        fact_id("LIVES_IN", PERSON, HOUSEHOLD),
        "Person",
        PERSON,
        "Household",
        HOUSEHOLD,
        None,
        {"relation_to_head": "户主", "since": date(2020, 3, 1)},
    ),
    RelationshipChange(
        "PART_OF", "f" * 24, "Building", BUILDING, "Grid", "429081100001G001", {"until": None}, {"until": AT.date()}
    ),
    NodeChange("Building", "429081100001B00002", {"name": "2栋"}, None),
)


def write(records: Records, seal: Seal, number: int = 1, changes: tuple[Change, ...] = CHANGES) -> str:
    id_ = f"2026-11-25-{number:03d}"
    with records.writing() as session:
        imports.add(session, Import(id_, AT, "王芳", "load", "prepared", "", None, (), {}, (), len(changes)))
        journal.write(session, id_, changes, seal)
    return id_


def test_changes_come_back_as_they_were_written(records: Records, seal: Seal) -> None:
    id_ = write(records, seal)
    with records.reading() as session:
        assert journal.read(session, id_, seal) == CHANGES


def test_nothing_personal_stands_in_the_file(records: Records, seal: Seal, tmp_path: Path) -> None:
    write(records, seal)
    records.close()
    with sqlite3.connect(tmp_path / "records.sqlite") as connection:
        everything = "\n".join(connection.iterdump())
    connection.close()
    assert [word for word in ("张伟", "张玮", "1950-03-01", "month", "户主") if word in everything] == []
    assert "1栋" in everything


def test_without_the_office_key_the_persons_keys_open_nothing(records: Records, seal: Seal) -> None:
    id_ = write(records, seal)
    with pytest.raises(Exception, match="key"), records.reading() as session:
        journal.read(session, id_, Seal(b"\x08" * 32))


def test_who_is_forgotten_is_gone_from_the_journal(records: Records, seal: Seal) -> None:
    id_ = write(records, seal)
    with records.writing() as session:
        journal.forget(session, PERSON)
    with pytest.raises(Forgotten), records.reading() as session:
        journal.read(session, id_, seal)


def test_a_forgotten_person_stays_so_when_met_again(records: Records, seal: Seal) -> None:
    first = write(records, seal, 1)
    with records.writing() as session:
        journal.forget(session, PERSON)
    second = write(records, seal, 2)
    with records.reading() as session:
        assert journal.read(session, second, seal) == CHANGES
        with pytest.raises(Forgotten):
            journal.read(session, first, seal)


def test_what_never_reached_the_graph_leaves_no_key_behind(records: Records, seal: Seal) -> None:
    kept, dropped = write(records, seal, 1, CHANGES[:2]), write(records, seal, 2, (*CHANGES, _somebody_else()))
    with records.writing() as session:
        journal.drop(session, dropped)
    with records.reading() as session:
        people = {row.person for row in session.query(journal.PersonKeyRow)}
        assert (people, journal.read(session, dropped, seal)) == ({PERSON}, ())
        assert journal.read(session, kept, seal) == CHANGES[:2]


def test_the_import_that_touched_something_is_found_by_key_and_by_end(records: Records, seal: Seal) -> None:
    first, second = write(records, seal, 1, CHANGES[:2]), write(records, seal, 2, CHANGES[2:4])
    with records.reading() as session:
        assert journal.touched_by(session, [PERSON, BUILDING, "nothing"], [second, first]) == {
            PERSON: second,
            BUILDING: second,
        }
        assert journal.touched_by(session, [PERSON], [first]) == {PERSON: first}


def test_five_thousand_people_are_sealed_in_moments(records: Records, seal: Seal) -> None:
    many = tuple(NodeChange("Person", f"P{n:08d}", None, {"name": "李敏"}) for n in range(5_000))
    id_ = write(records, seal, 1, many)
    with records.reading() as session:
        assert journal.read(session, id_, seal) == many


def _somebody_else() -> NodeChange:
    return NodeChange("Person", "P00000002", None, {"name": "李敏"})
