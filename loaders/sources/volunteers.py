"""志愿者登记表: who volunteers in which community, with which skills, and when."""

from loaders.roster import Column, Post, Roster, words
from loaders.sources.columns import COMMUNITY, COUNTY, HOLDER, PLAIN, RESIDENCE, TOWN

VOLUNTEERS = Roster(
    "volunteers",
    "志愿者登记表",
    "volunteers",
    rank=4,
    subject="community",
    title=words("志愿者 志愿服务 志愿"),
    needed=(("volunteer",), ("skills", "registration_no", "service_hours", "availability")),
    columns=(
        COUNTY,
        TOWN,
        COMMUNITY,
        # A grid that somebody serves; where they live is told by their address.
        Column("grid", words("服务网格 责任网格 认领网格 志愿服务网格 服务网格名称"), "grid"),
        *HOLDER,
        RESIDENCE,
        Column(
            "skills",
            words(
                "专业能力/特长 专业能力 特长 专长 服务特长 技能 专业技能 个人特长 服务技能 特长技能 "
                "技能特长 专业特长 特长（技能）"
            ),
            "skills",
            of_person=True,
        ),
        Column(
            "registration_no",
            words(
                "志愿者编号 志愿者证号 注册号 注册编号 志愿者注册号 志愿服务编号 志愿者号 志愿者注册编号 "
                "志愿服务证号 志愿者ID"
            ),
            "text",
            of_person=True,
        ),
        Column(
            "service_hours",
            words("服务时长 累计服务时长 志愿服务时长 服务时数 服务小时 服务时长（小时） 累计时长 志愿时长 服务小时数"),
            "number",
            of_person=True,
        ),
        Column(
            "availability",
            words("可服务时段 可服务时间 服务时段 空闲时间 服务意向时间 可参与时间 可服务时间段 意向服务时间 空闲时段"),
            "text",
            of_person=True,
        ),
        Column("certificate_no", words("证书编号 资格证书编号 证书号 资格证号 技能证书编号"), "text", of_person=True),
        Column("valid_until", words("证书有效期 有效期至 证书有效期至 资格有效期"), "day", of_person=True),
    ),
    posts=(
        Post(
            "volunteer",
            words("姓名 志愿者姓名 志愿者 人员姓名"),
            "volunteer",
            "Grid|Community",
            primary=False,
        ),
    ),
    ignored=(
        *PLAIN,
        *words(
            "民族 学历 文化程度 职业 工作单位 年龄 服务类别 服务意向 注册时间 服务队 所属服务队 所属队伍 "
            "加入时间 注册日期 服务项目"
        ),
    ),
)
