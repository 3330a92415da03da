"""Search as one types: Chinese, pinyin, initials, a door, the last four digits; the whole answer in two round trips.

A whole number is looked for by its last four digits alone: finding somebody by a whole number would let masked numbers
be tried through, so it waits for permissions, an audit and a limit of its rate.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import chain

from database.reading import Reader
from graph_schema.sensitivity import Sight
from graph_schema.values.moment import Moment
from graph_schema.values.seal import Seal
from queries.search.asking import candidates, details
from queries.search.hits import Hit, hit
from queries.search.ranking import Candidate, order, rank
from queries.search.typed import tried, understand, whole_number

__all__ = ["GROUPS", "MOST", "Group", "Hit", "search", "tried", "whole_number"]

MOST = 200  # hits of a group that are counted; beyond it a total is "200+"
GROUPS = {
    "household": "Household",
    "person": "Person",
    "grid": "Grid",
    "building": "Building",
    "compound": "Compound",
    "community": "Community",
    "unit": "Unit",
    "party_org": "PartyOrg",
    "micro_grid": "MicroGrid",
    "town": "Town",
    "county": "County",
}
_GROUP_OF: Mapping[str, str] = {label: name for name, label in GROUPS.items()}


@dataclass(frozen=True)
class Group:
    """Hits of one kind, the best first. `total` counts all of them; `is_more`: there are more than that."""

    name: str
    total: int
    hits: tuple[Hit, ...]
    is_more: bool = False

    @property
    def total_text(self) -> str:
        """23, or 200+."""
        return f"{self.total}+" if self.is_more else str(self.total)


def search(
    reader: Reader,
    text: str,
    *,
    place: str | None = None,
    sight: Sight,
    seal: Seal,
    limit: int = 5,
    moment: Moment,
) -> tuple[Group, ...]:
    """The groups in which something fits, at most `limit` hits each; the group with the best hit first.

    Within `place`, where one is given. Of a child under 14 the surname shows, and no number (the law counts them as
    sensitive).
    """
    typed = understand(text)
    if typed.is_empty:
        return ()
    on = moment.on
    found = _grouped(candidates(reader, typed, place=place, sight=sight, on=on, most=MOST + 1))
    best = {name: sorted(group, key=partial(order, typed))[:limit] for name, group in found.items()}
    more = details(reader, chain.from_iterable(best.values()), on=on)

    def group(name: str) -> Group:
        hits = tuple(hit(name, one, more.get(one.code, {}), typed, sight, seal) for one in best[name])
        return Group(name, min(len(found[name]), MOST), hits, len(found[name]) > MOST)

    def place_of(name: str) -> tuple[int, int]:
        return rank(typed, best[name][0]), list(GROUPS).index(name)

    return tuple(group(name) for name in sorted(best, key=place_of))


def _grouped(found: Iterable[Candidate]) -> dict[str, list[Candidate]]:
    groups: defaultdict[str, list[Candidate]] = defaultdict(list)
    for candidate in found:
        if candidate.label in _GROUP_OF:
            groups[_GROUP_OF[candidate.label]].append(candidate)
    return groups
