"""What the oracle's rules stand on: what holds on a day, the way up, who may be called at a moment."""

import datetime as dt
from collections import defaultdict
from typing import Any

from tests.oracle.worlds import World

Fact = dict[str, Any]

UPWARD = ["Building", "Grid", "Community", "Town", "County"]
LADDER = ["Household", "Entrance", "Building", "MicroGrid", "Grid", "Community", "Town", "County"]


class Ground:
    """A world as it is on one day, seen from one anchor."""

    def __init__(self, world: World, anchor: str, at: dt.datetime, marks: list[dict[str, Any]]) -> None:
        self.anchor, self.at, self.marks, self.day = anchor, at, marks, at.date()
        self.nodes = {(label, key): props for label, found in world["nodes"].items() for key, props in found.items()}
        self.label = {key: label for label, key in self.nodes}
        self.out: dict[tuple[str, str], list[Fact]] = defaultdict(list)
        self.into: dict[tuple[str, str], list[Fact]] = defaultdict(list)
        for fact in world["facts"]:
            if self._holds(fact):
                self.out[fact["type"], fact["from"][1]].append(fact)
                self.into[fact["type"], fact["to"][1]].append(fact)
        self.way = self.way_up()

    def _holds(self, fact: Fact) -> bool:
        if fact["since"] is not None and self.day < fact["since"]:
            return False
        return not (fact["until"] is not None and self.day >= fact["until"])

    def node(self, key: str) -> dict[str, Any]:
        found: dict[str, Any] = self.nodes[self.label[key], key]
        return found

    # Where

    def _start(self) -> str | None:
        if self.label[self.anchor] != "Person":
            return self.anchor
        for type_ in ("LIVES_IN", "REGISTERED_AT", "OWNS", "SERVES"):
            found = [f for f in self.out[type_, self.anchor] if f["to"][0] not in ("PartyOrg", "Unit")]
            if found:
                return self._newest(found)
        return None

    def _newest(self, facts: list[Fact]) -> str:
        known = [f for f in facts if f["since"]]
        if known:
            latest = max(f["since"] for f in known)
            facts = [f for f in known if f["since"] == latest]
        key: str = min(f["to"][1] for f in facts)
        return key

    def way_up(self) -> list[str]:
        way, here = [], self._start()
        while here is not None:
            way.append(here)
            up = self.out["PART_OF", here]
            here = self._newest(up) if up else None
        return way

    def at_level(self, label: str) -> str | None:
        return next((key for key in self.way if self.label[key] == label), None)

    def broken_at(self) -> str | None:
        if not self.way:
            return "household"
        start = "Community" if self.label[self.way[0]] == "Zone" else self.label[self.way[0]]
        height = LADDER.index(start) if start in LADDER else LADDER.index("Grid")
        for label in UPWARD:
            if LADDER.index(label) > height and self.at_level(label) is None:
                return label.lower()
        return None

    def is_occupied(self, home: str) -> bool:
        occupancy = self.node(home)["occupancy"]
        if occupancy is None:
            return bool(self.into["LIVES_IN", home])
        return occupancy in ("owner", "rented")

    def building_is_occupied(self, building: str) -> bool:
        below = [f["from"][1] for f in self.into["PART_OF", building]]
        below += [f["from"][1] for entrance in below for f in self.into["PART_OF", entrance]]
        return any(self.is_occupied(key) for key in below if self.label[key] == "Household")

    # What is served there: (level, key, how far)

    def targets(self) -> list[tuple[str, str, int]]:
        found = []
        for far, place in enumerate(self.way):
            found.append((self.label[place], place, far))
            around = [(self.label[place], place)]
            for located in self.out["LOCATED_IN", place]:
                found.append(("Compound", located["to"][1], far))
                around.append(("Compound", located["to"][1]))
            for level, covered in around:
                orgs = [f["from"] for f in self.into["COVERS", covered]]
                found += [(f"org of {level}", key, far) for label, key in orgs if label == "PartyOrg"]
            found += [("Zone", zone, far) for zone in self.zones(place)]
            if self.label[place] in ("Community", "Grid"):
                below = [f["from"] for f in self.into["PART_OF", place]]
                found += [("Checkpoint", k, far) for label, k in below if label == "Checkpoint" and self.in_force(k)]
        return found

    def zones(self, place: str) -> list[str]:
        """The zones in force that include it."""
        return [f["from"][1] for f in self.into["INCLUDES", place] if self.in_force(f["from"][1])]

    def in_force(self, key: str) -> bool:
        return self._holds(self.node(key))

    # Who is helped: by pairs with the home, or with who lives there

    def home(self) -> str | None:
        if self.label[self.anchor] == "Person" and not self.out["LIVES_IN", self.anchor]:
            return None
        return self.way[0] if self.way and self.label[self.way[0]] == "Household" else None

    def pairs(self) -> list[Fact]:
        home = self.home()
        helped = [home] if home else []
        if self.label[self.anchor] == "Person":
            helped.append(self.anchor)
        elif home:
            helped += [f["from"][1] for f in self.into["LIVES_IN", home]]
        found = [f for key in helped for f in self.into["PAIRED_WITH", key]]
        return sorted(found, key=lambda f: (f["since"] or dt.date.max, f["from"][1], f["to"][1]))

    # Who may be called

    def failing(self, person: str, night_ok: bool | None) -> str | None:
        known = self.node(person)
        if known["status"] in ("moved", "deceased"):
            return "inactive"
        if self.leaves(person):
            return "on_leave"
        if not any(self.works(phone) for phone in known["phones"]):
            return "no_phone"
        about = {person} | {phone["digest"] for phone in known["phones"]}
        for mark in self.marks:
            passed = (self.at - mark["at"]).total_seconds()
            if mark["about"] in about and 0 <= passed < 2 * 3600:
                return "no_answer"
        if self.is_night() and not self.on_shift(person) and not night_ok:
            return "out_of_hours"
        return None

    def is_night(self) -> bool:
        return self.at.hour >= 22 or self.at.hour < 7

    def on_shift(self, person: str) -> bool:
        """Whether on a shift at the community or the grid of the way, now."""
        for shift in (f["to"][1] for f in self.out["ON_SHIFT", person]):
            hours = self.node(shift)
            places = {f["to"][1] for f in self.out["AT", shift] if f["to"][0] in ("Community", "Grid")}
            if hours["starts"] <= self.at < hours["ends"] and places & set(self.way):
                return True
        return False

    def leaves(self, person: str) -> list[str]:
        found = [f["to"][1] for f in self.out["ON_LEAVE", person]]
        return sorted({key for key in found if self.node(key)["from"] <= self.day <= self.node(key)["to"]})

    def works(self, phone: dict[str, Any]) -> bool:
        tried = [
            m
            for m in self.marks
            if m["about"] == phone["digest"]
            and dt.timedelta() <= self.at - m["at"] < dt.timedelta(days=30)
            and (phone["verified_on"] is None or phone["verified_on"] < m["at"].date())
        ]
        return len({m["at"].date() for m in tried}) < 3 or len({m["by"] for m in tried}) < 2

    def anywhere_at_night(self, person: str) -> bool:
        return any(f["night_ok"] for f in self.out["SERVES", person])

    # Standing in

    def covering(self, person: str) -> list[str]:
        """Who covers, one step after the other, at most three."""
        met, found, now = {person}, [], [person]
        for _ in range(3):
            then = []
            for away in now:
                for leave in self.leaves(away):
                    covers = sorted(
                        self.out["COVERED_BY", leave], key=lambda f: (f["since"] or dt.date.max, f["to"][1])
                    )
                    for cover in (f["to"][1] for f in covers):
                        if cover not in met:
                            met.add(cover)
                            then.append(cover)
            found += then
            now = then
        return found

    def somebody_is_there_for(self, person: str) -> bool:
        return any(self._is_there(cover) for cover in self.covering(person))

    def _is_there(self, person: str) -> bool:
        known = self.node(person)
        gone = known["status"] in ("moved", "deceased") or self.leaves(person)
        return not gone and any(self.works(phone) for phone in known["phones"])
