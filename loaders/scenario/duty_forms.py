"""共建单位包联安排表 and 卡点值守排班表: which unit answers for which zone, and who stands where in each shift."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import cycle

from loaders.scenario.duty import Duty
from loaders.scenario.places import Agency, Checkpoint, Scenario
from loaders.scenario.register import Person
from loaders.scenario.workbook import Cell, Row, Sheet

ASSIGNMENT_HEADINGS = (
    *("序号", "片区", "片长（单位主要负责人）", "联系电话", "单位名称", "联系人", "联系电话", "包联社区", "包联楼栋"),
    *("资源清单", "需求清单", "单位性质"),
)
SHIFT_HEADINGS = (
    *("卡点编号", "卡点名称", "所属社区", "所属网格", "是否核心卡点", "每班人数", "负责人", "负责人电话"),
    "班次",
)
DIRECTORY_HEADINGS = ("序号", "姓名", "工作单位", "联系电话")
SHIFTS = ("早班\n07:00-15:00", "中班\n15:00-23:00", "夜班\n23:00-次日07:00")
DAYS = 7
_WEEKDAYS = "一二三四五六日"
_OFFERS = ("会议室、活动场地", "义诊、健康体检", "政策宣讲", "车辆保障", "管网检修", "图书、文艺演出")
_NEEDS = ("志愿服务时长登记", "居民议事配合", "宣传阵地", "供需对接")
_NUMBERED = re.compile(r"(.*?)(\d+)栋")


def assignments(scenario: Scenario, duty: Duty, today: date) -> Sheet:
    """One row a unit: its zone, the zone's head, and the buildings, written in ranges."""
    rows = [_assignment(agency, number, duty) for number, agency in enumerate(scenario.agencies)]
    return Sheet(
        "包联安排",
        (f"{scenario.town}共驻共建单位包联小区楼栋安排表", f"{_months_back(today)}"),
        ASSIGNMENT_HEADINGS,
        tuple((number, *row) for number, row in enumerate(rows, 1)),
        notes=("备注：包联关系一包到底，直至接任；片长因工作调整的，由接任同志接续。",),
    )


def _months_back(today: date) -> str:
    """The month in which the table was made: eight months ago."""
    back = today.year * 12 + today.month - 1 - 8
    return f"{back // 12}年{back % 12 + 1}月"


def _assignment(agency: Agency, number: int, duty: Duty) -> Row:
    head, contact = duty.heads[agency.name], duty.contacts[agency.name]
    lists = (_OFFERS[number % len(_OFFERS)], _NEEDS[number % len(_NEEDS)])
    who: Row = (head.name, int(head.phone), agency.name, contact.name, contact.phone)
    return agency.zone, *who, agency.community, spans(agency.buildings), *lists, agency.kind


def spans(names: Sequence[str]) -> str:
    """Names of buildings as an office writes them: 松涛花园1-3栋、5栋；供销社宿舍18栋.

    >>> spans(("松涛花园1栋", "松涛花园2栋", "松涛花园5栋", "沿河路12号"))
    '松涛花园1-2栋、5栋；沿河路12号'
    """
    written: dict[str, list[tuple[int, int]]] = {}
    for name in names:
        found = _NUMBERED.fullmatch(name)
        compound, number = (found[1], int(found[2])) if found else (name, 0)
        runs = written.setdefault(compound, [])
        if runs and runs[-1][1] == number - 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return "；".join(compound + "、".join(map(_run, runs)) for compound, runs in written.items())


def _run(run: tuple[int, int]) -> str:
    first, last = run
    return "" if not first else f"{first}栋" if first == last else f"{first}-{last}栋"


def shifts(scenario: Scenario, duty: Duty, today: date) -> tuple[Sheet, Sheet]:
    """The cross table of a week that began yesterday, three lines a checkpoint, and the directory of all in it."""
    days = [today + timedelta(days=offset - 1) for offset in range(DAYS)]
    teams = {
        (agency.name, point.number): team
        for agency in scenario.agencies
        for point, team in _teams(agency, duty, scenario)
    }
    rows = [
        row
        for agency in scenario.agencies
        for point in agency.checkpoints
        for row in _point_rows(agency, point, teams[agency.name, point.number])
    ]
    first, last = days[0], days[-1]
    span = f"{first.year}年{first.month}月{first.day}日—{last.month}月{last.day}日"
    table = Sheet(
        "排班表",
        (f"{scenario.town}卡点值守排班表（{span}）",),
        (*SHIFT_HEADINGS, *(f"{day.month}月{day.day}日\n星期{_WEEKDAYS[day.weekday()]}" for day in days)),
        tuple(rows),
        merged=tuple(range(8)),
        notes=("要求：值守人员提前10分钟到岗，不得脱岗；请假须找人顶班并报负责人。",),
    )
    return table, _directory(scenario, duty)


def _teams(agency: Agency, duty: Duty, scenario: Scenario) -> Iterator[tuple[Checkpoint, list[Person]]]:
    """Everybody of the agency at one of its checkpoints; the town's volunteers join in turn, one a checkpoint."""
    count = max(1, len(agency.checkpoints))
    before = sum(len(other.checkpoints) for other in scenario.agencies[: scenario.agencies.index(agency)])
    for number, point in enumerate(agency.checkpoints):
        joined = duty.volunteers[before + number : before + number + 1]
        yield point, [*duty.cadres[agency.name][number::count], *(found.person for found in joined)]


def _point_rows(agency: Agency, point: Checkpoint, team: list[Person]) -> Iterator[Row]:
    head, each = team[0], 2 if point.is_core else 1
    place: Row = (
        *(point.number, point.name, agency.community, point.grid, "是" if point.is_core else "否", each),
        *(head.name, int(head.phone)),
    )
    turn = cycle(team)
    cells = [["、".join(next(turn).name for _ in range(each)) for _ in SHIFTS] for _ in range(DAYS)]
    for number, shift in enumerate(SHIFTS):
        standing: list[Cell] = [day[number] for day in cells]
        yield *(place if number == 0 else (None,) * len(place)), shift, *standing


def _directory(scenario: Scenario, duty: Duty) -> Sheet:
    rows: list[Row] = [
        (cadre.name, agency.name, cadre.phone) for agency in scenario.agencies for cadre in duty.cadres[agency.name]
    ]
    rows += [(found.person.name, None, found.person.phone) for found in duty.volunteers]
    return Sheet(
        "值守人员通讯录",
        (f"{scenario.town}值守人员通讯录",),
        DIRECTORY_HEADINGS,
        tuple((number, *row) for number, row in enumerate(rows, 1)),
    )
