"""Small nasty worlds as plain dictionaries, the same for the same seed.

A world: `county`, `nodes` {label: {key: properties}}, `facts` [{type, from, to, since, until, …}] whose ends are
(label, key), `cases` [(anchor, moment, marks)]. Days are dates; writing.py adds what a graph needs besides.
"""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from tests.oracle.draws import Node
from tests.oracle.duty import CHINA, Duty

World = dict[str, Any]

_TIMES = (
    dt.time(12),
    dt.time(12),
    dt.time(0),
    dt.time(6, 59, 59),
    dt.time(7),
    dt.time(21, 59),
    dt.time(22),
    dt.time(23, 59, 59),
)
_NAMES = ("1栋", "2栋", "3栋", "4栋", "5栋", "10栋", "12栋", "河滨路7号", "河滨路12号", "综合楼", "三组", "十组", "A座")
_POSTS = {
    "Entrance": ("entrance_leader", "hub_household", "standby"),
    "Household": ("hub_household",),
    "Building": (
        "building_leader",
        "building_leader",
        "deputy_building_leader",
        "hub_household",
        "standby",
        "villager_group_leader",
        "grid_worker",
    ),
    "MicroGrid": ("micro_grid_leader", "grid_worker", "standby", "hub_household", "community_cadre"),
    "Grid": ("grid_worker", "grid_worker", "grid_leader", "standby", "building_leader", "volunteer", "community_cadre"),
    "Community": (
        "community_cadre",
        "community_cadre",
        "community_cadre",
        "community_secretary",
        "community_director",
        "standby",
        "volunteer",
    ),
    "PartyOrg": (
        "group_leader",
        "branch_secretary",
        "branch_secretary",
        "deputy_secretary",
        "community_secretary",
        "standby",
    ),
    "Compound": ("property_manager", "owners_committee", "standby"),
}
_ORGANISATIONS = ("branch", "branch", "joint_branch", "general_branch", "group", None)
_HOW_MANY = {"Household": (0, 0, 0, 0, 1), "Entrance": (0, 1), "Building": (0, 1, 1, 2, 3)}


def world(index: int) -> World:
    """The world with this number."""
    return _Maker(index).made()


