"""微网格长名册: who leads which micro-grid, alone or beside the leaders of the buildings in it."""

from dataclasses import replace

from loaders.roster import Post, Roster, words
from loaders.sources.building_leaders import BUILDING_LEADERS
from loaders.sources.columns import COMMUNITY, COUNTY, GRID, HOLDER, MICRO_GRID, PLAIN, STANDBY, TOWN
from loaders.sources.grids import GRIDS

# Under its own heading a leader stands in the lists that make micro-grids; here are those under a mere 姓名.
MICRO_GRID_LEADERS = Roster(
    "micro_grid_leaders",
    "微网格长名册",
    "micro-grid leaders",
    rank=3,
    subject="grid",
    title=words("微网格长 小网格长 微网格员 小网格员"),
    needed=(("micro_grid",), ("micro_grid_leader",)),
    columns=(COUNTY, TOWN, COMMUNITY, GRID, MICRO_GRID, *HOLDER),
    posts=(
        Post("micro_grid_leader", words("姓名 负责人 责任人 人员姓名"), "micro_grid_leader", "MicroGrid"),
        Post("standby", STANDBY, "standby", "MicroGrid"),
    ),
    ignored=(*PLAIN, *words("户数 楼栋数 管辖户数 服务户数 包含楼栋 楼栋范围 管辖范围 年龄 学历 职务")),
)
BUILDINGS_AND_MICRO_GRIDS = replace(
    BUILDING_LEADERS,
    code="building_and_micro_grid_leaders",
    zh="微网格长、楼栋长名册",
    en="leaders of micro-grids and buildings",
    needed=(("building",), ("micro_grid",), ("building_leader",), ("micro_grid_leader",)),
    columns=(*BUILDING_LEADERS.columns, MICRO_GRID),
    posts=(*BUILDING_LEADERS.posts, GRIDS.post("micro_grid_leader")),
)
