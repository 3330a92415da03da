"""The node types: one constant each. Constraints, indexes, upserts, docs/schema.md follow from it."""

from collections.abc import Mapping

from graph_schema.model import FullText, Kind, NodeType, Property, one_of
from graph_schema.sensitivity import Sensitivity

S0, S1, S2, S3, S4 = Sensitivity

SOURCE = Property("source", Kind.TEXT, "来源", "source", derived=True, norm="import/file#/sheet#/line")
UPDATED_AT = Property("updated_at", Kind.MOMENT, "更新时间", "updated at", derived=True)
PROVENANCE = (SOURCE, UPDATED_AT)
SCOPE = Property("scope", Kind.TEXTS, "范围", "scope", derived=True, norm="codes of every place that it belongs to")

_YES_NO = one_of(("yes", "有", "yes"), ("no", "无", "no"))
_CODE = Property("code", Kind.TEXT, "代码", "code", S0, needed=True)
_NAMES = (
    Property("name", Kind.TEXT, "名称", "name", S0, needed=True),
    Property("name_pinyin", Kind.TEXTS, "拼音", "pinyin", S0, derived=True),
    Property("name_initials", Kind.TEXTS, "首字母", "initials", S0, derived=True),
    Property("address", Kind.TEXT, "全称", "full name", S0, norm="community, compound, building … in one text"),
)
_DUTY_PHONE = Property("duty_phone", Kind.TEXT, "值班电话", "duty phone", S0, needed=True)
_DECLARED = Property("declared_households", Kind.INTEGER, "登记户数", "declared households", S0)
_PLACE = (_CODE, *_NAMES, *PROVENANCE)

COUNTY = NodeType("County", "县", "county", "code", (*_PLACE, _DUTY_PHONE), labels=("Place",))
TOWN = NodeType("Town", "镇/街道", "town", "code", (*_PLACE, _DUTY_PHONE), labels=("Place",))
COMMUNITY = NodeType(
    "Community",
    "社区/村",
    "community",
    "code",
    (
        *_PLACE,
        _DUTY_PHONE,
        Property(
            "kind",
            Kind.TEXT,
            "类别",
            "kind",
            S0,
            needed=True,
            choices=one_of(("urban", "社区", "urban community"), ("village", "村", "village")),
        ),
        _DECLARED,
        Property("work_funds", Kind.TEXT, "工作经费", "work funds", choices=_YES_NO),
        Property("activity_funds", Kind.TEXT, "活动经费", "activity funds", choices=_YES_NO),
        Property("service_funds", Kind.TEXT, "服务群众经费", "service funds", choices=_YES_NO),
    ),
    labels=("Place",),
    indexes=("name",),
)
GRID = NodeType(
    "Grid",
    "网格",
    "grid",
    "code",
    (
        *_PLACE,
        Property(
            "kind",
            Kind.TEXT,
            "类别",
            "kind",
            S0,
            needed=True,
            choices=one_of(("base", "基础网格", "base grid"), ("exclusive", "专属网格", "exclusive grid")),
        ),
        _DECLARED,
    ),
    labels=("Place",),
)
MICRO_GRID = NodeType(
    "MicroGrid",
    "小网格",
    "micro-grid",
    "code",
    (
        *_PLACE,
        Property(
            "enclosure",
            Kind.TEXT,
            "围合",
            "enclosure",
            S0,
            needed=True,
            choices=one_of(
                ("commercial_estate", "商业楼盘", "commercial estate"),
                ("old_low_rise", "老旧小区", "old low-rise estate"),
                ("bungalow_cluster", "平房", "bungalow cluster"),
            ),
        ),
        Property("closable", Kind.TRUTH, "可封闭", "closable", S0, needed=True),
    ),
    labels=("Place",),
)
COMPOUND = NodeType(
    "Compound",
    "小区",
    "compound",
    "code",
    (
        *_PLACE,
        Property(
            "property_management",
            Kind.TEXT,
            "物业",
            "property management",
            S0,
            needed=True,
            choices=one_of(
                ("managed", "物业公司", "managed"), ("self", "业主自管", "self-managed"), ("none", "无物业", "none")
            ),
        ),
        SCOPE,
    ),
    labels=("Place",),
)
BUILDING = NodeType(
    "Building",
    "楼栋",
    "building",
    "code",
    (
        *_PLACE,
        Property("floors", Kind.INTEGER, "层数", "floors", S0),
        Property("entrances", Kind.INTEGER, "单元数", "entrances", S0),
        _DECLARED,
        Property("lon", Kind.NUMBER, "经度", "longitude", S0),
        Property("lat", Kind.NUMBER, "纬度", "latitude", S0),
    ),
    labels=("Place",),
    indexes=("name",),
)
ENTRANCE = NodeType("Entrance", "单元", "entrance", "code", _PLACE, labels=("Place",))
HOUSEHOLD = NodeType(
    "Household",
    "户",
    "household",
    "code",
    (
        _CODE,
        Property("name", Kind.TEXT, "门牌", "door", S2, needed=True, mask="room"),
        Property("room", Kind.TEXT, "房号", "room", S2, needed=True, mask="room"),
        Property("address", Kind.TEXT, "地址", "address", S2, needed=True, mask="room"),
        Property("short_address", Kind.TEXT, "短地址", "short address", S2, derived=True, mask="room"),
        Property(
            "occupancy",
            Kind.TEXT,
            "居住情况",
            "occupancy",
            needed=True,
            choices=one_of(
                ("owner", "自住", "owner"),
                ("rented", "出租", "rented"),
                ("vacant", "空置", "vacant"),
                ("registered_only", "空挂户", "registered only"),
            ),
        ),
        Property("is_party_household", Kind.TRUTH, "共产党员户", "party-member household"),
        Property("service_card", Kind.TEXT, "便民服务卡", "service card", choices=_YES_NO),
        *PROVENANCE,
    ),
    labels=("Place",),
    indexes=("short_address",),
)


