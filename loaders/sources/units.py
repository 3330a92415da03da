"""单位名册: the units of a place, their kind and credit code, whom to call there, and their own party branch."""

from loaders.roster import Column, Party, Post, Roster, words
from loaders.sources.columns import COMMUNITY, COUNTY, HOLDER, PLAIN, TOWN

UNIT_KIND = Column(
    "unit_kind",
    words("单位性质 性质 单位类别 单位类型 机构类型 机构性质 企业类型 经济类型 单位性质类别 单位种类 类别 类型"),
)
CREDIT_CODE = Column(
    "uscc",
    words(
        "统一社会信用代码 社会信用代码 统一信用代码 信用代码 统一社会信用码 统一社会信用代码证号 "
        "统一社会信用代码号 机构代码 统一代码"
    ),
    "uscc",
)
UNIT_HEADS = words(
    "负责人 单位负责人 主要负责人 单位主要负责人 单位领导 分管领导 法定代表人 法人代表 法人 法人姓名 负责人姓名 "
    "企业负责人 主要领导"
)
UNIT_CONTACTS = words("联系人 联系人姓名 单位联系人 联络员 联络人 具体联系人 经办人 对接人 联络员姓名")

UNITS = Roster(
    "units",
    "单位名册",
    "units",
    # A form that names units and nothing that they share or answer for is their register: of equals the higher rank.
    rank=4,
    subject="",
    title=words(
        "单位名册 单位名录 单位信息 单位基本 辖区单位 驻区单位 驻地单位 单位登记 单位台账 单位一览 单位花名册 "
        "企业名录 企业名册 商户名册 两新组织 机关单位"
    ),
    needed=(("unit:listed",), ("uscc", "unit_kind", "unit_head", "unit_contact")),
    columns=(
        COUNTY,
        TOWN,
        COMMUNITY,
        Column(
            "unit:listed",
            words(
                "单位名称 单位 单位全称 机构名称 企业名称 驻区单位 驻区单位名称 辖区单位 辖区单位名称 组织名称 "
                "单位名称（全称） 商户名称 名称"
            ),
        ),
        UNIT_KIND,
        CREDIT_CODE,
        *HOLDER,
    ),
    posts=(
        # The head of a unit speaks for it too; whom to ask first is its contact.
        Post("unit_head", UNIT_HEADS, "unit_contact", "unit:listed", primary=False),
        Post("unit_contact", UNIT_CONTACTS, "unit_contact", "unit:listed"),
    ),
    parties=(
        Party(
            "party:unit_org",
            words("单位党组织 单位党组织名称 所属党组织 党组织 党组织名称 党支部 机关党组织 单位党支部"),
            "Unit",
        ),
    ),
    ignored=(
        *PLAIN,
        *words(
            "职务 地址 单位地址 办公地址 详细地址 经营地址 注册地址 所在地址 职工人数 从业人数 员工人数 人数 党员人数 "
            "党员数 在职党员数 在职党员人数 经营范围 主营业务 成立时间 注册时间 注册资本 主管单位 上级单位 主管部门 "
            "经营类别 经营类型 业态 行业 所属行业 邮编 传真 网址"
        ),
    ),
    located=True,
)
