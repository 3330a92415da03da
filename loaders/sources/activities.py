"""活动记录: 三会一课, 主题党日, 志愿活动 and other gatherings: who held them, when, and who took part."""

from dataclasses import replace

from loaders.roster import Column, Party, Post, Roster, words
from loaders.sources.columns import COMMUNITY, COUNTY, GRID, HOLDER, PLAIN, SINCE, TOWN, UNTIL

ACTIVITIES = Roster(
    "activities",
    "组织生活和活动记录表",
    "activities and attendance",
    rank=6,
    subject="activity",
    title=words("三会一课 主题党日 组织生活 志愿服务活动 志愿活动 活动记录 活动台账 签到 会议记录 活动开展"),
    needed=(
        ("activity_on", "attendee"),
        ("activity_kind", "activity_title"),
        ("activity_on", "party:holder", "community", "grid"),
    ),
    columns=(
        COUNTY,
        TOWN,
        COMMUNITY,
        GRID,
        *(column for column in HOLDER if column not in (SINCE, UNTIL)),
        Column(
            "activity_on",
            words(
                "日期 时间 活动日期 活动时间 开展时间 开展日期 会议时间 会议日期 召开时间 召开日期 举办时间 "
                "服务时间 服务日期"
            ),
            "raw",
        ),
        Column(
            "activity_kind",
            words("类型 类别 活动类型 活动类别 会议类型 会议类别 组织生活类型 活动形式 组织生活形式 会议名称 形式"),
            "activity_kind",
        ),
        Column(
            "activity_title",
            words(
                "主题 活动主题 活动名称 会议主题 会议议题 议题 活动内容 主要内容 内容 会议内容 党课题目 题目 项目名称"
            ),
        ),
    ),
    posts=(
        Post(
            "attendee",
            words(
                "参加人员 参会人员 参加人员名单 参加党员 参与人员 参与志愿者 出席人员 参加人 参会党员 "
                "到会人员 签到人员 "
                "实到人员 姓名 志愿者姓名 参加志愿者"
            ),
            target="party:holder",
            known=True,
            insider=True,
        ),
    ),
    parties=(
        Party(
            "party:holder",
            words(
                "党组织 党支部 党组织名称 党支部名称 支部名称 所在支部 所在党支部 开展支部 召开支部 主办支部 "
                "举办支部 "
                "开展党组织 组织单位（党支部） 主办党组织 支部 党小组"
            ),
            "",
        ),
    ),
    ignored=(
        *PLAIN,
        *words(
            "地点 服务地点 集合地点 活动地点 会议地点 主持人 记录人 应到 实到 应到人数 实到人数 参加人数 "
            "参与人数 缺席人员 缺席 "
            "请假人员 "
            "缺席原因 人数 照片 签名 签到 服务时长 时长 决议 党费 组织者 负责人 带队人 单位 工作单位 职务"
        ),
    ),
    apart=("attendee",),
)
SIGN_IN = replace(
    ACTIVITIES,
    code="activity_sign_in",
    zh="活动签到表",
    en="attendance sheet",
    title=words("签到"),
    needed=(("attendee",),),
    titled=True,
)
