"""楼栋长名册: who leads which building, who stands in, its hub household, its party group and who leads that."""

from dataclasses import replace

from loaders.roster import Party, Post, Roster, words
from loaders.sources.columns import BUILDING, COMMUNITY, COMPOUND, COUNTY, GRID, HOLDER, PLAIN, STANDBY, TOWN

HUB_HEADINGS = words("党员中心户 党员中心户姓名 中心户 中心户姓名 党员中心户户主 党员中心户名称")
GROUP_LEADER_HEADINGS = words(
    "党小组长 楼栋党小组长 党小组组长 楼栋党小组组长 党小组长姓名 楼栋党小组长姓名 党小组组长姓名"
)
GROUP_HEADINGS = words("楼栋党小组 党小组 楼栋党小组名称 党小组名称 所在党小组")

BUILDING_LEADERS = Roster(
    "building_leaders",
    "楼栋长名册",
    "building leaders",
    rank=3,
    subject="building",
    title=words("楼栋长 楼长 栋长"),
    needed=(("building",), ("building_leader", "deputy_building_leader")),
    columns=(COUNTY, TOWN, COMMUNITY, GRID, COMPOUND, BUILDING, *HOLDER),
    posts=(
        Post(
            "building_leader",
            words("楼栋长姓名 楼栋长 楼长 楼长姓名 姓名 栋长 栋长姓名 负责人 楼栋负责人 楼栋长（姓名）"),
            "building_leader",
            "Building",
        ),
        Post(
            "deputy_building_leader",
            words("副楼栋长 副楼栋长姓名 副楼长 副楼长姓名"),
            "deputy_building_leader",
            "Building",
        ),
        Post("hub_household", HUB_HEADINGS, "hub_household", "Building", primary=False),
        Post("standby", STANDBY, "standby", "Building"),
    ),
    parties=(Party("party:building_group", GROUP_HEADINGS, "Building"),),
    ignored=(
        *PLAIN,
        "单元数",
        "楼栋户数",
        "户数",
        "层数",
        "单元",
        "总户数",
        "住户数",
        "单元数量",
        "管辖户数",
        *words("年龄 居住地址 住址 家庭住址 工作单位 文化程度 学历 职业 民族"),
    ),
)
# A leader of a party group needs the group: where no column names it, the leaders of buildings stand alone.
BUILDING_FORCES = replace(
    BUILDING_LEADERS,
    code="building_forces",
    zh="楼栋力量名册",
    en="leaders of buildings and party groups",
    needed=(*BUILDING_LEADERS.needed, ("party:building_group",), ("group_leader",)),
    posts=(
        *BUILDING_LEADERS.posts,
        Post("group_leader", GROUP_LEADER_HEADINGS, "group_leader", "party:building_group"),
    ),
)
