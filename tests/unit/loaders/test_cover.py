"""The day of a roster, as its title, its sheet or its file says it."""

import datetime as dt
from pathlib import Path

import pytest

from loaders.cover import Listed
from loaders.read import read
from loaders.recognise import Table, recognise
from tests.unit.loaders.workbooks import write

HEAD, ROW = ["社区", "小区", "楼栋", "楼栋长姓名", "手机号码"], ["松涛社区", "松涛苑", "1栋", "甲明", "19900000201"]


@pytest.mark.parametrize(
    ("title", "sheet", "file", "day"),
    [
        ("楼栋长名册（截至2026年10月15日）", "名册", "楼栋长.xlsx", dt.date(2026, 10, 15)),
        ("楼栋长名册（2026年10月）", "名册", "楼栋长.xlsx", dt.date(2026, 10, 1)),
        ("2026年楼栋长名册", "2026.10.15", "楼栋长.xlsx", dt.date(2026, 10, 15)),
        ("楼栋长名册", "名册", "楼栋长20261015.xlsx", dt.date(2026, 10, 15)),
        ("2026年楼栋长名册", "名册", "楼栋长.xlsx", None),
        ("楼栋长名册（2026年13月40日）", "名册", "楼栋长.xlsx", None),
    ],
)
def test_the_day_of_a_roster(title: str, sheet: str, file: str, day: dt.date | None, tmp_path: Path) -> None:
    (table,) = recognise(read(write(tmp_path / file, {sheet: [[title], HEAD, ROW]})))
    assert isinstance(table, Table)
    assert Listed(1, table, ()).day == day


@pytest.mark.parametrize(
    ("title", "unread", "since", "is_left_out"),
    [
        ("楼栋长名册", "", None, True),
        ("楼栋长名册", "松涛社区\n甲明", None, False),
        ("楼栋长名册（2026年10月15日）", "", dt.date(2026, 3, 1), True),
        ("楼栋长名册（2026年10月15日）", "", dt.date(2026, 11, 1), False),
    ],
)
def test_who_is_left_out(title: str, unread: str, since: dt.date | None, is_left_out: bool, tmp_path: Path) -> None:
    (table,) = recognise(read(write(tmp_path / "楼栋长.xlsx", {"名册": [[title], HEAD, ROW]})))
    assert isinstance(table, Table)
    fact = {"person": "P00000001", "name": "甲明", "properties": {"since": since}}
    assert Listed(1, table, (), unread).leaves_out(fact) is is_left_out
