"""How many gaps, how many unknown, of how many: counted in the database, so that a city's rows stay there."""

from collections.abc import Iterable
from dataclasses import dataclass

from database.reading import Reader
from graph_schema.sensitivity import Sight
from graph_schema.values.moment import Moment
from queries.gaps.rules import OF, Rule, chosen
from queries.gaps.where import Look, Thresholds


@dataclass(frozen=True)
class Count:
    """What one rule counts: gaps, unknown ones, notes, and `of` how many decided subjects."""

    rule: str
    gap: int
    unknown: int
    of: int
    note: int = 0

    @property
    def percent(self) -> float | None:
        """Gaps in a hundred, 100 at most (see G24); None where there is nothing that could be one."""
        return min(100.0, 100 * self.gap / self.of) if self.of else None


def summary(
    reader: Reader,
    *,
    rules: Iterable[str] | None = None,
    place: str | None = None,
    moment: Moment,
    thresholds: Thresholds | None = None,
    sight: Sight,
) -> tuple[Count, ...]:
    """The counts of the rules within a place; one round trip a rule, and one for each count that they share."""
    asked, look = chosen(rules), Look(reader, place, moment, sight, thresholds or {})
    totals = {of: _total(look, of) for of in dict.fromkeys(rule.of for rule in asked)}
    return tuple(_count(look, rule, totals[rule.of]) for rule in asked)


def _total(look: Look, of: str) -> int:
    return int(look.rows(OF[of], "RETURN sum(total) AS n")[0]["n"])


def _count(look: Look, rule: Rule, of: int) -> Count:
    found = {row["status"]: row["n"] for row in look.rows(rule, "RETURN status, count(*) AS n")}
    return Count(rule.id, found.get("gap", 0), found.get("unknown", 0), of, found.get("note", 0))
