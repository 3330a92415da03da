"""结对关爱台账: who has which need and is paired with whom, when they were visited last, and what they wish for."""

from loaders.roster import Column, Post, Roster, words
from loaders.sources.columns import BASIS, COUNTY, HOLDER, PLAIN, RESIDENCE, SINCE, TOWN, UNTIL

_PAIRED_SINCE = Column(
    "since", (*words("结对时间 结对日期 结对年月 结对起始时间 帮扶开始时间"), *SINCE.headings), "day"
)
_PAIRED_UNTIL = Column("until", (*words("结束时间 结束日期 解除时间 终止时间"), *UNTIL.headings), "day")

CARE_PAIRS = Roster(
    "care_pairs",
    "结对关爱台账",
    "care pairs",
    rank=5,
    subject="",
    title=words("结对关爱 关爱台账 结对 关爱 帮扶 需关注家庭"),
    needed=(("helped",), ("needs",), ("helper", "visit_every_days")),
    columns=(
        COUNTY,
        TOWN,
        *(column for column in HOLDER if column not in (SINCE, UNTIL)),
        _PAIRED_SINCE,
        _PAIRED_UNTIL,
        RESIDENCE,
        Column("needs", words("需求类型 需求 需求类别 困难类型 关爱类型 类型 人员类别 对象类别"), "skills"),
        Column(
            "visit_every_days",
            words("探访频次 探访频次（天/次） 探访周期 探访间隔 走访频次 探访频次（天） 走访周期 探访频率 走访频率"),
            "integer",
        ),
        Column(
            "visited_on",
            words(
                "最近探访 最近探访（月.日） 最近探访时间 最近探访日期 最近走访 最近走访时间 "
                "上次探访 上次走访 上次探访时间 上次走访时间 最近一次走访 最近一次探访 最近走访日期"
            ),
            "raw",
        ),
        Column("visit_mode", words("探访方式 走访方式 最近探访方式 方式"), "visit_mode"),
        Column("visit_result", words("探访情况 走访情况 探访记录 走访记录")),
        *BASIS,
        Column("wish", words("微心愿 心愿 微心愿内容 心愿内容")),
        Column("wish_on", words("心愿登记日期 微心愿登记日期 心愿日期 心愿登记时间 登记日期"), "day"),
        Column("wish_status", words("认领情况 心愿认领情况 微心愿认领情况 心愿状态 认领状态"), "request_status"),
    ),
    posts=(
        Post(
            "helped",
            words(
                "关爱对象 关爱对象姓名 服务对象姓名 帮扶对象姓名 帮扶对象 服务对象 "
                "老人姓名 对象姓名 结对对象 被帮扶人 需关注对象 姓名"
            ),
        ),
        Post(
            "helper",
            words(
                "结对人 结对人姓名 帮扶人 结对党员 结对志愿者 结对帮扶人 联系人 结对干部 责任人 "
                "帮扶责任人 结对责任人 帮扶干部 探访人 帮扶志愿者 关爱责任人 结对帮扶责任人"
            ),
        ),
    ),
    ignored=(*PLAIN, "年龄"),
)
