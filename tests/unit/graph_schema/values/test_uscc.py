"""Credit codes as cells hold them, and what is wrong with one."""

import pytest
from stdnum.cn.uscc import calc_check_digit

from graph_schema.problems import ValueProblem
from graph_schema.values.uscc import parse

CODE = "11429091MB1234567"
VALID = CODE + calc_check_digit(CODE)
VILLAGE = "N2429091MF0000011"


@pytest.mark.parametrize(
    "cell",
    [VALID, VALID.lower(), f" {VALID[:2]} {VALID[2:8]}-{VALID[8:]}", f"'{VALID}", f"{VALID}\t", f"\u3000{VALID}"],
)
def test_a_code_is_read_however_it_is_set(cell: str) -> None:
    assert parse(cell) == VALID


def test_a_villages_organisation_begins_with_a_letter() -> None:
    assert parse(VILLAGE + calc_check_digit(VILLAGE)).startswith("N2")


@pytest.mark.parametrize(
    ("cell", "problem"),
    [
        (VALID[:-1], "uscc_length"),
        (VALID + "0", "uscc_length"),
        ("420000000012345", "uscc_length"),
        (VALID[:8] + "O" + VALID[9:], "uscc_format"),
        (VALID[:3] + "A" + VALID[4:], "uscc_format"),
        ("云杉县林业局", "uscc_format"),
        (VALID[:-1] + ("0" if VALID[-1] != "0" else "1"), "uscc_checksum"),
        (1.1429091000000012e17, "uscc_scientific"),
        ("1.14291E+17", "uscc_scientific"),
        ("114290910000000000", "uscc_scientific"),
    ],
)
def test_what_is_wrong_is_told(cell: object, problem: str) -> None:
    with pytest.raises(ValueProblem) as refused:
        parse(cell)
    assert refused.value.code == problem
