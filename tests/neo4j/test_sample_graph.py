"""All eleven samples give the graph that samples/expected says: every node, property, number and relationship."""

from database.connection import Connection
from graph_schema.values.seal import Seal
from tests.neo4j.rosters_world import load_all_samples
from tests.neo4j.sample_graph import actual_graph, differences, expected_graph

HELD = "侯国志"  # loaded_together.json: his post waits for somebody to decide, and his home does not


def test_one_by_one_they_give_the_expected_graph(connection: Connection, seal: Seal) -> None:
    load_all_samples(connection, seal)

    assert differences(actual_graph(connection), expected_graph()) == {}


def test_as_one_import_they_give_it_but_for_the_row_that_is_held(connection: Connection, seal: Seal) -> None:
    load_all_samples(connection, seal, together=True)

    found = differences(actual_graph(connection), expected_graph())
    assert {fact[0] for fact in found["facts too many"]} == {"LIVES_IN"}
    assert [fact[:2] for fact in found["facts missing"]] == [("SERVES", "building_leader")]
    assert [said for differing in found.values() for said in differing if HELD not in str(said)] == []
