"""Rows: places are filled down, people never; what is no data is told apart; a bad cell refuses its row alone."""

from pathlib import Path

import pytest

from tests.unit.loaders.workbooks import Rows, problems, rows_of, write

LEADERS = ["序号", "小区", "楼栋", "楼栋长姓名", "手机号码", "任职时间"]
HOMES = ["社区", "小区", "楼栋", "单元", "房号", "姓名", "身份证号", "联系电话", "住房使用情况"]


def homes(tmp_path: Path, *rows: list[str | int | float | None]) -> Path:
    return write(tmp_path / "住户.xlsx", {"Sheet1": [HOMES, *rows]})


def leaders(tmp_path: Path, *rows: list[str | int | float | None], merges: tuple[str, ...] = ()) -> Path:
    return write(tmp_path / "楼栋长.xlsx", {"松涛社区": [LEADERS, *rows]}, {"松涛社区": merges})


@pytest.mark.parametrize("above", ["", "〃", "同上", "″"])
def test_places_are_filled_down(tmp_path: Path, above: str) -> None:
    first: list[str | int | float | None] = ["松涛社区", "松涛苑", "3栋", "一单元", "501", "张三", "", "", "自住"]
    second: list[str | int | float | None] = [above, above, above, above, above, "李四", "", "", ""]

    typed = rows_of(homes(tmp_path, first, second)).typed

    assert dict(typed[1].places) == dict(typed[0].places)
    assert typed[1].values == {"Household.occupancy": "owner"}


def test_a_refused_row_is_still_the_place_of_the_rows_below(tmp_path: Path) -> None:
    refused: list[str | int | float | None] = ["松涛社区", "松涛苑", "3栋", 1, 501, "张三", "12345", "", ""]

    found = rows_of(homes(tmp_path, refused, ["", "", "", "", "", "李四", "", "", ""]))

    assert problems(found) == [(2, "G", "id_length")]
    assert found.typed[0].places["room"] == 501


def test_an_entrance_of_another_building_is_not_filled_down(tmp_path: Path) -> None:
    first: list[str | int | float | None] = ["松涛社区", "松涛苑", "3栋", "1单元", "501", "张三", "", "", ""]

    typed = rows_of(homes(tmp_path, first, ["", "", "4栋", "", "201", "李四", "", "", ""])).typed

    assert "entrance" not in typed[1].places
    assert typed[1].places["compound"] == "松涛苑"


@pytest.mark.parametrize("above", ["同上", "〃"])
def test_people_are_never_filled_down(tmp_path: Path, above: str) -> None:
    found = rows_of(leaders(tmp_path, [1, "松涛苑", "1栋", "张三", "", ""], [2, "", "2栋", above, "", ""]))

    assert problems(found) == [(3, "D", "person_filled_down")]


def test_a_person_merged_over_two_buildings_stands_in_the_first_alone(tmp_path: Path) -> None:
    path = leaders(tmp_path, [1, "松涛苑", "1栋", "张三", "", ""], [2, "", "2栋", None, "", ""], merges=("D2:D3",))

    assert problems(rows_of(path)) == [(3, "D", "person_filled_down")]


@pytest.mark.parametrize("nobody", ["待定", "暂缺", "（空缺）", "无", "/", "—", ""])
def test_nobody_is_nobody(tmp_path: Path, nobody: str) -> None:
    found = rows_of(leaders(tmp_path, [1, "松涛苑", "1栋", nobody, "", ""]))

    assert (len(found.typed), found.typed[0].people, found.faults) == (1, (), ())


def test_a_phone_without_a_name(tmp_path: Path) -> None:
    assert problems(rows_of(leaders(tmp_path, [1, "松涛苑", "1栋", "", "19900000001", ""]))) == [
        (2, "D", "name_missing")
    ]


@pytest.mark.parametrize(
    ("phone", "problem"),
    [("1990000001", "phone_length"), ("1.99E+10", "phone_scientific"), ("#N/A", "cell_error")],
)
def test_a_bad_phone_refuses_its_row(tmp_path: Path, phone: str, problem: str) -> None:
    found = rows_of(leaders(tmp_path, [1, "松涛苑", "1栋", "张三", phone, ""], [2, "", "2栋", "李四", "", ""]))

    assert problems(found) == [(2, "E", problem)]
    assert len(found.typed) == 1


def test_two_names_have_a_phone_each(tmp_path: Path) -> None:
    row: list[str | int | float | None] = [1, "松涛苑", "1栋", "张三\n李四", "19900000001\n19900000002", "2024.3"]

    people = rows_of(leaders(tmp_path, row)).typed[0].people

    assert [(p.name, p.first, p.phones[0].number, p.since and p.since.text) for p in people] == [
        ("张三", True, "19900000001", "2024-03"),
        ("李四", False, "19900000002", "2024-03"),
    ]


def test_other_rows_are_no_data(tmp_path: Path) -> None:
    rows: Rows = [
        ["松涛社区楼栋长名册"],
        LEADERS,
        [None, None, "如：3栋", "如：张三", None, None],
        [1, "松涛苑", "1栋", "张三", "", ""],
        ["二、北片"],
        [2, "松涛苑", "2栋", "", "", ""],
        [3, None, None, None, None, None],
        LEADERS,
        ["小计", None, "2栋", "2人", None, None],
        ["说明：1.每栋一人。"],
        ["制表人：        审核人：      日期：2026年9月30日"],
    ]

    found = rows_of(write(tmp_path / "a.xlsx", {"Sheet1": rows}))

    assert len(found.typed) == 2
    assert found.not_data == {
        "title": 1,
        "header": 2,
        "explanation": 2,
        "section": 1,
        "blank": 1,
        "subtotal_and_total": 1,
        "signature": 1,
    }
    assert found.typed[1].section == "二、北片"