def _phone(prefix: str, ordinal: str) -> tuple[Property, ...]:
    """One of a person's three phones: sealed, its digest for equality, its last four digits."""
    zh = f"{ordinal}电话"
    return (
        Property(f"{prefix}_cipher", Kind.TEXT, f"{zh}（密）", f"{prefix} sealed", S4, derived=True, mask="phone"),
        Property(f"{prefix}_digest", Kind.TEXT, f"{zh}摘要", f"{prefix} digest", S4, mask="hidden"),
        Property(f"{prefix}_last4", Kind.TEXT, f"{zh}末四位", f"{prefix} last four", S2, mask="phone"),
        Property(f"{prefix}_verified_on", Kind.DAY, f"{zh}核实", f"{prefix} verified on"),
        Property(f"{prefix}_note", Kind.TEXT, f"{zh}备注", f"{prefix} note", S2, mask="hidden"),
    )


PHONE_PREFIXES = ("phone", "phone2", "phone3")

PERSON = NodeType(
    "Person",
    "人",
    "person",
    "person_id",
    (
        Property("person_id", Kind.TEXT, "编号", "person id", S0, needed=True, derived=True),
        Property("name", Kind.TEXT, "姓名", "name", S2, needed=True, mask="name"),
        Property("name_pinyin", Kind.TEXTS, "拼音", "pinyin", S2, derived=True, mask="hidden"),
        Property("name_initials", Kind.TEXTS, "首字母", "initials", S2, derived=True, mask="hidden"),
        Property(
            "gender",
            Kind.TEXT,
            "性别",
            "gender",
            choices=one_of(("male", "男", "male"), ("female", "女", "female")),
        ),
        Property("birth_date", Kind.DAY, "出生日期", "birth date", S3, precision=True, mask="hidden"),
        *_phone("phone", ""),
        *_phone("phone2", "第二"),
        *_phone("phone3", "第三"),
        Property("id_cipher", Kind.TEXT, "证件号（密）", "ID number sealed", S4, derived=True, mask="hidden"),
        Property("id_digest", Kind.TEXT, "证件号摘要", "ID number digest", S4, mask="hidden"),
        Property("id_checked", Kind.TRUTH, "证件号已校验", "ID number checked", norm="GB 11643"),
        Property(
            "status",
            Kind.TEXT,
            "状态",
            "status",
            needed=True,
            choices=one_of(
                ("active", "正常", "active"), ("moved", "已迁出", "moved"), ("deceased", "已去世", "deceased")
            ),
        ),
        Property("retired", Kind.TRUTH, "退休", "retired"),
        SCOPE,
        *PROVENANCE,
    ),
    indexes=(
        "id_digest",
        "phone_digest",
        "phone2_digest",
        "phone3_digest",
        "phone_last4",
        "phone2_last4",
        "phone3_last4",
        "name",
    ),
)
PARTY_MEMBER = NodeType(
    "PartyMember",
    "党员",
    "party member",
    "person_id",
    (
        Property(
            "member_type",
            Kind.TEXT,
            "党员类别",
            "member type",
            needed=True,
            choices=one_of(("full", "正式党员", "full"), ("probationary", "预备党员", "probationary")),
        ),
    ),
    of="Person",
)
PARTY_ORG = NodeType(
    "PartyOrg",
    "党组织",
    "party organisation",
    "org_id",
    (
        Property("org_id", Kind.TEXT, "编号", "organisation id", S0, needed=True, derived=True),
        *_NAMES[:3],
        Property(
            "kind",
            Kind.TEXT,
            "类别",
            "kind",
            S0,
            needed=True,
            choices=one_of(
                ("committee", "党委", "committee"),
                ("general_branch", "党总支", "general branch"),
                ("branch", "党支部", "branch"),
                ("joint_branch", "联合党支部", "joint branch"),
                ("group", "党小组", "group"),
            ),
        ),
        Property("term_ends", Kind.DAY, "届满", "term ends", precision=True),
        SCOPE,
        *PROVENANCE,
    ),
    indexes=("name",),
)
UNIT = NodeType(
    "Unit",
    "单位",
    "unit",
    "unit_id",
    (
        Property("unit_id", Kind.TEXT, "编号", "unit id", S0, needed=True, derived=True),
        *_NAMES[:3],
        Property(
            "kind",
            Kind.TEXT,
            "性质",
            "kind",
            S0,
            needed=True,
            choices=one_of(
                ("county_agency", "县直单位", "county agency"),
                ("institution", "事业单位", "institution"),
                ("enterprise", "企业", "enterprise"),
                ("property_company", "物业公司", "property company"),
                ("developer", "房地产企业", "developer"),
                ("social_org", "社会组织", "social organisation"),
                ("school", "学校", "school"),
                ("hospital", "医院", "hospital"),
            ),
        ),
        SCOPE,
        *PROVENANCE,
    ),
    indexes=("name",),
)
LEAVE = NodeType(
    "Leave",
    "请假",
    "leave",
    "leave_id",
    (
        Property("leave_id", Kind.TEXT, "编号", "leave id", S0, needed=True, derived=True),
        Property("from", Kind.DAY, "起", "from", needed=True, norm="included"),
        Property("to", Kind.DAY, "止", "to", needed=True, norm="included"),
        *PROVENANCE,
    ),
)

NODES: Mapping[str, NodeType] = {v.label: v for v in list(globals().values()) if isinstance(v, NodeType)}
PLACES: tuple[str, ...] = tuple(label for label, node in NODES.items() if "Place" in node.labels)
FULL_TEXTS: tuple[FullText, ...] = (
    FullText("person_search", ("Person",), ("name", "name_pinyin", "name_initials", "scope")),
    FullText("household_search", ("Household",), ("address", "short_address")),
    FullText(
        "place_search",
        ("County", "Town", "Community", "Grid", "MicroGrid", "Compound", "Building"),
        ("name", "address", "name_pinyin", "name_initials"),
    ),
    FullText("organisation_search", ("PartyOrg", "Unit"), ("name", "name_pinyin", "name_initials", "scope")),
)
