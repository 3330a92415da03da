"""How often each page asks the graph: few times, whatever it shows."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import pytest

from app.cases import household, organisation, party_tree, person, place, responsibility, unit
from database.connection import Connection
from graph_schema.errors import NotFound
from graph_schema.sensitivity import OFFICE
from graph_schema.values.moment import CHINA, Moment
from graph_schema.values.seal import Seal
from records.store import Records
from settings import Settings
from tests.browser import life, world

AT: Mapping[str, Any] = {"moment": Moment.of(datetime(2026, 11, 25, 12, tzinfo=CHINA)), "sight": OFFICE}
MOST = 4  # round trips


@dataclass
class Counting:
    """A reader that counts what it is asked."""

    connection: Connection
    asked: int = 0

    def rows(self, text: str, parameters: Mapping[str, Any], *, timeout: float) -> list[dict[str, Any]]:
        """What the connection answers."""
        self.asked += 1
        return self.connection.rows(text, parameters, timeout=timeout)


Page = Callable[[Counting, Records, Seal], object]
PAGES: Mapping[str, Page] = {
    "household": lambda reader, records, seal: household.card(reader, records, seal, world.HOUSEHOLD, **AT),
    "person": lambda reader, records, seal: person.person(reader, records, seal, life.BUSY, **AT),
    "unit": lambda reader, records, seal: unit.unit(reader, records, seal, life.UNIT, page=1, **AT),
    "organisation": lambda reader, records, seal: organisation.organisation(
        reader, records, seal, life.BRANCH, page=1, below=1, **AT
    ),
    "zone": lambda reader, records, seal: place.place(reader, records, seal, life.ZONE, **AT),
    "checkpoint": lambda reader, records, seal: place.place(reader, records, seal, life.CHECKPOINT, **AT),
    "party": lambda reader, _records, seal: party_tree.party_tree(reader, seal, world.TOWN, page=1, **AT),
    "responsibility": lambda reader, _records, seal: responsibility.responsibility(
        reader, seal, world.TOWN, page=1, **AT
    ),
}


@pytest.fixture(scope="module")
def county(connection: Connection, seal: Seal) -> Iterator[Connection]:
    """A graph with the small county and its organisations in it."""
    for _code in life.county(connection, seal):
        yield connection


@pytest.mark.parametrize("name", PAGES)
def test_a_page_asks_few_times(name: str, county: Connection, settings: Settings, seal: Seal) -> None:
    reader = Counting(county)
    PAGES[name](reader, Records.from_settings(settings), seal)
    assert 0 < reader.asked <= MOST


def test_the_party_tree_counts_what_it_leaves_out(county: Connection, seal: Seal) -> None:
    (top,) = party_tree.party_tree(county, seal, world.COMMUNITY, page=1, **AT).limbs
    (branch,) = top.below
    assert (len(branch.below), branch.more) == (party_tree.BELOW, life.CROWD + 1 - party_tree.BELOW)


def test_nothing_is_told_of_a_child(county: Connection, settings: Settings, seal: Seal) -> None:
    child = person.person(county, Records.from_settings(settings), seal, "P51000006", **AT)
    assert (child.facts["name"], child.ties) == ("王*", {})


def test_a_page_that_there_is_not(county: Connection, settings: Settings, seal: Seal) -> None:
    records = Records.from_settings(settings)
    with pytest.raises(NotFound):
        unit.unit(county, records, seal, "U519999", page=1, **AT)
    with pytest.raises(NotFound):
        organisation.organisation(county, records, seal, "O519999", page=1, below=1, **AT)
    with pytest.raises(NotFound):
        responsibility.responsibility(county, seal, f"{world.COUNTY}999", page=1, **AT)
