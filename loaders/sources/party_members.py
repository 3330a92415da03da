"""党员名册: who is a member of which branch and in which group, since when, and who flows in or out."""

from loaders.roster import Column, Party, Post, Roster, words
from loaders.sources.columns import HOLDER, PLAIN, POLITICS, RESIDENCE, TOWN, WORKPLACE

PARTY_MEMBERS = Roster(
    "party_members",
    "党员名册",
    "party members",
    rank=4,
    subject="",
    title=words("党员名册 党员花名册 党员名单 党员信息 党员登记 党员基本信息 党员台账 党员情况 党员 花名册"),
    needed=(("member",), ("party:branch",), ("joined_on", "confirmed_on", "member_type", "flow", "party:group")),
    columns=(
        TOWN,
        *(column for column in HOLDER if column is not POLITICS),
        Column(
            "politics",
            words(
                "预/正 正/预 预备/正式 正式/预备 党员类别 党员类型 人员类别 党员性质 是否预备 是否预备党员 "
                "政治面貌 政治身份 类别"
            ),
            "member_type",
        ),
        Column(
            "joined_on",
            words("入党时间 入党日期 入党年月 加入党组织时间 加入党组织日期 加入中共组织日期 加入中国共产党时间"),
            "day",
            of_person=True,
        ),
        Column("confirmed_on", words("转正时间 转正日期 转正年月 转为正式党员日期"), "day", of_person=True),
        Column(
            "member_since",
            words("转入时间 转入日期 组织关系转入时间 组织关系转入日期 进入支部时间 编入支部时间 进入支部日期"),
            "day",
            of_person=True,
        ),
        Column(
            "position",
            words("党内职务 党内职务名称 支部职务 党支部职务 党组织职务 担任党内职务 现任党内职务 党务职务 在支部职务"),
        ),
        Column(
            "flow",
            words("是否流动党员 流动党员 是否流动 流动情况 流动状态 是否为流动党员 流动类型 流入流出"),
            "flow",
            of_person=True,
        ),
        Column("dues_paid_to", words("党费缴至 党费交至 党费缴纳至 党费缴纳截至 党费已缴至"), "day", of_person=True),
        Column("remark", words("备注 备注说明 说明 情况说明"), "text", of_person=True),
        WORKPLACE,
        RESIDENCE,
    ),
    posts=(
        Post(
            "member",
            words("姓名 党员姓名 党员 人员姓名"),
            target="party:branch",
            positions=(
                ("总支|党委|党工委", ""),
                ("副书记", "deputy_secretary"),
                ("书记", "branch_secretary"),
                ("副组长|副小组长", ""),
                ("组长", "group_leader"),
                ("委员|支委", "branch_committee"),
                ("", ""),
            ),
            targets=(("group_leader", "party:group"),),
        ),
    ),
    parties=(
        Party(
            "party:community_org",
            words(
                "所属党总支 所属党委 上级党组织 所属党组织 社区党组织 社区党总支 社区党委 党总支 所属基层党委 "
                "所在党总支 所属党委（党总支） 党委（党总支）"
            ),
            "Community",
        ),
        Party(
            "party:branch",
            words(
                "所在支部 所在党支部 党支部 所属党支部 所属支部 支部名称 党支部名称 支部 组织关系所在支部 "
                "组织关系所在党支部 所在基层党支部 所在党组织"
            ),
            "",
            "party:community_org",
        ),
        Party(
            "party:group",
            words("所在党小组 党小组 所属党小组 党小组名称 楼栋党小组 编入党小组"),
            "",
            "party:branch",
        ),
    ),
    ignored=(
        *(heading for heading in PLAIN if heading not in ("备注", "说明", "备注说明")),
        *words(
            "民族 学历 籍贯 文化程度 职务 岗位 年龄 党龄 社区 学位 毕业院校 职称 婚姻状况 技术职务 户籍地址 "
            "户籍所在地 单位职务 工作岗位 职业 是否失联 参加工作时间"
        ),
    ),
)
