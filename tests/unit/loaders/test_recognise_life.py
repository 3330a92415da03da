"""Rosters of people and life are told apart by headings as offices write them, with a title and without."""

from pathlib import Path

import pytest

from loaders.read import read
from loaders.recognise import Table, recognise
from loaders.sources import ROSTERS
from tests.unit.loaders.workbooks import Rows, table_of, write

NAMED = [
    ("单元长名册", "序号 小区 楼号 单元 姓名 联系方式", "entrance_leaders"),
    ("", "小区 楼栋 楼栋长 电话 单元 单元长 电话", "entrance_leaders"),
    ("村民小组长花名册", "序号 组别 姓名 性别 年龄 政治面貌 电话", "villager_group_leaders"),
    ("", "小区 楼栋 楼栋长 电话 副楼栋长 党员中心户 B岗", "building_leaders"),
    ("", "小区 楼栋 楼栋长 电话 楼栋党小组 党小组组长", "building_forces"),
    ("党员中心户登记表", "序号 姓名 住址 联系电话 政治面貌", "hub_household_names"),
    ("", "小区 楼栋 党员中心户 联系电话", "hub_households"),
    ("楼栋党小组长名册", "党小组名称 所属党支部 小区 楼栋 姓名 电话", "group_leaders"),
    ("微网格长名册", "网格 微网格 姓名 手机", "micro_grid_leaders"),
    ("支部班子成员名册", "支部名称 姓名 性别 出生年月 民族 学历 党内职务 任职时间 联系电话", "party_officers"),
    ("下沉党员干部名单", "序号 姓名 性别 单位 职务 下沉社区 电话", "sunk_cadres"),
    ("社区民警名册", "社区 姓名 警号 电话", "community_police"),
    ("", "社区 网格 社区民警 电话 家庭医生 电话", "community_support"),
    ("需关注家庭登记表", "姓名 身份证号 住址 需求类型 登记依据 是否知情同意", "needs"),
    ("空巢、独居老人探访记录", "序号 姓名 住址 探访时间 探访人 探访情况", "visits"),
    ("网格员入户走访台账", "日期 网格 走访对象 住址 联系电话 走访内容 走访人", "visits"),
    ("入户走访登记表", "走访时间 户主姓名 住址 存在问题", "visits_titled"),
    ("网格员走访日志", "日期 网格员 走访对象 方式 主要内容", "visits_titled"),
    ("微心愿认领表", "序号 姓名 微心愿内容 认领单位 认领人 完成时间 备注", "requests"),
    ("党员代办服务登记", "日期 服务对象 代办事项 代办人 办理情况", "requests"),
    ("三会一课记录", "时间 地点 会议名称 主持人 参加人员 会议内容 记录人", "activities"),
    ("志愿服务活动记录", "活动时间 活动名称 活动地点 参加志愿者 服务时长", "activities"),
    ("主题党日签到表", "序号 党支部 姓名 签到 备注", "activity_sign_in"),
    ("社区值班表", "日期 星期 带班领导 值班人员 联系电话", "community_duty"),
    ("社区值班人员名单", "日期 班次 姓名 联系电话", "community_duty_names"),
    ("卡点值守名单", "卡点 值守日期 班次 值守人员 联系电话", "checkpoint_duty"),
    ("社区值班排班表", "班次 11月21日 11月22日 11月23日", "community_shifts"),
    ("", "小区 楼栋 单元 房号 户主 联系电话 家庭人口", "household_heads"),
    ("村（社区）负责人名册", "社区 书记 电话 主任 电话", "community_leaders"),
]
OTHERS = [
    ("", "小区 楼栋 单元 房号 姓名 联系电话", "residents"),
    ("", "社区 小区 楼栋 层数 单元数 户数 物业负责人 楼栋长", "buildings"),
    ("", "姓名 请假类型 开始日期 结束日期 代班人", "leave"),
    ("", "姓名 联系电话 特长 志愿者编号 服务时长", "volunteers"),
    ("", "姓名 身份证号 预/正 手机号码 入党时间 转正时间 所在支部 党内职务", "party_members"),
    ("", "关爱对象 电话 住址 需求类型 结对人 电话 探访频次 最近探访", "care_pairs"),
    ("", "社区 社区代码 书记 电话 主任 电话 户数 值班电话", "areas"),
    ("", "社区 职务 姓名 联系电话 值班电话", "community_staff"),
    ("", "卡点名称 社区 班次 负责人 11月21日 11月22日", "shifts"),
    ("卡点值守排班表", "卡点编号 卡点名称 社区 班次 负责人 11月21日 11月22日", "shifts"),
]


@pytest.mark.parametrize(("title", "headings", "roster"), [*NAMED, *OTHERS])
def test_a_roster_is_told_by_its_headings(tmp_path: Path, title: str, headings: str, roster: str) -> None:
    header = headings.split()
    rows: Rows = [*([[title]] if title else []), header, ["1"] * len(header)]

    assert table_of(write(tmp_path / "a.xlsx", {"Sheet1": rows})).roster.code == roster


@pytest.mark.parametrize(
    "headings",
    [
        "姓名 性别 身份证号 联系电话 残疾类别 残疾等级",
        "序号 姓名 性别 电话 服务类型",
        "车牌 车主 电话 小区 车位",
        "姓名 性别 入伍时间 电话 住址",
        "姓名 电话 日期 备注",
        "编号 姓名 日期 电话",
        "日期 地址 存在问题 网格员 整改情况",
    ],
)
def test_lists_of_something_else_are_taken_for_none(tmp_path: Path, headings: str) -> None:
    header = headings.split()
    path = write(tmp_path / "a.xlsx", {"Sheet1": [header, ["1"] * len(header)]})

    assert not any(isinstance(found, Table) for found in recognise(read(path)))


def test_every_roster_has_a_name_of_its_own_in_both_languages() -> None:
    english = [roster.en for roster in ROSTERS.values()]
    chinese = [roster.zh for roster in ROSTERS.values()]

    for names in (chinese, english):
        assert all(names)
        assert sorted(set(names)) == sorted(names)
