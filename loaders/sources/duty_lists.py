"""值班表: which day and shift somebody is on duty, at the community, at a grid, or at a checkpoint."""

from dataclasses import replace

from loaders.roster import CROSSTAB, Column, Post, Roster, words
from loaders.sources.columns import COMMUNITY, COUNTY, GRID, HOLDER, PLAIN, SINCE, TOWN, UNTIL, WORKPLACE

_DAY = Column("duty_on", words("日期 值班日期 值守日期 值班时间 排班日期 值班日 时间"), "raw", hold=True)
_HOURS = Column(
    "duty_hours", words("班次 班次时间 班别 时段 值班时段 值守时段 值班班次 起止时间 值班起止时间 时间段"), "hours"
)
_HOLDER = tuple(column for column in HOLDER if column not in (SINCE, UNTIL))
_PEOPLE = (
    Post(
        "duty_leader",
        words("带班领导 带班人 带班领导姓名 值班领导 带班人员 带班干部 值班长"),
        known=True,
        insider=True,
    ),
    Post(
        "duty_staff",
        words("值班人员 值班人 值班员 值守人员 值守人 值班人员姓名 值班干部 值班同志 当班人员 值班人姓名 值守人员姓名"),
        known=True,
        insider=True,
    ),
)
_APART = tuple(post.field for post in _PEOPLE)
_IGNORED = (*PLAIN, *words("星期 职务 岗位 值班电话 值班地点 地点 备班人员 交接班 签字 值班室电话 值班安排"))

COMMUNITY_DUTY = Roster(
    "community_duty",
    "社区值班表",
    "community duty list",
    rank=6,
    subject="community",
    title=words("值班 值班表 值班安排"),
    needed=(("duty_on",), ("duty_staff", "duty_leader")),
    columns=(COUNTY, TOWN, COMMUNITY, GRID, _DAY, _HOURS, WORKPLACE, *_HOLDER),
    posts=_PEOPLE,
    ignored=_IGNORED,
    apart=_APART,
)
# Under a mere 姓名 somebody is on duty only where the title says so: days and names stand in many lists.
COMMUNITY_DUTY_NAMES = replace(
    COMMUNITY_DUTY,
    code="community_duty_names",
    zh="社区值班人员名单",
    en="names on duty at a community",
    needed=(("duty_on",), ("duty_staff",)),
    posts=(_PEOPLE[0], replace(_PEOPLE[1], headings=words("姓名 人员姓名 干部姓名"))),
    titled=True,
)
CHECKPOINT_DUTY = Roster(
    "checkpoint_duty",
    "卡点值守名单",
    "checkpoint duty list",
    rank=6,
    subject="checkpoint",
    title=words("卡点 值守 值班"),
    needed=(("checkpoint", "Checkpoint.name"), ("duty_on",), ("duty_staff", "duty_leader")),
    columns=(
        COUNTY,
        TOWN,
        COMMUNITY,
        GRID,
        Column("checkpoint", words("卡点编号 卡点号 卡点代码 点位编号"), hold=True),
        Column("Checkpoint.name", words("卡点名称 卡点 卡点位置 点位名称 点位 值守点位 卡点地点")),
        _DAY,
        _HOURS,
        WORKPLACE,
        *_HOLDER,
    ),
    posts=_PEOPLE,
    ignored=_IGNORED,
    apart=_APART,
)
COMMUNITY_SHIFTS = Roster(
    "community_shifts",
    "社区值班排班表",
    "community shifts",
    rank=6,
    subject="community",
    title=words("值班 排班 值班安排"),
    needed=(("shift",), (CROSSTAB,)),
    columns=(
        COUNTY,
        TOWN,
        COMMUNITY,
        GRID,
        Column("shift", words("班次 班次时间 班别 时段 值班时段 值守时段 时间段 值班时间"), "hours"),
    ),
    posts=(Post("on_duty", (), known=True, insider=True),),
    ignored=(*PLAIN, *words("岗位 带班领导 职务")),
    shape=CROSSTAB,
)
