"""楼栋长名册: who leads which building, and the building's party group."""

from loaders.roster import Party, Post, Roster, words
from loaders.sources.columns import BUILDING, COMMUNITY, COMPOUND, COUNTY, GRID, HOLDER, PLAIN, TOWN

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
    ),
    parties=(
        Party("party:building_group", words("楼栋党小组 党小组 楼栋党小组名称 党小组名称 所在党小组"), "Building"),
    ),
    ignored=(*PLAIN, "单元数", "楼栋户数", "户数", "层数", "单元", "总户数", "住户数", "单元数量", "管辖户数"),
)
