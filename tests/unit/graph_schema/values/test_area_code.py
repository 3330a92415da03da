"""Codes of counties, towns and communities."""

import pytest

from graph_schema.problems import ValueProblem
from graph_schema.values import area_code


@pytest.mark.parametrize("cell", ["429091101001", 429091101001.0, " 429091 101 001 "])
def test_a_community_code_holds_those_above_it(cell: object) -> None:
    found = area_code.parse(cell, "community")

    assert (found.county, found.town, found.community) == ("429091", "429091101", "429091101001")
    assert (found.code, found.level, found.parent) == ("429091101001", "community", "429091101")


def test_shorter_codes() -> None:
    assert area_code.parse(429091.0) == area_code.AreaCode("429091")
    assert area_code.parse("429091101").level == "town"


@pytest.mark.parametrize("cell", ["", "42909", "4.29E+11", "429091101O01", "029091", 1.5])
def test_what_is_no_code(cell: object) -> None:
    with pytest.raises(ValueProblem, match="place code"):
        area_code.parse(cell)


def test_a_code_of_another_level_is_refused() -> None:
    with pytest.raises(ValueProblem):
        area_code.parse("429091", "community")
