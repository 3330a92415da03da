"""Something with 5,000 neighbours, opened: what a picture asks for; the peer fetches them all."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

from benchmarks.measure import RUNS, Figure, clock, spread, warm
from benchmarks.office import MOMENT, Office
from benchmarks.web import serving
from database.reading import read
from database.writing import transaction
from graph_schema.facts import Change, NodeChange, RelationshipChange, fact_id
from graph_schema.sensitivity import OFFICE
from queries.neighbourhood import neighbourhood

NEIGHBOURS = 5_000
OPENED = 40  # times a run
BAR, PAGE_BAR = 15.0, 60.0  # milliseconds: through the driver, over HTTP
UNIT = "bench-dense"
PAGE = f"/draw/Unit/{UNIT}"

_ALL = "MATCH (:Unit {unit_id: $key})-[r]-(n) RETURN type(r) AS type, labels(n) AS labels, properties(n) AS values"


def measure(office: Office, world: str) -> Iterator[Figure]:
    """A unit for which 5,000 people work, beside whatever else is in the graph."""
    with _dense(office), serving() as web:
        warm(partial(_opened, office))
        ours, peer, pages = [], [], []
        for _ in range(3):
            web.get(PAGE)
        for _ in range(RUNS):
            pages.append([clock(lambda: web.get(PAGE))[0] for _ in range(10)])
            ours.append([_opened(office) for _ in range(OPENED)])
            peer.append([clock(lambda: read(office.connection, _ALL, key=UNIT))[0] for _ in range(3)])
    found, loop = spread(ours), spread(peer)
    yield Figure(f"{NEIGHBOURS:,} neighbours, opened", world, found.text, f"p50 ≤ {BAR:g} ms", found.p50 <= BAR)
    note = f"ours takes 1/{loop.p50 / found.p50:.0f} of the time"
    page = spread(pages)
    yield Figure(f"{NEIGHBOURS:,} neighbours, page", world, page.text, f"p50 ≤ {PAGE_BAR:g} ms", page.p50 <= PAGE_BAR)
    yield Figure("peer: all of them fetched", world, loop.text, note=note)


def _opened(office: Office) -> float:
    return clock(
        lambda: neighbourhood(office.connection, [UNIT], hops=1, sight=OFFICE, seal=office.seal, moment=MOMENT)
    )[0]


@contextmanager
def _dense(office: Office) -> Iterator[None]:
    """The unit and its people are there inside, and gone afterwards."""
    made = list(_changes())
    with transaction(office.connection) as writer:
        writer.apply(made)
    try:
        yield
    finally:
        with transaction(office.connection) as writer:
            writer.apply([change.inverse() for change in reversed(made)])


def _changes() -> Iterator[Change]:
    yield NodeChange("Unit", UNIT, None, {"name": "测量用单位", "kind": "county_agency"})
    for number in range(NEIGHBOURS):
        person = f"{UNIT}-{number}"
        yield NodeChange("Person", person, None, {"name": f"测量{number}", "status": "active"})
        fact = fact_id("WORKS_FOR", person, UNIT)
        yield RelationshipChange("WORKS_FOR", fact, "Person", person, "Unit", UNIT, None, {"source": "bench"})
