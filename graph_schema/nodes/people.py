"""People: every person, and what only party members and volunteers have."""

from graph_schema.model import Kind, NodeType, Property, one_of
from graph_schema.nodes.shared import PROVENANCE, S0, S2, S3, S4, SCOPE


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
        Property("joined_on", Kind.DAY, "入党时间", "joined on", precision=True),
        Property("confirmed_on", Kind.DAY, "转正时间", "confirmed on", precision=True),
        Property(
            "flow_status",
            Kind.TEXT,
            "流动情况",
            "flow status",
            S3,
            mask="hidden",
            choices=one_of(("out", "流出", "out"), ("in", "流入", "in"), ("transferring", "转接中", "transferring")),
        ),
    ),
    of="Person",
)
VOLUNTEER = NodeType(
    "Volunteer",
    "志愿者",
    "volunteer",
    "person_id",
    (
        Property("registration_no", Kind.TEXT, "志愿者编号", "registration number"),
        Property("service_hours", Kind.NUMBER, "服务时长", "service hours", norm="hours"),
        Property("night_ok", Kind.TRUTH, "夜间可联系", "reachable at night"),
        Property("availability", Kind.TEXT, "可服务时段", "availability"),
    ),
    of="Person",
)
