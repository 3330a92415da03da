"""Responsibility: zones and checkpoints, shifts and leave."""

from graph_schema.model import Kind, NodeType, Property
from graph_schema.nodes.shared import PLACE, PROVENANCE, S0, SCOPE, identity

_IN_FORCE = (
    Property("since", Kind.DAY, "启用", "in force since", S0, needed=True, precision=True),
    Property("until", Kind.DAY, "停用", "in force until", S0, precision=True, norm="that day no longer"),
    SCOPE,
)

ZONE = NodeType("Zone", "片", "zone", "code", (*PLACE, *_IN_FORCE), labels=("Place",))
CHECKPOINT = NodeType(
    "Checkpoint",
    "卡点",
    "checkpoint",
    "code",
    (
        *PLACE,
        *_IN_FORCE,
        Property("is_core", Kind.TRUTH, "核心卡点", "core", S0, needed=True),
        Property("required_per_shift", Kind.INTEGER, "每班人数", "people a shift", S0, needed=True),
    ),
    labels=("Place",),
)
SHIFT = NodeType(
    "Shift",
    "班次",
    "shift",
    "shift_id",
    (
        identity("shift_id"),
        Property("starts", Kind.MOMENT, "开始", "starts", S0, needed=True),
        Property("ends", Kind.MOMENT, "结束", "ends", S0, needed=True, norm="half-open; named by the day it starts"),
        *PROVENANCE,
    ),
    indexes=("ends",),
)
LEAVE = NodeType(
    "Leave",
    "请假",
    "leave",
    "leave_id",
    (
        identity("leave_id"),
        Property("from", Kind.DAY, "起", "from", needed=True, norm="included"),
        Property("to", Kind.DAY, "止", "to", needed=True, norm="included; no medical text"),
        *PROVENANCE,
    ),
    indexes=("to",),
)
