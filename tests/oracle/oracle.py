"""The contact chain once more, in plain Python over dictionaries, written from the rules of the domain.

It shares no code with `queries` and looks at a whole world at once, slowly. Where the rules leave room, the reading is
that of docs/decisions/0004-contact-chain.md.
"""

import datetime as dt
import math
import re
from typing import Any

from graph_schema.values import text
from tests.oracle.ground import Fact, Ground
from tests.oracle.worlds import World

GAPS = {"grid_worker": "G01", "building_leader": "G04", "zone_lead": "G17"}
NOT_ASKED_TO_BE_REACHABLE = {"paired_helper", "hub_household", "volunteer", "checkpoint_staff"}

POINTS = ["Checkpoint", "Building", "MicroGrid", "Grid", "Community", "Zone"]
# tier, role, where it counts (own level first), deputies, does every place have it, is its vacancy listed, how many
ORDER = [
    (1, "the helper", [], [], False, False, None),
    (2, "entrance_leader", ["Entrance"], [], False, False, None),
    (2, "hub_household", ["Household", "Entrance", "Building", "MicroGrid"], [], False, False, None),
    (3, "the leader", ["Building"], ["deputy_building_leader"], True, True, None),
    (4, "group_leader", ["org of Building", "org of Compound"], [], True, False, None),
    (5, "micro_grid_leader", ["MicroGrid"], [], False, False, None),
    (5, "grid_worker", ["Grid", "MicroGrid", "Building"], [], True, True, None),
    (6, "grid_leader", ["Grid"], [], True, True, None),
    (
        6,
        "branch_secretary",
        ["org of Grid", "org of MicroGrid", "org of Building", "org of Compound"],
        ["deputy_secretary"],
        True,
        True,
        None,
    ),
    (7, "point_cadre", POINTS, [], False, False, None),
    (7, "zone_lead", ["Zone"], [], True, True, None),
    (8, "community_cadre", ["Community", "Grid", "MicroGrid"], [], True, False, 2),
    (9, "community_secretary", ["Community", "org of Community"], ["deputy_secretary"], True, True, None),
    (10, "community_director", ["Community"], [], True, True, None),
]
DUTY = [(11, "Community"), (12, "Town"), (13, "County")]


def chain(world: World, anchor: str, at: dt.datetime, marks: list[dict[str, Any]]) -> dict[str, Any]:
    """The whole answer: path, broken_at, entries, skipped, gaps."""
    return _Oracle(world, anchor, at, marks).answer()