class _Maker(Duty):
    def made(self) -> World:
        self._places()
        self._people()
        self._organisations()
        self._posts()
        self._leaves()
        self.duty()
        return {"county": self.county, "nodes": self.nodes, "facts": self._distinct(), "cases": self._cases()}

    # Places

    def _places(self) -> None:
        self.node("County", self.county, name=f"试县{self.index}", duty_phone=self.maybe(0.4, "0719-0000001"))
        for t in range(self.random.choice((1, 1, 2))):
            town = f"{self.county}{t + 1:03}"
            self.node("Town", town, name=f"{t + 1}号镇", duty_phone=self.maybe(0.5, "0719-0000002"))
            self._hang(("Town", town), ("County", self.county), broken=0.05)
            for c in range(self.random.choice((1, 1, 2))):
                self._community(town, f"{town}{c + 1:03}")

    def _community(self, town: str, code: str) -> None:
        kind = self.random.choice(("urban", "urban", "village", None))
        self.node("Community", code, name=f"社区{code[-4:]}", kind=kind, duty_phone=self.maybe(0.6, "0719-0000003"))
        self._hang(("Community", code), ("Town", town), broken=0.05)
        compounds = [f"{code}C{n + 1:03}" for n in range(self.random.choice((0, 1, 2)))]
        for compound in compounds:
            self.node("Compound", compound, name=f"苑{compound[-2:]}")
            if self.random.random() < 0.5:
                self._hang(("Compound", compound), ("Community", code))
        grids = [f"{code}G{n + 1:03}" for n in range(self.random.choice((1, 2)))]
        parents: list[Node] = [("Community", code)]
        for grid in grids:
            self.node("Grid", grid, name=f"第{grid[-1]}网格", kind="base")
            self._hang(("Grid", grid), ("Community", code), broken=0.05)
            parents += [("Grid", grid)] * 3
            for m in range(self.random.choice((0, 0, 1, 2))):
                self.node("MicroGrid", f"{grid}M{m + 1:02}", name=f"微{m + 1}")
                self._hang(("MicroGrid", f"{grid}M{m + 1:02}"), ("Grid", grid), broken=0.05)
                parents += [("MicroGrid", f"{grid}M{m + 1:02}")] * 3
        for b in range(self.random.randint(3, 7)):
            self._building(f"{code}B{b + 1:05}", parents, compounds)

    def _building(self, code: str, parents: Sequence[Node], compounds: Sequence[str]) -> None:
        lon, lat = (110.0 + self.random.randint(0, 9) / 1000, 32.0 + self.random.randint(0, 9) / 1000)
        placed = self.random.random() < 0.5
        self.node(
            "Building", code, name=self.random.choice(_NAMES), lon=lon if placed else None, lat=lat if placed else None
        )
        self._hang(("Building", code), self.random.choice(parents), broken=0.08)
        if self.random.random() < 0.15:  # moved, or two parents on one day
            self._hang(("Building", code), self.random.choice(parents), broken=0.5)
        for compound in compounds:
            if self.random.random() < 0.6:
                self.fact("LOCATED_IN", ("Building", code), ("Compound", compound), **self.period(0.8))
        doors: list[Node] = [("Building", code)]
        for e in range(self.random.choice((0, 1, 1, 2))):
            self.node("Entrance", f"{code}U{e + 1:02}", name=f"{e + 1}单元")
            self._hang(("Entrance", f"{code}U{e + 1:02}"), ("Building", code), broken=0.05)
            doors += [("Entrance", f"{code}U{e + 1:02}")] * 3
        for h in range(self.random.randint(0, 3)):
            self._household(f"{code}-0-{101 + h}", self.random.choice(doors))

    def _household(self, code: str, door: Node) -> None:
        occupancy = self.random.choice(("owner", "rented", "vacant", "registered_only", None, None))
        self.node("Household", code, name=code[-3:], room=code[-3:], address=f"试验{code[-12:]}", occupancy=occupancy)
        self._hang(("Household", code), door, broken=0.06)

    def _hang(self, child: Node, parent: Node, broken: float = 0.0) -> None:
        draw = self.random.random()
        if draw < broken / 2:
            return
        self.fact("PART_OF", child, parent, **(self.period(0.5) if draw < broken else self.period(1.0)))

    # People and what they do

    def _people(self) -> None:
        self.people = [f"P{90_000_000 + self.index * 1000 + n}" for n in range(10 + 5 * len(self.nodes["Community"]))]
        homes = list(self.nodes.get("Household", {}))
        for person in self.people:
            status = self.random.choice(("active",) * 10 + ("moved", "deceased", None))
            numbers = self.random.choice((0, 1, 1, 1, 1, 1, 1, 2))
            phones = [
                {"digest": f"d-{person}-{n}", "verified_on": self.maybe(0.5, self.near())} for n in range(numbers)
            ]
            self.node("Person", person, name=f"试{person[-4:]}", status=status, phones=phones)
            for type_, chance in (("LIVES_IN", 0.7), ("LIVES_IN", 0.1), ("REGISTERED_AT", 0.15), ("OWNS", 0.1)):
                if homes and self.random.random() < chance:
                    self.fact(type_, ("Person", person), ("Household", self.random.choice(homes)), **self.period(0.85))

    def _organisations(self) -> None:
        made = 0
        levels = [
            (label, key) for label in ("Community", "Grid", "Compound", "Building") for key in self.nodes.get(label, {})
        ]
        for place in levels:
            if made < 90 and self.random.random() < 0.5:
                org = f"O{900_000 + self.index * 100 + made}"
                self.node("PartyOrg", org, name=f"组织{org}", kind=self.random.choice(_ORGANISATIONS))
                self.fact("COVERS", ("PartyOrg", org), place, **self.period(0.9))
                if self.random.random() < 0.2:
                    self.fact("COVERS", ("PartyOrg", org), self.random.choice(levels), **self.period(0.8))
                made += 1

    def _posts(self) -> None:
        self.few = self.random.sample(self.people, 6)
        for label, roles in _POSTS.items():
            for key in self.nodes.get(label, {}):
                for _ in range(self.random.choice(_HOW_MANY.get(label, (0, 1, 2, 3)))):
                    self.post(self.somebody(), (label, key), self.random.choice(roles))

    def _leaves(self) -> None:
        for n, person in enumerate(self.random.sample(self.people, len(self.people) // 2)):
            start = self.near()
            leave = f"L-{self.county}-{n}"
            to = start + dt.timedelta(days=self.random.choice((0, 0, 1, 2, 5)))
            self.node("Leave", leave, **{"from": start, "to": to})
            self.fact("ON_LEAVE", ("Person", person), ("Leave", leave), **self.period(0.9))
            for cover in self.random.sample(self.people, self.random.choice((0, 1, 1, 2))):
                self._cover(person, leave, cover)
        if self.random.random() < 0.5:
            self._row_of_leaves()

    def _row_of_leaves(self) -> None:
        """Each covered by the next: longer than stand-ins are followed, now and then a ring."""
        row = self.random.sample(self.few, 5)
        for n, person in enumerate(row[:-1]):
            leave = f"L-{self.county}-row-{n}"
            self.node("Leave", leave, **{"from": min(self.days), "to": max(self.days)})
            self.fact("ON_LEAVE", ("Person", person), ("Leave", leave), since=None, until=None)
            self._cover(person, leave, row[n + 1])
        if self.random.random() < 0.3:
            self._cover(row[3], f"L-{self.county}-row-3", row[0])

    def _cover(self, person: str, leave: str, cover: str) -> None:
        if cover != person:
            self.fact("COVERED_BY", ("Leave", leave), ("Person", cover), **self.period(0.9))

    # What is asked

    def _cases(self) -> list[tuple[str, dt.datetime, list[dict[str, Any]]]]:
        anchors = self.pick("Household", 4) + self.pick("Building", 1) + self.pick("Person", 2)
        anchors += self.pick(
            self.random.choice(
                ("Grid", "MicroGrid", "Compound", "Entrance", "Community", "County", "Zone", "Checkpoint")
            ),
            1,
        )
        cases = []
        for anchor in anchors:
            for day in self.days:
                at = dt.datetime.combine(day, self.random.choice(_TIMES), CHINA)
                cases.append((anchor, at, self._marks(at) if self.random.random() < 0.3 else []))
        return cases

    def _marks(self, at: dt.datetime) -> list[dict[str, Any]]:
        marks = []
        for person in self.random.sample(self.people, 6):
            about = self.random.choice((person, f"d-{person}-0"))
            for n in range(self.random.choice((1, 1, 3, 6))):
                ago = (
                    n * 24 * 60 + 200
                    if self.random.random() < 0.5
                    else self.random.choice((0, 1, 119, 120, 121, 24 * 60, 48 * 60, 72 * 60, 31 * 24 * 60, -5))
                )
                marks.append({"about": about, "at": at - dt.timedelta(minutes=ago), "by": self.random.choice("ABC")})
        return marks

    def _distinct(self) -> list[dict[str, Any]]:
        """Facts that no two of have the same identity."""
        seen: dict[tuple[Any, ...], dict[str, Any]] = {}
        for fact in self.facts:
            seen.setdefault(
                (fact["type"], fact["from"], fact["to"], fact.get("role"), fact.get("kind"), fact["since"]), fact
            )
        return list(seen.values())
