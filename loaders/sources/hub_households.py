"""党员中心户名册: whose home is the hub of the members of a building."""

from dataclasses import replace

from loaders.roster import Post, Roster, words
from loaders.sources.building_leaders import HUB_HEADINGS
from loaders.sources.columns import ADDRESS, BUILDING, COMMUNITY, COMPOUND, COUNTY, GRID, HOLDER, PLAIN, TOWN

HUB_HOUSEHOLDS = Roster(
    "hub_households",
    "党员中心户名册",
    "party hub households",
    rank=3,
    subject="building",
    title=words("党员中心户 中心户"),
    needed=(("building", "address"), ("hub_household",)),
    columns=(COUNTY, TOWN, COMMUNITY, GRID, COMPOUND, BUILDING, ADDRESS, *HOLDER),
    posts=(Post("hub_household", HUB_HEADINGS, "hub_household", "Building", primary=False),),
    ignored=(*PLAIN, *words("联系党员数 联系户数 联系群众数 年龄 学历 职务 入党时间")),
)
# Under a mere 姓名 or 户主 they are hubs only where the title says so.
HUB_HOUSEHOLD_NAMES = replace(
    HUB_HOUSEHOLDS,
    code="hub_household_names",
    zh="党员中心户户主名单",
    en="heads of party hub households",
    posts=(replace(HUB_HOUSEHOLDS.posts[0], headings=words("姓名 户主姓名 户主 党员姓名 负责人")),),
    titled=True,
)
