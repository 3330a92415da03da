"""Who may be called at a moment: active, not on leave, with a phone that works, not just tried in vain, in hours."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from graph_schema.values.moment import Moment
from queries.contacts.facts import Person, Phone

HIDDEN = dt.timedelta(hours=2)  # how long a mark hides the person
FADES = dt.timedelta(days=30)  # how long a mark is remembered at all
FAILED_DAYS, FAILED_BY = 3, 2  # on so many days, by so many people: the number is taken for dead


@dataclass(frozen=True)
class Mark:
    """Somebody did not get through (打不通). `about` is a phone's digest or a person_id; `by` is who tried."""

    about: str
    at: dt.datetime
    by: str


@dataclass(frozen=True)
class Hours:
    """When only those may be called who agreed to it; the night may span midnight."""

    closes: dt.time = dt.time(22)
    opens: dt.time = dt.time(7)

    def are_over(self, at: dt.datetime) -> bool:
        """Whether the moment lies in [closes, opens)."""
        time = at.time()
        if self.closes <= self.opens:
            return self.closes <= time < self.opens
        return time >= self.closes or time < self.opens


OFFICE_HOURS = Hours()


@dataclass(frozen=True)
class Filter:
    """The filter of one moment."""

    moment: Moment
    marks: tuple[Mark, ...] = ()
    hours: Hours = OFFICE_HOURS

    @property
    def night(self) -> bool:
        """Whether the hours are over at the moment."""
        return self.hours.are_over(self.moment.at)

    @property
    def strict(self) -> bool:
        """Whether more can fail than the graph alone says."""
        return bool(self.marks) or self.night

    def reason(self, person: Person, *, night_ok: bool) -> str | None:
        """Why the person may not be called now, by the first test that fails; None when they may."""
        lasting = self.lasting_reason(person)
        if lasting:
            return lasting
        if any(self._is_fresh(mark) for mark in self._about(person)):
            return "no_answer"
        return "out_of_hours" if self.night and not person.on_shift and not night_ok else None

    def lasting_reason(self, person: Person) -> str | None:
        """The part of it that does not pass with the hours: also what makes a stand-in no stand-in."""
        if person.status not in (None, "active"):
            return "inactive"
        if person.leaves:
            return "on_leave"
        return None if self.usable(person) else "no_phone"

    def usable(self, person: Person) -> tuple[Phone, ...]:
        """The person's numbers without those that are taken for dead."""
        return tuple(phone for phone in person.phones if not self._is_dead(phone))

    def _about(self, person: Person) -> Iterable[Mark]:
        keys = {person.person_id, *(phone.digest for phone in person.phones)}
        return [mark for mark in self.marks if mark.about in keys]

    def _is_fresh(self, mark: Mark) -> bool:
        return mark.at <= self.moment.at < mark.at + HIDDEN

    def _is_dead(self, phone: Phone) -> bool:
        """Failed on three days by two people or more, since it was last verified, and not longer ago than 30 days."""
        failed = [
            mark
            for mark in self.marks
            if mark.about == phone.digest
            and self.moment.at - FADES < mark.at <= self.moment.at
            and (phone.verified_on is None or mark.at.date() > phone.verified_on)
        ]
        return (
            len({mark.at.date() for mark in failed}) >= FAILED_DAYS and len({mark.by for mark in failed}) >= FAILED_BY
        )
