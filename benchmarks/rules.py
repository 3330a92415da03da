"""Every rule that is built, with its denominators: whole county, one community; the peer asks building by building."""

from collections.abc import Iterator
from functools import partial
from random import Random

from benchmarks.measure import RUNS, Figure, Spread, clock, spread, warm
from benchmarks.office import MOMENT, Office
from database.reading import read
from graph_schema.cypher import current
from graph_schema.sensitivity import OFFICE
from queries.gaps import RULES, find, summary

COUNTY_BAR = 4_000.0  # milliseconds, warm
COMMUNITY_BAR = 250.0  # milliseconds, p95
COMMUNITIES = 15  # a run

_BUILDINGS = "MATCH (b:Building) RETURN b.code AS code ORDER BY code"
_HOMES = (
    "MATCH (:Building {code: $code})<-[up:PART_OF*1..2]-(h:Household) "
    f"WHERE all(r IN up WHERE {current('r')}) RETURN h.code AS code, h.occupancy AS occupancy"
)
_LEADERS = (
    f"MATCH (:Building {{code: $code}})<-[r:SERVES]-(p:Person) WHERE r.role = 'building_leader' AND {current('r')} "
    "RETURN p.person_id AS person_id"
)


def measure(office: Office, world: str) -> Iterator[Figure]:
    """The counts, as pages and the command ask for them."""
    communities, random = office.places("Community"), Random(1)
    warm(partial(_counted, office, None))
    whole, parts, peer, ours = [], [], [], []
    for _ in range(RUNS):
        whole.append([_counted(office, None)])
        parts.append([_counted(office, random.choice(communities)) for _ in range(COMMUNITIES)])
        ours.append([_found(office)[0]])
        peer.append([_asked(office)])
    county, community = spread(whole), spread(parts)
    what = f"all {len(RULES)} rules that are built"
    yield Figure(f"{what}, everything", world, _once(county), f"≤ {COUNTY_BAR:,.0f} ms", county.p50 <= COUNTY_BAR)
    yield Figure(
        f"{what}, one community", world, community.text, f"p95 ≤ {COMMUNITY_BAR:g} ms", community.p95 <= COMMUNITY_BAR
    )
    alone, loop = spread(ours), spread(peer)
    yield Figure("rule G04, found", world, _once(alone))
    note = f"ours takes 1/{loop.p50 / alone.p50:.0f} of the time"
    yield Figure("peer: G04, two queries a building", world, _once(loop), note=note)


def _once(found: Spread) -> str:
    return f"median {found.p50:,.1f} ms"


def _counted(office: Office, place: str | None) -> float:
    return clock(lambda: summary(office.connection, place=place, moment=MOMENT, sight=OFFICE))[0]


def _found(office: Office) -> tuple[float, set[str]]:
    milliseconds, gaps = clock(lambda: find(office.connection, rules=("G04",), moment=MOMENT, sight=OFFICE))
    return milliseconds, {gap.subject for gap in gaps if gap.status == "gap"}


def _asked(office: Office) -> float:
    """The peer: it must find every building that our rule finds, and no other town one."""
    milliseconds, gaps = clock(lambda: set(_leaderless(office)))
    missed = _found(office)[1] - gaps
    if missed:
        raise AssertionError(f"the peer did not find {len(missed)} buildings of G04")
    return milliseconds


def _leaderless(office: Office) -> Iterator[str]:
    for building in read(office.connection, _BUILDINGS):
        code = building["code"]
        homes = read(office.connection, _HOMES, code=code, on=MOMENT.on)
        leaders = read(office.connection, _LEADERS, code=code, on=MOMENT.on)
        if not leaders and any(home["occupancy"] in ("owner", "rented", None) for home in homes):
            yield code
