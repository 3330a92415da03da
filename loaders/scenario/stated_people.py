"""党员名册 and 住户信息登记表 of a town, stated: members in their branches, and everybody in their home."""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from functools import lru_cache
from typing import Any

from database.bulk import LIST_MARK, Files
from graph_schema.facts import NodeChange, RelationshipChange, fact_id
from graph_schema.values import day, name, unit
from graph_schema.values.seal import Seal
from loaders.scenario.homes import Home
from loaders.scenario.large import Large
from loaders.scenario.register import Person
from loaders.scenario.stated import MEMBERS, RESIDENTS, Named, Someone, Statements
from loaders.scenario.stated_places import Places
from loaders.scenario.workbook import Sheet

_TITLES = 3
_OCCUPANCY = {"自住": "owner", "出租": "rented", "空置": "vacant", "空挂户": "registered_only"}
_GENDER = {"男": "male", "女": "female"}
_MEMBER = {"中共党员": "full", "中共预备党员": "probationary"}
_COMMITTEE = ("组织委员", "宣传委员")

_PLACED = ("room", "occupancy", "name", "address", "short_address", "source")
_KNOWN = ("name", "gender", "birth_date_precision", "id_cipher", "id_digest", "status", "source")
_DAY, _LISTS = "birth_date", ("name_pinyin", "name_initials", "scope")


def state_members(town: Large, sheet: Sheet, said: Statements) -> None:
    """Everybody of the members' list: the branch, the group, a post in either, and since when."""
    residents = {
        person.id_number: person for home in town.homes for person in home.people if person.politics in _MEMBER
    }
    secretaries = {leader.phone: leader for leader in town.posts.grid_leaders.values()}
    for line, row in enumerate(sheet.rows[:-1], len(sheet.titles) + 2):
        source = said.source(MEMBERS, line)
        number = str(row[3] or "").strip()
        person = residents[number] if number else secretaries[str(row[9])]
        someone = said.someone(person, source)
        someone.labels.add("PartyMember")
        someone.said |= {
            "gender": _GENDER[person.gender],
            "member_type": "full" if row[8] == "正式" else "probationary",
        }
        for name_, cell in (("joined_on", row[10]), ("confirmed_on", row[11])):
            if cell is not None:
                read = day.parse(cell)
                someone.said |= {name_: read.date, f"{name_}_precision": read.precision}
        _membership(row[12], row[13], row[16], ("Person", someone.key), source, said)


def _membership(branch: object, position: object, group: object, member: Named, source: str, said: Statements) -> None:
    own = said.organisation_of(str(branch), "branch", source)
    said.fact("MEMBER_OF", member, own, source, "affiliated", kind="affiliated")
    if position in _COMMITTEE:  # the secretary stands in the grids' notice already, which says more
        said.fact("SERVES", member, own, source, "branch_committee", role="branch_committee")
    if group:
        cell = said.organisation_of(str(group), "group", source)
        said.once("SUBORDINATE_TO", cell, own, source)
        said.fact("IN_GROUP", member, cell, source)
        if position == "党小组长":
            said.fact("SERVES", member, cell, source, "group_leader", role="group_leader", is_primary=True)


