"""卡点值守排班表: which checkpoint is staffed on which day in which shift; a list of the same file has the phones."""

from loaders.roster import CROSSTAB, Column, Post, Roster, words
from loaders.sources.columns import COMMUNITY, COUNTY, GRID, HOLDER, PLAIN, TOWN, WORKPLACE

SHIFTS = Roster(
    "shifts",
    "卡点值守排班表",
    "checkpoint shifts",
    rank=5,
    subject="checkpoint",
    title=words("排班 值守 值班 卡点"),
    needed=(("checkpoint", "Checkpoint.name"), ("shift",), (CROSSTAB,)),
    columns=(
        COUNTY,
        TOWN,
        COMMUNITY,
        GRID,
        Column("checkpoint", words("卡点编号 编号 卡点号 卡点代码 点位编号"), hold=True),
        Column("Checkpoint.name", words("卡点名称 卡点 卡点位置 点位名称 点位 值守点位 卡点地点 值守地点")),
        Column("Checkpoint.is_core", words("是否核心卡点 核心卡点 是否核心 核心 重点卡点 是否重点卡点"), "yes_no"),
        Column(
            "Checkpoint.required_per_shift", words("每班人数 每班人数（人） 每班应到 应到人数 值守人数 人数"), "integer"
        ),
        Column("shift", words("班次 班次时间 班别 时段 值守时段 值班时段"), "hours"),
        *HOLDER,
    ),
    posts=(
        Post(
            "checkpoint_lead",
            words("负责人 卡点负责人 卡点长 负责人姓名 点长 带班领导"),
            "checkpoint_lead",
            "Checkpoint",
        ),
        Post("on_duty", (), known=True),
    ),
    ignored=PLAIN,
    shape=CROSSTAB,
)
DUTY_STAFF = Roster(
    "duty_staff",
    "值守人员通讯录",
    "list of duty staff",
    rank=4,
    subject="",
    title=words("通讯录 值守人员 联系表 值班人员"),
    needed=(("duty_staff",), ("phone",)),
    columns=(COUNTY, TOWN, WORKPLACE, *HOLDER),
    posts=(Post("duty_staff", words("姓名 值守人员 人员姓名 值守人员姓名")),),
    ignored=(*PLAIN, "职务", "岗位"),
    titled=True,
)
