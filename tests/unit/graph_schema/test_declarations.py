"""Every declaration of the schema keeps the rules that the rest of the house relies on."""

from collections.abc import Callable

import pytest

from graph_schema import cypher
from graph_schema.facts import NodeChange, RelationshipChange, fact_id
from graph_schema.model import Kind, NodeType, Property, RelationshipType
from graph_schema.nodes import FULL_TEXTS, NODES, PLACES
from graph_schema.relationships import RELATIONSHIPS, SERVES
from graph_schema.roles import ROLES
from graph_schema.sensitivity import PUBLIC, Sensitivity, Sight


@pytest.mark.parametrize("node", NODES.values(), ids=NODES)
def test_a_node_types_extra_label_names_a_declared_one(node: NodeType) -> None:
    assert not node.of or node.of in NODES


@pytest.mark.parametrize("node", NODES.values(), ids=NODES)
def test_whatever_is_personal_has_a_mask(node: NodeType) -> None:
    bare = [p.name for p in node.properties if p.sensitivity >= Sensitivity.S2 and not p.mask]
    assert bare == []


@pytest.mark.parametrize("relationship", RELATIONSHIPS.values(), ids=RELATIONSHIPS)
def test_a_relationship_joins_declared_labels(relationship: RelationshipType) -> None:
    assert {label for ends in relationship.ends for label in ends} <= set(NODES)


def test_every_role_is_a_choice_of_serves() -> None:
    assert [choice.code for choice in SERVES.by_name["role"].choices] == list(ROLES)


def test_every_place_but_the_compound_hangs_in_the_tree() -> None:
    joined = {start for start, _ in RELATIONSHIPS["PART_OF"].ends}
    assert set(PLACES) - joined == {"County"}


def test_a_full_text_index_reads_properties_that_one_of_its_labels_has() -> None:
    for text in FULL_TEXTS:
        known = {name for label in text.labels for name in NODES[label].by_name}
        assert set(text.properties) <= known


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: Property("Name", Kind.TEXT, "名", "name"),
        lambda: Property("name", Kind.TEXT, "", "name"),
        lambda: Property("name", Kind.TEXT, "名", "name", precision=True),
        lambda: NodeType("place", "地", "place", "code", (NODES["Grid"].by_name["code"],)),
        lambda: NodeType("Place", "地", "place", "missing", (NODES["Grid"].by_name["code"],)),
        lambda: RelationshipType("partOf", "属于", "part of", (("Grid", "Town"),)),
        lambda: RelationshipType("PART_OF", "属于", "part of", ()),
    ],
)
def test_a_wrong_declaration_is_refused(wrong: Callable[[], object]) -> None:
    with pytest.raises(ValueError):
        wrong()


def test_a_relationship_between_wrong_ends_is_refused() -> None:
    with pytest.raises(ValueError):
        RelationshipChange("LIVES_IN", "f", "Household", "h", "Person", "p", None, {})


def test_a_facts_identity_tells_roles_and_periods_apart() -> None:
    ids = {
        fact_id("SERVES", "P1", "B1", role, since)
        for role in ("building_leader", "grid_worker")
        for since in ("", "2024", "2024-03")
    }
    assert len(ids) == 6
    assert fact_id("SERVES", "P1", "B1", "x", "2024") == fact_id("SERVES", "P1", "B1", "x", "2024")


def test_the_inverse_of_an_inverse_is_the_change() -> None:
    change = NodeChange("Person", "P1", None, {"name": "张伟"}, frozenset({"PartyMember"}))
    assert change.inverse().inverse() == change
    assert change.inverse().after is None


def test_upserts_name_labels_and_keys_of_the_declaration() -> None:
    text = cypher.upsert_nodes("Building")
    assert text == "UNWIND $rows AS row MERGE (n:Building {code: row.key}) SET n += row.set SET n += $all SET n:Place"


def test_sight_shows_what_it_is_cleared_for_and_never_a_number() -> None:
    assert Sight(clearance=Sensitivity.S2).may_see(Sensitivity.S2)
    assert not PUBLIC.may_see(Sensitivity.S1)
    assert not Sight(clearance=Sensitivity.S4).may_see(Sensitivity.S4)
