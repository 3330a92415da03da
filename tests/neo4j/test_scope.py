"""`scope`, the derived list of places: of zones, units, party organisations and people, and after something moves."""

from datetime import date

import pytest

from database import scope
from database.connection import Connection
from database.reading import read
from database.writing import transaction
from graph_schema.facts import Change, NodeChange, RelationshipChange
from tests.neo4j.importing_world import joined, node

COUNTY, TOWN = "429085", "429085100"
NORTH, SOUTH = f"{TOWN}001", f"{TOWN}002"
GRID, BUILDING, FAR = f"{NORTH}G001", f"{NORTH}B00001", f"{SOUTH}B00001"
ZONE, POINT = f"{TOWN}Z第一片区", f"{GRID}KKD-01"


def person(key: str, name: str) -> NodeChange:
    return NodeChange("Person", key, None, {"name": name})


WORLD: list[Change] = [
    node("County", COUNTY, name="云杉县"),
    node("Town", TOWN, name="松涛镇"),
    node("Community", NORTH, name="城北社区"),
    node("Community", SOUTH, name="城南社区"),
    node("Grid", GRID, name="第一网格"),
    node("Building", BUILDING, name="1栋"),
    node("Building", FAR, name="1栋"),
    node("Zone", ZONE, name="第一片区"),
    node("Checkpoint", POINT, name="东门"),
    NodeChange("Unit", "U85", None, {"name": "云杉县林业局"}),
    *(
        NodeChange("PartyOrg", f"O85{n}", None, {"name": name})
        for n, name in enumerate(("总支", "支部", "小组", "机关"))
    ),
    *(person(f"P85{n}", name) for n, name in enumerate(("片长", "党员", "机关党员", "值守", "报到"))),
    joined("PART_OF", ("Town", TOWN), ("County", COUNTY)),
    *(joined("PART_OF", ("Community", code), ("Town", TOWN)) for code in (NORTH, SOUTH)),
    joined("PART_OF", ("Grid", GRID), ("Community", NORTH)),
    joined("PART_OF", ("Building", BUILDING), ("Grid", GRID)),
    joined("PART_OF", ("Building", FAR), ("Community", SOUTH)),
    joined("PART_OF", ("Zone", ZONE), ("Town", TOWN)),
    joined("PART_OF", ("Checkpoint", POINT), ("Grid", GRID)),
    joined("INCLUDES", ("Zone", ZONE), ("Building", BUILDING)),
    joined("COVERS", ("Unit", "U85"), ("Zone", ZONE)),
    joined("COVERS", ("PartyOrg", "O850"), ("Community", NORTH)),
    joined("SUBORDINATE_TO", ("PartyOrg", "O851"), ("PartyOrg", "O850")),
    joined("SUBORDINATE_TO", ("PartyOrg", "O852"), ("PartyOrg", "O851")),
    joined("COVERS", ("PartyOrg", "O853"), ("Unit", "U85")),
    joined("SERVES", ("Person", "P850"), ("Zone", ZONE), role="zone_lead"),
    joined("MEMBER_OF", ("Person", "P851"), ("PartyOrg", "O851"), kind="affiliated"),
    joined("MEMBER_OF", ("Person", "P852"), ("PartyOrg", "O853"), kind="affiliated"),
    joined("WORKS_FOR", ("Person", "P852"), ("Unit", "U85")),
    joined("SERVES", ("Person", "P853"), ("Checkpoint", POINT), role="checkpoint_lead"),
    joined("REPORTED_TO", ("Person", "P854"), ("Community", SOUTH)),
]
IN_ZONE = {COUNTY, TOWN, NORTH, GRID, BUILDING, ZONE}


@pytest.fixture
def world(empty_graph: Connection) -> Connection:
    written(empty_graph, WORLD)
    return empty_graph


def written(connection: Connection, changes: list[Change]) -> None:
    with transaction(connection) as writer:
        writer.apply(changes)
        scope.refresh(writer, changes)


def scopes(connection: Connection) -> dict[str, set[str]]:
    text = """
    MATCH (n:Person|Unit|PartyOrg|Zone|Checkpoint)
    RETURN coalesce(n.person_id, n.unit_id, n.org_id, n.code) AS key, n.scope AS scope
    """
    return {row["key"]: set(row["scope"]) for row in read(connection, text)}


def test_each_is_of_the_places_that_it_has_to_do_with(world: Connection) -> None:
    in_the_north = {COUNTY, TOWN, NORTH}
    assert scopes(world) == {
        ZONE: IN_ZONE,
        POINT: {*in_the_north, GRID, POINT},
        "U85": IN_ZONE,
        "O850": in_the_north,
        "O851": in_the_north,  # covers nothing: where the one above it is
        "O852": in_the_north,
        "O853": IN_ZONE,
        "P850": IN_ZONE,
        "P851": in_the_north,
        "P852": set(),  # works in an agency, which makes nobody of the places that the agency looks after
        "P853": {*in_the_north, GRID, POINT},
        "P854": {COUNTY, TOWN, SOUTH},
    }


def test_what_a_zone_includes_reaches_units_branches_and_leads(world: Connection) -> None:
    written(world, [joined("INCLUDES", ("Zone", ZONE), ("Building", FAR))])

    found = scopes(world)
    assert all({SOUTH, FAR} <= found[key] for key in (ZONE, "U85", "O853", "P850"))


def test_what_covers_nothing_follows_the_one_above(world: Connection) -> None:
    old = joined("COVERS", ("PartyOrg", "O850"), ("Community", NORTH))
    ended: list[Change] = [
        RelationshipChange(
            "COVERS",
            old.fact_id,
            "PartyOrg",
            "O850",
            "Community",
            NORTH,
            {"until": None},
            {"until": date(2026, 11, 1)},
        ),
        joined("COVERS", ("PartyOrg", "O850"), ("Community", SOUTH)),
    ]
    written(world, ended)

    found = scopes(world)
    assert all(found[key] == {COUNTY, TOWN, SOUTH} for key in ("O850", "O851", "O852", "P851"))


def test_a_building_that_moves_takes_zone_unit_and_lead_with_it(world: Connection) -> None:
    old = joined("PART_OF", ("Building", BUILDING), ("Grid", GRID))
    moved: list[Change] = [
        RelationshipChange(
            "PART_OF",
            old.fact_id,
            "Building",
            BUILDING,
            "Grid",
            GRID,
            {"until": None},
            {"until": date(2026, 11, 1)},
        ),
        joined("PART_OF", ("Building", BUILDING), ("Community", SOUTH)),
    ]
    written(world, moved)

    found = scopes(world)
    assert all(found[key] == {COUNTY, TOWN, SOUTH, BUILDING, ZONE} for key in (ZONE, "U85", "O853", "P850"))
