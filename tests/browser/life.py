"""What the small county's organisations do: units, zones, a checkpoint on duty, the Party, pairs, leave, skills."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

from database import scope
from database.connection import Connection
from database.writing import transaction
from graph_schema.facts import Change, NodeChange
from graph_schema.values import name as names
from graph_schema.values.moment import CHINA
from graph_schema.values.seal import Seal
from tests.browser import world
from tests.browser.world import BUILDING, COMMUNITY, GRID, LEADER, OTHER, TOWN, UNLED, WORKER, World

UNIT, IDLE_UNIT = "U510001", "U510002"
ORGANISATION, BRANCH, GROUP = "O510001", "O510002", "O510003"
ZONE, OVER, CHECKPOINT = f"{TOWN}Z东片", f"{TOWN}Z旧片", f"{GRID}KKD-01"
BUSY, LONG = "P51000010", "P51000011"
LONG_NAME = "阿卜杜热合曼" * 6 + "·买买提"  # 40 signs
CROWD = 130  # organisations below one branch
DAY = date(2026, 11, 25)
AT = f"{DAY.isoformat()}T12:00"
_BELONGING = {"Shift": "shift_id", "Leave": "leave_id", "Request": "request_id"}


def write(connection: Connection, seal: Seal) -> None:
    """Writes the county and all this into a graph that has neither."""
    made = World(seal, line=500)
    for build in (_units, _party, _duty, _people, _care):
        build(made)
    changes: tuple[Change, ...] = (*world.build(seal), *made.changes)
    with transaction(connection) as writer:
        writer.apply(changes)
        scope.refresh(writer, changes)


def erase(connection: Connection) -> None:
    """Takes all of it away."""
    with transaction(connection) as writer:
        writer.run("MATCH (n:Unit|PartyOrg) WHERE coalesce(n.unit_id, n.org_id) =~ '.51.*' DETACH DELETE n")
        for label, key in _BELONGING.items():
            writer.run(f"MATCH (n:{label}) WHERE n.{key} =~ '({world.COUNTY}|P51).*' DETACH DELETE n")
    world.erase(connection)


def _units(made: World) -> None:
    _organisation(made, "Unit", UNIT, "云杉县<i>林业</i>局", kind="county_agency")
    _organisation(made, "Unit", IDLE_UNIT, "云杉县空白单位")
    made.place("Zone", ZONE, "东片", ("Town", TOWN), since=world.SINCE, since_precision="day")
    made.place("Zone", OVER, "旧片", ("Town", TOWN), since=world.SINCE, until=date(2026, 5, 1))
    unit, zone = ("Unit", UNIT), ("Zone", ZONE)
    made.join("COVERS", unit, zone, basis="plan")
    made.join("COBUILDS_WITH", unit, ("Community", COMMUNITY), offers="苗木、会议室", needs="志愿者")
    for building in (BUILDING, UNLED):
        made.join("COVERS", unit, ("Building", building), basis="plan")
        made.join("INCLUDES", zone, ("Building", building))


def _party(made: World) -> None:
    _organisation(made, "PartyOrg", ORGANISATION, "松涛社区党总支", kind="general_branch")
    _organisation(made, "PartyOrg", BRANCH, "第一网格党支部", kind="branch", term_ends=date(2028, 6, 1))
    _organisation(made, "PartyOrg", GROUP, "3栋党小组", kind="group")
    made.join("COVERS", ("PartyOrg", ORGANISATION), ("Community", COMMUNITY))
    made.join("COVERS", ("PartyOrg", BRANCH), ("Grid", GRID))
    made.join("COVERS", ("PartyOrg", GROUP), ("Building", BUILDING))
    made.join("SUBORDINATE_TO", ("PartyOrg", BRANCH), ("PartyOrg", ORGANISATION))
    for number in range(CROWD):
        id_ = f"O51{1000 + number}"
        _organisation(made, "PartyOrg", id_, f"临时第{number}党小组", kind="group")
        made.join("SUBORDINATE_TO", ("PartyOrg", id_), ("PartyOrg", BRANCH))
    made.join("SUBORDINATE_TO", ("PartyOrg", GROUP), ("PartyOrg", BRANCH))
    made.join("REPORTED_TO", ("PartyOrg", BRANCH), ("Community", OTHER))


def _duty(made: World) -> None:
    made.place(
        "Checkpoint", CHECKPOINT, "松涛苑东门", ("Grid", GRID),
        since=world.SINCE, is_core=True, required_per_shift=2,
    )  # fmt: skip
    made.join("INCLUDES", ("Zone", ZONE), ("Checkpoint", CHECKPOINT))
    for day in (DAY, DAY + timedelta(days=1)):
        for word, hour in (("早班", 7), ("晚班", 19)):
            starts = datetime(day.year, day.month, day.day, hour, tzinfo=CHINA)
            shift = ("Shift", f"{CHECKPOINT}/{day.isoformat()}/{word}")
            _node(made, *shift, starts=starts, ends=starts + timedelta(hours=12))
            made.join("AT", shift, ("Checkpoint", CHECKPOINT))
            made.join("ON_SHIFT", ("Person", LEADER), shift)
            if word == "早班":
                made.join("ON_SHIFT", ("Person", WORKER), shift)


def _people(made: World) -> None:
    made.person(BUSY, "六职全", "19900006610", ("PartyMember", "Volunteer"), member_type="full", availability="晚上")
    made.person(LONG, LONG_NAME, "19900006611", ("PartyMember",), member_type="probationary")
    for role, target in (
        ("zone_lead", ("Zone", ZONE)),
        ("checkpoint_lead", ("Checkpoint", CHECKPOINT)),
        ("unit_contact", ("Unit", UNIT)),
        ("branch_secretary", ("PartyOrg", BRANCH)),
        ("group_leader", ("PartyOrg", GROUP)),
        ("volunteer", ("Community", COMMUNITY)),
    ):
        made.serves(BUSY, role, target)
    for id_ in (BUSY, LONG, LEADER):
        made.join("WORKS_FOR", ("Person", id_), ("Unit", UNIT))
        made.join("MEMBER_OF", ("Person", id_), ("PartyOrg", BRANCH), kind="affiliated")
    made.join("IN_GROUP", ("Person", LEADER), ("PartyOrg", GROUP))
    made.join("REPORTED_TO", ("Person", BUSY), ("Community", COMMUNITY), post="政策宣传岗")


def _care(made: World) -> None:
    made.join("PAIRED_WITH", ("Person", BUSY), ("Person", "P51000005"), visit_every_days=7)
    made.join("HAS_SKILL", ("Person", BUSY), ("Skill", "nursing"))
    leave = ("Leave", f"{BUSY}/{DAY.isoformat()}")
    days: dict[str, Any] = {"from": DAY, "to": DAY + timedelta(days=2)}
    _node(made, *leave, **days)
    made.join("ON_LEAVE", ("Person", BUSY), leave)
    made.join("COVERED_BY", leave, ("Person", WORKER))
    wish = ("Request", "P51000005/wish/2026-11-02")
    _node(made, *wish, kind="wish", text="修热水器", status="claimed", opened_on=date(2026, 11, 2))
    made.join("RAISED_BY", wish, ("Person", "P51000005"))
    made.join("CLAIMED_BY", wish, ("Person", BUSY))


def _organisation(made: World, label: str, id_: str, name: str, **values: Any) -> None:
    pinyin, initials = names.place_readings(name)
    _node(made, label, id_, name=name, name_pinyin=list(pinyin), name_initials=list(initials), **values)


def _node(made: World, label: str, id_: str, **values: Any) -> None:
    key = {"Unit": "unit_id", "PartyOrg": "org_id", **_BELONGING}[label]
    made.changes.append(NodeChange(label, id_, None, {key: id_, "source": made.source(), **values}))


def county(connection: Connection, seal: Seal) -> Iterator[str]:
    """The county with all its organisations, there while a module's tests run."""
    erase(connection)
    write(connection, seal)
    yield world.COUNTY
    erase(connection)
