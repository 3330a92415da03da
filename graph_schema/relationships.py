"""The relationship types: one constant each. All are dated: half-open days [since, until), ended and never deleted."""

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
    ),
    at_most_one=True,
)
LOCATED_IN = RelationshipType("LOCATED_IN", "位于", "located in", (("Building", "Compound"),), at_most_one=True)
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
MANAGES = RelationshipType("MANAGES", "管理", "manages", (("Unit", "Compound"),))
ON_LEAVE = RelationshipType("ON_LEAVE", "请假", "on leave", (("Person", "Leave"),))
COVERED_BY = RelationshipType("COVERED_BY", "代班", "covered by", (("Leave", "Person"),))

RELATIONSHIPS: Mapping[str, RelationshipType] = {
    v.type: v for v in list(globals().values()) if isinstance(v, RelationshipType)
}
