"""Numbers, and yes or no."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_schema.problems import ValueProblem
from graph_schema.values import number, yes_no


@pytest.mark.parametrize(
    ("cell", "found"),
    [("16户", 16), ("约80", 80), ("80.0", 80), (80.0, 80), ("1,200", 1200), ("１６", 16), ("80户左右", 80), (16, 16)],
)
def test_whole_numbers(cell: object, found: int) -> None:
    assert number.parse_int(cell) == found


def test_numbers_with_a_fraction() -> None:
    assert number.parse_number("95.5小时") == 95.5
    with pytest.raises(ValueProblem):
        number.parse_int("95.5")


@pytest.mark.parametrize("cell", ["", "3-4", "3.5万", "1,20", "无", True, "十几"])
def test_what_is_no_number(cell: object) -> None:
    with pytest.raises(ValueProblem) as raised:
        number.parse_number(cell)

    assert raised.value.code == "number_invalid"


@given(st.integers(-(10**9), 10**9))
def test_an_integer_is_read_in_every_form(value: int) -> None:
    assert number.parse_int(str(value)) == number.parse_int(float(value)) == number.parse_int(f"{value:,}") == value


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ("是", True),
        ("有", True),
        ("√", True),
        ("Y", True),
        (True, True),
        ("否", False),
        ("无", False),
        ("×", False),
        ("n", False),
        (0.0, False),
        ("", None),
        (None, None),
        ("/", None),
    ],
)
def test_yes_and_no(cell: object, said: bool | None) -> None:
    assert yes_no.parse(cell) is said


def test_anything_else_is_no_choice() -> None:
    with pytest.raises(ValueProblem) as raised:
        yes_no.parse("也许")

    assert raised.value.code == "choice_unknown"
