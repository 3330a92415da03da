"""结对关爱台账 and 请假登记表: who looks after whom, and who is away."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from loaders.scenario.duty import Duty, Pair
from loaders.scenario.party_forms import address
from loaders.scenario.places import Scenario
from loaders.scenario.workbook import Row, Sheet

PAIR_HEADINGS = (
    *("序号", "关爱对象", "性别", "出生年月", "年龄", "住址", "联系电话", "需求类型", "结对人", "结对人电话"),
    *("结对时间", "结束时间", "探访频次（天/次）", "最近探访（月.日）", "探访方式", "微心愿", "心愿登记日期"),
    *("认领情况", "备注"),
)
LEAVE_HEADINGS = (
    *("序号", "姓名", "岗位", "联系电话", "请假类型", "开始日期", "结束日期", "天数", "代班人", "代班人电话", "备注"),
)
_WISHES = ("一台收音机", "修理阳台灯", "一副老花镜", "检修燃气灶", "陪同复诊")
_STATES = ("未认领", "已认领", "已完成")
_WISH_EVERY = 6
_OVERDUE_EVERY = 9
_QUARTERS = "一二三四"


def pairs(scenario: Scenario, duty: Duty, random: Random, today: date) -> Sheet:
    """One row an elder; those without a helper stand in it too."""
    rows = [_pair_row(number, pair, random, today) for number, pair in enumerate(duty.pairs)]
    return Sheet(
        "台账",
        (
            f"{scenario.town}需关注家庭结对关爱台账",
            f"年度：{today.year}年　　　　　　本台账仅限工作使用，请勿外传",
        ),
        PAIR_HEADINGS,
        tuple((number, *row) for number, row in enumerate(rows, 1)),
        notes=("", "填报人：　　　　　　社区书记（签字）："),
    )


def _pair_row(number: int, pair: Pair, random: Random, today: date) -> Row:
    person = pair.elder.person
    born = f"{person.birth.year}.{person.birth.month:02d}"
    years = today.year - person.birth.year
    who: Row = (person.name, person.gender, born, years, address(pair.elder), person.phone or None, pair.need)
    helper: Row = (None, None, None)
    if pair.helper:
        since = f"{today.year - 1}年{random.randint(1, 12)}月"
        helper = (pair.helper.name, pair.helper.phone, since)
    return (*who, *helper, None, pair.every, *_visit(number, pair, random, today), *_wish(number, today), None)


def _visit(number: int, pair: Pair, random: Random, today: date) -> Row:
    """The last visit; one in nine was too long ago. One of last year is left out: it would be read as this year's."""
    ago = pair.every * 2 if number % _OVERDUE_EVERY == _OVERDUE_EVERY - 1 else random.randint(0, pair.every - 2)
    day = today - timedelta(days=ago)
    if not pair.helper or day.year != today.year:
        return (None, None)
    return f"{day.month}.{day.day}", random.choice(("上门", "电话"))


def _wish(number: int, today: date) -> Row:
    if number % _WISH_EVERY:
        return (None, None, None)
    turn = number // _WISH_EVERY
    opened = today - timedelta(days=5 + 7 * (turn % 5))
    return _WISHES[turn % len(_WISHES)], opened.isoformat(), _STATES[turn % len(_STATES)]


def leaves(scenario: Scenario, duty: Duty, today: date) -> Sheet:
    """One row an absence that covers today."""
    quarter = _QUARTERS[(today.month - 1) // 3]
    return Sheet(
        "请假登记",
        (f"{scenario.town}网格力量请假登记表", f"{today.year}年第{quarter}季度"),
        LEAVE_HEADINGS,
        tuple((number, *row) for number, row in enumerate(_leave_rows(duty, today), 1)),
        notes=("", f"审批人：　　　　　　　　日期：{today.year}年{today.month}月{today.day}日"),
    )


def _leave_rows(duty: Duty, today: date) -> Iterator[Row]:
    for number, absence in enumerate(duty.absences):
        first, last = today - timedelta(days=1 + number % 3), today + timedelta(days=3 + number % 4)
        days = (last - first).days + 1
        who: Row = (absence.person.name, absence.post, absence.person.phone)
        yield *who, "年休假", first, last, days, absence.stand_in.name, absence.stand_in.phone, None
