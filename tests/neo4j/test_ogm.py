"""py2neo's objects on the real server: classes from the declarations, related objects by their labels, no writing."""

from collections.abc import Iterator
from datetime import date

import pytest

from database import ogm
from database.connection import Connection
from graph_schema.errors import InputError
from graph_schema.nodes import NODES
from graph_schema.relationships import RELATIONSHIPS
from graph_schema.values.seal import Seal
from settings import Settings
from tests.browser import world

ON = date(2026, 11, 25)


@pytest.fixture(scope="module")
def county(connection: Connection, seal: Seal) -> Iterator[str]:
    world.erase(connection)
    world.write(connection, seal)
    yield world.COUNTY
    world.erase(connection)


def test_every_node_type_has_a_class_with_its_properties() -> None:
    assert {*ogm.CLASSES} == {label for label, node in NODES.items() if not node.of}
    for label, made in ogm.CLASSES.items():
        assert made.__primarykey__ == NODES[label].key
        assert all(hasattr(type(made), "mro") and declared.name in vars(made) for declared in NODES[label].properties)


def test_every_end_of_a_relationship_leads_to_the_other() -> None:
    for type_, declared in RELATIONSHIPS.items():
        for start, end in declared.ends:
            assert type_.lower() in vars(ogm.CLASSES[start])
            assert f"{type_.lower()}_from" in vars(ogm.CLASSES[end])


def test_a_name_that_is_no_class_says_which_there_are() -> None:
    with pytest.raises(AttributeError, match="Person"):
        _ = ogm.Nobody


@pytest.mark.usefixtures("county")
def test_a_person_is_found_with_what_it_serves(server: Settings) -> None:
    with ogm.repository(server) as repository:
        person = repository.match(ogm.Person).where(person_id=world.LEADER).first()
        assert (person.name, person.party_member, person.volunteer, person.member_type) == ("张伟", True, False, "full")
        served = list(ogm.holding(person.serves, ON))
        assert [(type(each).__name__, each.code) for each in served] == [("Building", world.BUILDING)]
        assert list(ogm.holding(person.serves, date(2020, 1, 1))) == []


@pytest.mark.usefixtures("county")
def test_a_building_knows_who_serves_it(server: Settings) -> None:
    with ogm.repository(server) as repository:
        building = repository.get(ogm.Building, world.BUILDING)
        assert {person.name for person in ogm.holding(building.serves_from, ON)} == {"张伟", "李强"}
        assert {type(each).__name__ for each in building.part_of} == {"Grid"}


@pytest.mark.usefixtures("county")
def test_nothing_can_be_saved(server: Settings) -> None:
    with ogm.repository(server) as repository:
        person = repository.get(ogm.Person, world.LEADER)
        person.name = "别人"
        with pytest.raises(InputError):
            repository.save(person)
    with ogm.graph(server) as graph:
        assert graph.evaluate("MATCH (p:Person {person_id: $id}) RETURN p.name", id=world.LEADER) == "张伟"
