"""One estate as a plain world: a home with everything around it, one without a leader, one worker on leave."""

import datetime as dt
from typing import Any

from tests.oracle.draws import Node
from tests.oracle.duty import CHINA
from tests.oracle.worlds import World

COUNTY = "429071"
TOWN, COMMUNITY = "429071001", "429071001001"
GRID, OTHER_GRID = f"{COMMUNITY}G001", f"{COMMUNITY}G002"
COMPOUND = f"{COMMUNITY}C001"
BUILDING, LEADERLESS, NEXT, OUTSIDE = (f"{COMMUNITY}B{n:05}" for n in (3, 5, 6, 4))
ENTRANCE = f"{BUILDING}U01"
HOME, OTHER_HOME, LEADERLESS_HOME = f"{BUILDING}-1-501", f"{BUILDING}-1-502", f"{LEADERLESS}-0-101"
GROUP, BRANCH, COMMITTEE = "O710001", "O710002", "O710003"
LEADER, AWAY, COVER, SECRETARY, CADRE, RESIDENT, NEIGHBOUR, STANDBY, OTHER = (f"P7100000{n}" for n in range(1, 10))
HELPER, HOME_HELPER, POINT, ZONE_LEAD, FORMER_LEAD = (f"P710000{n}" for n in range(10, 15))
ZONE, FORMER_ZONE, GATE = f"{TOWN}Z第一片区", f"{TOWN}Z旧片", f"{GRID}K1"
SHIFT, GATE_SHIFT = f"{COMMUNITY}/2026-11-20/夜班", f"{GATE}/2026-11-20/夜班"


def world() -> World:
    """The world; whoever wants it otherwise changes what comes out."""
    return {"county": COUNTY, "nodes": _nodes(), "facts": [*_places(), *_people()], "cases": []}


def fact(type_: str, start: Node, end: Node, **properties: Any) -> dict[str, Any]:
    """A fact that has held since 2025-03-01."""
    return {"type": type_, "from": start, "to": end, "since": dt.date(2025, 3, 1), "until": None, **properties}


def serves(person: str, target: Node, role: str, **properties: Any) -> dict[str, Any]:
    """A post."""
    usual = {"is_primary": True, "priority": None, "night_ok": None}
    return fact("SERVES", ("Person", person), target, role=role, **(usual | properties))


def _nodes() -> dict[str, dict[str, dict[str, Any]]]:
    people: tuple[str, ...] = (LEADER, AWAY, COVER, SECRETARY, CADRE, RESIDENT, NEIGHBOUR, STANDBY, OTHER)
    people += (HELPER, HOME_HELPER, POINT, ZONE_LEAD, FORMER_LEAD)
    hours = {"starts": dt.datetime(2026, 11, 20, 20, tzinfo=CHINA), "ends": dt.datetime(2026, 11, 21, 8, tzinfo=CHINA)}
    return {
        "County": {COUNTY: {"name": "云杉县"}},
        "Town": {TOWN: {"name": "松涛镇"}},
        "Community": {COMMUNITY: {"name": "松涛社区", "kind": "urban", "duty_phone": "0719-0000101"}},
        "Grid": {GRID: {"name": "第一网格"}, OTHER_GRID: {"name": "第二网格"}},
        "Compound": {COMPOUND: {"name": "松涛苑"}},
        "Building": {
            BUILDING: {"name": "3栋"},
            LEADERLESS: {"name": "5栋"},
            NEXT: {"name": "6栋"},
            OUTSIDE: {"name": "4栋"},
        },
        "Entrance": {ENTRANCE: {"name": "1单元"}},
        "Household": {
            HOME: {"name": "1单元501", "address": "松涛社区松涛苑3栋1单元501", "occupancy": "owner"},
            OTHER_HOME: {"name": "1单元502", "address": "松涛社区松涛苑3栋1单元502", "occupancy": "owner"},
            LEADERLESS_HOME: {"name": "101", "address": "松涛社区松涛苑5栋101", "occupancy": "owner"},
        },
        "PartyOrg": {
            GROUP: {"name": "3栋党小组"},
            BRANCH: {"name": "第一网格党支部", "kind": "branch"},
            COMMITTEE: {"name": "松涛社区党委"},
        },
        "Person": {
            person: {
                "name": f"试{person[-2:]}",
                "status": "active",
                "phones": [{"digest": f"d-{person}", "verified_on": None}],
            }
            for person in people
        },
        "Zone": {
            ZONE: {"name": "第一片区", "since": dt.date(2026, 3, 1)},
            FORMER_ZONE: {"name": "旧片", "since": dt.date(2025, 3, 1), "until": dt.date(2026, 3, 1)},
        },
        "Checkpoint": {GATE: {"name": "东门", "since": dt.date(2026, 11, 16)}},
        "Shift": {SHIFT: hours, GATE_SHIFT: hours},
        "Leave": {"L-429071": {"from": dt.date(2026, 11, 20), "to": dt.date(2026, 11, 20)}},
    }


