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
    "Leave": Look("duty", "concave-hexagon", 32, 28, icon="calendar-off", outline="M1 2h22l-3 10l3 10H1l3-10z"),
}
