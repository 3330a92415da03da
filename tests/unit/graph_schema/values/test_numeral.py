"""Chinese numerals."""

import pytest

from graph_schema.values import numeral


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("三", 3),
        ("十", 10),
        ("十一", 11),
        ("二十", 20),
        ("一百零二", 102),
        ("一百二十", 120),
        ("二〇二六", 2026),
        ("〇", 0),
    ],
)
def test_a_numeral_is_a_number(written: str, number: int) -> None:
    assert numeral.to_int(written) == number


@pytest.mark.parametrize("written", ["", "十十", "百十千", "三栋"])
def test_what_is_no_numeral(written: str) -> None:
    assert numeral.to_int(written) is None
