"""Who is the same person: by evidence in its order, never by the name alone."""

import datetime as dt
from typing import Any

import pytest

from graph_schema.problems import ValueProblem
from graph_schema.values.day import Day
from loaders.draft import Draft, Node
from loaders.people.candidates import Candidates, Known
from loaders.people.decision import Evidence, Undecided, decide

BORN = Day(dt.date(1982, 3, 1))
HOME = "429091100001B00003"


def person(name: str = "侯国志", **known: Any) -> Known:
    key = "P00000001"
    node = Node("Person", ("Person", key), name, name, None, key, {})
    return Known(node, **known)


def asked(known: Known, evidence: Evidence, answers: dict[str, str] | None = None) -> Known | Undecided | None:
    candidates = Candidates(Draft())
    candidates.add(known)
    return decide(evidence, candidates, answers or {})


def evidence(**said: Any) -> Evidence:
    return Evidence("侯国志", "429091", "question", **said)


def test_an_id_number_decides() -> None:
    known = person(id_digest="d1")
    assert asked(known, evidence(id_digest="d1", phone_digests=frozenset(("p9",)))) is known


def test_an_id_number_of_another_name_is_a_fault() -> None:
    with pytest.raises(ValueProblem) as caught:
        asked(person("王五", id_digest="d1"), evidence(id_digest="d1"))
    assert caught.value.code == "id_of_another_person"


def test_phone_and_name_decide() -> None:
    known = person(phones={"p1": None})
    assert asked(known, evidence(phone_digests=frozenset(("p1",)))) is known


def test_a_shared_phone_does_not_join_two_id_numbers() -> None:
    known = person(id_digest="d1", phones={"p1": None})
    with pytest.raises(ValueProblem) as caught:
        asked(known, evidence(id_digest="d2", phone_digests=frozenset(("p1",))))
    assert caught.value.code == "phone_conflict"


def test_a_shared_phone_with_another_birth_is_a_question() -> None:
    known = person(birth=BORN, phones={"p1": None})
    said = evidence(birth=Day(dt.date(1990, 1, 1), "year"), phone_digests=frozenset(("p1",)))
    assert isinstance(asked(known, said), Undecided)


def test_a_landline_that_both_have_proves_nothing() -> None:
    assert isinstance(asked(person(phones={"p1": None}), evidence(lines=frozenset(("p1",)))), Undecided)


def test_traditional_characters_spell_the_same_name() -> None:
    known = person("劉國強", id_digest="d1")
    assert asked(known, Evidence("刘国强", "429091", "question", id_digest="d1")) is known


def test_another_gender_speaks_against_a_namesake_in_the_house() -> None:
    known = person(birth=BORN, buildings={HOME})
    known.node.stated["gender"] = "female"
    said = evidence(birth=BORN, buildings=frozenset((HOME,)), gender="male")
    assert isinstance(asked(known, said), Undecided)


def test_name_building_and_birth_year_decide() -> None:
    known = person(birth=BORN, buildings={HOME})
    assert asked(known, evidence(birth=Day(dt.date(1982, 1, 1), "year"), buildings=frozenset((HOME,)))) is known


def test_name_and_building_without_a_year_are_a_question() -> None:
    known = person(birth=BORN, buildings={HOME})
    assert isinstance(asked(known, evidence(buildings=frozenset((HOME,)))), Undecided)


@pytest.mark.parametrize(
    ("known", "said"),
    [
        ({"id_digest": "d1"}, {"id_digest": "d2"}),
        ({"birth": BORN}, {"birth": Day(dt.date(1990, 1, 1), "year")}),
        ({"counties": frozenset(("529093",))}, {}),
    ],
)
def test_a_namesake_who_is_certainly_another_leaves_somebody_new(known: dict[str, Any], said: dict[str, Any]) -> None:
    assert asked(person(**known), evidence(**said)) is None


def test_a_name_alone_is_a_question() -> None:
    assert isinstance(asked(person(), evidence()), Undecided)


def test_the_same_post_said_again_is_the_same_person() -> None:
    known = person(posts=frozenset((("grid_worker", "G1"),)))
    assert asked(known, evidence(posts=frozenset((("grid_worker", "G1"),)))) is known


def test_the_same_post_with_another_phone_is_a_question() -> None:
    known = person(posts=frozenset((("grid_worker", "G1"),)), phones={"p1": None})
    said = evidence(posts=frozenset((("grid_worker", "G1"),)), phone_digests=frozenset(("p2",)))
    assert isinstance(asked(known, said), Undecided)


def test_of_a_post_that_many_hold_a_namesake_with_more_to_say_is_a_question() -> None:
    posts = frozenset((("volunteer", "C1"),))
    known = person(posts=posts)
    assert asked(known, evidence(posts=posts, many=posts)) is known
    assert isinstance(asked(known, evidence(posts=posts, many=posts, phone_digests=frozenset(("p2",)))), Undecided)


@pytest.mark.parametrize(
    ("answer", "same"), [("P00000001", True), ("new", False), ("new:P00000001", True), ("new:P00000099", False)]
)
def test_a_remembered_answer_decides(answer: str, same: bool) -> None:
    known = person()
    assert asked(known, evidence(), {"question": answer}) is (known if same else None)


def test_an_answer_goes_before_the_evidence() -> None:
    known = person(phones={"p1": None})
    assert asked(known, evidence(phone_digests=frozenset(("p1",))), {"question": "new"}) is None


def test_an_answer_never_joins_two_id_numbers() -> None:
    known = person(id_digest="d1")
    assert asked(known, evidence(id_digest="d2"), {"question": "P00000001"}) is None
