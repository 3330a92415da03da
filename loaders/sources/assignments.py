"""共建单位包联安排表: which unit answers for which zone and buildings, what it offers and needs, who leads the zone."""

from loaders.roster import Column, Post, Roster, words
from loaders.sources.columns import COUNTY, HOLDER, PLAIN, TOWN
from loaders.sources.units import CREDIT_CODE

UNIT_ASSIGNMENTS = Roster(
    "cobuilding_units",
    "共建单位包联安排表",
    "assignments of units",
    rank=3,
    subject="",
    title=words("包联 共建单位 共驻共建"),
    needed=(("unit:covering",), ("covered", "covered_in", "zone", "offers", "cobuilt")),
    columns=(
        COUNTY,
        TOWN,
        Column("zone", words("片区 片 片区名称 所属片区 包联片区 包联片 责任片区 包片"), "place", hold=True),
        Column(
            "cobuilt",
            words(
                "包联社区 包联社区（村） 包联村（社区） 联系社区 共建社区 结对社区 挂联社区 包保社区 包联社区/片 "
                "社区 社区名称 所属社区 所在社区 社区（村） 村（社区）"
            ),
            "communities",
            hold=True,
        ),
        Column("unit:covering", words("单位名称 单位 共建单位 共建单位名称 包联单位 包联单位名称 责任单位 单位全称")),
        Column("unit_kind", words("单位性质 性质 单位类别 单位类型")),
        CREDIT_CODE,
        Column("covered_in", words("包联小区 包保小区 责任小区 联系小区 小区名称 所属小区 小区"), "raw"),
        Column(
            "covered",
            words(
                "包联楼栋 包联小区楼栋 包联小区（楼栋） 包保楼栋 责任楼栋 楼栋 小区楼栋 包联范围 "
                "包联小区及楼栋 包联网点 负责楼栋"
            ),
            "raw",
        ),
        Column("offers", words("资源清单 资源 可提供资源 提供资源 共享资源 服务清单 资源项目 可供资源 单位资源")),
        Column(
            "cobuilt_since",
            words("共建时间 签约时间 签订时间 共建协议签订时间 共建起始时间 协议签订时间 结对共建时间 共建签约时间"),
            "day",
        ),
        Column(
            "cobuilt_until",
            words("协议到期时间 共建到期时间 协议截止时间 共建截止时间 共建结束时间 协议终止时间"),
            "day",
        ),
        Column("needs", words("需求清单 需求 需求事项 共建需求 单位需求 需求项目")),
        *HOLDER,
    ),
    posts=(
        Post("zone_lead", words("片长 片长姓名 片区长 片区负责人"), "zone_lead", "Zone"),
        # The head of a unit speaks for it too; whom to ask first is its contact.
        Post(
            "unit_head",
            words("负责人 单位负责人 主要负责人 单位主要负责人 单位领导 分管领导"),
            "unit_contact",
            "unit:covering",
            primary=False,
        ),
        Post(
            "unit_contact",
            words("联系人 联系人姓名 单位联系人 联络员 联络人 具体联系人"),
            "unit_contact",
            "unit:covering",
        ),
    ),
    ignored=(*PLAIN, *words("职务 楼栋数 户数 包联栋数 包联户数")),
)
