"""楼栋党小组长名册: the party groups of buildings, the branch above them, and who leads them."""

from loaders.roster import Party, Post, Roster, words
from loaders.sources.building_leaders import GROUP_HEADINGS, GROUP_LEADER_HEADINGS
from loaders.sources.columns import BUILDING, COMMUNITY, COMPOUND, COUNTY, GRID, HOLDER, PLAIN, TOWN

GROUP_LEADERS = Roster(
    "group_leaders",
    "楼栋党小组长名册",
    "leaders of party groups",
    rank=3,
    subject="building",
    title=words("党小组长 党小组 楼栋党小组"),
    needed=(("building",), ("party:building_group",), ("group_leader",)),
    columns=(COUNTY, TOWN, COMMUNITY, GRID, COMPOUND, BUILDING, *HOLDER),
    posts=(
        Post(
            "group_leader",
            (*GROUP_LEADER_HEADINGS, *words("小组长 组长 组长姓名 小组长姓名 姓名 负责人")),
            "group_leader",
            "party:building_group",
        ),
    ),
    parties=(
        Party(
            "party:branch",
            words("所属党支部 所属支部 上级党组织 所在党支部 党支部 支部 网格党支部 隶属党支部 党支部名称"),
            "",
        ),
        Party("party:building_group", (*GROUP_HEADINGS, *words("小组名称 党组织名称")), "Building", "party:branch"),
    ),
    ignored=(*PLAIN, *words("党员数 党员人数 正式党员数 小组人数 户数 单元数 楼栋户数 年龄 学历 入党时间")),
)
