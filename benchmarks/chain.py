"""The chain of random households: round trips, time through the driver, time decided; the peer asks hop by hop."""

import time
from collections.abc import Iterator, Mapping
from functools import partial
from random import Random
from typing import Any

from benchmarks.measure import RUNS, Figure, clock, spread, warm
from benchmarks.naive_chain import Asker, people
from benchmarks.office import MOMENT, Office
from database.reading import Reader
from graph_schema.sensitivity import OFFICE
from queries.contacts import chain_for

CHAINS = 300  # households a run
NAIVE = 60  # of these, asked of the peer too
BAR = 5.0  # milliseconds, p50 through the driver


class Timed:
    """A reader that knows how long its last statement took, driver included, and how many there were."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self.last = 0.0
        self.statements = 0

    def rows(self, text: str, parameters: Mapping[str, Any], *, timeout: float) -> list[dict[str, Any]]:
        """The rows, as the reader gives them."""
        began = time.perf_counter()
        rows = self._reader.rows(text, parameters, timeout=timeout)
        self.last = (time.perf_counter() - began) * 1000
        self.statements += 1
        return rows


def measure(office: Office, world: str) -> Iterator[Figure]:
    """Ours and the peer's, alternating in each run; the peer must have found everybody whom the chain names."""
    codes, random = office.households(), Random(1)
    reader = Timed(office.connection)
    for code in random.sample(codes, 100):  # plans and caches
        warm(partial(_ours, office, reader, [code]))
    driver, whole, naive, queries = [], [], [], 0
    reader.statements = office.connection.round_trips = 0
    for _ in range(RUNS):
        sample = random.sample(codes, min(CHAINS, len(codes)))
        before = reader.statements
        times, totals = _ours(office, reader, sample)
        trips = (reader.statements - before) / len(sample)
        driver.append(times)
        whole.append(totals)
        slow = [_peer(office, code) for code in sample[:NAIVE]]
        naive.append([time for time, _ in slow])
        queries += sum(asked for _, asked in slow)
    ours, all_of_it, peer = spread(driver), spread(whole), spread(naive)
    yield Figure("chain: round trips each", world, f"{trips:g}", "exactly 1", trips == 1)
    yield Figure("chain: through the driver", world, ours.text, f"p50 ≤ {BAR:g} ms", ours.p50 <= BAR)
    yield Figure("chain: fetched, decided, masked", world, all_of_it.text)
    note = (
        f"{queries / RUNS / len(sample[:NAIVE]):.0f} queries each; ours takes 1/{peer.p50 / ours.p50:.0f} of the time"
    )
    yield Figure("peer: a query for every hop and person", world, peer.text, note=note)


def _ours(office: Office, reader: Timed, codes: list[str]) -> tuple[list[float], list[float]]:
    driver, whole = [], []
    for code in codes:
        total, _ = clock(partial(chain_for, reader, code, moment=MOMENT, sight=OFFICE, seal=office.seal))
        driver.append(reader.last)
        whole.append(total)
    return driver, whole


def _peer(office: Office, code: str) -> tuple[float, int]:
    asker = Asker(office.connection, MOMENT.on)
    milliseconds, found = clock(lambda: people(asker, code))
    chain = chain_for(office.connection, code, moment=MOMENT, sight=OFFICE, seal=office.seal)
    missed = {entry.person_id for entry in chain.entries if entry.person_id} - found
    if missed:
        raise AssertionError(f"the peer did not find {len(missed)} people of the chain of {code}")
    return milliseconds, asker.queries