def _places() -> list[dict[str, Any]]:
    up = [
        (("Town", TOWN), ("County", COUNTY)),
        (("Community", COMMUNITY), ("Town", TOWN)),
        (("Grid", GRID), ("Community", COMMUNITY)),
        (("Grid", OTHER_GRID), ("Community", COMMUNITY)),
        (("Building", BUILDING), ("Grid", GRID)),
        (("Building", LEADERLESS), ("Grid", GRID)),
        (("Building", NEXT), ("Grid", GRID)),
        (("Building", OUTSIDE), ("Grid", GRID)),
        (("Entrance", ENTRANCE), ("Building", BUILDING)),
        (("Household", HOME), ("Entrance", ENTRANCE)),
        (("Household", OTHER_HOME), ("Entrance", ENTRANCE)),
        (("Household", LEADERLESS_HOME), ("Building", LEADERLESS)),
        (("Zone", ZONE), ("Town", TOWN)),
        (("Checkpoint", GATE), ("Grid", GRID)),
    ]
    located = [
        fact("LOCATED_IN", ("Building", building), ("Compound", COMPOUND)) for building in (BUILDING, LEADERLESS, NEXT)
    ]
    covers = [
        fact("COVERS", ("PartyOrg", GROUP), ("Building", BUILDING)),
        fact("COVERS", ("PartyOrg", BRANCH), ("Grid", GRID)),
        fact("COVERS", ("PartyOrg", COMMITTEE), ("Community", COMMUNITY)),
        fact("INCLUDES", ("Zone", ZONE), ("Building", BUILDING)),
        fact("INCLUDES", ("Zone", FORMER_ZONE), ("Building", BUILDING)),
        fact("AT", ("Shift", SHIFT), ("Community", COMMUNITY)),
        fact("AT", ("Shift", GATE_SHIFT), ("Checkpoint", GATE)),
    ]
    return [*(fact("PART_OF", child, parent) for child, parent in up), *located, *covers]


def _people() -> list[dict[str, Any]]:
    return [
        fact("LIVES_IN", ("Person", RESIDENT), ("Household", HOME)),
        fact("LIVES_IN", ("Person", LEADER), ("Household", OTHER_HOME)),
        serves(RESIDENT, ("Entrance", ENTRANCE), "entrance_leader"),
        serves(LEADER, ("Building", BUILDING), "building_leader"),
        serves(NEIGHBOUR, ("Building", NEXT), "building_leader"),
        serves(OTHER, ("Building", OUTSIDE), "building_leader"),
        serves(STANDBY, ("PartyOrg", GROUP), "standby"),
        serves(AWAY, ("Grid", GRID), "grid_worker"),
        serves(SECRETARY, ("PartyOrg", BRANCH), "branch_secretary"),
        serves(SECRETARY, ("PartyOrg", COMMITTEE), "community_secretary"),
        serves(CADRE, ("Community", COMMUNITY), "community_cadre", night_ok=True),
        serves(CADRE, ("Grid", OTHER_GRID), "grid_worker"),
        serves(POINT, ("Checkpoint", GATE), "point_cadre"),
        serves(ZONE_LEAD, ("Zone", ZONE), "zone_lead"),
        serves(FORMER_LEAD, ("Zone", FORMER_ZONE), "zone_lead"),
        fact("PAIRED_WITH", ("Person", HELPER), ("Person", RESIDENT)),
        fact("PAIRED_WITH", ("Person", HOME_HELPER), ("Household", OTHER_HOME)),
        fact("ON_SHIFT", ("Person", LEADER), ("Shift", SHIFT)),
        fact("ON_SHIFT", ("Person", POINT), ("Shift", GATE_SHIFT)),
        fact("ON_LEAVE", ("Person", AWAY), ("Leave", "L-429071")),
        fact("COVERED_BY", ("Leave", "L-429071"), ("Person", COVER)),
    ]
