"""Who does this household call, now, and why: one statement fetches the facts, pure functions decide."""

from database.reading import Reader
from graph_schema.sensitivity import Sight
from graph_schema.values.moment import Moment
from graph_schema.values.seal import Seal
from queries.contacts import tiers, words
from queries.contacts.chain import NOT_REGISTERED, Chain, Entry, Skipped, masked
from queries.contacts.decision import DUTY_PHONE, Decision, decide
from queries.contacts.facts import Because, Facts, Step
from queries.contacts.fetch import fetch
from queries.contacts.filters import OFFICE_HOURS, Filter, Hours, Mark
from queries.contacts.tiers import PAIRED_HELPER

__all__ = [
    "chain_for",
    "decision_for",
    "decide",
    "masked",
    "fetch",
    "Chain",
    "Entry",
    "Skipped",
    "Step",
    "Because",
    "Decision",
    "Facts",
    "Hours",
    "Mark",
    "DUTY_PHONE",
    "NOT_REGISTERED",
    "PAIRED_HELPER",
    "OFFICE_HOURS",
    "words",
]


def chain_for(
    reader: Reader,
    code: str,
    *,
    moment: Moment,
    topic: str = "default",
    need: str | None = None,
    sight: Sight,
    seal: Seal,
    marks: tuple[Mark, ...] = (),
    hours: Hours = OFFICE_HOURS,
) -> Chain:
    """The chain of a household, a person or any place, by its code: exactly one round trip.

    Raises NotFound for a code that nothing has, InputError for a topic or need that is unknown or not built.
    """
    return masked(
        decision_for(reader, code, moment=moment, topic=topic, need=need, marks=marks, hours=hours), sight, seal
    )


def decision_for(
    reader: Reader,
    code: str,
    *,
    moment: Moment,
    topic: str = "default",
    need: str | None = None,
    marks: tuple[Mark, ...] = (),
    hours: Hours = OFFICE_HOURS,
) -> Decision:
    """The same before any mask; no number is opened for it."""
    tiers.tiers(topic, need)
    asked = Filter(moment, marks, hours)
    facts = fetch(
        reader,
        code,
        moment=moment,
        roles=tiers.ROLES,
        leading=tiers.LEADING,
        wide=asked.strict,
        night=asked.night,
    )
    return decide(facts, marks, moment, topic, need, hours)
