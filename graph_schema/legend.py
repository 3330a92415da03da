"""How a node is drawn: family gives the hue, label the shape and icon. Whatever draws a node reads it here."""

from collections.abc import Mapping
from dataclasses import dataclass

_RECTANGLE = "M3 3h18v18H3z"
_ROUND = "M5 4h14a3 3 0 0 1 3 3v10a3 3 0 0 1-3 3H5a3 3 0 0 1-3-3V7a3 3 0 0 1 3-3z"
_ELLIPSE = "M12 1a11 11 0 1 1 0 22a11 11 0 0 1 0-22z"


@dataclass(frozen=True)
class Look:
    """`family` names the hue (--n-…), `shape` the form in the graph view, `outline` the same as an SVG path of 24 × 24.

    `width` and `height` are pixels in the graph view; `icon` is a Tabler icon, drawn `lowered` units below the middle.
    """

    family: str
    shape: str
    width: int
    height: int
    icon: str
    outline: str
    ring: str = ""
    lowered: float = 0.0


LOOKS: Mapping[str, Look] = {
    "County": Look("place", "cut-rectangle", 34, 30, icon="map-2", outline="M6 3h12l4 4v10l-4 4H6l-4-4V7z"),
    "Town": Look("place", "barrel", 34, 30, icon="map-pin", outline="M4 3q8-2 16 0q3 9 0 18q-8 2-16 0q-3-9 0-18z"),
    "Community": Look("place", "round-rectangle", 36, 30, icon="building-community", outline=_ROUND),
    "Grid": Look("place", "rectangle", 30, 30, icon="layout-grid", outline=_RECTANGLE),
    "MicroGrid": Look("place", "rectangle", 24, 24, icon="grid-dots", outline="M5 5h14v14H5z"),
    "Compound": Look(
        "place", "bottom-round-rectangle", 34, 26, icon="fence", outline="M2 4h20v11a5 5 0 0 1-5 5H7a5 5 0 0 1-5-5z"
    ),
    "Building": Look("place", "rectangle", 24, 34, icon="building", outline="M5 1h14v22H5z"),
    "Entrance": Look(
        "place", "round-rectangle", 20, 28, icon="door", outline="M8 2h8a2 2 0 0 1 2 2v18H6V4a2 2 0 0 1 2-2z"
    ),
    "Household": Look("place", "polygon", 28, 28, icon="home", outline="M12 1L23 10V22H1V10z", lowered=1.5),
    "Person": Look("person", "ellipse", 28, 28, icon="user", outline=_ELLIPSE),
    "PartyMember": Look("person", "ellipse", 28, 28, icon="user", outline=_ELLIPSE, ring="party"),
    "PartyOrg": Look("party", "pentagon", 34, 32, icon="flag", outline="M12 1L23 9.5L19 22H5L1 9.5z", lowered=0.6),
    "Unit": Look("unit", "hexagon", 36, 32, icon="briefcase", outline="M6.5 2h11L23 12l-5.5 10h-11L1 12z"),
    "Volunteer": Look("person", "ellipse", 28, 28, icon="user", outline=_ELLIPSE, ring="care"),
    "Zone": Look("duty", "octagon", 34, 34, icon="polygon", outline="M7.5 1h9L23 7.5v9L16.5 23h-9L1 16.5v-9z"),
    "Checkpoint": Look("duty", "diamond", 36, 36, icon="barrier-block", outline="M12 0L24 12L12 24L0 12z"),
    "Shift": Look(
        "duty",
        "round-tag",
        32,
        26,
        icon="clock",
        outline="M4 4h12q2 0 3 1.5L23 12l-4 6.5q-1 1.5-3 1.5H4a3 3 0 0 1-3-3V7a3 3 0 0 1 3-3z",
    ),
    "Leave": Look("duty", "concave-hexagon", 32, 28, icon="calendar-off", outline="M1 2h22l-3 10l3 10H1l3-10z"),
    "Skill": Look(
        "care",
        "round-diamond",
        34,
        34,
        icon="certificate",
        outline="M10.5 1q1.5-1.4 3 0L23 10.5q1.4 1.5 0 3L13.5 23q-1.5 1.4-3 0L1 13.5q-1.4-1.5 0-3z",
    ),
    "Need": Look(
        "care", "round-triangle", 34, 32, icon="heart", outline="M10 2.5q2-3 4 0L23.2 19q1.5 3-2 3H2.8q-3.5 0-2-3z"
    ),
    "Request": Look("care", "heptagon", 32, 32, icon="sparkles", outline="M12 1L21 5.3L23.2 15L17 23H7L.8 15L3 5.3z"),
    "Visit": Look("care", "rhomboid", 36, 26, icon="walk", outline="M0 4h18l6 16H6z"),
    "Facility": Look("care", "right-rhomboid", 36, 26, icon="building-warehouse", outline="M6 4h18l-6 16H0z"),
    "Activity": Look("party", "round-hexagon", 34, 30, icon="calendar-event", outline="M7 3h10l6 9l-6 9H7l-6-9z"),
    "Honour": Look(
        "party",
        "star",
        34,
        34,
        icon="award",
        outline="M12 0l3.6 8l8.4.8l-6.3 5.8L19.6 23L12 18.5L4.4 23l1.9-8.4L0 8.8l8.4-.8z",
    ),
}


@dataclass(frozen=True)
class Line:
    """How a relationship is drawn: the family that gives its hue ("" is plain ink), its width in px, its dashes."""

    family: str
    width: float = 1.0
    dashes: tuple[int, ...] = ()
    arrow: bool = True


_TREE, _CARE, _PARTY, _DUTY = (
    Line("place", arrow=False),
    Line("care", 1.5, (6, 4)),
    Line("party", 1.5, (8, 4)),
    Line("duty", 1.5, (6, 4)),
)
_UNIT = Line("unit", 1.5, (2, 4))

LINES: Mapping[str, Line] = {
    **dict.fromkeys(("PART_OF", "LOCATED_IN", "LIVES_IN", "OWNS", "REGISTERED_AT"), _TREE),
    "SERVES": Line("", 2.5),
    **dict.fromkeys(
        ("MEMBER_OF", "IN_GROUP", "REPORTED_TO", "SUBORDINATE_TO", "HELD_BY", "ATTENDED", "AWARDED_TO"), _PARTY
    ),
    **dict.fromkeys(("COVERS", "INCLUDES", "WORKS_FOR", "COBUILDS_WITH", "MANAGES"), _UNIT),
    **dict.fromkeys(("ON_SHIFT", "AT", "ON_LEAVE", "COVERED_BY"), _DUTY),
    **dict.fromkeys(
        ("PAIRED_WITH", "HAS_SKILL", "HAS_NEED", "MET_BY", "RAISED_BY", "CLAIMED_BY", "VISITED", "BY"), _CARE
    ),
}
