"""单元长名册: who leads which entrance, and who leads its building; it makes entrances of buildings that are known."""

from loaders.roster import Post, Roster, words
from loaders.sources.building_leaders import BUILDING_LEADERS, HUB_HEADINGS
from loaders.sources.columns import BUILDING, COMMUNITY, COMPOUND, COUNTY, ENTRANCE, GRID, HOLDER, PLAIN, STANDBY, TOWN

ENTRANCE_LEADERS = Roster(
    "entrance_leaders",
    "单元长名册",
    "entrance leaders",
    rank=3,
    subject="entrance",
    title=words("单元长 门栋长 单元楼长 梯长"),
    needed=(("building",), ("entrance",), ("entrance_leader",)),
    columns=(COUNTY, TOWN, COMMUNITY, GRID, COMPOUND, BUILDING, ENTRANCE, *HOLDER),
    posts=(
        Post(
            "entrance_leader",
            words("单元长 单元长姓名 门栋长 门栋长姓名 单元负责人 梯长 梯长姓名 单元（门栋）长 姓名"),
            "entrance_leader",
            "Entrance",
        ),
        Post(
            "building_leader",
            words("楼栋长姓名 楼栋长 楼长 楼长姓名 栋长 栋长姓名"),
            "building_leader",
            "Building",
        ),
        BUILDING_LEADERS.post("deputy_building_leader"),
        Post("hub_household", HUB_HEADINGS, "hub_household", "Entrance|Building", primary=False),
        Post("standby", STANDBY, "standby", "Entrance"),
    ),
    ignored=(*PLAIN, *words("户数 住户数 单元户数 楼栋户数 层数 单元数 管辖户数 服务户数")),
)
