"""The chain as one viewer may see it: the decision with names and numbers put in, whole or masked."""

from dataclasses import dataclass, replace

from graph_schema.sensitivity import Sensitivity, Sight
from graph_schema.values import name, phone, unit
from graph_schema.values.moment import Moment
from graph_schema.values.seal import Seal
from queries.contacts.decision import Decision, Passed, Pick
from queries.contacts.facts import Because, Facts, Person, Phone, Step

NOT_REGISTERED = "号码未登记"


@dataclass(frozen=True)
class Entry:
    """Whom to call, as the n-th. `phone_number` is there only where it may be dialled at once: public or duty.

    `stands_in`: deputy, leave_cover, next_door, or None. `fresh`: the last day on which anybody confirmed it.
    """

    rank: int
    tier: int
    role: str
    person_id: str | None
    name: str
    phone: str
    phone_public: bool
    phone_number: str | None
    stands_in: str | None
    target: Step
    since: str | None
    because: tuple[Because, ...]
    fresh: str | None


@dataclass(frozen=True)
class Skipped:
    """Who or what was passed over, why, and the gap rule that it breaks."""

    tier: int
    role: str
    person_id: str | None
    name: str | None
    target: Step
    reason: str
    gap: str | None
    because: tuple[Because, ...]


@dataclass(frozen=True)
class Chain:
    """The answer. `path` goes from the widest place down to the one above the anchor."""

    anchor: Step
    path: tuple[Step, ...]
    broken_at: str | None
    moment: Moment
    topic: str
    need: str | None
    entries: tuple[Entry, ...]
    skipped: tuple[Skipped, ...]
    gaps: tuple[str, ...]


def masked(decision: Decision, sight: Sight, seal: Seal) -> Chain:
    """The decision for a viewer; numbers are opened one by one, and only to show what they may see."""
    view = _View(decision, _clearance(decision.facts, sight), seal)
    way = [place.step for place in decision.facts.way if place.step.code != decision.facts.anchor.code]
    return Chain(
        view.step(decision.facts.anchor),
        tuple(view.step(step) for step in reversed(way)),
        decision.broken_at,
        decision.filter.moment,
        decision.topic,
        decision.need,
        tuple(view.entry(rank, pick) for rank, pick in enumerate(decision.picks, 1)),
        tuple(view.skipped(passed) for passed in decision.passed),
        decision.gaps,
    )


def _clearance(facts: Facts, sight: Sight) -> Sight:
    """Outside the viewer's own area nothing personal is whole."""
    inside = sight.area is None or sight.area in {place.step.code for place in facts.way}
    return sight if inside else replace(sight, clearance=min(sight.clearance, Sensitivity.S1))


@dataclass(frozen=True)
class _View:
    """One viewer's view of one decision."""

    decision: Decision
    sight: Sight
    seal: Seal

    def entry(self, rank: int, pick: Pick) -> Entry:
        person = self.decision.facts.people.get(pick.person_id or "")
        shown, public, number = self._phone(person) if person else (pick.number or NOT_REGISTERED, True, pick.number)
        return Entry(
            rank,
            pick.tier,
            pick.role,
            pick.person_id,
            self._name(person) if person else pick.target.name,
            shown,
            public,
            number,
            pick.stands_in,
            self.step(pick.target),
            pick.since,
            tuple(self._because(reason) for reason in pick.because),
            self._fresh(pick, person),
        )

    def skipped(self, passed: Passed) -> Skipped:
        person = self.decision.facts.people.get(passed.person_id or "")
        return Skipped(
            passed.tier,
            passed.role,
            passed.person_id,
            self._name(person) if person else None,
            self.step(passed.target),
            passed.reason,
            passed.gap,
            tuple(self._because(reason) for reason in passed.because),
        )

    def step(self, step: Step) -> Step:
        """The step with the name that the viewer may see."""
        if step.label == "Person":
            person = self.decision.facts.people.get(step.code)
            return replace(step, name=self._name(person) if person else self._resident(step.name))
        return replace(step, name=self._home(step)) if step.label == "Household" else step

    def _because(self, reason: Because) -> Because:
        return replace(reason, start=self.step(reason.start), end=self.step(reason.end))

    def _home(self, step: Step) -> str:
        """The address of a home, or its building and entrance alone."""
        way = {place.step.label: place.step for place in self.decision.facts.way}
        if self.sight.may_see(Sensitivity.S2):
            return step.name or (way["Household"].name if "Household" in way else "")
        building, entrance = (way[label].name if label in way else "" for label in ("Building", "Entrance"))
        return building + unit.mask_room(unit.entrance(entrance))

    def _name(self, person: Person) -> str:
        """A role holder's name is S1; somebody who only stands in for a leave is a resident like others."""
        written = person.name or person.person_id
        if person.holds_role:
            return written if self.sight.may_see(Sensitivity.S1) else name.mask(written)
        return self._resident(written)

    def _resident(self, written: str) -> str:
        return written if self.sight.may_see(Sensitivity.S2) else name.mask(written)

    def _phone(self, person: Person) -> tuple[str, bool, str | None]:
        """What is shown, whether the number is public, and the whole number where it is."""
        usable = self.decision.filter.usable(person)
        if not usable:
            return NOT_REGISTERED, False, None
        first = usable[0]
        if person.public and first.cipher:
            number = self.seal.open(first.cipher)
            return number, True, number
        return self._hidden(person, first), False, None

    def _hidden(self, person: Person, number: Phone) -> str:
        if not self.sight.may_see(Sensitivity.S1):
            return phone.mask_resident("")
        if person.holds_role and number.cipher:
            return phone.mask_holder(self.seal.open(number.cipher))
        return phone.mask_resident(number.last4 or "" if self.sight.may_see(Sensitivity.S2) else "")

    def _fresh(self, pick: Pick, person: Person | None) -> str | None:
        usable = self.decision.filter.usable(person) if person else ()
        days = [day for day in (pick.learned_on, usable[0].verified_on if usable else None) if day]
        return max(days).isoformat() if days else None
