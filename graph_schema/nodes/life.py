"""What a community has and does: facilities, activities, honours."""

from graph_schema.model import Kind, NodeType, Property
from graph_schema.nodes.shared import NAMES, PROVENANCE, S0, S1, identity, kind

FACILITY = NodeType(
    "Facility",
    "设施",
    "facility",
    "facility_id",
    (
        identity("facility_id"),
        *NAMES,
        kind(
            ("office", "办公用房", "office"),
            ("service_centre", "党群服务中心", "service centre"),
            ("activity_room", "活动室", "activity room"),
            ("elder_care", "养老服务设施", "care for elders"),
            ("other", "其他", "other"),
        ),
        Property("area_m2", Kind.NUMBER, "面积", "area", S0, needed=True, norm="square metres"),
        Property("state_asset_no", Kind.TEXT, "国有资产编号", "state asset number"),
        *PROVENANCE,
    ),
)
ACTIVITY = NodeType(
    "Activity",
    "活动",
    "activity",
    "activity_id",
    (
        identity("activity_id"),
        kind(
            ("theme_party_day", "支部主题党日", "theme party day"),
            ("member_meeting", "党员大会", "member meeting"),
            ("committee_meeting", "支委会", "committee meeting"),
            ("group_meeting", "党小组会", "group meeting"),
            ("party_lecture", "党课", "party lecture"),
            ("organisational_life", "组织生活会", "organisational life meeting"),
            ("appraisal", "民主评议党员", "appraisal of members"),
            ("heart_talk", "谈心谈话", "heart-to-heart talk"),
            ("volunteer_event", "志愿活动", "volunteer event"),
            ("training", "培训", "training"),
            ("joint_meeting", "联席会议", "joint meeting"),
            sensitivity=S1,
            norm="三会一课, 支部主题党日",
        ),
        Property("on", Kind.DAY, "日期", "on", needed=True, precision=True),
        Property("title", Kind.TEXT, "主题", "title"),
        *PROVENANCE,
    ),
    indexes=("on",),
)
HONOUR = NodeType(
    "Honour",
    "荣誉",
    "honour",
    "honour_id",
    (
        identity("honour_id"),
        *NAMES,
        Property("year", Kind.INTEGER, "年度", "year", S0, needed=True),
        *PROVENANCE,
    ),
)
