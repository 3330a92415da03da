"""党组织班子成员名册: who is secretary, deputy, committee member or group leader of which party organisation."""

from dataclasses import replace

from loaders.roster import Party, Post, Roster, words
from loaders.sources.columns import COMMUNITY, COMMUNITYS_OWN, COUNTY, HOLDER, PLAIN, POSITION, TOWN, WORKPLACE

_POSITION = replace(
    POSITION,
    headings=words(
        "党内职务 党内职务名称 支部职务 党组织职务 职务 班子职务 担任党内职务 现任党内职务 党务职务 职务名称"
    ),
)

PARTY_OFFICERS = Roster(
    "party_officers",
    "党组织班子成员名册",
    "party officers",
    rank=4,
    subject="",
    title=words("班子成员 支部班子 支委会成员 支部委员会 党组织班子 支委名册 委员名册 党务干部 党组织书记"),
    needed=(("party:org",), ("officer",), ("position",)),
    columns=(COUNTY, TOWN, COMMUNITY, _POSITION, WORKPLACE, *HOLDER),
    posts=(
        Post(
            "officer",
            words("姓名 班子成员 班子成员姓名 委员姓名 成员姓名 人员姓名 书记姓名 干部姓名"),
            target="party:org",
            # The word stands behind the organisation's name: the secretary of a 社区党总支 is the community's.
            named=True,
            positions=(
                ("副书记", "deputy_secretary"),
                (f"{COMMUNITYS_OWN}(?:社区|专职)?书记", "community_secretary"),
                ("(?:总支|党委|党工委|党组)[^支]*书记", ""),
                ("书记", "branch_secretary"),
                ("副组长|副小组长", ""),
                ("组长", "group_leader"),
                ("委员|支委", "branch_committee"),
                ("", ""),
            ),
        ),
    ),
    parties=(
        Party(
            "party:above",
            words("上级党组织 所属党总支 所属党委 隶属党组织 上级党组织名称 党总支 所属党委（党总支） 社区党组织 隶属"),
            "Community",
        ),
        Party(
            "party:org",
            words(
                "党组织名称 党组织 党支部 党支部名称 支部名称 所在支部 所在党支部 所属党支部 所在党组织 党组织全称 "
                "支部 网格党支部 党小组"
            ),
            "",
            "party:above",
        ),
    ),
    ignored=(
        *PLAIN,
        *words("民族 学历 年龄 籍贯 入党时间 党龄 届满时间 换届时间 参加工作时间 任期 应换届时间 行政职务 党员人数"),
    ),
)
