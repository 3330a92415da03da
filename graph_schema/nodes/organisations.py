"""Organisations: of the Party, and units."""

from graph_schema.model import Kind, NodeType, Property
from graph_schema.nodes.shared import NAMES, PROVENANCE, S0, SCOPE, identity, kind

PARTY_ORG = NodeType(
    "PartyOrg",
    "党组织",
    "party organisation",
    "org_id",
    (
        identity("org_id"),
        *NAMES,
        kind(
            ("committee", "党委", "committee"),
            ("general_branch", "党总支", "general branch"),
            ("branch", "党支部", "branch"),
            ("joint_branch", "联合党支部", "joint branch"),
            ("group", "党小组", "group"),
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
        identity("unit_id"),
        *NAMES,
        kind(
            ("county_agency", "县直单位", "county agency"),
            ("institution", "事业单位", "institution"),
            ("enterprise", "企业", "enterprise"),
            ("property_company", "物业公司", "property company"),
            ("developer", "房地产企业", "developer"),
            ("social_org", "社会组织", "social organisation"),
            ("school", "学校", "school"),
            ("hospital", "医院", "hospital"),
            zh="性质",
        ),
        Property("uscc", Kind.TEXT, "统一社会信用代码", "unified social credit code", S0, norm="GB 32100"),
        SCOPE,
        *PROVENANCE,
    ),
    indexes=("name", "uscc"),
)
