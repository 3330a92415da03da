"""A large profile as files for the offline importer, town by town in several processes: what its workbooks state.

Nothing is kept of a town once it is written, so memory is that of one town for each process.
"""

import os
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date
from multiprocessing import get_context
from pathlib import Path

from database.bulk import Files
from database.scope_ahead import scopes
from database.server import java
from graph_schema.facts import Change, NodeChange, RelationshipChange
from graph_schema.values.seal import Seal
from loaders.scenario.large import Large, Size, town
from loaders.scenario.large_forms import Forms
from loaders.scenario.stated import Statements
from loaders.scenario.stated_people import Residents, people, state_members
from loaders.scenario.stated_places import Places, state_grids, state_leaders, state_staff

_PEOPLE_OF_TOWN, _NAMED_OF_TOWN = 100_000, 10_000  # keys that a town may take; no number is given twice
_SHARES = 4  # portions of towns for each process


@dataclass(frozen=True)
class Wanted:
    """What is to be written. `key` is the office's own, for what must be sealed."""

    profile: str
    size: Size
    folder: Path
    import_id: str
    today: date
    seed: int
    key: bytes


@dataclass(frozen=True)
class Written:
    """How much was written: by label or type, and the Ledger's counters afterwards."""

    nodes: Counter[str]
    relationships: Counter[str]
    counters: dict[str, int]


def write(wanted: Wanted, tell: Callable[[int, int], None] = lambda _done, _total: None) -> Written:
    """Writes everything; `tell` hears how many towns are done, of how many."""
    towns, workers = wanted.size.towns, os.cpu_count() or 1
    count = min(towns, workers * _SHARES)
    shares = [tuple(range(part, towns, count)) for part in range(count)]
    nodes, relationships, done = Counter[str](), Counter[str](), 0
    with ProcessPoolExecutor(workers, get_context("spawn"), _end_with_parent) as pool:
        for share, (own, facts) in zip(shares, pool.map(_write_share, [wanted] * count, shares), strict=True):
            nodes, relationships, done = nodes + own, relationships + facts, done + len(share)
            tell(done, towns)
    return Written(nodes, relationships, _counters(towns))


def _end_with_parent() -> None:
    """Whoever kills the load has killed its processes too."""
    tie = java.tied_to_parent()
    if tie is not None:
        tie()


def _counters(towns: int) -> dict[str, int]:
    named = towns * _NAMED_OF_TOWN + 1
    return {"next_person": towns * _PEOPLE_OF_TOWN + 1, "next_org": named, "next_unit": named}


def _write_share(wanted: Wanted, numbers: Sequence[int]) -> tuple[Counter[str], Counter[str]]:
    files = Files(wanted.folder, str(numbers[0]))
    nodes, relationships = Counter[str](), Counter[str]()
    for number in numbers:
        made = town(wanted.profile, wanted.size, number, today=wanted.today, seed=wanted.seed)
        _write_town(made, wanted, files, nodes, relationships)
    files.close()
    return nodes, relationships


def _write_town(made: Large, wanted: Wanted, files: Files, nodes: Counter[str], relationships: Counter[str]) -> None:
    seal = Seal(wanted.key)
    named = made.number * _NAMED_OF_TOWN
    said = Statements(wanted.import_id, wanted.today, made.number * _PEOPLE_OF_TOWN, named, named)
    places = Places(made, said)
    places.state()
    forms = Forms(made, wanted.profile, wanted.seed, wanted.today)
    state_leaders(made, places, said, forms)
    state_grids(made, places, said, forms)
    state_staff(made, said, forms)
    state_members(made, forms.members(), said)
    residents = Residents(files, said, places, seal)
    residents.state(made.homes)
    nodes += residents.nodes
    relationships += residents.facts
    said.changes += people(made, said, seal)
    for change in _scoped(said.changes, residents.hanging):
        files.add(change)
        if isinstance(change, NodeChange):
            nodes[change.label] += 1
        else:
            relationships[change.type] += 1


def _scoped(changes: Sequence[Change], hanging: Sequence[RelationshipChange]) -> Iterator[Change]:
    found = scopes((*changes, *hanging))
    for change in changes:
        scope = found.get((change.label, change.key)) if isinstance(change, NodeChange) else None
        if scope and isinstance(change, NodeChange):
            yield NodeChange(change.label, change.key, None, {**(change.after or {}), "scope": scope}, change.labels)
        else:
            yield change
