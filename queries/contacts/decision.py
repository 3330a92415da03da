"""The decision: whom to call, in which order, who is passed over, and which rules that breaks. Pure."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from graph_schema.roles import ROLES
from graph_schema.values.moment import Moment
from queries.contacts import tiers
from queries.contacts.facts import Because, Facts, Person, Place, Post, Step, Target
from queries.contacts.fill import Filler, filler, has_stand_in
from queries.contacts.filters import OFFICE_HOURS, Filter, Hours, Mark
from queries.contacts.tiers import DUTY, Slot

DUTY_PHONE = "duty_phone"
COUNTY_HOTLINE = "12345"
REQUIRED = ("Building", "Grid", "Community", "Town", "County")  # entrance and micro-grid are optional
_BELOW = ("Household", "Entrance", "Building", "MicroGrid", "Grid", "Community", "Town", "County")
_HEIGHTS = {**{label: height for height, label in enumerate(_BELOW)}, "Zone": _BELOW.index("Community")}


@dataclass(frozen=True)
class Pick:
    """One line of the chain. A duty phone has a `number` (None: not registered) and no person."""

    tier: int
    role: str
    target: Step
    because: tuple[Because, ...]
    person_id: str | None = None
    number: str | None = None
    stands_in: str | None = None
    since: str | None = None
    learned_on: dt.date | None = None


@dataclass(frozen=True)
class Passed:
    """A slot or person that was passed over, why, and the rule it breaks. A vacancy names nobody."""

    tier: int
    role: str
    target: Step
    reason: str
    because: tuple[Because, ...]
    person_id: str | None = None
    gap: str | None = None


@dataclass(frozen=True)
class Decision:
    """The chain before anybody looks at it: `way` from the widest place down to the anchor's own."""

    facts: Facts
    filter: Filter
    topic: str
    need: str | None
    broken_at: str | None
    picks: tuple[Pick, ...]
    passed: tuple[Passed, ...]
    gaps: tuple[str, ...]


@dataclass
class _Listing:
    """What is listed so far."""

    picks: list[Pick] = field(default_factory=list)
    passed: list[Passed] = field(default_factory=list)

    def has(self, person_id: str) -> bool:
        return any(pick.person_id == person_id for pick in self.picks)


def decide(
    facts: Facts,
    marks: tuple[Mark, ...],
    moment: Moment,
    topic: str = "default",
    need: str | None = None,
    hours: Hours = OFFICE_HOURS,
) -> Decision:
    """The chain for the facts. Raises InputError for a topic that is unknown or not built."""
    order = tiers.tiers(topic, need)
    open_now = Filter(moment, marks, hours)
    listing = _Listing()
    for tier in order:
        for slot in tiers.slots(tier, facts):
            _list_slot(tier.number, slot, facts, open_now, listing)
    listing.picks.extend(_duty(facts))
    broken = _broken_at(facts)
    gaps = {passed.gap for passed in listing.passed if passed.gap} | _place_gaps(facts, listing.picks, broken)
    return Decision(
        facts, open_now, topic, need, broken, tuple(listing.picks), tuple(listing.passed), tuple(sorted(gaps))
    )


def _list_slot(tier: int, slot: Slot, facts: Facts, open_now: Filter, listing: _Listing) -> None:
    held = tiers.holders(slot, facts)
    able = _first_of_each(_on_shift_first([h for h in held if _reason(h[0], facts, open_now) is None], facts))
    for post, target in _first_of_each(held):
        if post.person_id not in {able_post.person_id for able_post, _ in able}:
            listing.passed.append(_passed(tier, post, target, facts, open_now))
    own = tiers.own(slot, facts)
    if not held and slot.standing and slot.listed:
        listing.passed.extend(_vacancy(tier, slot, own[0], facts) if own else _lack(tier, slot, facts))
    if able:
        for post, target in able[: slot.most]:
            _list_person(listing, _held(tier, post, target), facts)
    elif held or (slot.standing and own):
        found = filler(slot, facts, held, open_now)
        if found:
            _list_person(listing, _filled(tier, held[0][0].role if held else slot.role, found), facts)


def _list_person(listing: _Listing, pick: Pick, facts: Facts) -> None:
    """Lists the person, unless they live here or stand higher up already; then nobody takes their place."""
    person = facts.people[pick.person_id or ""]
    reason, because = None, (*pick.because, *person.on_shift)
    if person.lives_here or person.person_id == facts.anchor.code:
        reason, because = "same_household", (*because, *person.lives_here)
    elif listing.has(person.person_id):
        reason = "same_person"
    if reason:
        listing.passed.append(Passed(pick.tier, pick.role, pick.target, reason, because, person.person_id))
    else:
        listing.picks.append(replace(pick, because=because))


def _on_shift_first(held: list[tuple[Post, Target]], facts: Facts) -> list[tuple[Post, Target]]:
    """After hours those on a shift come before those who merely may be called; in hours nobody's shift is known."""
    return sorted(held, key=lambda h: not facts.people[h[0].person_id].on_shift)


