"""小区名册: the estates of a community, who manages each, and whom to call there."""

from loaders.roster import Column, Roster, words
from loaders.sources.buildings import BUILDINGS
from loaders.sources.columns import COMMUNITY, COMPOUND, COUNTY, GRID, HOLDER, PLAIN, TOWN

_COMPANY = next(column for column in BUILDINGS.columns if column.field == "unit:property_company")

COMPOUNDS = Roster(
    "compounds",
    "小区名册",
    "estates",
    rank=1,
    subject="compound",
    title=words(
        "小区名册 小区一览 小区台账 小区物业 物业小区 住宅小区 小区名录 小区登记 小区管理 小区情况 小区清单 "
        "物业管理情况 物业台账 小区汇总 小区基本情况"
    ),
    needed=(
        ("compound",),
        ("unit:property_company", "Compound.property_management", "property_manager", "owners_committee"),
    ),
    columns=(
        COUNTY,
        TOWN,
        COMMUNITY,
        GRID,
        COMPOUND,
        Column(
            "Compound.property_management",
            words(
                "物业管理方式 管理方式 物业类型 有无物业 物业管理情况 物业管理模式 是否有物业 物业情况 管理模式 "
                "物业管理类型 管理形式 物业服务方式"
            ),
            "managed",
        ),
        _COMPANY,
        *HOLDER,
    ),
    posts=tuple(post for post in BUILDINGS.posts if post.target == "Compound"),
    ignored=(
        *PLAIN,
        *words(
            "楼栋数 栋数 户数 总户数 住户数 入住户数 单元数 建成年份 建成时间 竣工时间 小区类型 小区性质 地址 小区地址 "
            "建筑面积 占地面积 面积 开发商 开发建设单位 建设单位 业委会 是否成立业委会 有无业委会 业委会成立时间 "
            "业委会情况 是否封闭 入住率 居民人数 人口 党员数 物业费 收费标准 所属网格数 房屋性质 楼栋 楼栋数量"
        ),
    ),
    creates=frozenset(("Compound",)),
)
