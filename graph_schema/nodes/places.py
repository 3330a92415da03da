"""Space: county, town, community, grid, micro-grid, compound, building, entrance, household."""

from graph_schema.model import Kind, NodeType, Property, one_of
from graph_schema.nodes.shared import CODE, PLACE, PROVENANCE, S0, S2, SCOPE, YES_NO, kind

_DUTY_PHONE = Property("duty_phone", Kind.TEXT, "值班电话", "duty phone", S0, needed=True)
_DECLARED = Property("declared_households", Kind.INTEGER, "登记户数", "declared households", S0)

COUNTY = NodeType("County", "县", "county", "code", (*PLACE, _DUTY_PHONE), labels=("Place",))
TOWN = NodeType("Town", "镇/街道", "town", "code", (*PLACE, _DUTY_PHONE), labels=("Place",))
COMMUNITY = NodeType(
    "Community",
    "社区/村",
    "community",
    "code",
    (
        *PLACE,
        _DUTY_PHONE,
        kind(("urban", "社区", "urban community"), ("village", "村", "village")),
        _DECLARED,
        Property("work_funds", Kind.TEXT, "工作经费", "work funds", choices=YES_NO),
        Property("activity_funds", Kind.TEXT, "活动经费", "activity funds", choices=YES_NO),
        Property("service_funds", Kind.TEXT, "服务群众经费", "service funds", choices=YES_NO),
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
        *PLACE,
        kind(("base", "基础网格", "base grid"), ("exclusive", "专属网格", "exclusive grid")),
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
        *PLACE,
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
        *PLACE,
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
        *PLACE,
        Property("floors", Kind.INTEGER, "层数", "floors", S0),
        Property("entrances", Kind.INTEGER, "单元数", "entrances", S0),
        _DECLARED,
        Property("lon", Kind.NUMBER, "经度", "longitude", S0),
        Property("lat", Kind.NUMBER, "纬度", "latitude", S0),
    ),
    labels=("Place",),
    indexes=("name",),
)
ENTRANCE = NodeType("Entrance", "单元", "entrance", "code", PLACE, labels=("Place",))
HOUSEHOLD = NodeType(
    "Household",
    "户",
    "household",
    "code",
    (
        CODE,
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
        Property("service_card", Kind.TEXT, "便民服务卡", "service card", choices=YES_NO),
        *PROVENANCE,
    ),
    labels=("Place",),
    indexes=("short_address",),
)
