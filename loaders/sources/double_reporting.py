"""双报到登记表: in-service members who report to a community, and on a sheet of its own the organisations that do."""

from loaders.roster import Column, Party, Post, Roster, words
from loaders.sources.columns import COUNTY, HOLDER, PLAIN, RESIDENCE, TOWN, WORKPLACE

_REPORTED = words("报到时间 报到日期 报到年月 到社区报到时间 报到登记时间 报到情况 是否报到")
_COMMUNITY = Column(
    "community",
    words(
        "报到社区 报到社区名称 报到村（社区） 报到社区（村） 报到村 报到地 报到单位（社区） 双报到社区 "
        "报到村社区 报到村居 "
        "社区 社区名称 社区（村）"
    ),
    "community",
)

MEMBER_REPORTING = Roster(
    "double_reporting",
    "双报到登记表",
    "members reporting",
    rank=4,
    subject="",
    title=words("双报到 报到"),
    needed=(("reporter",), ("reported", "claimed_post")),
    columns=(
        COUNTY,
        TOWN,
        _COMMUNITY,
        WORKPLACE,
        Column("reported", _REPORTED, "reported", of_person=True),
        Column(
            "claimed_post",
            words("认领岗位 认领岗位名称 认领服务岗位 服务岗位 岗位认领 认领的岗位 志愿岗位 认领项目"),
            "text",
            of_person=True,
        ),
        RESIDENCE,
        *HOLDER,
    ),
    posts=(
        Post(
            "reporter",
            words("姓名 党员姓名 报到党员 在职党员 报到人 报到党员姓名 在职党员姓名 人员姓名"),
            target="party:unit_branch",
        ),
    ),
    parties=(
        Party(
            "party:unit_branch",
            words(
                "组织关系所在党支部 组织关系所在支部 组织关系所在党组织 所在党支部 所在支部 所属党支部 党支部 "
                "组织关系所在单位党组织 "
                "单位党组织 所在单位党组织 所在党组织 党组织关系所在支部"
            ),
            "Unit",
        ),
    ),
    ignored=(*PLAIN, *words("职务 岗位 职务名称 民族 年龄 学历 特长 职级 单位及职务 服务项目 服务意愿 服务意向")),
)

ORGANISATION_REPORTING = Roster(
    "organisation_reporting",
    "单位党组织报到登记表",
    "organisations reporting",
    rank=3,
    subject="",
    title=words("党组织报到 党组织到社区报到 单位报到 党组织到社区 报到"),
    needed=(("unit:reporting",), ("party:unit_branch",), ("reported_on", "community")),
    columns=(
        COUNTY,
        TOWN,
        _COMMUNITY,
        Column("unit:reporting", words("单位名称 单位 单位全称 报到单位 机关单位 驻区单位 共建单位 机关企事业单位")),
        Column("reported_on", _REPORTED, "reported"),
    ),
    parties=(
        Party(
            "party:unit_branch",
            words("单位党组织 党组织名称 党组织 单位党组织名称 报到党组织 所属党组织 党支部 机关党支部 机关党组织"),
            "Unit",
        ),
    ),
    ignored=(*PLAIN, *words("党组织负责人 联系人 联系电话 党员人数 在职党员数 报到人数 单位性质")),
)
