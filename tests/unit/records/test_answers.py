"""Answers on who somebody is: remembered, replaced, taken back, and what they have decided."""

from datetime import datetime, timedelta

import pytest

from graph_schema.errors import NotFound
from graph_schema.values.moment import CHINA
from records import answers
from records.answers import LATER, NEW
from records.store import Records

AT = datetime(2026, 11, 25, 9, tzinfo=CHINA)
QUESTION = {"name": "侯国志", "line": 4}


def give(records: Records, answer: str, key: str = "q1") -> None:
    with records.writing() as session:
        answers.give(session, key, answer, QUESTION, by="王芳", at=AT)


def remembered(records: Records) -> dict[str, str]:
    with records.reading() as session:
        return answers.remembered(session)


def test_an_answer_is_remembered_with_who_gave_it(records: Records) -> None:
    give(records, "P00000007")

    with records.reading() as session:
        (answer,) = answers.standing(session)
    assert (answer.key, answer.answer, answer.by, answer.at, answer.question) == (
        "q1",
        "P00000007",
        "王芳",
        AT,
        QUESTION,
    )
    assert remembered(records) == {"q1": "P00000007"}


def test_another_answer_takes_its_place(records: Records) -> None:
    give(records, "P00000007")
    give(records, NEW)

    assert remembered(records) == {"q1": NEW}


def test_what_is_put_off_decides_nothing(records: Records) -> None:
    give(records, LATER)

    assert remembered(records) == {}


def test_one_that_is_taken_back_leaves_the_question_open(records: Records) -> None:
    give(records, "P00000007")
    with records.writing() as session:
        ended = answers.take_back(session, "q1", by="李娟", at=AT + timedelta(hours=1))

    assert (ended.ended_by, ended.ended_at) == ("李娟", AT + timedelta(hours=1))
    assert remembered(records) == {}
    with pytest.raises(NotFound), records.writing() as session:
        answers.take_back(session, "q1", by="李娟", at=AT)


def test_somebody_new_is_known_the_next_time(records: Records) -> None:
    give(records, NEW)
    give(records, "P00000007", key="q2")
    with records.writing() as session:
        answers.note_use(session, "2026-11-25-001", {"q1": "P00000009", "q2": "P00000007", "q3": "P00000001"})

    assert remembered(records) == {"q1": "new:P00000009", "q2": "P00000007"}
    with records.reading() as session:
        assert {a.key: a.used_in for a in answers.standing(session)} == {
            "q1": ("2026-11-25-001",),
            "q2": ("2026-11-25-001",),
        }


def test_somebody_who_was_not_written_yet_is_known_by_the_row(records: Records) -> None:
    question = QUESTION | {"sides": [{"person_id": "P00000009", "as_row": "q0"}, {"person_id": "P00000001"}]}
    for key, answer in (("q1", "P00000009"), ("q2", "P00000001")):
        with records.writing() as session:
            answers.give(session, key, answer, question, by="王芳", at=AT)
    assert remembered(records) == {"q1": "as:q0:", "q2": "P00000001"}

    with records.writing() as session:
        answers.note_use(session, "2026-11-25-001", {"q1": "P00000012"})
    assert remembered(records)["q1"] == "as:q0:P00000012"