class Residents:
    """Writes the homes and everybody in them: most rows of a town, so they go into the files without being changes.

    `nodes` and `facts` count them. `hanging`: in which building those live who do become changes.
    """

    def __init__(self, files: Files, said: Statements, places: Places, seal: Seal) -> None:
        self._said = said
        self._places = places
        self._seal = seal
        self._updated_at = said.updated_at.isoformat()
        self._today = said.today.isoformat()
        stamp: dict[str, type] = {"updated_at": datetime}
        text = dict.fromkeys(_KNOWN, str)
        self._put_person = files.nodes(
            "Person", (), {**text, _DAY: type(said.today), "id_checked": bool, **dict.fromkeys(_LISTS, list), **stamp}
        )
        self._put_home = files.nodes("Household", (), {**dict.fromkeys(_PLACED, str), **stamp})
        learned: dict[str, type] = {"learned_on": type(said.today), "source": str}
        self._put_in = files.facts("PART_OF", ("Household", "Entrance"), learned)
        self._put_lives = files.facts("LIVES_IN", ("Person", "Household"), {"relation_to_head": str, **learned})
        self._put_registered = files.facts("REGISTERED_AT", ("Person", "Household"), learned)
        self.nodes, self.facts = Counter[str](), Counter[str]()
        self.hanging: list[RelationshipChange] = []

    def state(self, homes: tuple[Home, ...]) -> None:
        """All homes of the town, in the order of the form. Whoever is more than a resident becomes changes."""
        line, entrances = _TITLES + 1, dict[str, str]()
        for home in homes:
            source = self._said.source(RESIDENTS, line)
            building = self._places.buildings[home.in_building]
            entrance = self._entrance(home, building, entrances, source)
            key = f"{building[1]}-{home.entrance}-{home.room}"
            self._home(home, key, entrance, source)
            for nth, person in enumerate(home.people):
                self._person(person, home, key, building[1], self._said.source(RESIDENTS, line + nth))
            line += max(1, len(home.people))

    def _entrance(self, home: Home, building: Named, known: dict[str, str], source: str) -> str:
        key = f"{building[1]}U{home.entrance:02d}"
        if key not in known:
            name_ = f"{home.entrance}单元"
            node = self._said.node("Entrance", key, source, name=name_, address=home.in_building + name_)
            self._said.fact("PART_OF", node, building, source)
            known[key] = key
        return key

    def _home(self, home: Home, key: str, entrance: str, source: str) -> None:
        number = str(home.entrance)
        shown = unit.display("", number, home.room)
        short = unit.short(home.building.name, number, home.room)
        use = _OCCUPANCY[home.use]
        self._put_home((key, home.room, use, shown, home.in_building + shown, short, source, self._updated_at))
        self._put_in((key, entrance, fact_id("PART_OF", key, entrance), self._today, source))
        self.nodes["Household"] += 1
        self.facts["PART_OF"] += 1

    def _person(self, person: Person, home: Home, key: str, building: str, source: str) -> None:
        apart = home.use == "空挂户"
        special = self._said.people.get(person.id_number)
        if special is None and person.politics in _MEMBER:
            special = self._said.someone(person, source)
        if special is not None:
            self._special(person, special, key, apart, source)
            self.hanging.append(RelationshipChange("PART_OF", "", "Household", key, "Building", building, None, {}))
            return
        me = self._said.next_person()
        self._plain(person, me, building, source)
        if apart:
            self._put_registered((me, key, fact_id("REGISTERED_AT", me, key), self._today, source))
        else:
            self._put_lives((me, key, fact_id("LIVES_IN", me, key), person.relation, self._today, source))
        self.nodes["Person"] += 1
        self.facts["REGISTERED_AT" if apart else "LIVES_IN"] += 1

    def _plain(self, person: Person, me: str, building: str, source: str) -> None:
        seal = self._seal
        number = person.id_number
        known = (
            person.name,
            _GENDER[person.gender],
            "day",
            seal.seal(number),
            seal.digest(number, "id"),
            "active",
            source,
        )
        lists = (*_read_aloud(person.name), self._places.scope(building))
        self._put_person((me, *known, person.birth.isoformat(), "true", *lists, self._updated_at))

    def _special(self, person: Person, special: Someone, key: str, apart: bool, source: str) -> None:
        special.said |= resident(person, self._seal)
        if person.politics in _MEMBER:
            special.labels.add("PartyMember")
            special.said.setdefault("member_type", _MEMBER[person.politics])
        special.source = source
        relation = None if apart else person.relation
        type_ = "REGISTERED_AT" if apart else "LIVES_IN"
        self._said.fact(type_, ("Person", special.key), ("Household", key), source, relation_to_head=relation)


@lru_cache(maxsize=300_000)
def _read_aloud(written: str) -> tuple[str, str]:
    """A name's readings as the files have lists; a city has many namesakes."""
    read = name.readings(written)
    return LIST_MARK.join(read.pinyin), LIST_MARK.join(read.initials)


def resident(person: Person, seal: Seal) -> dict[str, Any]:
    """What the row of a home says of somebody, as the graph keeps it."""
    number = person.id_number
    return {
        "gender": _GENDER[person.gender],
        "birth_date": person.birth,
        "birth_date_precision": "day",
        "id_cipher": seal.seal(number),
        "id_digest": seal.digest(number, "id"),
        "id_checked": True,
    }


def people(town: Large, said: Statements, seal: Seal) -> Iterator[NodeChange]:
    """The nodes of all who are more than residents."""
    by_ref: dict[str, Person] = {}
    posts = town.posts
    for held in (posts.leaders, posts.managers, posts.grid_leaders, posts.workers):
        by_ref |= {person.id_number or person.phone: person for person in held.values()}
    by_ref |= {person.phone: person for person in posts.staff.values()}
    by_ref |= {person.id_number: person for home in town.homes for person in home.people if person.politics in _MEMBER}
    for ref, someone in said.people.items():
        yield _node(by_ref[ref], someone, said, seal)


def _node(person: Person, someone: Someone, said: Statements, seal: Seal) -> NodeChange:
    read = name.readings(person.name)
    after: dict[str, Any] = {"name": person.name, "status": "active", **someone.said}
    after |= {"name_pinyin": list(read.pinyin), "name_initials": list(read.initials)}
    if person.phone:
        after |= {
            "phone_cipher": seal.seal(person.phone),
            "phone_digest": seal.digest(person.phone, "phone"),
            "phone_last4": person.phone[-4:],
        }
    after |= {"source": someone.source, "updated_at": said.updated_at}
    return NodeChange("Person", someone.key, None, after, frozenset(someone.labels))
