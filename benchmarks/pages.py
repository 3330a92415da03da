"""The household page and a keystroke of the search over HTTP, and what the web processes weigh afterwards."""

from collections.abc import Iterator
from random import Random

from benchmarks.measure import RUNS, Figure, clock, spread
from benchmarks.office import Office
from benchmarks.search import keystrokes
from benchmarks.web import Web, serving

PAGES = 100  # a run
PAGE_BAR = 40.0  # milliseconds
SEARCH_BAR = 50.0
MEMORY_BAR = 200  # megabytes


def measure(office: Office, world: str) -> Iterator[Figure]:
    """Over loopback HTTP against gunicorn, one client."""
    households, typed, random = office.households(), keystrokes(office), Random(1)
    with serving() as web:
        for _ in range(PAGES):  # both workers warm
            web.get(f"/household/{random.choice(households)}")
            web.get(f"/search?q={random.choice(typed)}")
        pages, searches = [], []
        for _ in range(RUNS):
            pages.append([_get(web, f"/household/{code}") for code in random.sample(households, PAGES)])
            searches.append([_get(web, f"/search?q={text}") for text in random.sample(typed, PAGES)])
        memory = web.worker_memory()
    page, search = spread(pages), spread(searches)
    yield Figure("household page", world, page.text, f"p50 ≤ {PAGE_BAR:g} ms", page.p50 <= PAGE_BAR)
    yield Figure("search, a keystroke (page)", world, search.text, f"p95 ≤ {SEARCH_BAR:g} ms", search.p95 <= SEARCH_BAR)
    weight = " · ".join(f"{size} MB" for size in memory)
    yield Figure("web process, resident", world, weight, f"< {MEMORY_BAR} MB each", max(memory) < MEMORY_BAR)


def _get(web: Web, path: str) -> float:
    milliseconds, status = clock(lambda: web.get(path))
    if status != 200:
        raise AssertionError(f"{path} answered {status}")
    return milliseconds
