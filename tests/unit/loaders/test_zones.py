"""Zones and lists of communities as offices write them, and the date above a table."""

import pytest

from loaders.cells import read_cell
from loaders.files.book import Sheet
from loaders.headings import lay_out
from loaders.places.names import zone_key
from loaders.places.zones import date_of
from loaders.recognise import Table
from loaders.sources.assignments import UNIT_ASSIGNMENTS


@pytest.mark.parametrize("name", ["第一片区", "第1片区", "一片", "1号片区", "一片区"])
def test_spellings_of_a_number_are_one_zone(name: str) -> None:
    assert zone_key(name) == "第1片区"


@pytest.mark.parametrize("name", ["城东片区", "松涛苑片", "第一片区（东）"])
def test_a_name_stays_as_it_is(name: str) -> None:
    assert zone_key(name) == name


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("松涛社区、石桥社区", ("松涛社区", "石桥社区")),
        ("松涛社区和石桥社区", ("松涛社区", "石桥社区")),
        ("和平社区", ("和平社区",)),
        ("松涛社区居委会；松涛社区", ("松涛社区",)),
        ("待定", ()),
    ],
)
def test_communities_stand_in_one_cell(cell: str, names: tuple[str, ...]) -> None:
    assert read_cell("communities", cell) == names


@pytest.mark.parametrize(
    ("titles", "written"),
    [
        (("包联安排表", "2026年3月"), "2026-03"),
        (("包联安排表（2026年3月5日）",), "2026-03-05"),
        (("2026年包联安排表",), "2026"),
        (("包联安排表 2026.3",), "2026-03"),
        (("包联安排表 2026年13月",), None),
        (("包联安排表",), None),
    ],
)
def test_the_date_of_a_table_stands_above_it(titles: tuple[str, ...], written: str | None) -> None:
    found = date_of(Table(Sheet("包联", ()), lay_out(UNIT_ASSIGNMENTS, {}), (3,), titles, "包联.xlsx"))
    assert (found.text if found else None) == written
