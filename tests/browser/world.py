"""A small county as facts: two communities, three grids, four buildings, and whoever answers for them. All invented."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from database import scope
from database.connection import Connection
from database.writing import transaction
from graph_schema.facts import Change, NodeChange, RelationshipChange, fact_id
from graph_schema.values import name as names
from graph_schema.values.seal import Seal

COUNTY = "429051"
TOWN, COMMUNITY, OTHER = f"{COUNTY}101", f"{COUNTY}101001", f"{COUNTY}101002"
GRID, GRID_2, GRID_3 = f"{COMMUNITY}G001", f"{COMMUNITY}G002", f"{OTHER}G001"
COMPOUND = f"{COMMUNITY}C001"
BUILDING, UNLED, EMPTY, FAR = (f"{COMMUNITY}B00003", f"{COMMUNITY}B00005", f"{COMMUNITY}B00007", f"{OTHER}B00001")
HOUSEHOLD = f"{BUILDING}-1-501"
LEADER, WORKER = "P51000001", "P51000002"
MARKUP = "<b>石</b>磊"
IMPORT = "2026-11-02-001"
SINCE = date(2026, 3, 1)


@dataclass
class World:
    """Collects changes; every fact has a row of its own in one invented import."""

    seal: Seal
    changes: list[Change] = field(default_factory=list)
    line: int = 3

    def source(self) -> str:
        """The next row."""
        self.line += 1
        return f"{IMPORT}/1/1/{self.line}"

    def place(self, label: str, code: str, name: str, parent: tuple[str, str] | None = None, **values: Any) -> None:
        """A place and what it is part of."""
        found = {"name": name, "address": name, "source": self.source(), **values}
        if label != "Household":
            pinyin, initials = names.place_readings(name)
            found |= {"name_pinyin": list(pinyin), "name_initials": list(initials)}
        self.changes.append(NodeChange(label, code, None, {"code": code, **found}))
        if parent:
            self.join("PART_OF", (label, code), parent)

    def person(self, id_: str, name: str, phone: str = "", labels: tuple[str, ...] = (), **values: Any) -> None:
        """A person, with a sealed phone."""
        pinyin, initials = names.readings(name)
        found = {"person_id": id_, "name": name, "name_pinyin": list(pinyin), "name_initials": list(initials)}
        found |= {"status": "active", "source": self.source(), **values}
        if phone:
            found |= {"phone_cipher": self.seal.seal(phone), "phone_digest": self.seal.digest(phone, "phone")}
            found |= {"phone_last4": phone[-4:]}
        self.changes.append(NodeChange("Person", id_, None, found, frozenset(labels)))

    def join(self, type_: str, start: tuple[str, str], end: tuple[str, str], **values: Any) -> None:
        """A dated fact that holds since the first of March."""
        id_ = fact_id(type_, start[1], end[1], values.get("role", ""), SINCE.isoformat())
        image = {"since": SINCE, "since_precision": "day", "learned_on": date(2026, 11, 2), "source": self.source()}
        self.changes.append(RelationshipChange(type_, id_, *start, *end, None, image | values))

    def serves(self, id_: str, role: str, target: tuple[str, str], **values: Any) -> None:
        """A person's role."""
        self.join("SERVES", ("Person", id_), target, role=role, **values)


def build(seal: Seal) -> tuple[Change, ...]:
    """The whole world."""
    world = World(seal)
    _places(world)
    _homes(world)
    _people(world)
    return tuple(world.changes)


def write(connection: Connection, seal: Seal) -> None:
    """Writes it into a graph that does not have it."""
    with transaction(connection) as writer:
        changes = build(seal)
        writer.apply(changes)
        scope.refresh(writer, changes)


def erase(connection: Connection) -> None:
    """Takes the county and its people away."""
    with transaction(connection) as writer:
        writer.run("MATCH (n:Place) WHERE n.code STARTS WITH $county DETACH DELETE n", county=COUNTY)
        writer.run("MATCH (n:Person) WHERE n.person_id STARTS WITH 'P51' DETACH DELETE n")


