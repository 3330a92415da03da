"""Addresses as they are written, taken apart into what to look for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_schema.errors import InputError
from queries.addresses import understand


@pytest.mark.parametrize(
    ("written", "field", "value"),
    [
        ("松涛社区3栋1单元501", "doors", (("3-1-501", "3-1-501"),)),
        ("松涛社区3栋1单元501", "names", ("松涛社区",)),
        ("云杉县松涛镇松涛社区松涛苑3幢1单元501室", "above", ("云杉县", "松涛镇")),
        ("松涛苑3栋501", "doors", (("3-501", "3-501"), ("3-", "-501"))),
        ("松涛苑3-501", "doors", (("3-501", "3-501"), ("3-", "-501"), ("", "-3-501"))),
        ("松涛苑3栋1单元", "entrances", (("3栋", "1"),)),
        ("松涛苑3#", "buildings", ("3栋",)),
        ("松涛苑1单元501", "doors", (("", "-1-501"),)),
        ("松涛社区第一网格", "places", ("第一网格",)),
        ("松涛社区第一网格", "names", ("松涛社区",)),
        ("松涛镇松涛社区", "above", ("松涛镇",)),
        ("松涛镇", "places", ("松涛镇",)),
        ("张伟", "others", ("张伟",)),
        ("429091100001b00003-1-501", "codes", ("429091100001B00003-1-501",)),
    ],
)
def test_an_address_is_taken_apart(written: str, field: str, value: object) -> None:
    assert getattr(understand(written), field) == value


@given(st.text(max_size=60))
def test_any_text_is_something_to_look_for_or_nothing_written(written: str) -> None:
    try:
        assert understand(written).text
    except InputError:
        assert not any(sign.isalnum() for sign in written)
