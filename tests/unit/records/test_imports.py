"""The history of imports: numbers, states, and the line of those that the graph holds."""

from datetime import date, datetime

import pytest

from graph_schema.values.moment import CHINA
from records import imports
from records.imports import APPLIED, FAILED, LOAD, PREPARED, UNDO, UNDONE, Import, SourceFile
from records.store import Records

DAY = date(2026, 11, 25)
AT = datetime(2026, 11, 25, 9, tzinfo=CHINA)
FILE = SourceFile("楼栋长名册.xlsx", 10_240, "0" * 64)


def one(number: int, *, undoes: int | None = None, on: int | None = None, changes: int = 3) -> Import:
    def named(n: int | None) -> str | None:
        return None if n is None else f"2026-11-25-{n:03d}"

    kind = UNDO if undoes else LOAD
    return Import(
        named(number) or "",
        AT,
        "王芳",
        kind,
        PREPARED,
        named(on) or "",
        named(undoes),
        (FILE,),
        {"nodes": {}},
        (),
        changes,
    )


def states(records: Records) -> dict[str, str]:
    with records.reading() as session:
        return {made.id[-3:]: made.state for made in imports.history(session)}


def applied(records: Records, *made: Import) -> None:
    for each in made:
        with records.writing() as session:
            imports.add(session, each)
            imports.mark_applied(session, each.id)


def test_what_is_written_is_read_back(records: Records) -> None:
    with records.writing() as session:
        imports.add(session, one(1))
        imports.note_gaps(session, "2026-11-25-001", {"closed": 12, "opened": 3})
    with records.reading() as session:
        found = imports.find(session, "2026-11-25-001")
    assert found is not None
    assert (found.files, found.at, found.gaps) == ((FILE,), AT, {"closed": 12, "opened": 3})


@pytest.mark.parametrize(
    ("ledger", "expected"),
    [("", "2026-11-25-002"), ("2026-11-25-007", "2026-11-25-008"), ("2026-11-24-099", "2026-11-25-002")],
)
def test_a_number_is_above_every_one_known(records: Records, ledger: str, expected: str) -> None:
    with records.writing() as session:
        imports.reserve(session, DAY)
        assert imports.reserve(session, DAY, ledger) == expected


def test_a_proposal_takes_no_number(records: Records) -> None:
    with records.writing() as session:
        assert imports.propose(session, DAY) == imports.propose(session, DAY) == imports.reserve(session, DAY)


def test_an_undo_marks_what_it_undoes(records: Records) -> None:
    applied(records, one(1), one(2, undoes=1, on=1))
    assert states(records) == {"001": UNDONE, "002": APPLIED}


def test_the_undo_of_an_undo_lets_the_first_stand_again(records: Records) -> None:
    applied(records, one(1), one(2, undoes=1, on=1), one(3, undoes=2, on=2))
    assert states(records) == {"001": APPLIED, "002": UNDONE, "003": APPLIED}


def test_what_is_undone_is_not_marked_applied_once_more(records: Records) -> None:
    applied(records, one(1), one(2, undoes=1, on=1))
    with records.writing() as session:
        imports.mark_applied(session, "2026-11-25-001")
    assert states(records)["001"] == UNDONE


def test_the_newest_load_that_stands_skips_undos_and_imports_without_change(records: Records) -> None:
    applied(records, one(1), one(2, on=1), one(3, undoes=2, on=2), one(4, on=3, changes=0))
    with records.reading() as session:
        newest = imports.newest_load(session)
    assert newest is not None
    assert newest.id == "2026-11-25-001"


def test_the_line_of_the_graph_leaves_out_what_failed(records: Records) -> None:
    applied(records, one(1))
    with records.writing() as session:
        imports.add(session, one(2, on=1))
        imports.mark_failed(session, "2026-11-25-002")
    applied(records, one(3, on=1))
    with records.reading() as session:
        assert imports.ancestry(session, "2026-11-25-003") == ("2026-11-25-003", "2026-11-25-001")
    assert states(records)["002"] == FAILED


def test_a_day_with_a_thousand_imports_stays_in_order(records: Records) -> None:
    applied(records, one(999), one(1000, on=999))
    with records.reading() as session:
        assert [made.id for made in imports.history(session)] == ["2026-11-25-1000", "2026-11-25-999"]
