"""The review queue: what the newest import of each sheet holds, what was answered, and what was put off."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from app.cases.reviewing import Reviewing
from graph_schema.errors import InputError, NotFound
from graph_schema.values.moment import CHINA
from records import imports
from records.answers import LATER
from records.imports import Import
from records.store import Records

AT = datetime(2026, 11, 25, 9, tzinfo=CHINA)


@pytest.fixture
def records(tmp_path: Path) -> Iterator[Records]:
    made = Records(f"sqlite:///{tmp_path / 'records.sqlite'}")
    yield made
    made.close()


@pytest.fixture
def case(records: Records) -> Reviewing:
    return Reviewing(records, now=lambda: AT)


def loaded(
    records: Records, number: int, *keys: str, file: str = "楼栋长.csv", sheet: str = "", state: str = imports.APPLIED
) -> None:
    """An import whose file holds rows of these questions."""
    report = [{"file": file, "sheets": [{"sheet": sheet, "roster": "building_leaders", "reviews": held(*keys)}]}]
    id_ = f"2026-11-25-{number:03d}"
    with records.writing() as session:
        imports.add(session, Import(id_, AT, "王芳", imports.LOAD, state, "", None, (), {}, report, 1))


def held(*keys: str) -> list[dict[str, Any]]:
    side = {"person_id": "P00000001", "described": "侯国志", "aspects": []}
    return [
        {"key": key, "name": "侯国志", "problem": "possible_duplicate", "where": "1栋", "line": line, "sides": [side]}
        for line, key in enumerate(keys, 2)
    ]


def waiting(case: Reviewing) -> list[tuple[str, str]]:
    return [(question.key, question.import_id[-3:]) for question in case.queue()]


def test_the_newest_import_of_a_sheet_asks(case: Reviewing, records: Records) -> None:
    loaded(records, 1, "a", "b")
    loaded(records, 2, "b")
    loaded(records, 3, "c", file="住户.csv")
    loaded(records, 4, "d", sheet="石桥社区")

    assert waiting(case) == [("d", "004"), ("c", "003"), ("b", "002")]


def test_what_was_taken_back_asks_nothing(case: Reviewing, records: Records) -> None:
    loaded(records, 1, "a")
    loaded(records, 2, "b", state=imports.UNDONE)

    assert waiting(case) == [("a", "001")]


def test_an_answered_question_waits_for_its_file(case: Reviewing, records: Records) -> None:
    loaded(records, 1, "a", "b")
    case.answer("a", "P00000001", by="王芳")

    assert waiting(case) == [("b", "001")]
    assert [question.key for question in case.to_load_again()] == ["a"]
    loaded(records, 2, "b")
    assert case.to_load_again() == ()
    assert [answer.key for answer in case.answered()] == ["a"]


def test_what_is_put_off_comes_last(case: Reviewing, records: Records) -> None:
    loaded(records, 1, "a", "b")
    case.answer("a", LATER, by="王芳")

    assert [key for key, _ in waiting(case)] == ["b", "a"]
    case.take_back("a", by="王芳")
    assert [key for key, _ in waiting(case)] == ["a", "b"]


def test_only_candidates_answer_only_questions(case: Reviewing, records: Records) -> None:
    loaded(records, 1, "a")

    with pytest.raises(InputError):
        case.answer("a", "P00000099", by="王芳")
    with pytest.raises(NotFound):
        case.answer("z", "new", by="王芳")
