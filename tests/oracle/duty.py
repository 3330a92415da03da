"""Duty, care and the party in a world: zones, checkpoints, units, shifts, pairs, needs, members."""

import datetime as dt
from typing import Any

from tests.oracle.draws import Draws, Node

CHINA = dt.timezone(dt.timedelta(hours=8))

_SHIFTS = ((dt.time(22), 9), (dt.time(20), 11), (dt.time(7), 15), (dt.time(0), 7), (dt.time(21, 59), 1))  # start, hours
_NEEDS = ("empty_nest", "living_alone", "advanced_age", "severe_disability", "child_in_difficulty", "chronic_illness")


class Duty(Draws):
    """Draws them on top of the places and people that are there."""

    def duty(self) -> None:
        """All of it."""
        self._zones()
        self._checkpoints()
        self._units()
        self._shifts()
        self._pairs()
        self._needs()
        self._members()

    def _zones(self) -> None:
        for town in list(self.nodes["Town"]):
            for n in range(self.random.choice((0, 1, 1, 2))):
                code = f"{town}Z{n + 1}片"
                self.node("Zone", code, name=f"{n + 1}片", **self._in_force())
                self.fact("PART_OF", ("Zone", code), self._parent(town), **self.period(0.95))
                for building in self.pick("Building", self.random.choice((1, 3, 6))):
                    self.fact("INCLUDES", ("Zone", code), ("Building", building), **self.period(0.85))
                self._posts_of(("Zone", code), ("zone_lead", "zone_lead", "zone_lead", "point_cadre", "standby"))

    def _parent(self, town: str) -> Node:
        return self.random.choice((("Town", town), ("Town", town), ("Community", self.pick("Community", 1)[0])))

    def _checkpoints(self) -> None:
        for label in ("Community", "Grid"):
            for parent in list(self.nodes[label]):
                for n in range(self.random.choice((0, 1, 2))):
                    code = f"{parent}K{n + 1}"
                    self.node("Checkpoint", code, name=f"{n + 1}号门", required_per_shift=1, **self._in_force())
                    self.fact("PART_OF", ("Checkpoint", code), (label, parent), **self.period(0.95))
                    self._posts_of(("Checkpoint", code), ("point_cadre", "point_cadre", "standby", "checkpoint_lead"))
        for label in ("Building", "Grid", "Community"):
            for key in self.pick(label, 1):
                self._posts_of((label, key), ("point_cadre",))
        for zone in self.nodes.get("Zone", {}):
            for checkpoint in self.pick("Checkpoint", 1):
                self.fact("INCLUDES", ("Zone", zone), ("Checkpoint", checkpoint), **self.period(0.9))

    def _units(self) -> None:
        for n in range(3):
            unit = f"U{800_000 + self.index * 10 + n}"
            self.node("Unit", unit, name=f"单位{unit}")
            self._posts_of(("Unit", unit), ("unit_contact",))
            for label in ("Zone", "Zone", "Compound", "Building", "Building"):
                for key in self.pick(label, 1):
                    self.fact("COVERS", ("Unit", unit), (label, key), **self.period(0.75))

    def _shifts(self) -> None:
        places: list[Node] = [
            (label, key) for label in ("Community", "Grid", "Checkpoint") for key in self.pick(label, 2)
        ]
        for place in places:
            for n in range(4):
                start, hours = self.random.choice(_SHIFTS)
                day = self.random.choice(self.days) - dt.timedelta(days=self.random.choice((0, 0, 1)))
                starts = dt.datetime.combine(day, start, CHINA)
                shift = f"{place[1]}/{day.isoformat()}/{n}"
                self.node("Shift", shift, starts=starts, ends=starts + dt.timedelta(hours=hours))
                self.fact("AT", ("Shift", shift), place, **self.period(0.9))
                for _ in range(self.random.choice((1, 2, 3))):
                    self.fact("ON_SHIFT", ("Person", self.somebody()), ("Shift", shift), **self.period(0.9))

    def _pairs(self) -> None:
        for _ in range(8):
            helped = self.random.choice(
                [
                    ("Person", self.random.choice(self.people)),
                    *(("Household", key) for key in self.pick("Household", 2)),
                ]
            )
            helper = self.somebody()
            if helper != helped[1]:
                self.fact("PAIRED_WITH", ("Person", helper), helped, **self.period(0.8))

    def _needs(self) -> None:
        for person in self.random.sample(self.people, len(self.people) // 2):
            for need in self.random.sample(_NEEDS, self.random.choice((1, 1, 2))):
                self.fact("HAS_NEED", ("Person", person), ("Need", need), basis="duty", **self.period(0.9))

    def _members(self) -> None:
        for person in self.random.sample(self.people, len(self.people) // 2):
            self.nodes["Person"][person] |= {
                "labels": ("PartyMember",),
                "member_type": self.random.choice(("full", "full", "probationary")),
                "flow_status": self.random.choice((None, None, None, "out", "in", "transferring")),
            }
            for kind, chance in (("affiliated", 0.6), ("flow_in", 0.2)):
                for org in self.pick("PartyOrg", 1) if self.random.random() < chance else []:
                    self.fact("MEMBER_OF", ("Person", person), ("PartyOrg", org), kind=kind, **self.period(0.7))

    def _posts_of(self, target: Node, roles: tuple[str, ...]) -> None:
        for _ in range(self.random.choice((0, 1, 2))):
            self.post(self.somebody(), target, self.random.choice(roles))
            if self.random.random() < 0.5:
                self.facts[-1]["duties"] = "值守"

    def _in_force(self) -> dict[str, Any]:
        return self.period(0.75)
