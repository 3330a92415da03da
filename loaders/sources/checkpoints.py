"""卡点名册: the checkpoints of a community or grid, how many stand at each, who leads it, and since when."""

from loaders.roster import Column, Post, Roster, words
from loaders.sources.columns import COMMUNITY, COUNTY, GRID, HOLDER, PLAIN, TOWN
from loaders.sources.shifts import SHIFTS
from loaders.sources.zones import IN_FORCE, OUT_OF_FORCE

_OWN = tuple(column for column in SHIFTS.columns if "heckpoint" in column.field)

CHECKPOINTS = Roster(
    "checkpoints",
    "卡点名册",
    "checkpoints",
    rank=3,
    subject="checkpoint",
    title=words("卡点名册 卡点一览 卡点设置 卡点台账 卡点信息 卡点登记 卡点清单 卡点基本 卡点分布 点位设置"),
    needed=(
        ("checkpoint", "Checkpoint.name"),
        ("Checkpoint.since", "Checkpoint.required_per_shift", "Checkpoint.is_core"),
    ),
    columns=(
        COUNTY,
        TOWN,
        COMMUNITY,
        GRID,
        *_OWN,
        Column("zone", words("所属片区 片区 片区名称 所在片区"), "place", hold=True),
        Column("Checkpoint.since", IN_FORCE, "day"),
        Column("Checkpoint.until", OUT_OF_FORCE, "day"),
        *HOLDER,
    ),
    posts=(
        next(post for post in SHIFTS.posts if post.field == "checkpoint_lead"),
        Post("point_cadre", words("包点干部 包点干部姓名 包点领导 包保干部"), "point_cadre", "Checkpoint"),
        Post(
            "checkpoint_staff",
            words("值守人员 值守人员姓名 值守人 值守干部 值守志愿者"),
            "checkpoint_staff",
            "Checkpoint",
            primary=False,
        ),
    ),
    ignored=(*PLAIN, *words("职务 位置 地址 具体位置 详细位置 经度 纬度 班次 班次数 责任单位 值守单位 类型 类别")),
)
