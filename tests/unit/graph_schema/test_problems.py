"""The registry of problems and how values stand in messages."""

import copy
from string import Formatter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_schema.errors import InputError
from graph_schema.problems import PROBLEMS, Problem, ValueProblem, shown

CLOSED_LIST = (
    "id_scientific id_checksum id_length id_format id_of_another_person phone_length phone_scientific name_missing "
    "name_not_a_name person_unknown person_filled_down building_missing building_unknown address_ambiguous cell_error "
    "cell_formula dates_reversed possible_duplicate file_encrypted file_corrupt file_expands_too_much "
    "file_not_a_workbook file_without_table file_empty"
)


def test_the_registry_has_the_closed_list() -> None:
    codes = set(CLOSED_LIST.split())

    assert codes <= set(PROBLEMS)


@pytest.mark.parametrize("problem", PROBLEMS.values(), ids=lambda problem: problem.code)
def test_every_problem_says_what_is_wrong_and_what_to_do(problem: Problem) -> None:
    told = ValueProblem(problem.code, value="3栋")

    assert all((problem.zh, problem.en, problem.advice_zh, problem.advice_en))
    assert told.what_zh in told.message_zh
    assert told.advice_en in told.message("en")
    assert isinstance(told, InputError)


@pytest.mark.parametrize("problem", PROBLEMS.values(), ids=lambda problem: problem.code)
def test_both_languages_tell_the_same_details(problem: Problem) -> None:
    def fields(*templates: str) -> set[str]:
        return {name for text in templates for _, name, _, _ in Formatter().parse(text) if name}

    assert fields(problem.zh, problem.advice_zh) >= fields(problem.en, problem.advice_en)


@given(
    st.from_regex(r"1[3-9][0-9]{9}", fullmatch=True),
    st.sampled_from(["{}", "张三{}", "{}(家)", "{} {}", "+86{}"]),
    st.sampled_from(["phone", "text"]),
)
def test_no_whole_phone_number_is_shown(number: str, written: str, kind: str) -> None:
    assert number not in (shown(written.format(number, number), kind) or "")


def test_how_values_are_shown() -> None:
    assert shown("19900005678", "phone") == "199****5678"
    assert shown(1990000567.0, "phone") == "199****567"
    assert shown("429091199008031599", "id") is None
    assert shown("姓名429091199008031599") == "姓名******"
    assert shown("429091101001") == "429091101001"
    assert shown("16栋") == "16栋"
    assert len(shown("长" * 100) or "") == 40


def test_a_problem_is_made_again_from_its_parts() -> None:
    problem = ValueProblem("phone_length", value="1990000567", length=10)

    again = copy.copy(problem)  # by the same __reduce__ as pickle

    assert (again.code, again.message_zh, again.shown) == (problem.code, problem.message_zh, problem.shown)
