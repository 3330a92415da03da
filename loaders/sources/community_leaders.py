"""社区（村）负责人名册: secretary, director and others of each community, a column for each post."""

from loaders.roster import Post, Roster, words
from loaders.sources.areas import AREAS
from loaders.sources.columns import COMMUNITY, COUNTY, HOLDER, PLAIN, STANDBY, TOWN

# Where a table says more of the communities than their people, it is a list of areas: see areas.py.
COMMUNITY_LEADERS = Roster(
    "community_leaders",
    "社区（村）负责人名册",
    "leaders of communities",
    rank=3,
    subject="community",
    title=words("负责人名册 主要负责人 书记主任 书记、主任 两委负责人 村（社区）干部 社区（村）干部"),
    needed=(("community",), ("community_secretary", "community_director")),
    columns=(COUNTY, TOWN, COMMUNITY, *HOLDER),
    posts=(
        AREAS.post("community_secretary"),
        AREAS.post("community_director"),
        Post(
            "community_cadre",
            words("副书记 副主任 两委委员 社区干部 村干部 社区专干 副书记姓名 副主任姓名"),
            "community_cadre",
            "Community",
        ),
        Post("standby", STANDBY, "standby", "Community"),
    ),
    ignored=PLAIN,
)