class _Oracle(Ground):
    def __init__(self, world: World, anchor: str, at: dt.datetime, marks: list[dict[str, Any]]) -> None:
        super().__init__(world, anchor, at, marks)
        self.entries: list[list[Any]] = []
        self.skipped: list[list[Any]] = []

    def next_door(self, roles: list[str]) -> list[tuple[str, bool | None]]:
        building, grid, micro = self.at_level("Building"), self.at_level("Grid"), self.at_level("MicroGrid")
        if building is None or grid is None:
            return []
        own = {f["to"][1] for f in self.out["LOCATED_IN", building]}
        ranked = []
        for f in self.into["PART_OF", grid]:
            routes = [(f["from"][1], None)]
            if self.label[f["from"][1]] == "MicroGrid":
                routes = [(g["from"][1], f["from"][1]) for g in self.into["PART_OF", f["from"][1]]]
            for other, through in routes:
                if other != building and self.label[other] == "Building":
                    shared = own & {g["to"][1] for g in self.out["LOCATED_IN", other]}
                    apart = micro is None or through != micro
                    ranked.append(((apart, not shared, *self._distance(building, other)), other))
        found: list[tuple[str, bool | None]] = []
        for _, other in sorted(ranked):
            posts = [(f, other, 0) for f in self.into["SERVES", other] if f["role"] in roles]
            found += [(f["from"][1], f["night_ok"]) for f, _, _ in self.best_first(posts, roles)]
        return found

    def _distance(self, one: str, other: str) -> tuple[Any, ...]:
        a, b = self.node(one), self.node(other)
        name = (text.sort_key(b["name"]), other)
        if None not in (a["lon"], a["lat"], b["lon"], b["lat"]):
            north = (b["lat"] - a["lat"]) * 111_320.0
            east = (b["lon"] - a["lon"]) * 111_320.0 * math.cos(math.radians(a["lat"]))
            return (0, round(math.sqrt(north * north + east * east)), *name)
        numbers = [_building_number(a["name"]), _building_number(b["name"])]
        if None in numbers:
            return (1, math.inf, *name)
        return (1, abs((numbers[0] or 0) - (numbers[1] or 0)), *name)

    # The list

    def best_first(self, posts: list[tuple[Fact, str, int]], roles: list[str]) -> list[tuple[Fact, str, int]]:
        def order(post: tuple[Fact, str, int]) -> tuple[Any, ...]:
            fact, target, far = post
            return (
                roles.index(fact["role"]),
                0 if fact["is_primary"] else 1,
                math.inf if fact["priority"] is None else fact["priority"],
                far,
                fact["since"] or dt.date.max,
                fact["from"][1],
                target,
            )

        return sorted(posts, key=order)

    def answer(self) -> dict[str, Any]:
        community = self.at_level("Community")
        village = community is not None and self.node(community)["kind"] == "village"
        targets = self.targets()
        for tier, role, levels, deputies, everywhere, listed, most in ORDER:
            roles = [role]
            if role == "the helper":
                self.helpers()
                continue
            if role == "the leader":
                roles = ["villager_group_leader", "building_leader"] if village else ["building_leader"]
            self.slot(
                tier, roles, [t for t in targets if t[0] in levels], levels[0], deputies, everywhere, listed, most
            )
        self.duty()
        gaps = {gap for *_, gap in self.skipped if gap}
        gaps |= {"G24" for entry in self.entries if entry[2] == "duty_phone" and entry[5] is None}
        if self.way and self.label[self.way[0]] == "Household" and self.is_occupied(self.way[0]):
            gaps |= {"G06"} if self.broken_at() in ("building", "grid", "community") else set()
        return {
            "path": [key for key in reversed(self.way) if key != self.anchor],
            "broken_at": self.broken_at(),
            "entries": [[rank, *entry[1:]] for rank, entry in enumerate(self.entries, 1)],
            "skipped": self.skipped,
            "gaps": sorted(gaps),
        }

    def helpers(self) -> None:
        posts = [
            (f | {"role": "paired_helper", "night_ok": self.anywhere_at_night(f["from"][1])}, f["to"][1], 0)
            for f in self.pairs()
        ]
        able = self.listed(1, posts, None)
        if posts and not able:
            self.fill(1, "paired_helper", self.candidates([], posts, [], [], False))

    def slot(
        self,
        tier: int,
        roles: list[str],
        targets: list[tuple[str, str, int]],
        own_level: str,
        deputies: list[str],
        everywhere: bool,
        listed: bool,
        most: int | None,
    ) -> None:
        own = [t for t in targets if t[0] == own_level]
        posts = [(f, key, far) for _, key, far in targets for f in self.into["SERVES", key] if f["role"] in roles]
        posts = self.best_first(posts, roles)
        able = self.listed(tier, posts, most)
        if not posts and everywhere and listed:
            self.skipped += self.vacancy(tier, roles[0], own_level, own)
        if not able and (posts or (everywhere and own)):
            places = [t for t in targets if t[0] == own_level or t[1] in {key for _, key, _ in posts}]
            role = posts[0][0]["role"] if posts else roles[0]
            self.fill(tier, role, self.candidates(roles, posts, places, deputies, own_level == "Building"))

    def listed(self, tier: int, posts: list[tuple[Fact, str, int]], most: int | None) -> list[str]:
        """Puts down who may be called, after those who may not; the former."""
        reasons = [(f, self.failing(f["from"][1], f["night_ok"])) for f, _, _ in posts]
        fit = [f for f, why in reasons if why is None]
        if self.is_night():
            fit = [f for f in fit if self.on_shift(f["from"][1])] + [f for f in fit if not self.on_shift(f["from"][1])]
        able = list(dict.fromkeys(f["from"][1] for f in fit))
        told = set(able)
        for fact, why in reasons:
            if fact["from"][1] not in told:
                told.add(fact["from"][1])
                self.skipped.append([tier, fact["role"], fact["from"][1], why, self._unreachable(fact, why)])
        role_of = {f["from"][1]: f["role"] for f in reversed(fit)}
        for person in able[:most]:
            self.put(tier, role_of[person], person, None)
        return able

    def vacancy(self, tier: int, role: str, own_level: str, own: list[tuple[str, str, int]]) -> list[list[Any]]:
        """That nobody holds the post, and what that breaks."""
        if not own:
            lacks_branch = role == "branch_secretary" and self.at_level("Grid") is not None
            return [[tier, role, None, "vacant", "G08"]] if lacks_branch else []
        gap = GAPS.get(role)
        building, community = self.at_level("Building"), self.at_level("Community")
        occupied = building is not None and self.building_is_occupied(building)
        urban = community is not None and self.node(community)["kind"] == "urban"
        if (own_level == "Building" and not occupied) or (own_level == "Zone" and not (occupied and urban)):
            gap = None
        return [[tier, role, None, "vacant", gap]]

    def candidates(
        self,
        roles: list[str],
        posts: list[tuple[Fact, str, int]],
        places: list[tuple[str, str, int]],
        deputies: list[str],
        has_neighbours: bool,
    ) -> list[tuple[str, str, bool | None]]:
        """How, who, and whether at night: everybody who could fill the slot, in order."""
        standing = [*deputies, "standby"]
        stand = [(f, key, far) for _, key, far in places for f in self.into["SERVES", key] if f["role"] in standing]
        found = [("deputy", f["from"][1], f["night_ok"]) for f, _, _ in self.best_first(stand, standing)]
        for fact, _, _ in posts:
            found += [("leave_cover", c, self.anywhere_at_night(c)) for c in self.covering(fact["from"][1])]
        if has_neighbours:
            found += [("next_door", person, night) for person, night in self.next_door(roles)]
        return found

    def fill(self, tier: int, role: str, candidates: list[tuple[str, str, bool | None]]) -> None:
        for how, person, night in candidates:
            if self.failing(person, night) is None:
                self.put(tier, role, person, how)
                return

    def _unreachable(self, fact: Fact, why: str | None) -> str | None:
        if fact["role"] in NOT_ASKED_TO_BE_REACHABLE:
            return None
        if why == "no_phone" or (why == "on_leave" and not self.somebody_is_there_for(fact["from"][1])):
            return "G24"
        return None

    def put(self, tier: int, role: str, person: str, how: str | None) -> None:
        home = self.home()
        lives_here = home is not None and any(f["to"][1] == home for f in self.out["LIVES_IN", person])
        if lives_here or person == self.anchor:
            self.skipped.append([tier, role, person, "same_household", None])
        elif any(entry[3] == person for entry in self.entries):
            self.skipped.append([tier, role, person, "same_person", None])
        else:
            self.entries.append([0, tier, role, person, how, None])

    def duty(self) -> None:
        for tier, label in DUTY:
            place = self.at_level(label)
            if place is not None:
                number = self.node(place)["duty_phone"] or ("12345" if label == "County" else None)
                self.entries.append([0, tier, "duty_phone", place, None, number])
            elif label == "County":
                self.entries.append([0, tier, "duty_phone", "", None, "12345"])


def _building_number(name: str) -> int | None:
    digits = re.findall("[0-9]+", name)
    if digits:
        return int(digits[-1])
    return {"三组": 3, "十组": 10}.get(name)
