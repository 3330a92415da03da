"""What a member's, a reporter's and a volunteer's cells say, and which roster their forms are."""

import datetime as dt
from pathlib import Path

import pytest

from graph_schema.problems import ValueProblem
from graph_schema.values.day import Day
from loaders.cells import read_cell
from loaders.organisations import beginnings, is_between, party_kind
from tests.unit.loaders.workbooks import problems, rows_of, table_of, write

MEMBERS = ["姓名", "身份证号", "预/正", "所在党支部", "入党时间", "是否流动党员", "备注"]


@pytest.mark.parametrize(
    ("reads", "cell", "said"),
    [
        ("member_type", "正式", "full"),
        ("member_type", "中共预备党员", "probationary"),
        ("member_type", "中共党员", "full"),
        ("member_type", "/", None),
        ("flow", "流入", "in"),
        ("flow", "流出党员", "out"),
        ("flow", "是", "yes"),
        ("flow", "否", "no"),
        ("flow", "非流动党员", "no"),
        ("flow", "流动党员", "yes"),
        ("reported", "未报到", False),
        ("reported", "/", False),
        ("reported", "已报到", True),
        ("reported", "2026.3.10", Day(dt.date(2026, 3, 10))),
        ("reported", dt.date(2026, 3, 7), Day(dt.date(2026, 3, 7))),
        ("skills", "急救、书法，家电维修", ("急救", "书法", "家电维修")),
        ("skills", "书法/驾驶;理发", ("书法", "驾驶", "理发")),
        ("skills", "无", None),
        ("number", "95.0小时", 95.0),
    ],
)
def test_cells_are_read(reads: str, cell: object, said: object) -> None:
    assert read_cell(reads, cell) == said


@pytest.mark.parametrize(
    ("reads", "cell", "code"),
    [
        ("member_type", "群众", "choice_unknown"),
        ("flow", "也许", "choice_unknown"),
        ("reported", "下个月", "date_invalid"),
        ("skills", "#N/A", "cell_error"),
    ],
)
def test_what_cannot_be_read_is_a_problem(reads: str, cell: object, code: str) -> None:
    with pytest.raises(ValueProblem) as refused:
        read_cell(reads, cell)
    assert refused.value.code == code


def test_a_unit_is_sought_by_the_longest_beginning() -> None:
    assert beginnings("县林业局科长") == ("县林业局科长", "县林业局科", "县林业局", "县林业")
    assert beginnings("局") == ()


@pytest.mark.parametrize(
    ("name", "between", "kind"),
    [
        ("待转接", True, None),
        ("组织关系转接中", True, None),
        ("石桥社区老年党支部", False, "branch"),
        ("转运站党支部", False, "branch"),
        ("松涛社区第三、四网格联合党支部", False, "joint_branch"),
        ("松涛社区党总支", False, "general_branch"),
    ],
)
def test_words_between_two_branches_name_none(name: str, between: bool, kind: str | None) -> None:
    assert (is_between(name), party_kind(name)) == (between, kind)


def test_what_only_members_have_goes_with_the_person(tmp_path: Path) -> None:
    row = ["张三", None, "正式", "第一网格党支部", "2009.07", "否", "外出"]
    path = write(tmp_path / "党员.xlsx", {"党员名册": [["松涛镇党员名册"], MEMBERS, row]})

    [claim] = rows_of(path).typed[0].people

    assert (claim.name, claim.politics) == ("张三", "full")
    assert claim.more == {"joined_on": Day(dt.date(2009, 7, 1), "month"), "flow": "no", "remark": "外出"}


def test_a_bad_cell_of_a_member_stands_under_its_own_heading(tmp_path: Path) -> None:
    row = ["张三", None, "正式", "第一网格党支部", "2009年13月", "也许", None]
    found = rows_of(write(tmp_path / "党员.xlsx", {"党员名册": [MEMBERS, row]}))

    assert problems(found) == [(2, "E", "date_invalid"), (2, "F", "choice_unknown")]


@pytest.mark.parametrize(
    ("headings", "roster"),
    [
        (MEMBERS, "party_members"),
        (["序号", "党员姓名", "身份证号码", "入党日期", "转正日期", "所属支部", "支部职务"], "party_members"),
        (["工作单位及职务", "姓名", "手机号", "居住地址", "报到社区", "报到时间", "认领岗位"], "double_reporting"),
        (["单位名称", "单位党组织", "报到社区", "报到时间"], "organisation_reporting"),
        (["姓名", "性别", "联系电话", "所属社区", "特长", "服务时长", "可服务时段"], "volunteers"),
        (["社区", "小区", "楼栋", "单元", "房号", "姓名", "政治面貌", "工作单位"], "residents"),
        (["社区", "姓名", "职务", "联系电话", "分管工作"], "community_staff"),
    ],
)
def test_their_forms_are_told_from_the_others(tmp_path: Path, headings: list[str], roster: str) -> None:
    path = write(tmp_path / "表.xlsx", {"Sheet1": [headings, [None] * len(headings), ["甲"] * len(headings)]})

    assert table_of(path).roster.code == roster