def _places(world: World) -> None:
    world.place("County", COUNTY, "云杉县", duty_phone="0719-5550000")
    world.place("Town", TOWN, "松涛镇", ("County", COUNTY), duty_phone="0719-5550010")
    town = ("Town", TOWN)
    world.place("Community", COMMUNITY, "松涛社区", town, kind="urban", duty_phone="0719-5550100")
    world.place("Community", OTHER, "青石社区", town, kind="urban")
    for code, name, parent in (
        (GRID, "第一网格", COMMUNITY),
        (GRID_2, "第二网格", COMMUNITY),
        (GRID_3, "第一网格", OTHER),
    ):
        owner = "松涛社区" if parent == COMMUNITY else "青石社区"
        world.place("Grid", code, name, ("Community", parent), address=owner + name, kind="base")
    world.place(
        "Compound",
        COMPOUND,
        "松涛苑",
        ("Community", COMMUNITY),
        address="松涛社区松涛苑",
        property_management="managed",
    )
    for code, name, grid, owner in (
        (BUILDING, "3栋", GRID, "松涛社区松涛苑"),
        (UNLED, "5栋", GRID_2, "松涛社区松涛苑"),
        (EMPTY, "7栋", GRID_2, "松涛社区松涛苑"),
        (FAR, "1栋", GRID_3, "青石社区石榴里"),
    ):
        world.place("Building", code, name, ("Grid", grid), address=owner + name, floors=6)
        if code != FAR:
            world.join("LOCATED_IN", ("Building", code), ("Compound", COMPOUND))


def _homes(world: World) -> None:
    for building, number, address in (
        (BUILDING, "3", "松涛社区松涛苑3栋"),
        (UNLED, "5", "松涛社区松涛苑5栋"),
        (FAR, "1", "青石社区石榴里1栋"),
    ):
        for unit in ("1", "2"):
            entrance = f"{building}U{unit.zfill(2)}"
            world.place("Entrance", entrance, f"{unit}单元", ("Building", building), address=f"{address}{unit}单元")
            for room in ("101", "302", "501"):
                occupancy = {"101": "rented", "302": None, "501": "owner"}[room]
                world.place(
                    "Household", f"{building}-{unit}-{room}", f"{unit}单元{room}", ("Entrance", entrance),
                    room=room, address=f"{address}{unit}单元{room}", short_address=f"{number}-{unit}-{room}",
                    occupancy=occupancy,
                )  # fmt: skip


def _people(world: World) -> None:
    home = ("Household", HOUSEHOLD)
    world.person(
        LEADER, "张伟", "19900002046", ("PartyMember",), member_type="full", phone_verified_on=date(2026, 11, 2)
    )
    world.person(WORKER, "覃秀珍", "19900000172", gender="female")
    world.person("P51000003", "何志远", "19900008305", ("PartyMember",), member_type="full")
    world.person("P51000004", MARKUP, "19900007712")
    world.person("P51000005", "王桂兰", "19900005678", birth_date=date(1948, 5, 1), birth_date_precision="day")
    world.person("P51000006", "王小雨", birth_date=date(2018, 5, 1), birth_date_precision="day")
    world.person("P51000007", "李强", "19900003321")
    world.serves(LEADER, "building_leader", ("Building", BUILDING), is_primary=True, night_ok=True)
    world.serves(WORKER, "grid_worker", ("Grid", GRID), is_primary=True, contact_public=True)
    world.serves("P51000003", "community_secretary", ("Community", COMMUNITY), is_primary=True)
    world.serves("P51000007", "deputy_building_leader", ("Building", BUILDING))
    world.join("LIVES_IN", ("Person", LEADER), ("Household", f"{BUILDING}-1-302"), relation_to_head="户主")
    for id_, relation in (("P51000004", "户主"), ("P51000005", "母亲"), ("P51000006", "女儿")):
        world.join("LIVES_IN", ("Person", id_), home, relation_to_head=relation)
