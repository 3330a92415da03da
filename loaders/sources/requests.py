"""诉求、微心愿台账: what residents asked for, who took it on, and what became of it."""

from loaders.roster import Column, Post, Roster, words
from loaders.sources.columns import HOLDER, HOME, PLAIN, SINCE, UNTIL

REQUESTS = Roster(
    "requests",
    "诉求（微心愿）台账",
    "requests and small wishes",
    rank=6,
    subject="home",
    title=words("微心愿 诉求 代办 代言 代购 心愿 民情 群众需求 一卡双找"),
    needed=(
        ("request_text",),
        ("raiser", "room", "address"),
        (
            "request_on",
            "request_status",
            "request_claimed",
            "request_done",
            "claimed_on",
            "closed_on",
            "claimant",
            "unit:claimant",
        ),
    ),
    columns=(
        *HOME,
        *(column for column in HOLDER if column not in (SINCE, UNTIL)),
        Column(
            "request_kind",
            words("类型 类别 诉求类型 诉求类别 事项类型 事项类别 需求类型 服务类型 办理类型"),
            "request_kind",
        ),
        Column(
            "request_text",
            words(
                "诉求内容 微心愿内容 心愿内容 微心愿 心愿 事项内容 诉求事项 代办事项 具体事项 需求内容 "
                "问题内容 反映问题 办理事项"
            ),
        ),
        Column(
            "request_on",
            words(
                "提出日期 提出时间 登记日期 登记时间 受理日期 受理时间 征集时间 征集日期 收集日期 "
                "心愿登记日期 日期 时间"
            ),
            "day",
        ),
        Column(
            "request_status",
            words("状态 办理状态 办理情况 认领情况 认领状态 心愿状态 完成情况 办结情况 进展 落实情况"),
            "request_status",
        ),
        Column("request_claimed", words("是否认领 是否已认领 是否有人认领"), "yes_no"),
        Column("request_done", words("是否实现 是否完成 是否办结 是否解决 是否圆梦 是否已完成"), "yes_no"),
        Column("claimed_on", words("认领日期 认领时间 领取时间 承接时间"), "day"),
        Column("closed_on", words("办结日期 办结时间 完成日期 完成时间 实现时间 实现日期 圆梦时间"), "day"),
        Column("unit:claimant", words("认领单位 承办单位 责任单位 办理单位 帮办单位 认领（承办）单位")),
    ),
    posts=(
        Post(
            "raiser",
            words(
                "提出人 提出人姓名 诉求人 诉求人姓名 心愿人 心愿人姓名 居民姓名 姓名 申请人 反映人 服务对象 "
                "心愿对象 群众姓名"
            ),
            known=True,
            home=True,
        ),
        Post(
            "claimant",
            words(
                "认领人 认领人姓名 认领党员 承办人 承办人姓名 代办员 代办人 责任人 办理人 经办人 代购人 "
                "帮办人 认领志愿者"
            ),
            known=True,
            insider=True,
        ),
    ),
    ignored=(
        *PLAIN,
        *words("工单编号 年龄 民族 满意度 是否满意 评价 回访情况 办理结果 处理结果 处理情况 受理人 登记人 承诺时限"),
    ),
)
