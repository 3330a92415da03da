"""片区名册: the zones of a town or community, what each includes, who leads it, and since when it is in force."""

from loaders.roster import Column, Post, Roster, words
from loaders.sources.assignments import UNIT_ASSIGNMENTS
from loaders.sources.columns import COUNTY, HOLDER, PLAIN, TOWN

IN_FORCE = words(
    "启用时间 启用日期 设立时间 成立时间 生效时间 划定时间 开始时间 片区启用时间 设置时间 起用时间 启动时间"
)
OUT_OF_FORCE = words("停用时间 停用日期 撤销时间 撤销日期 失效时间 片区停用时间 解除时间 撤除时间 停止时间")
_ZONE = next(column for column in UNIT_ASSIGNMENTS.columns if column.field == "zone")

ZONES = Roster(
    "zones",
    "片区名册",
    "zones",
    rank=3,
    subject="",
    title=words("片区名册 片区划分 片区一览 片区设置 片区台账 片长名册 片区信息 包片 片区"),
    needed=(("zone",), ("zone_lead", "zone_extent", "zone_checkpoints", "Zone.since")),
    columns=(
        COUNTY,
        TOWN,
        Column("community", words("所属社区 所在社区 所属村 所属村（社区） 所属社区（村）"), "community", hold=True),
        Column("zone", (*_ZONE.headings, *words("片区编号 片名 片区号 名称")), "place", hold=True),
        Column(
            "cobuilt",
            words("包含社区 涉及社区 覆盖社区 社区 社区名称 所含社区 包含社区（村） 辖社区 涉及村（社区）"),
            "communities",
            hold=True,
        ),
        Column(
            "zone_extent",
            words(
                "包含楼栋 覆盖范围 片区范围 楼栋 包含小区楼栋 包含小区 责任楼栋 所含楼栋 管辖范围 楼栋范围 小区楼栋 "
                "包含小区及楼栋 责任范围 覆盖楼栋"
            ),
            "raw",
        ),
        Column("zone_checkpoints", words("包含卡点 卡点 卡点编号 所含卡点 下设卡点 卡点名称 责任卡点 设置卡点"), "raw"),
        Column("Zone.since", IN_FORCE, "day"),
        Column("Zone.until", OUT_OF_FORCE, "day"),
        *HOLDER,
    ),
    posts=(
        *UNIT_ASSIGNMENTS.posts[:1],
        Post(
            "point_cadre",
            words("包点干部 包片干部 包片领导 包片领导姓名 包片干部姓名 联片干部 包点干部姓名"),
            "point_cadre",
            "Zone",
            primary=False,
        ),
    ),
    ignored=(*PLAIN, *words("职务 楼栋数 户数 人口 面积 卡点数 单位 单位职务 片长职务 片长单位")),
    located=True,
)
