"""Whatever the schema declares can be drawn, and says so in shapes that differ without colour."""

import pytest

from graph_schema.legend import LINES, LOOKS
from graph_schema.nodes import NODES
from graph_schema.relationships import RELATIONSHIPS

FAMILIES = {"place", "person", "party", "unit", "duty", "care"}


@pytest.mark.parametrize("label", NODES)
def test_every_node_type_has_a_look_of_a_known_family(label: str) -> None:
    assert LOOKS[label].family in FAMILIES


@pytest.mark.parametrize("type_", RELATIONSHIPS)
def test_every_relationship_type_has_a_line(type_: str) -> None:
    assert LINES[type_].family in FAMILIES | {""}


def test_no_two_node_types_look_alike() -> None:
    looks = [(look.outline, look.icon, look.ring) for label, look in LOOKS.items()]
    assert len(set(looks)) == len(looks)


def test_nothing_is_drawn_that_is_not_declared() -> None:
    assert set(LOOKS) == set(NODES)
    assert set(LINES) == set(RELATIONSHIPS)
