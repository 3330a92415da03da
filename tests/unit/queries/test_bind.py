"""Parameters of a question are checked before anything is asked, and the message says what is expected."""

from datetime import date
from typing import Any

import pytest

from graph_schema.errors import InputError
from queries.answer import Words
from queries.ask.bind import bind
from queries.catalog import Question
from queries.parameter import Parameter, ParameterType


def question(type_: ParameterType, scoped: str = "none", name: str = "value", **more: Any) -> Question:
    parameter = Parameter(name, type_, Words("值", "value"), "例", **more)
    words = Words("问", "question")
    return Question("some", "places", "place", words, words, (parameter,), (), scoped, "RETURN 1 AS a")


@pytest.mark.parametrize(
    ("type_", "given", "bound"),
    [
        (ParameterType.PLACE, "429091100001", "429091100001"),
        (ParameterType.PLACE, "429091100001B00001U01", "429091100001B00001U01"),
        (ParameterType.HOUSEHOLD, "429091100001B00001-1-501", "429091100001B00001-1-501"),
        (ParameterType.PERSON, "P00000001", "P00000001"),
        (ParameterType.ORGANISATION, "O000001", "O000001"),
        (ParameterType.UNIT, "U000001", "U000001"),
        (ParameterType.TEXT, "随便", "随便"),
        (ParameterType.TEXTS, "一个", ["一个"]),
        (ParameterType.TEXTS, ("a", "b"), ["a", "b"]),
        (ParameterType.INT, "12", 12),
        (ParameterType.INT, 3.0, 3),
        (ParameterType.DATE, "2026-11-25", date(2026, 11, 25)),
        (ParameterType.DATE, date(2026, 11, 25), date(2026, 11, 25)),
        (ParameterType.TRUTH, "是", True),
        (ParameterType.TRUTH, "no", False),
        (ParameterType.TRUTH, True, True),
    ],
)
def test_a_value_of_its_type_is_bound(type_: ParameterType, given: Any, bound: Any) -> None:
    assert bind(question(type_), {"value": given}) == {"value": bound}


@pytest.mark.parametrize(
    ("type_", "given"),
    [
        (ParameterType.PLACE, "松涛社区"),
        (ParameterType.PLACE, 429091),
        (ParameterType.PLACE, "4290911"),
        (ParameterType.HOUSEHOLD, "429091100001"),
        (ParameterType.PERSON, "p1"),
        (ParameterType.TEXT, 3),
        (ParameterType.TEXTS, [1]),
        (ParameterType.TEXTS, 7),
        (ParameterType.INT, "three"),
        (ParameterType.INT, 3.5),
        (ParameterType.INT, True),
        (ParameterType.DATE, "25.11.2026"),
        (ParameterType.DATE, 20261125),
        (ParameterType.TRUTH, "maybe"),
    ],
)
def test_a_value_of_another_type_is_refused_with_an_example(type_: ParameterType, given: Any) -> None:
    with pytest.raises(InputError) as refused:
        bind(question(type_), {"value": given})
    assert "例如 例" in refused.value.message_zh
    assert "for example 例" in refused.value.message_en


def test_a_choice_is_one_of_its_choices() -> None:
    choices = (("owner", Words("自住", "owner")), ("rented", Words("出租", "rented")))
    asked = question(ParameterType.CHOICE, choices=choices)
    assert bind(asked, {"value": "rented"}) == {"value": "rented"}
    with pytest.raises(InputError, match="owner, rented"):
        bind(asked, {"value": "vacant"})


def test_what_is_missing_takes_its_default_or_is_refused() -> None:
    assert bind(question(ParameterType.INT, default=5, has_default=True), {}) == {"value": 5}
    with pytest.raises(InputError, match="value is missing"):
        bind(question(ParameterType.INT), {"value": ""})


def test_the_place_of_a_question_within_may_be_left_out() -> None:
    assert bind(question(ParameterType.PLACE, "within", "place"), {}) == {"place": None}


@pytest.mark.parametrize(
    "code", ["429091", "429091101Z第一片区", "429091101001KKD-03", "429091101001G001KKD-01", "429091101001B00001U01"]
)
def test_every_kind_of_place_has_a_code(code: str) -> None:
    assert bind(question(ParameterType.PLACE), {"value": code}) == {"value": code}


@pytest.mark.parametrize("code", ["42909", "429091Z片", "429091101Z第一 片", "松涛社区"])
def test_what_is_no_code_of_a_place_is_refused(code: str) -> None:
    with pytest.raises(InputError):
        bind(question(ParameterType.PLACE), {"value": code})


def test_an_unknown_parameter_says_which_there_are() -> None:
    with pytest.raises(InputError, match="takes no colour; it takes: value"):
        bind(question(ParameterType.INT), {"value": 1, "colour": "red"})


def test_what_ships_is_picked_by_code_or_word() -> None:
    for written in ("first_aid", "急救", "First aid"):
        assert bind(question(ParameterType.SKILL), {"value": written}) == {"value": "first_aid"}
    assert bind(question(ParameterType.NEED), {"value": "空巢老人"}) == {"value": "empty_nest"}
    assert bind(question(ParameterType.ROLE), {"value": "楼栋长"}) == {"value": "building_leader"}
    with pytest.raises(InputError, match="first aid, nursing"):
        bind(question(ParameterType.SKILL), {"value": "flying"})


@pytest.mark.parametrize("given", ["0", "101", -3])
def test_a_number_out_of_bounds_is_refused(given: Any) -> None:
    with pytest.raises(InputError, match=r"1–100"):
        bind(question(ParameterType.INT, least=1, most=100), {"value": given})
