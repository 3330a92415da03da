"""A sheet is recognised by its headings, wherever its header stands and however they are written."""

from pathlib import Path

import pytest

from loaders.headings import lay_out
from loaders.read import read
from loaders.recognise import Leaf, Stranger, recognise
from loaders.roster import Roster
from loaders.sources import ROSTERS
from tests.unit.loaders.workbooks import Rows, table_of, write

LEADERS = [
    "序号",
    "小区(单位)名称",
    "楼栋名称",
    "单元数",
    "楼栋户数",
    "楼栋长姓名",
    "性别",
    "政治面貌",
    "手机号码",
    "网格",
]
RESIDENTS = ["姓名", "身份证号", "性别", "联系电话", "现住小区", "门牌地址", "户编号", "与户主关系", "是否人户分离"]
WORKERS = ["社区", "网格名称", "姓名", "专/兼职", "联系电话", "管辖范围", "楼栋数", "户数"]
BUILDINGS = ["社区名称", "社区代码", "所属网格", "小区", "栋号", "层数", "单元数", "户数", '物业公司（无物业填"无"）']
STAFF = ["社区", "职务", "姓名", "联系电话", "社区值班电话"]


@pytest.mark.parametrize(
    ("headings", "roster"),
    [
        (LEADERS, "building_leaders"),
        (["社区", "幢号", "楼长", "手机"], "building_leaders"),
        (["村", "楼号", "姓名", "联系方式", "性别"], "building_leaders"),
        (RESIDENTS, "residents"),
        (["小区", "楼栋", "单元", "房号", "姓名", "手机"], "residents"),
        (WORKERS, "grid_workers"),
        (BUILDINGS, "buildings"),
        (STAFF, "community_staff"),
    ],
)
@pytest.mark.parametrize("above", [0, 1, 4])
def test_by_its_headings_below_any_number_of_titles(
    tmp_path: Path, headings: list[str], roster: str, above: int
) -> None:
    rows: Rows = [*[["某镇登记表"]] * above, headings, ["1"] * len(headings)]

    table = table_of(write(tmp_path / "a.xlsx", {"Sheet1": rows}))

    assert (table.roster.code, table.header_lines) == (roster, (above + 1,))
    assert table.layout.unknown == ()


def test_a_repeated_heading_belongs_to_the_person_before_it(tmp_path: Path) -> None:
    rows: Rows = [
        ["网格", "网格长", "联系电话", "网格员", "联系电话", "任职时间"],
        ["第一网格", "张三", "", "李四", "", ""],
    ]

    layout = table_of(write(tmp_path / "a.xlsx", {"Sheet1": rows})).layout

    assert layout.attributes == {"grid_leader": {"phone": [2]}, "grid_worker": {"phone": [4], "since": [5]}}


def test_a_heading_that_names_its_person(tmp_path: Path) -> None:
    rows: Rows = [["楼栋", "楼栋长", "副楼栋长", "楼栋长电话", "副楼栋长联系电话"], ["1栋", "张三", "李四", "", ""]]

    layout = table_of(write(tmp_path / "a.xlsx", {"Sheet1": rows})).layout

    assert layout.attributes == {"building_leader": {"phone": [3]}, "deputy_building_leader": {"phone": [4]}}


def test_a_phone_column_before_its_person(tmp_path: Path) -> None:
    rows: Rows = [["楼栋", "手机号码", "楼栋长姓名", "小区"], ["1栋", "", "张三", ""]]

    layout = table_of(write(tmp_path / "a.xlsx", {"Sheet1": rows})).layout

    assert layout.attributes == {"building_leader": {"phone": [1]}}


def test_headings_in_two_lines_read_together(tmp_path: Path) -> None:
    rows: Rows = [
        ["小区", "楼栋", "楼栋长", None, "副楼栋长", None],
        [None, None, "姓名", "电话", "姓名", "电话"],
        ["松涛苑", "1栋", "张三", "19900000001", "李四", "19900000002"],
    ]
    merges = {"Sheet1": ["A1:A2", "B1:B2", "C1:D1", "E1:F1"]}

    table = table_of(write(tmp_path / "a.xlsx", {"Sheet1": rows}, merges))

    assert table.header_lines == (1, 2)
    assert table.layout.people == {"building_leader": 2, "deputy_building_leader": 4}
    assert table.layout.attributes == {"building_leader": {"phone": [3]}, "deputy_building_leader": {"phone": [5]}}


def test_an_unknown_column_is_kept_in_mind(tmp_path: Path) -> None:
    rows: Rows = [["小区", "楼栋", "楼栋长", "手机", "血型"], ["松涛苑", "1栋", "张三", "", "A"]]

    layout = table_of(write(tmp_path / "a.xlsx", {"Sheet1": rows})).layout

    assert [layout.headings[column] for column in layout.unknown] == ["血型"]


def test_a_table_that_nobody_knows_names_its_headings_and_the_nearest_roster(tmp_path: Path) -> None:
    rows: Rows = [["序号", "姓名", "车牌", "车型", "颜色"], [1, "张三", "甲", "乙", "丙"]]

    found = recognise(read(write(tmp_path / "a.xlsx", {"Sheet1": rows})))[0]

    assert isinstance(found, Stranger)
    assert found.headings == ("序号", "姓名", "车牌", "车型", "颜色")
    assert found.nearest.code in ROSTERS


def test_a_sheet_of_text_has_no_table(tmp_path: Path) -> None:
    found = recognise(read(write(tmp_path / "a.xlsx", {"说明": [["填表说明：每栋只填一名楼栋长。"]]})))

    assert isinstance(found[0], Leaf)


@pytest.mark.parametrize("roster", ROSTERS.values(), ids=ROSTERS.keys())
def test_every_roster_understands_each_of_its_own_headings(roster: Roster) -> None:
    everything = [heading for column in (*roster.columns,) for heading in column.headings]
    everything += [heading for post in roster.posts for heading in post.headings]
    names = next((post.headings for post in roster.posts if post.headings), ("填报单位",))

    not_understood = [
        heading
        for heading in everything
        if 1 in lay_out(roster, {0: names[0], 1: heading}).unknown and heading not in names
    ]
    assert not_understood == []