def _first_of_each(held: list[tuple[Post, Target]]) -> list[tuple[Post, Target]]:
    """The best post of each person."""
    best: dict[str, tuple[Post, Target]] = {}
    for post, target in held:
        best.setdefault(post.person_id, (post, target))
    return list(best.values())


def _reason(post: Post, facts: Facts, open_now: Filter) -> str | None:
    return open_now.reason(facts.people[post.person_id], night_ok=post.night_ok)


def _passed(tier: int, post: Post, target: Target, facts: Facts, open_now: Filter) -> Passed:
    person = facts.people[post.person_id]
    reason = _reason(post, facts, open_now) or ""
    away = tuple(leave.fact for leave in person.leaves) if reason == "on_leave" else ()
    because = (*target.because, post.fact, *away)
    gap = _unreachable(post.role, person, reason, facts, open_now)
    return Passed(tier, post.role, target.step, reason, because, person.person_id, gap)


def _unreachable(role: str, person: Person, reason: str, facts: Facts, open_now: Filter) -> str | None:
    """G24: a holder without a usable phone, or on leave with nobody effectively there instead."""
    if role not in ROLES or not ROLES[role].reachable:
        return None
    if reason == "no_phone" or (reason == "on_leave" and not has_stand_in(person, facts, open_now)):
        return "G24"
    return None


def _vacancy(tier: int, slot: Slot, target: Target, facts: Facts) -> Iterator[Passed]:
    """A post that nobody holds. A building's or a zone's breaks its rule only where somebody lives."""
    building, community = facts.place("Building"), facts.place("Community")
    occupied = building is not None and building.occupied
    urban = community is not None and community.kind == tiers.URBAN
    kept = {"Building": occupied, "Zone": occupied and urban}.get(target.step.label, True)
    gap = ROLES[slot.role].gap if kept else ""
    yield Passed(tier, slot.role, target.step, "vacant", target.because, gap=gap or None)


def _lack(tier: int, slot: Slot, facts: Facts) -> Iterator[Passed]:
    """What ought to be there for the post to exist, and is not: a grid's branch."""
    label, gap = slot.owed or ("", "")
    place = facts.place(label)
    if place is not None:
        yield Passed(tier, slot.role, place.step, "vacant", place.because, gap=gap)


def _held(tier: int, post: Post, target: Target) -> Pick:
    because = (*target.because, post.fact)
    since, learned_on = post.fact.since, post.learned_on
    return Pick(tier, post.role, target.step, because, post.person_id, since=since, learned_on=learned_on)


def _filled(tier: int, role: str, found: Filler) -> Pick:
    return Pick(
        tier,
        role,
        found.target,
        found.because,
        found.person_id,
        stands_in=found.stands_in,
        since=found.since,
        learned_on=found.post.learned_on if found.post else None,
    )


def _duty(facts: Facts) -> Iterator[Pick]:
    """The duty phones, so that the chain is never empty: a county's is 12345 where it has none."""
    for tier, label in DUTY:
        place = facts.place(label)
        if place is not None:
            number = place.duty_phone or (COUNTY_HOTLINE if label == "County" else None)
            yield Pick(tier, DUTY_PHONE, place.step, (*place.because, _stated(place.step, place.source)), number=number)
        elif label == "County":
            step, source, because = _topmost(facts)
            hotline = Step("County", "", COUNTY_HOTLINE)
            yield Pick(tier, DUTY_PHONE, hotline, (*because, _stated(step, source)), number=COUNTY_HOTLINE)


def _topmost(facts: Facts) -> tuple[Step, str | None, tuple[Because, ...]]:
    if facts.way:
        return facts.way[-1].step, facts.way[-1].source, facts.way[-1].because
    return facts.anchor, facts.source, ()


def _stated(step: Step, source: str | None) -> Because:
    """The property of a node as the reason: it rests on the row that the node came from."""
    return Because(DUTY_PHONE, step, step, None, source)


def _broken_at(facts: Facts) -> str | None:
    """The lowest level above the anchor's place that the way does not pass; for somebody without a place, the home."""
    if not facts.way:
        return "household"
    known = {place.step.label for place in facts.way}
    lowest = _HEIGHTS.get(facts.way[0].step.label, _HEIGHTS["Grid"])
    missing = [label for label in REQUIRED if label not in known and _HEIGHTS[label] > lowest]
    return missing[0].lower() if missing else None


def _place_gaps(facts: Facts, picks: list[Pick], broken: str | None) -> set[str]:
    """G24 for a duty phone that is not registered, G06 for an occupied home without building, grid or community."""
    gaps = {"G24" for pick in picks if pick.role == DUTY_PHONE and pick.number is None}
    home: Place | None = facts.way[0] if facts.way else None
    if home is not None and home.step.label == "Household" and home.occupied:
        gaps |= {"G06"} if broken in ("building", "grid", "community") else set()
    return gaps
