"""Phone numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_schema.problems import ValueProblem
from graph_schema.values import phone

MOBILES = st.from_regex(r"1[3-9][0-9]{9}", fullmatch=True).filter(lambda number: not number.endswith("000000"))


@pytest.mark.parametrize(
    "cell",
    [
        "19900004387",
        19900004387.0,
        19900004387,
        "19900004387.0",
        "+8619900004387",
        "+86 199 0000 4387",
        "0086-199-0000-4387",
        "8619900004387",
        "199-0000-4387",
        "１９９００００４３８７",
        "\u202d19900004387\u202c",
        "199—0000—4387",
    ],
)
def test_every_spelling_of_a_mobile(cell: object) -> None:
    assert phone.parse(cell).number == "19900004387"


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("0719-0000101", "0719-0000101"),
        ("07190000101", "0719-0000101"),
        ("(0719)0000101", "0719-0000101"),
        ("027-00000101", "027-00000101"),
        ("02700000101", "027-00000101"),
        ("+86-719-0000101", "0719-0000101"),
    ],
)
def test_a_landline_keeps_its_dash(cell: str, number: str) -> None:
    assert phone.parse(cell).number == number


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("1990000438", "phone_length"),
        ("199000043871", "phone_length"),
        (1990000438.0, "phone_length"),
        ("1.99E+10", "phone_scientific"),
        ("1.99e10", "phone_scientific"),
        (19900000000.0, "phone_scientific"),
        (19900004387.5, "phone_scientific"),
        ("29900004387", "phone_invalid"),
        ("张三", "phone_invalid"),
        ("", "phone_invalid"),
    ],
)
def test_what_is_wrong_is_told(cell: object, code: str) -> None:
    with pytest.raises(ValueProblem) as raised:
        phone.parse(cell)

    assert raised.value.code == code


@given(MOBILES, st.sampled_from(["{}", "+86{}", " {} ", "0086 {}", "\ufeff{}"]))
def test_decoration_does_not_change_a_mobile(number: str, spelling: str) -> None:
    assert phone.parse(spelling.format(number)).number == number
    assert phone.parse(float(number)).number == number


@given(st.lists(MOBILES, max_size=4), st.sampled_from(["/", "、", "；", "\n", " ", "，"]))
def test_several_numbers_keep_their_order(numbers: list[str], separator: str) -> None:
    assert [found.number for found in phone.parse_many(separator.join(numbers))] == numbers


def test_blanks_inside_numbers_do_not_part_them() -> None:
    found = phone.parse_many("199 0000 0290 0719 0000101")

    assert [one.number for one in found] == ["19900000290", "0719-0000101"]


@pytest.mark.parametrize("cell", ["", None, "/", "无", " "])
def test_no_number_at_all(cell: object) -> None:
    assert phone.parse_many(cell) == ()


def test_one_wrong_number_among_several_refuses_the_cell() -> None:
    with pytest.raises(ValueProblem):
        phone.parse_many("19900000290/1990000")


def test_a_bracket_behind_a_number_is_its_note() -> None:
    assert phone.parse("19900004387（儿子）") == phone.Phone("19900004387", "儿子")
    assert phone.parse_many("19900004387 (儿子)")[0].note == "儿子"


@pytest.mark.parametrize("cell", ["12345", 12345.0, "110"])
def test_a_duty_desk_may_have_a_service_number(cell: object) -> None:
    assert phone.parse_duty(cell).number in ("12345", "110")


def test_masks() -> None:
    assert phone.mask_holder("19900005678") == "199****5678"
    assert phone.mask_holder("12345") == "****"
    assert phone.mask_resident("5678") == "*******5678"
    assert phone.mask_resident("19900005678") == "*******5678"


def test_a_number_does_not_show_in_a_log() -> None:
    assert "19900005678" not in repr(phone.parse("19900005678"))


def test_a_very_long_cell_is_refused_at_once() -> None:
    with pytest.raises(ValueProblem):
        phone.parse_many("1 " * 5000)
