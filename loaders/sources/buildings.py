"""小区楼栋信息表: the roster that makes towns, communities, grids, compounds and buildings."""

from loaders.roster import Column, Post, Roster, words
from loaders.sources.columns import BUILDING, COMMUNITY, COMPOUND, COUNTY, GRID, HOLDER, MICRO_GRID, PLAIN, TOWN

BUILDINGS = Roster(
    "buildings",
    "小区楼栋信息表",
    "estates and buildings",
    rank=1,
    subject="building",
    title=words("楼栋信息 小区楼栋 楼栋基本 小区信息 楼栋台账 楼栋一览 楼栋登记 小区基本 楼栋情况 楼宇"),
    needed=(
        ("building",),
        (
            "community_code",
            "Building.floors",
            "unit:property_company",
            "town",
            "property_manager",
            "Building.entrances",
        ),
    ),
    columns=(
        COUNTY,
        TOWN,
        COMMUNITY,
        Column("county_code", words("县代码 县（市、区）代码 县级代码 县区划代码"), "county_code", hold=True),
        Column("town_code", words("镇代码 镇（街道）代码 乡镇代码 街道代码 镇级代码"), "town_code", hold=True),
        Column(
            "community_code",
            words(
                "社区代码 社区编码 村代码 社区（村）代码 村（社区）代码 区划代码 行政区划代码 村居代码 "
                "区划编码 行政区划编码 区划码 社区（村）编码 "
                "统计用区划代码 社区区划代码 代码"
            ),
            "community_code",
            hold=True,
        ),
        GRID,
        MICRO_GRID,
        COMPOUND,
        BUILDING,
        Column("Building.floors", words("层数 楼层数 总层数 地上层数 楼层 层 总楼层 楼栋层数"), "integer"),
        Column("Building.entrances", words("单元数 单元数量 单元个数 单元 单元总数"), "integer"),
        Column(
            "Building.declared_households",
            words("户数 楼栋户数 总户数 登记户数 住户数 户数（户） 户 居民户数 楼栋总户数"),
            "integer",
        ),
        Column("Building.lon", ("经度", "东经"), "number"),
        Column("Building.lat", ("纬度", "北纬"), "number"),
        Column(
            "unit:property_company",
            words(
                '物业公司 物业公司（无物业填"无"） 物业服务企业 物业单位 物业管理公司 物业企业 物业名称 '
                "物业服务公司 物业公司名称 物业管理单位 物业"
            ),
            "management",
        ),
        *HOLDER,
    ),
    posts=(
        Post(
            "property_manager",
            words("物业负责人 物业经理 物业项目经理 物业项目负责人 项目经理 物业联系人"),
            "property_manager",
            "Compound",
        ),
        Post(
            "owners_committee",
            words("业委会负责人 业委会主任 业主委员会主任 业主委员会负责人 业委会 物管会主任"),
            "owners_committee",
            "Compound",
        ),
        Post("building_leader", words("楼栋长姓名 楼栋长 楼长 楼长姓名"), "building_leader", "Building"),
    ),
    ignored=PLAIN,
    creates=frozenset(("County", "Town", "Community", "Grid", "MicroGrid", "Compound", "Building")),
)
