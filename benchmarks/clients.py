"""Eight people at once over HTTP: pages a second, and how long each waits."""

import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import chain
from random import Random
from statistics import median

from benchmarks.measure import RUNS, Figure, clock, spread
from benchmarks.office import Office
from benchmarks.web import Web, serving

CLIENTS = 8
EACH = 40  # pages a client and run
PAGES_BAR = 120.0  # a second


def measure(office: Office, world: str) -> Iterator[Figure]:
    """The household page; the clients are threads of this process, on the same machine."""
    households, random = office.households(), Random(3)
    rates, times = [], []
    with serving() as web, ThreadPoolExecutor(CLIENTS) as clients:
        _asked(web, clients, random.choices(households, k=CLIENTS * 10))
        for _ in range(RUNS):
            began = time.perf_counter()
            times.append(_asked(web, clients, random.choices(households, k=CLIENTS * EACH)))
            rates.append(CLIENTS * EACH / (time.perf_counter() - began))
    rate, waited = median(rates), spread(times)
    yield Figure(
        f"household page, {CLIENTS} clients",
        world,
        f"{rate:,.0f} pages/s · {waited.text}",
        f"≥ {PAGES_BAR:g} pages/s",
        rate >= PAGES_BAR,
    )


def _asked(web: Web, clients: ThreadPoolExecutor, codes: Sequence[str]) -> list[float]:
    parts = [codes[start::CLIENTS] for start in range(CLIENTS)]
    return list(chain.from_iterable(clients.map(lambda part: [_page(web, code) for code in part], parts)))


def _page(web: Web, code: str) -> float:
    milliseconds, status = clock(lambda: web.get(f"/household/{code}"))
    if status != 200:
        raise AssertionError(f"the page of {code} answered {status}")
    return milliseconds
