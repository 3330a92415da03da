"""需关注家庭登记表: who has which need, on what basis it may be recorded, and who looks after them."""

from loaders.roster import Column, Post, Roster, words
from loaders.sources.columns import BASIS, HOLDER, HOME, PLAIN, SINCE, UNTIL

NEEDS_ROSTER = Roster(
    "needs",
    "需关注家庭登记表",
    "households to look after",
    rank=5,
    subject="home",
    title=words("需关注家庭 需关注 特殊群体 困难群众 困难家庭 空巢 独居 孤寡 残疾人 一老一小 留守"),
    needed=(("helped",), ("needs",)),
    columns=(
        *HOME,
        *(column for column in HOLDER if column not in (SINCE, UNTIL)),
        Column(
            "needs",
            words(
                "需求类型 需求类别 需关注类型 需关注原因 关注类型 关注类别 困难类型 困难类别 人员类别 对象类别 "
                "家庭类别 特殊情况"
            ),
            "skills",
        ),
        Column("needed_since", words("登记日期 登记时间 认定时间 认定日期 纳入时间 纳入日期 建档时间"), "day"),
        *BASIS,
        Column(
            "visit_every_days",
            words("探访频次 探访频次（天/次） 探访周期 探访间隔 走访频次 探访频次（天） 走访周期"),
            "integer",
        ),
    ),
    posts=(
        Post(
            "helped",
            words("姓名 需关注对象 对象姓名 老人姓名 服务对象 居民姓名 人员姓名 成员姓名 关爱对象 本人姓名"),
            home=True,
        ),
        Post(
            "helper",
            words("结对人 结对人姓名 帮扶人 结对党员 结对志愿者 帮扶责任人 包保责任人 结对干部"),
            known=True,
            insider=True,
        ),
    ),
    # Medical and financial particulars are nobody's business here.
    ignored=(
        *PLAIN,
        *words(
            "年龄 民族 具体情况 家庭情况 困难情况 健康状况 病种 残疾等级 残疾类别 低保类别 家庭人口 户主 "
            "监护人 经济状况"
        ),
    ),
)
