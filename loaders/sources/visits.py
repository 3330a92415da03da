"""走访记录: who visited which household or person, when, how, and what they found."""

from dataclasses import replace

from loaders.roster import Column, Post, Roster, words
from loaders.sources.columns import ADDRESS, COMMUNITY, GRID, HOLDER, HOME, PLAIN, SINCE, UNTIL

_VISITED = {
    "community": replace(COMMUNITY, headings=(*COMMUNITY.headings, *words("走访社区 走访村（社区） 探访社区"))),
    "grid": replace(GRID, headings=(*GRID.headings, *words("走访网格 探访网格"))),
    "address": replace(ADDRESS, headings=(*ADDRESS.headings, *words("走访地址 走访地点 探访地址 走访对象地址"))),
}

_ON = Column(
    "visit_on",
    words(
        "走访日期 走访时间 入户日期 入户时间 探访日期 探访时间 慰问日期 慰问时间 巡访时间 走访（探访）日期 日期 时间"
    ),
    "raw",
)
_MODE = Column("visit_mode", words("走访方式 探访方式 入户方式 联系方式（上门/电话） 走访形式 探访形式"), "visit_mode")
_RESULT = Column(
    "visit_result",
    words("走访情况 探访情况 走访记录 走访内容 入户情况 反映问题 走访结果 情况记录 走访情况记录 慰问情况"),
)
_VISITED_PERSON = Post(
    "visited",
    words(
        "走访对象 走访对象姓名 被走访人 被走访人姓名 探访对象 受访人 对象姓名 户主姓名 户主 走访户 走访户主 走访家庭 "
        "走访户姓名 居民姓名 慰问对象 住户姓名 姓名"
    ),
    known=True,
    home=True,
)
_VISITOR = Post(
    "visitor",
    words("走访人 走访人员 走访人姓名 走访干部 入户人员 探访人 探访人员 慰问人 巡访人员 入户人"),
    known=True,
    insider=True,
)

VISITS = Roster(
    "visits",
    "走访记录表",
    "visits",
    rank=6,
    subject="home",
    title=words("走访 入户 探访 慰问 巡访"),
    needed=(
        ("visit_on",),
        ("visited", "room", "address"),
        ("visitor", "visit_result", "visit_mode"),
    ),
    columns=(
        *(_VISITED.get(column.field, column) for column in HOME),
        *(column for column in HOLDER if column not in (SINCE, UNTIL)),
        _ON,
        _MODE,
        _RESULT,
    ),
    posts=(_VISITED_PERSON, _VISITOR),
    ignored=(*PLAIN, *words("家庭人口 慰问品 慰问金 走访次数 是否解决 签字 签名 照片 民族 年龄")),
)
# Where the title says that it is about visits, words count that stand in many lists.
VISITS_TITLED = replace(
    VISITS,
    code="visits_titled",
    zh="走访台账",
    en="register of visits",
    columns=(
        *(column for column in VISITS.columns if column not in (_MODE, _RESULT)),
        replace(_MODE, headings=(*words("方式 形式"), *_MODE.headings)),
        replace(_RESULT, headings=(*words("存在问题 主要内容 谈话内容 了解情况 情况"), *_RESULT.headings)),
    ),
    posts=(
        _VISITED_PERSON,
        replace(_VISITOR, headings=(*words("网格员 网格员姓名 责任人 干部姓名"), *_VISITOR.headings)),
    ),
    titled=True,
)
