"""村民小组长名册: who leads which 村民小组, which in the graph is a building of its village."""

from loaders.roster import Column, Post, Roster, words
from loaders.sources.columns import COMMUNITY, COUNTY, GRID, HOLDER, PLAIN, STANDBY, TOWN

VILLAGER_GROUP_LEADERS = Roster(
    "villager_group_leaders",
    "村民小组长名册",
    "villager group leaders",
    rank=3,
    subject="building",
    title=words("村民小组长 村民小组 小组长 村民组长"),
    needed=(("building",), ("villager_group_leader",)),
    columns=(
        COUNTY,
        TOWN,
        COMMUNITY,
        GRID,
        Column(
            "building",
            words(
                "村民小组 村民小组名称 村民小组组名 所在村民小组 小组 小组名称 组别 组名 村组 村民组 所在组 自然村组"
            ),
            "villager_group",
        ),
        *HOLDER,
    ),
    posts=(
        Post(
            "villager_group_leader",
            words("村民小组长 村民小组长姓名 村民小组组长 小组长 小组长姓名 组长 组长姓名 村民组长 姓名"),
            "villager_group_leader",
            "Building",
        ),
        Post(
            "deputy_building_leader",
            words("副组长 副组长姓名 村民小组副组长 副小组长"),
            "deputy_building_leader",
            "Building",
        ),
        Post("standby", STANDBY, "standby", "Building"),
    ),
    ignored=(*PLAIN, *words("户数 组户数 人口 人口数 常住人口 户籍人口 耕地面积 年龄 学历 民族 补助标准 职务")),
)
