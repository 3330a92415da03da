"""请假登记表: who is away from when to when, and who stands in. Of the kind of leave and its reason nothing is read."""

from loaders.roster import Column, Post, Roster, words
from loaders.sources.columns import COUNTY, HOLDER, PLAIN, SINCE, TOWN, UNTIL

LEAVES = Roster(
    "leave",
    "请假登记表",
    "leave",
    rank=6,
    subject="",
    title=words("请假 休假 请销假"),
    needed=(("absent",), ("leave_from",), ("leave_to",)),
    columns=(
        COUNTY,
        TOWN,
        Column(
            "leave_from",
            words(
                "开始日期 开始时间 请假开始日期 请假开始时间 起始日期 起始时间 请假起始日期 请假日期起 起 自 "
                "从 请假起 "
                "休假开始日期"
            ),
            "raw",
        ),
        Column(
            "leave_to",
            words(
                "结束日期 结束时间 请假结束日期 请假结束时间 截止日期 截止时间 终止日期 请假日期止 止 至 到 请假止 "
                "休假结束日期"
            ),
            "raw",
        ),
        *(column for column in HOLDER if column not in (SINCE, UNTIL)),
    ),
    posts=(
        Post("absent", words("姓名 请假人 请假人姓名 请假人员 人员姓名 休假人"), known=True),
        Post(
            "stand_in",
            words("代班人 代班人姓名 代班人员 代岗人 代岗人员 顶班人 顶岗人 替班人 替岗人 代理人 工作代理人"),
            known=True,
        ),
    ),
    ignored=(
        *PLAIN,
        *words(
            "岗位 职务 所在岗位 请假类型 请假类别 假别 请假种类 请假事由 请假原因 事由 原因 天数 请假天数 审批人 "
            "审批 批准人 审批意见 销假日期 销假时间 是否销假 申请日期 社区 所属社区 网格 所属网格"
        ),
    ),
)
