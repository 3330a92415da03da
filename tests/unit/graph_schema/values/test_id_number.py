"""Identity card numbers; the area codes do not exist."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.cn.ric import calc_check_digit

from graph_schema.problems import ValueProblem
from graph_schema.values import id_number


def numbered(area: str, born: dt.date, order: int) -> str:
    body = f"{area}{born:%Y%m%d}{order:03d}"
    return body + calc_check_digit(body + "0")


VALID = st.builds(
    numbered,
    st.sampled_from(["429091", "529093", "339095", "639094"]),
    st.dates(dt.date(1900, 1, 1), dt.date(2030, 12, 31)),
    st.integers(1, 999),
)


@given(VALID)
def test_a_valid_number_tells_birth_gender_and_area(number: str) -> None:
    found = id_number.parse(f" {number.lower()} ")

    assert found.number == number
    assert f"{found.birth_date:%Y%m%d}" == number[6:14]
    assert found.gender == ("male" if int(number[16]) % 2 else "female")
    assert found.area == number[:6]


@given(VALID, st.integers(0, 16), st.integers(1, 9))
def test_one_wrong_digit_is_found(number: str, position: int, shift: int) -> None:
    wrong = str((int(number[position]) + shift) % 10)

    with pytest.raises(ValueProblem):
        id_number.parse(number[:position] + wrong + number[position + 1 :])


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        (4.29091200109145e17, "id_scientific"),
        (429091199008031599, "id_scientific"),
        ("4.29091E+17", "id_scientific"),
        ("4.29E17", "id_scientific"),
        ("429091197508203000", "id_scientific"),
        ("429091199008031598", "id_checksum"),
        ("3390951973205936X", "id_length"),
        ("429091900803159", "id_length"),
        (429091900803159.0, "id_length"),
        ("429091O99006176161", "id_format"),
        ("42909119900X031599", "id_format"),
        (numbered("429091", dt.date(1990, 2, 28), 1)[:12] + "30001", "id_length"),
    ],
)
def test_what_is_wrong_is_told(cell: object, code: str) -> None:
    with pytest.raises(ValueProblem) as raised:
        id_number.parse(cell)

    assert raised.value.code == code


def test_a_birth_date_that_does_not_exist() -> None:
    body = "42909119900230001"

    with pytest.raises(ValueProblem) as raised:
        id_number.parse(body + calc_check_digit(body + "0"))

    assert raised.value.code == "id_birth_date"


@given(VALID)
def test_no_digit_of_it_is_ever_shown(number: str) -> None:
    assert number[6:] not in repr(id_number.parse(number))
    with pytest.raises(ValueProblem) as raised:
        id_number.parse(number + "1")
    assert raised.value.shown is None
    assert number[:6] not in raised.value.message_zh + raised.value.message_en
