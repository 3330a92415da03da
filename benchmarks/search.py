"""The search as somebody types: every prefix of names, initials, addresses, and last four digits."""

from collections.abc import Iterator
from functools import partial
from random import Random

from benchmarks.measure import RUNS, Figure, clock, spread, warm
from benchmarks.office import MOMENT, Office
from database.reading import read
from graph_schema.sensitivity import OFFICE
from queries.search import search

SUBJECTS = 40  # people and homes that are typed
KEYS = 150  # keystrokes a run
BAR = 50.0  # milliseconds, p95

_PEOPLE = (
    "MATCH (p:Person) RETURN p.name AS name, p.name_initials[0] AS initials, p.name_pinyin[0] AS pinyin, "
    "p.phone_last4 AS last4 ORDER BY p.person_id"
)
_HOMES = "MATCH (h:Household) RETURN h.short_address AS short, h.address AS address ORDER BY h.code"


def keystrokes(office: Office) -> list[str]:
    """What stands in the box after each key, for random people and homes; the same at every call."""
    random = Random(1)
    people = random.sample(read(office.connection, _PEOPLE), SUBJECTS)
    homes = random.sample(read(office.connection, _HOMES), SUBJECTS)
    words = [word for row in (*people, *homes) for word in row.values() if word]
    return sorted({word[:length] for word in words for length in range(1, len(word) + 1)})


def measure(office: Office, world: str) -> Iterator[Figure]:
    """The search itself, without a page around it."""
    typed, random = keystrokes(office), Random(2)
    for text in random.sample(typed, 60):
        warm(partial(_search, office, text))
    runs = [[_search(office, text) for text in random.sample(typed, KEYS)] for _ in range(RUNS)]
    found = spread(runs)
    yield Figure("search, a keystroke", world, found.text, f"p95 ≤ {BAR:g} ms", found.p95 <= BAR)


def _search(office: Office, text: str) -> float:
    milliseconds, _ = clock(lambda: search(office.connection, text, sight=OFFICE, seal=office.seal, moment=MOMENT))
    return milliseconds
