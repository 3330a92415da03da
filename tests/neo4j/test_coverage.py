"""The overview's count of households that find somebody is what their chains say."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from app.cases.tree import branches
from database.connection import Connection
from database.reading import read
from graph_schema.sensitivity import OFFICE
from graph_schema.values.moment import Moment
from graph_schema.values.seal import Seal
from queries.contacts import chain_for
from tests.browser import world

MOMENT = Moment.of_day(date(2026, 11, 25))
_HOMES = """
MATCH (:Place {code: $building})<-[:PART_OF*1..2]-(h:Household)
RETURN h.code AS code, h.occupancy IN ['owner', 'rented'] OR EXISTS { (h)<-[:LIVES_IN]-() } AS occupied
"""


@pytest.fixture(scope="module", autouse=True)
def county(connection: Connection, seal: Seal) -> Iterator[None]:
    """The small county."""
    world.erase(connection)
    world.write(connection, seal)
    yield
    world.erase(connection)


@pytest.mark.parametrize("building", [world.BUILDING, world.UNLED, world.FAR])
def test_it_counts_what_the_chains_find(connection: Connection, seal: Seal, building: str) -> None:
    asking: dict[str, Any] = {"moment": MOMENT, "sight": OFFICE, "seal": seal}
    homes = [row["code"] for row in read(connection, _HOMES, building=building) if row["occupied"]]
    finds = [code for code in homes if any(e.person_id for e in chain_for(connection, code, **asking).entries)]
    (branch,) = branches(connection, [], [building], **asking)
    assert (branch.occupied, branch.covered) == (len(homes), len(finds))


def test_a_leader_leads_the_building_but_not_the_own_home(connection: Connection, seal: Seal) -> None:
    (branch,) = branches(connection, [], [world.BUILDING], moment=MOMENT, sight=OFFICE, seal=seal)
    assert branch.led == branch.occupied
    assert [head["name"] for head in branch.heads] == ["张伟"]


def test_an_occupied_building_without_a_leader_is_vacant(connection: Connection, seal: Seal) -> None:
    unled, empty = branches(connection, [], [world.UNLED, world.EMPTY], moment=MOMENT, sight=OFFICE, seal=seal)
    assert (unled.vacant, unled.led) == (True, 0)
    assert not empty.vacant
