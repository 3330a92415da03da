"""The demo through the normal door: no fault, no review, and the rules find exactly the gaps that were put in."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from app.cases.contacting import contact
from app.cases.importing import Importing
from app.cases.receipt import Receipt
from database.connection import Connection
from database.reading import read
from database.writing import prepare_schema
from graph_schema.sensitivity import OFFICE
from graph_schema.values.moment import Moment
from graph_schema.values.seal import Seal
from loaders.scenario import PLANTED, write
from queries.contacts import Chain
from queries.gaps import find
from records.store import Records

TODAY = date(2026, 11, 20)
_EMPTY = "MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS"


@dataclass(frozen=True)
class Demo:
    """The demo in the graph, and how to ask it."""

    connection: Connection
    seal: Seal
    importing: Importing
    files: list[Path]
    receipt: Receipt

    def count(self, pattern: str) -> int:
        """How often a pattern is there."""
        return int(read(self.connection, f"MATCH {pattern} RETURN count(*) AS n")[0]["n"])

    def chain(self, address: str) -> Chain:
        """Whom this household calls at noon."""
        moment = Moment.of_day(TODAY)
        return contact(self.connection, self.seal, address, moment=moment, topic="default", need=None, sight=OFFICE)


@pytest.fixture(scope="module")
def demo(connection: Connection, seal: Seal, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    folder = tmp_path_factory.mktemp("demo")
    with connection.session(write=True) as session:
        session.run(_EMPTY).consume()
    prepare_schema(connection)
    records = Records(f"sqlite:///{folder / 'records.sqlite'}")
    importing = Importing(connection, records, seal)
    files = write("demo", folder, today=TODAY)
    receipt = importing.load(files, today=TODAY, by="test")
    yield Demo(connection, seal, importing, files, receipt)
    records.close()


def test_it_loads_without_a_fault_and_without_a_review(demo: Demo) -> None:
    sheets = [sheet for file in demo.receipt.files for sheet in file["sheets"]]

    assert [fault for sheet in sheets for fault in sheet["faults"]] == []
    assert [review for sheet in sheets for review in sheet["reviews"]] == []
    assert demo.receipt.clean


def test_it_has_the_size_that_it_promises(demo: Demo) -> None:
    counted = {label: demo.count(f"(:{label})") for label in ("Community", "Grid", "Building", "Household")}

    assert counted == {"Community": 3, "Grid": 12, "Building": 60, "Household": 1500}


def test_it_has_the_units_zones_checkpoints_and_shifts_of_the_forms(demo: Demo) -> None:
    counted = {label: demo.count(f"(:{label})") for label in ("Zone", "Checkpoint", "Shift", "Volunteer", "Leave")}

    assert counted == {"Zone": 6, "Checkpoint": 8, "Shift": 8 * 3 * 7, "Volunteer": 24, "Leave": 6}
    assert demo.count("(:Person)-[:SERVES {role: 'zone_lead'}]->(:Zone)") == 6
    assert demo.count("(:Unit)-[:COVERS]->(:Zone)") == 6
    assert demo.count("(:Person)-[:SERVES {role: 'checkpoint_lead'}]->(:Checkpoint)") == 8


def test_nobody_stands_at_a_checkpoint_who_is_nobody_of_a_unit_or_a_volunteer(demo: Demo) -> None:
    stands = "(p:Person)-[:ON_SHIFT]->(:Shift) WHERE NOT (p)-[:WORKS_FOR]->(:Unit) AND NOT p:Volunteer"

    assert demo.count(stands) == 0


def test_elders_with_and_without_a_helper_are_both_known(demo: Demo) -> None:
    assert demo.count("(:Person)-[:PAIRED_WITH]->(:Person)") == 30
    assert demo.count("(p:Person)-[:HAS_NEED]->(:Need) WHERE NOT (p)<-[:PAIRED_WITH]-()") == 4


def test_whoever_reported_has_the_branch_of_the_own_unit(demo: Demo) -> None:
    assert demo.count("(:Person)-[:REPORTED_TO]->(:Community)") == 18
    assert demo.count("(p:Person)-[:REPORTED_TO]->() WHERE (p)-[:MEMBER_OF]->()-[:COVERS]->(:Unit)") == 18


def test_who_leads_four_buildings_or_works_in_two_grids_is_one_person(demo: Demo) -> None:
    leader = "(p:Person)-[:SERVES {role: 'building_leader'}]->(:Building) WITH p, count(*) AS led WHERE led = 4"
    worker = "(p:Person)-[:SERVES {role: 'grid_worker'}]->(:Grid) WITH p, count(*) AS grids WHERE grids = 2"

    assert (demo.count(leader), demo.count(worker)) == (1, 2)


def test_leaders_are_the_residents_that_they_are(demo: Demo) -> None:
    assert demo.count("(p:Person)-[:SERVES {role: 'building_leader'}]->(:Building) WHERE NOT (p)-[:LIVES_IN]->()") == 0


@pytest.mark.parametrize("rule", sorted(PLANTED))
def test_the_rules_find_the_gaps_that_were_put_in(demo: Demo, rule: str) -> None:
    found = find(demo.connection, rules=(rule,), moment=Moment.of_day(TODAY), sight=OFFICE)

    assert {gap.name for gap in found if gap.status == "gap"} == PLANTED[rule]
    assert [gap for gap in found if gap.status == "unknown"] == []


def test_the_household_of_the_readme_calls_its_own_leader_first(demo: Demo) -> None:
    chain = demo.chain("松涛社区3栋1单元501")

    assert chain.entries[0].role == "building_leader"
    assert chain.entries[0].stands_in is None
    assert chain.entries[-1].role == "duty_phone"


def test_where_the_leader_is_missing_the_one_next_door_stands_in(demo: Demo) -> None:
    chain = demo.chain("松涛社区9栋1单元501")

    assert chain.entries[0].stands_in == "next_door"
    assert "G04" in chain.gaps


def test_the_village_has_no_duty_phone_and_its_chain_says_so(demo: Demo) -> None:
    assert "G24" in demo.chain("云岭村1组1号").gaps


def test_loading_it_again_changes_nothing(demo: Demo) -> None:
    assert demo.importing.preview(demo.files, today=TODAY).changes == 0
