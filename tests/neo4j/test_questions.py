"""The questions that people ask, over the samples: each answer as plain Python finds it in the expected graph."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from app.cases import asking
from app.cases.importing import Importing
from database.connection import Connection
from graph_schema.sensitivity import OFFICE, PUBLIC, Sensitivity, Sight
from graph_schema.values.moment import Moment
from graph_schema.values.seal import Seal
from queries.answer import Answer
from queries.listing import THEMES, themes
from records.store import Records
from tests.neo4j import sample_answers_duty
from tests.neo4j.rosters_world import SAMPLES, TODAY
from tests.neo4j.sample_answers import EXPECTED, Expected
from tests.neo4j.sample_facts import NOON, Facts

AT = Moment.of(NOON)
REVEALED = Sight(clearance=Sensitivity.S3)
ASKED = [question for questions in themes().values() for question in questions]
GIVEN = {each.question: each.given for each in EXPECTED}

Ask = Callable[..., Answer]


@pytest.fixture(scope="module")
def samples(connection: Connection, seal: Seal, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    clear(connection)
    records = Records(f"sqlite:///{tmp_path_factory.mktemp('records') / 'records.sqlite'}")
    importing = Importing(connection, records, seal, gaps=None)
    for name in json.loads((SAMPLES / "expected" / "samples_order.json").read_text("utf-8")):
        importing.load([SAMPLES / name], today=TODAY, by="test")
    yield connection
    records.close()
    clear(connection)


def clear(connection: Connection) -> None:
    with connection.session(write=True) as session:
        session.run("MATCH (n) WHERE NOT n:Skill AND NOT n:Need DETACH DELETE n").consume()


@pytest.fixture(scope="module")
def ask(samples: Connection, seal: Seal) -> Ask:
    def asked(question: str, *, sight: Sight = REVEALED, at_most: int = 5000, **given: str) -> Answer:
        return asking.answer(samples, seal, question, given, moment=AT, sight=sight, at_most=at_most)

    return asked


@pytest.fixture(scope="module")
def facts() -> Facts:
    return Facts()


def test_every_theme_has_questions_and_every_question_an_answer_to_expect() -> None:
    assert themes().keys() == THEMES.keys()
    assert {question.id for question in ASKED} == {each.question for each in EXPECTED}
    assert len(ASKED) >= 20


@pytest.mark.parametrize("expected", EXPECTED, ids=lambda each: each.question)
def test_the_answer_is_what_plain_python_finds(ask: Ask, facts: Facts, expected: Expected) -> None:
    answer = ask(expected.question, **expected.given)
    found = [tuple(_plain(row[name]) for name in expected.columns) for row in answer.rows]
    assert sorted(found, key=repr) == sorted(expected.of(facts), key=repr)
    assert not answer.truncated


@pytest.mark.parametrize("question", ASKED, ids=lambda question: question.id)
def test_the_office_is_not_told_who_has_which_need(ask: Ask, facts: Facts, question: Any) -> None:
    answer = ask(question.id, sight=OFFICE, **GIVEN[question.id])
    about_needs = [column.name for column in question.columns if column.fact == "HAS_NEED"]
    assert {row[name] for row in answer.rows for name in about_needs} <= {"***"}


@pytest.mark.parametrize("question", ASKED, ids=lambda question: question.id)
def test_the_public_sees_nobodys_name_or_door(ask: Ask, facts: Facts, question: Any) -> None:
    answer = ask(question.id, sight=PUBLIC, **GIVEN[question.id])
    shown = {text for row in answer.rows for value in row.values() for text in _texts(value)}
    names = {person["name"] for person in facts.people.values()}
    doors = {facts.said("Household", home) for home in facts.nodes["Household"]}
    assert shown & (names | doors) == set()


def test_an_answer_is_cut_where_it_grows_too_long(ask: Ask) -> None:
    answer = ask("recruitable", at_most=3)
    assert (len(answer.rows), answer.truncated) == (3, True)


def test_a_viewer_is_held_to_the_area(ask: Ask, samples: Connection) -> None:
    [code] = [row["code"] for row in ask("coverage_compared").rows if row["community"] == "石桥社区"]
    answer = ask("buildings_without_leader", sight=Sight(area=code))
    assert {row["building"] for row in answer.rows} == {
        name for name, *_ in sample_answers_duty.buildings_without_leader(Facts()) if name.startswith("石桥社区")
    }


def _plain(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(value)
    return value


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, list):
        for each in value:
            yield from _texts(each)
    elif isinstance(value, str):
        yield value
