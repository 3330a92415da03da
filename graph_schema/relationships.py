"""The relationship types: one constant each. All but the reference ones are dated.

Dated ones hold on half-open days [since, until); they are ended and never deleted.
"""

from collections.abc import Mapping

from graph_schema.model import Kind, Property, RelationshipType, one_of
from graph_schema.roles import ROLE_CHOICES
from graph_schema.sensitivity import Sensitivity

SINCE = Property("since", Kind.DAY, "起", "since", precision=True)
UNTIL = Property("until", Kind.DAY, "止", "until", precision=True)
LEARNED_ON = Property("learned_on", Kind.DAY, "得知", "learned on", derived=True)
FACT_ID = Property("fact_id", Kind.TEXT, "事实编号", "fact id", Sensitivity.S0, derived=True)
SOURCE = Property("source", Kind.TEXT, "来源", "source", derived=True, norm="import/file#/sheet#/line")
DATED = (FACT_ID, SINCE, UNTIL, LEARNED_ON, SOURCE)

PART_OF = RelationshipType(
    "PART_OF",
    "属于",
    "part of",
    (
        ("Town", "County"),
        ("Community", "Town"),
        ("Grid", "Community"),
        ("MicroGrid", "Grid"),
        ("Building", "MicroGrid"),
        ("Building", "Grid"),
        ("Building", "Community"),
        ("Entrance", "Building"),
        ("Household", "Entrance"),
        ("Household", "Building"),
        ("Compound", "Community"),
        ("Zone", "Town"),
        ("Zone", "Community"),
        ("Checkpoint", "Community"),
        ("Checkpoint", "Grid"),
    ),
    at_most_one=True,
)
LOCATED_IN = RelationshipType(
    "LOCATED_IN", "位于", "located in", (("Building", "Compound"), ("Facility", "Community")), at_most_one=True
)
LIVES_IN = RelationshipType(
    "LIVES_IN",
    "住在",
    "lives in",
    (("Person", "Household"),),
    (Property("relation_to_head", Kind.TEXT, "与户主关系", "relation to head", Sensitivity.S2, mask="hidden"),),
    at_most_one=True,
)
OWNS = RelationshipType("OWNS", "拥有", "owns", (("Person", "Household"),))
REGISTERED_AT = RelationshipType(
    "REGISTERED_AT",
    "户籍在",
    "registered at",
    (("Person", "Household"),),
    (Property("relation_to_head", Kind.TEXT, "与户主关系", "relation to head", Sensitivity.S2, mask="hidden"),),
    at_most_one=True,
)
SERVES = RelationshipType(
    "SERVES",
    "负责",
    "serves",
    tuple(
        ("Person", target)
        for target in (
            "County",
            "Town",
            "Community",
            "Grid",
            "MicroGrid",
            "Compound",
            "Building",
            "Entrance",
            "Household",
            "PartyOrg",
            "Unit",
            "Zone",
            "Checkpoint",
        )
    ),
    (
        Property("role", Kind.TEXT, "角色", "role", Sensitivity.S0, needed=True, choices=ROLE_CHOICES),
        Property("is_primary", Kind.TRUTH, "主责", "primary"),
        Property("priority", Kind.INTEGER, "次序", "priority"),
        Property("full_time", Kind.TRUTH, "专职", "full time"),
        Property("night_ok", Kind.TRUTH, "夜间可联系", "reachable at night"),
        Property("duties", Kind.TEXT, "职责", "duties"),
        Property("contact_public", Kind.TRUTH, "号码公示", "number public", norm="the holder agreed; then it is S0"),
    ),
    discriminator="role",
    indexes=("role",),
)
SUBORDINATE_TO = RelationshipType(
    "SUBORDINATE_TO", "隶属", "subordinate to", (("PartyOrg", "PartyOrg"),), at_most_one=True
)
COVERS = RelationshipType(
    "COVERS",
    "覆盖",
    "covers",
    (
        ("PartyOrg", "Community"),
        ("PartyOrg", "Grid"),
        ("PartyOrg", "Compound"),
        ("PartyOrg", "Building"),
        ("PartyOrg", "Unit"),
        ("Unit", "Zone"),
        ("Unit", "Compound"),
        ("Unit", "Building"),
    ),
    (
        Property(
            "basis",
            Kind.TEXT,
            "依据",
            "basis",
            choices=one_of(("roster", "名册", "roster"), ("plan", "包联安排", "assignment plan")),
        ),
    ),
)
INCLUDES = RelationshipType("INCLUDES", "包含", "includes", (("Zone", "Building"), ("Zone", "Checkpoint")))
MEMBER_OF = RelationshipType(
    "MEMBER_OF",
    "党组织关系",
    "member of",
    (("Person", "PartyOrg"),),
    (
        Property(
            "kind",
            Kind.TEXT,
            "类别",
            "kind",
            needed=True,
            choices=one_of(("affiliated", "组织关系", "affiliated"), ("flow_in", "流入", "flowed in")),
        ),
        Property("dues_paid_to", Kind.DAY, "党费缴至", "dues paid to", precision=True),
    ),
    discriminator="kind",
    at_most_one=True,
)
IN_GROUP = RelationshipType("IN_GROUP", "编入党小组", "in group", (("Person", "PartyOrg"),))
REPORTED_TO = RelationshipType(
    "REPORTED_TO",
    "双报到",
    "reported to",
    (("Person", "Community"), ("PartyOrg", "Community")),
    (Property("post", Kind.TEXT, "认领岗位", "post"),),
)
MANAGES = RelationshipType("MANAGES", "管理", "manages", (("Unit", "Compound"),))
WORKS_FOR = RelationshipType("WORKS_FOR", "工作于", "works for", (("Person", "Unit"),), at_most_one=True)
COBUILDS_WITH = RelationshipType(
    "COBUILDS_WITH",
    "共驻共建",
    "co-builds with",
    (("Unit", "Community"),),
    (
        Property("offers", Kind.TEXT, "资源清单", "offers"),
        Property("needs", Kind.TEXT, "需求清单", "needs"),
    ),
)
PAIRED_WITH = RelationshipType(
    "PAIRED_WITH",
    "结对",
    "paired with",
    (("Person", "Person"), ("Person", "Household")),
    (Property("visit_every_days", Kind.INTEGER, "探访间隔", "visit interval", norm="days"),),
)
HAS_SKILL = RelationshipType(
    "HAS_SKILL",
    "有专长",
    "has skill",
    (("Person", "Skill"),),
    (
        Property("certificate_no", Kind.TEXT, "证书编号", "certificate number", Sensitivity.S2, mask="hidden"),
        Property("valid_until", Kind.DAY, "有效期至", "valid until", precision=True, norm="that day included"),
    ),
)
HAS_NEED = RelationshipType(
    "HAS_NEED",
    "有需求",
    "has need",
    (("Person", "Need"),),
    (
        Property(
            "basis",
            Kind.TEXT,
            "依据",
            "basis",
            norm="Personal Information Protection Law, articles 28 and 34",
            choices=one_of(("duty", "法定职责", "statutory duty"), ("consent", "本人同意", "consent")),
        ),
    ),
    sensitivity=Sensitivity.S3,
)
MET_BY = RelationshipType("MET_BY", "对应专长", "met by", (("Need", "Skill"),), dated=False)
ON_SHIFT = RelationshipType("ON_SHIFT", "值班", "on shift", (("Person", "Shift"),))
AT = RelationshipType(
    "AT", "在", "at", (("Shift", "Checkpoint"), ("Shift", "Community"), ("Shift", "Grid")), at_most_one=True
)
ON_LEAVE = RelationshipType("ON_LEAVE", "请假", "on leave", (("Person", "Leave"),))
COVERED_BY = RelationshipType("COVERED_BY", "代班", "covered by", (("Leave", "Person"),))
RAISED_BY = RelationshipType("RAISED_BY", "提出人", "raised by", (("Request", "Household"), ("Request", "Person")))
CLAIMED_BY = RelationshipType("CLAIMED_BY", "认领人", "claimed by", (("Request", "Person"), ("Request", "Unit")))
HELD_BY = RelationshipType(
    "HELD_BY",
    "举办",
    "held by",
    (("Activity", "PartyOrg"), ("Activity", "Community"), ("Activity", "Grid"), ("Activity", "Unit")),
)
ATTENDED = RelationshipType("ATTENDED", "参加", "attended", (("Person", "Activity"),))
AWARDED_TO = RelationshipType(
    "AWARDED_TO",
    "授予",
    "awarded to",
    tuple(("Honour", holder) for holder in ("PartyOrg", "Compound", "Community", "Unit", "Person")),
)
VISITED = RelationshipType("VISITED", "走访", "visited", (("Visit", "Household"), ("Visit", "Person")))
BY = RelationshipType("BY", "走访人", "by", (("Visit", "Person"),))

RELATIONSHIPS: Mapping[str, RelationshipType] = {
    v.type: v for v in list(globals().values()) if isinstance(v, RelationshipType)
}
