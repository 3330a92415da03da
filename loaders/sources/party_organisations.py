"""党组织名册: the organisations of the Party, what each is under and covers, when its term ends, and its officers."""

from loaders.roster import Column, Party, Post, Roster, words
from loaders.sources.columns import COMMUNITY, COMMUNITYS_OWN, COUNTY, HOLDER, PLAIN, TOWN

_MEMBERS = (
    ("organisation_member", "组织委员", "组织委员 组织委员姓名"),
    ("publicity_member", "宣传委员", "宣传委员 宣传委员姓名"),
    ("discipline_member", "纪检委员", "纪检委员 纪律检查委员 纪检监察委员 纪检委员姓名"),
    ("front_member", "统战委员", "统战委员"),
    ("youth_member", "青年委员", "青年委员 群团委员 青年群团委员"),
)
_TERM_ENDS = words(
    "届满时间 届满日期 任期届满时间 任期届满日期 任期届满 届满年月 换届到期时间 应换届时间 下次换届时间 "
    "下届换届时间 换届届满时间 任期结束时间 班子届满时间 到届时间"
)
_ELECTED = words(
    "本届换届时间 换届时间 上次换届时间 最近换届时间 本届选举时间 选举时间 本届班子选举时间 换届选举时间 换届日期 "
    "本届当选时间 最近一次换届时间"
)

PARTY_ORGANISATIONS = Roster(
    "party_organisations",
    "党组织名册",
    "party organisations",
    rank=3,
    subject="",
    title=words(
        "党组织名册 党组织名录 党组织基本 党组织信息 党组织一览 党组织台账 党组织设置 基层党组织 党支部名册 支部名册 "
        "党支部一览 党组织花名册 党支部设置 党组织情况 党小组名册 党组织登记"
    ),
    needed=(
        ("party:listed",),
        ("party:above", "term_ends", "elected_on", "org_kind", "secretary", "extent"),
        ("party:above", "term_ends", "elected_on", "org_kind", "extent", "extent_grid", "unit:own", "deputy_secretary"),
    ),
    columns=(
        COUNTY,
        TOWN,
        COMMUNITY,
        Column("org_kind", words("党组织类别 党组织类型 类别 类型 组织类别 组织类型 党组织形式 设置形式 组织形式")),
        Column(
            "extent",
            words("覆盖范围 覆盖区域 覆盖情况 管辖范围 所辖范围 服务范围 覆盖楼栋及小区 党组织覆盖范围 设置范围"),
            "raw",
        ),
        Column("extent_grid", words("网格 所属网格 所在网格 覆盖网格 网格名称 对应网格 所覆盖网格"), "raw"),
        Column("extent_compound", words("小区 所属小区 所在小区 覆盖小区 小区名称 对应小区"), "raw"),
        Column("extent_building", words("楼栋 所在楼栋 覆盖楼栋 楼栋名称 对应楼栋 所属楼栋 楼栋号 栋号"), "raw"),
        Column("unit:own", words("所在单位 所属单位 依托单位 单位名称 组建单位 单位")),
        Column("term_ends", _TERM_ENDS, "day"),
        Column("elected_on", _ELECTED, "day"),
        Column("term_years", words("任期 任期年限 任期（年） 届期 每届任期"), "years"),
        *HOLDER,
    ),
    posts=(
        Post(
            "secretary",
            words(
                "书记 党组织书记 支部书记 党支部书记 书记姓名 党组织负责人 负责人 负责人姓名 党组织书记姓名 "
                "支部书记姓名 书记（组长） 书记/组长 书记或组长 党组织书记（组长） 主要负责人"
            ),
            target="party:listed",
            # The organisation's name says of what it is the secretary, or that it is a group and has a leader.
            named=True,
            positions=(
                ("小组$", "group_leader"),
                (f"{COMMUNITYS_OWN}$", "community_secretary"),
                ("(?:总支(?:部)?(?:委员会)?|党委|党工委|党组|(?<!支部)委员会)$", ""),
                ("", "branch_secretary"),
            ),
        ),
        Post(
            "deputy_secretary", words("副书记 支部副书记 副书记姓名 党组织副书记"), "deputy_secretary", "party:listed"
        ),
        Post("group_leader", words("组长 党小组长 党小组组长 小组长 组长姓名"), "group_leader", "party:listed"),
        *(
            Post(field, words(headings), "branch_committee", "party:listed", duties=duties)
            for field, duties, headings in _MEMBERS
        ),
        Post(
            "branch_committee",
            words("委员 支部委员 支委 班子成员 支委会成员 党组织班子成员 支委委员 委员姓名 其他委员 班子其他成员"),
            "branch_committee",
            "party:listed",
        ),
    ),
    parties=(
        Party(
            "party:above",
            words(
                "上级党组织 上级党组织名称 隶属党组织 所属党组织 所属党总支 所属党委 所属党委（党总支） 隶属关系 "
                "上级党委 上级党支部 所属党支部 所属支部 隶属 所属上级党组织"
            ),
            "",
        ),
        Party(
            "party:listed",
            words(
                "党组织名称 党组织全称 党组织 党支部名称 支部名称 基层党组织名称 党组织名称（全称） 党小组名称 党支部 "
                "基层党组织 党组织简称 名称"
            ),
            "",
            "party:above",
        ),
    ),
    ignored=(
        *PLAIN,
        *words(
            "党员人数 党员数 党员总数 正式党员数 预备党员数 党员数量 成立时间 成立日期 组建时间 党组织代码 "
            "阵地地址 办公地址 地址 流动党员数 党小组数 支部数 下设支部数 入党积极分子数 是否按期换届 党员 班子人数"
        ),
    ),
    located=True,
)
