"""The rules on party branches, members, covers, pairs and reachability once more, in plain Python over a whole world.

It shares no code with `queries`. For each rule: the subjects that are gaps, unknown ones, notes, and of how many.
"""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from tests.oracle.ground import Ground
from tests.oracle.worlds import World

ASKS_FOR_A_PAIR = {"empty_nest", "living_alone", "advanced_age", "severe_disability", "child_in_difficulty"}
NOT_ASKED = {"volunteer", "checkpoint_staff", "hub_household"}


@dataclass
class Found:
    """What one rule finds."""

    gap: set[str] = field(default_factory=set)
    unknown: set[str] = field(default_factory=set)
    note: set[str] = field(default_factory=set)
    of: int = 0


def found(world: World, at: dt.datetime) -> dict[str, Found]:
    """What every rule finds at that moment."""
    ground = Ground(world, world["county"], at, [])
    return {rule: count(ground) for rule, count in _RULES.items()}


def above(world: World, at: dt.datetime, key: str) -> set[str]:
    """Every place that PART_OF leads up to, itself included."""
    ground = Ground(world, world["county"], at, [])
    return set(_up(ground, key, 7))


def _keys(ground: Ground, label: str) -> Iterator[str]:
    return (key for found_label, key in ground.nodes if found_label == label)


def _up(ground: Ground, key: str, steps: int) -> list[str]:
    reached, now = [key], [key]
    for _ in range(steps):
        now = [f["to"][1] for place in now for f in ground.out["PART_OF", place]]
        reached += now
    return reached


def _is_active(ground: Ground, person: str) -> bool:
    return ground.node(person)["status"] in ("active", None)


def _homes(ground: Ground, person: str) -> set[str]:
    return {f["to"][1] for f in ground.out["LIVES_IN", person]}


def _without_branch(ground: Ground) -> Found:
    said = Found()
    for grid in _keys(ground, "Grid"):
        said.of += 1
        covering = [f["from"] for f in ground.into["COVERS", grid]]
        if not any(
            label == "PartyOrg" and ground.node(k)["kind"] in ("branch", "joint_branch") for label, k in covering
        ):
            said.gap.add(grid)
    return said


def _unplaced(ground: Ground) -> Found:
    said = Found()
    for person in _keys(ground, "Person"):
        known = ground.node(person)
        if "PartyMember" not in known.get("labels", ()) or not _is_active(ground, person):
            continue
        kinds = {f["kind"] for f in ground.out["MEMBER_OF", person]}
        if "affiliated" in kinds:
            said.of += 1
        elif kinds or known["flow_status"] == "transferring":
            said.unknown.add(person)
        else:
            said.of += 1
            said.gap.add(person)
    return said


def _uncovered(ground: Ground) -> Found:
    said = Found()
    for building in _keys(ground, "Building"):
        above_it = _up(ground, building, 3)
        kinds = {ground.node(k)["kind"] for k in above_it if ground.label[k] == "Community"} - {None}
        if kinds and "urban" not in kinds:
            continue
        judged = bool(kinds) and ground.building_is_occupied(building)
        said.of += judged
        broken, incomplete = _cover(ground, building)
        if judged and (broken or incomplete):
            (said.gap if broken else said.note).add(building)
        elif broken and (ground.building_is_occupied(building) or _may_be_occupied(ground, building)):
            said.unknown.add(building)
    return said


def _may_be_occupied(ground: Ground, building: str) -> bool:
    below = [f["from"] for f in ground.into["PART_OF", building]]
    below += [f["from"] for _, key in below for f in ground.into["PART_OF", key]]
    homes = [ground.node(key) for label, key in below if label == "Household"]
    return not homes or any(home["occupancy"] is None for home in homes)


def _cover(ground: Ground, building: str) -> tuple[bool, bool]:
    """Whether nobody covers it or a zone has no lead; whether person, duties or times are missing."""
    zones = ground.zones(building)
    compounds = [f["to"][1] for f in ground.out["LOCATED_IN", building]]
    units: set[str] = set()
    for targets in ([building], compounds, zones):
        covering = [f["from"] for target in targets for f in ground.into["COVERS", target]]
        units = units or {key for label, key in covering if label == "Unit"}
    leads = {z: [f for f in ground.into["SERVES", z] if f["role"] == "zone_lead"] for z in zones}
    contacts = {u: [f for f in ground.into["SERVES", u] if f["role"] == "unit_contact"] for u in units}
    posts = [f for held in (leads, contacts) for posted in held.values() for f in posted]
    nobody = not zones and any(not held for held in contacts.values())
    unsaid = any(f.get("duties") is None or f["since"] is None for f in posts)
    return not units or any(not held for held in leads.values()), nobody or unsaid


def _unpaired(ground: Ground) -> Found:
    said = Found()
    for person in _keys(ground, "Person"):
        homes = _homes(ground, person)
        needs = {f["to"][1] for f in ground.out["HAS_NEED", person]} & ASKS_FOR_A_PAIR
        if not homes or not needs or not _is_active(ground, person):
            continue
        said.of += 1
        helpers = {f["from"][1] for helped in (person, *homes) for f in ground.into["PAIRED_WITH", helped]}
        if not any(_is_active(ground, h) and not _homes(ground, h) & homes for h in helpers):
            said.gap.add(person)
    return said


def _unreachable(ground: Ground) -> Found:
    said = Found()
    for person in _keys(ground, "Person"):
        roles = {f["role"] for f in ground.out["SERVES", person]} - NOT_ASKED
        if not roles or not _is_active(ground, person):
            continue
        said.of += 1
        away = bool(ground.leaves(person)) and not ground.somebody_is_there_for(person)
        if not ground.node(person)["phones"] or away:
            said.gap.add(person)
    for label in ("Community", "Town"):
        said.gap |= {key for key in _keys(ground, label) if not ground.node(key)["duty_phone"]}
    return said


_RULES: dict[str, Callable[[Ground], Found]] = {
    "G08": _without_branch,
    "G15": _unplaced,
    "G17": _uncovered,
    "G19": _unpaired,
    "G24": _unreachable,
}
