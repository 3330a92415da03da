"""Care: skills and needs (reference data that ships), requests, visits."""

from graph_schema.model import Kind, NodeType, Property, one_of
from graph_schema.nodes.shared import CODE, PROVENANCE, S0, S1, S3, identity, kind

_WORDS = (
    Property("name_zh", Kind.TEXT, "名称", "Chinese name", S0, needed=True),
    Property("name_en", Kind.TEXT, "英文名称", "English name", S0, needed=True),
)

SKILL = NodeType(
    "Skill",
    "专长",
    "skill",
    "code",
    (CODE, *_WORDS, Property("needs_certificate", Kind.TRUTH, "需证书", "needs a certificate", S0)),
)
NEED = NodeType(
    "Need",
    "需求",
    "need",
    "code",
    (
        CODE,
        *_WORDS,
        Property(
            "visit_every_days", Kind.INTEGER, "探访间隔", "visit interval", S0, norm="days; an office may change it"
        ),
        Property("needs_pair", Kind.TRUTH, "须结对", "needs a pair", S0),
    ),
)
REQUEST = NodeType(
    "Request",
    "诉求",
    "request",
    "request_id",
    (
        identity("request_id"),
        kind(
            ("wish", "微心愿", "small wish"),
            ("speak", "代言", "speaking for"),
            ("agency", "代理", "acting for"),
            ("handle", "代办", "handling"),
            ("errand", "代买代购", "errand"),
            sensitivity=S1,
        ),
        Property("text", Kind.TEXT, "内容", "text", S3, needed=True, mask="hidden"),
        Property(
            "status",
            Kind.TEXT,
            "状态",
            "status",
            needed=True,
            choices=one_of(
                ("open", "未认领", "open"),
                ("claimed", "已认领", "claimed"),
                ("done", "已完成", "done"),
                ("waived", "已撤销", "waived"),
            ),
        ),
        Property("opened_on", Kind.DAY, "提出日期", "opened on", needed=True, precision=True),
        Property("claimed_on", Kind.DAY, "认领日期", "claimed on", precision=True),
        Property("closed_on", Kind.DAY, "办结日期", "closed on", precision=True),
        *PROVENANCE,
    ),
    indexes=("status",),
)
VISIT = NodeType(
    "Visit",
    "走访",
    "visit",
    "visit_id",
    (
        identity("visit_id"),
        Property("on", Kind.DAY, "日期", "on", needed=True, precision=True),
        Property(
            "mode",
            Kind.TEXT,
            "方式",
            "mode",
            needed=True,
            choices=one_of(("home", "上门", "at home"), ("phone", "电话", "by phone")),
        ),
        Property("result", Kind.TEXT, "情况", "result", S3, mask="hidden"),
        *PROVENANCE,
    ),
    indexes=("on",),
)
