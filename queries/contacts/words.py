"""The words of a chain: why somebody was passed over, how somebody stands in."""

from collections.abc import Mapping

from graph_schema.relationships import RELATIONSHIPS
from graph_schema.roles import ROLES
from queries.answer import Words
from queries.contacts.tiers import PAIRED_HELPER

REASONS: Mapping[str, Words] = {
    "vacant": Words("空岗", "vacant"),
    "on_leave": Words("请假", "on leave"),
    "no_phone": Words("没有可用号码", "no usable phone"),
    "no_answer": Words("打不通", "no answer"),
    "out_of_hours": Words("非工作时间", "out of hours"),
    "same_person": Words("同一人，已列在前面", "same person, listed above"),
    "same_household": Words("同住一户", "lives in this household"),
    "inactive": Words("已迁出或去世", "moved away or deceased"),
    "expired": Words("已到期", "expired"),
}
STANDS_IN: Mapping[str, Words] = {
    "deputy": Words("副职或B岗代", "deputy or standby"),
    "leave_cover": Words("代班", "covers the leave"),
    "next_door": Words("邻近代管", "from next door"),
}
LEVELS: Mapping[str, Words] = {
    "household": Words("住户", "household"),
    "building": Words("楼栋", "building"),
    "grid": Words("网格", "grid"),
    "community": Words("社区", "community"),
    "town": Words("镇/街道", "town"),
    "county": Words("县", "county"),
}
DUTY = Words("值班电话", "duty phone")
HELPER = Words("结对帮扶人", "paired helper")


def role(code: str) -> Words:
    """The words of a role, of a paired helper, or of a duty phone; the role itself stays Chinese in both."""
    found = ROLES.get(code)
    if code == PAIRED_HELPER:
        return HELPER
    if found is None:
        return DUTY
    return Words(found.zh, f"{found.zh} ({found.en})")


def relationship(type_: str) -> Words:
    """The words of a relationship, or of the property of a place that stands in its stead."""
    found = RELATIONSHIPS.get(type_)
    return Words(found.zh, found.en) if found else DUTY
