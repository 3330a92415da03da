"""The demo as workbooks: always the same, of the promised size, with people whose numbers are valid and their own."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from graph_schema.errors import InputError
from graph_schema.values import id_number, phone
from loaders.scenario import PLANTED, write
from loaders.scenario.demo import DEMO

TODAY = date(2026, 11, 20)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("demo")
    write("demo", made, today=TODAY)
    return made


def rows(file: Path, sheet: int = 0, *, titles: int = 2) -> Iterator[dict[str, Any]]:
    """The rows below the headings; of headings that stand twice the first counts."""
    cells = CalamineWorkbook.from_path(file).get_sheet_by_index(sheet).to_python(skip_empty_area=False)
    headings = cells[titles]
    for row in cells[titles + 1 :]:
        yield dict(reversed(list(zip(map(str, headings), row, strict=True))))


def residents(folder: Path) -> list[dict[str, Any]]:
    return list(rows(folder / "住户信息登记表.xlsx"))


def test_the_same_day_and_seed_give_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    again = write("demo", tmp_path, today=TODAY)

    assert [file.name for file in again] == [
        "小区楼栋信息表.xlsx",
        "住户信息登记表.xlsx",
        "楼栋长名册.xlsx",
        "网格员信息公示表.xlsx",
        "党员名册.csv",
        "志愿者登记表.csv",
        "双报到登记表.xlsx",
        "共建单位包联安排表.xlsx",
        "卡点值守排班表.xlsx",
        "结对关爱台账.xlsx",
        "请假登记表.xlsx",
    ]
    assert all(file.read_bytes() == (folder / file.name).read_bytes() for file in again)


def test_another_seed_gives_other_people(folder: Path, tmp_path: Path) -> None:
    write("demo", tmp_path, today=TODAY, seed=2)

    assert {row["身份证号"] for row in residents(tmp_path)} != {row["身份证号"] for row in residents(folder)}


def test_three_communities_twelve_grids_sixty_buildings(folder: Path) -> None:
    buildings = [row for row in rows(folder / "小区楼栋信息表.xlsx") if row["楼栋"]]
    grids = [row for row in rows(folder / "网格员信息公示表.xlsx") if row["网格名称"]]

    assert [community.name for community in DEMO.communities] == ["松涛社区", "柳溪社区", "云岭村"]
    assert (len(grids), len(buildings)) == (12, 60)
    assert sum(row["户数"] for row in buildings) == 1500


def test_every_home_is_written_once(folder: Path) -> None:
    homes = [row for row in residents(folder) if row["住房使用情况"]]

    assert len(homes) == 1500
    assert {row["住房使用情况"] for row in homes} == {"自住", "出租", "空置", "空挂户"}


def test_id_numbers_are_valid_and_of_areas_that_do_not_exist(folder: Path) -> None:
    numbers = [id_number.parse(row["身份证号"]) for row in residents(folder) if row["姓名"]]

    assert len({number.number for number in numbers}) == len(numbers)
    assert {number.area for number in numbers} == {"429091", "529093", "339095", "639094"}


def test_id_numbers_agree_with_gender_and_age(folder: Path) -> None:
    for row in residents(folder):
        if row["姓名"]:
            number = id_number.parse(row["身份证号"])
            assert number.gender == {"男": "male", "女": "female"}[row["性别"]]
            assert number.birth_date < TODAY


def test_phones_are_valid_and_belong_to_one_person(folder: Path) -> None:
    numbers = [phone.parse(row["联系电话"]).number for row in residents(folder) if row["联系电话"]]

    assert len(set(numbers)) == len(numbers)
    assert all(number.startswith("1990000") for number in numbers)


def test_children_are_younger_than_their_parents(folder: Path) -> None:
    head = TODAY
    for row in residents(folder):
        if row["姓名"]:
            born = id_number.parse(row["身份证号"]).birth_date
            if row["与户主关系"] == "户主":
                head = born
            elif row["与户主关系"] in ("子", "女"):
                assert born.year - head.year >= 18
            elif row["与户主关系"] in ("父亲", "母亲"):
                assert head.year - born.year >= 18


def test_some_residents_share_a_name_and_no_leader_does(folder: Path) -> None:
    bearers = Counter(row["姓名"] for row in residents(folder) if row["姓名"])
    leaders = {
        row["楼栋长姓名"]
        for sheet in range(3)
        for row in rows(folder / "楼栋长名册.xlsx", sheet, titles=1)
        if row["性别"]
    }

    assert max(bearers.values()) > 1
    assert {bearers[name] for name in leaders} == {1}


def test_who_works_here_from_elsewhere_has_a_name_of_their_own(folder: Path) -> None:
    names = {row["姓名"] for row in residents(folder)}
    staff = [row["姓名"] for row in rows(folder / "网格员信息公示表.xlsx", 1, titles=1)]
    grid_leaders = [row["网格长"] for row in rows(folder / "网格员信息公示表.xlsx") if row["网格长"]]

    assert len(set(staff + grid_leaders)) == len(staff) + len(grid_leaders)
    assert not names & {*staff, *grid_leaders}


def test_the_home_of_the_readme_stands_once_and_a_family_lives_in_it(folder: Path) -> None:
    all_rows = residents(folder)
    found = [line for line, row in enumerate(all_rows) if row["户编号"] == "3-1-501"]
    first = found[0]

    assert all_rows[first]["现住小区"] == "松涛花园"
    assert [row["与户主关系"] for row in all_rows[first : first + 2]] == ["户主", "配偶"]
    assert all_rows[first + 2]["与户主关系"] in ("子", "女")
    # 柳溪社区 has a building of this number too; within 松涛社区 the number names one building.
    assert sum(row["楼栋"] == "3栋" for row in rows(folder / "小区楼栋信息表.xlsx")) == 4


def test_planted_gaps_name_what_was_left_open() -> None:
    assert {rule: len(subjects) for rule, subjects in PLANTED.items()} == {
        "G01": 2,
        "G04": 5,
        "G06": 12,
        "G17": 3,
    }


def test_a_profile_that_is_not_there_says_which_is(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="not built yet; there is: demo, seed"):
        write("province", tmp_path, today=TODAY)
