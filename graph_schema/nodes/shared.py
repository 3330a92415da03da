"""Properties that node types of several families have."""

from graph_schema.model import Kind, Property, one_of
from graph_schema.sensitivity import Sensitivity

S0, S1, S2, S3, S4 = Sensitivity

SOURCE = Property("source", Kind.TEXT, "来源", "source", derived=True, norm="import/file#/sheet#/line")
UPDATED_AT = Property("updated_at", Kind.MOMENT, "更新时间", "updated at", derived=True)
PROVENANCE = (SOURCE, UPDATED_AT)
SCOPE = Property("scope", Kind.TEXTS, "范围", "scope", derived=True, norm="codes of every place that it belongs to")
NAMES = (
    Property("name", Kind.TEXT, "名称", "name", S0, needed=True),
    Property("name_pinyin", Kind.TEXTS, "拼音", "pinyin", S0, derived=True),
    Property("name_initials", Kind.TEXTS, "首字母", "initials", S0, derived=True),
)
YES_NO = one_of(("yes", "有", "yes"), ("no", "无", "no"))
CODE = Property("code", Kind.TEXT, "代码", "code", S0, needed=True)
PLACE = (
    CODE,
    *NAMES,
    Property("address", Kind.TEXT, "全称", "full name", S0, norm="community, compound, building … in one text"),
    *PROVENANCE,
)


def kind(*choices: tuple[str, str, str], zh: str = "类别", sensitivity: Sensitivity = S0, norm: str = "") -> Property:
    """Which of its kinds something is."""
    return Property("kind", Kind.TEXT, zh, "kind", sensitivity, needed=True, choices=one_of(*choices), norm=norm)


def identity(name: str) -> Property:
    """The key of what has no code of its own: allotted once, by us."""
    return Property(name, Kind.TEXT, "编号", name.replace("_", " "), S0, needed=True, derived=True)
