"""Addresses as people write them, on a small world in which one of them is written in two ways."""

from collections.abc import Iterator

import pytest

from database.connection import Connection
from graph_schema.errors import Ambiguous, InputError, Nearby, NotFound
from graph_schema.sensitivity import PUBLIC, Sight
from queries.addresses import resolve
from tests.neo4j.small_world import World, clear

COUNTY, PEOPLE = "429063", "63"
MINE = Sight(area=COUNTY)  # other tests may have left places of the same names in the graph
TOWN = COUNTY + "101"
CEDAR, ROCK = TOWN + "001", TOWN + "002"
GRID, COURT, GARDEN = CEDAR + "G001", CEDAR + "C001", CEDAR + "C002"
COURT3, GARDEN3, ROAD, ROCK5 = (f"{CEDAR}B00001", f"{CEDAR}B00002", f"{CEDAR}B00003", f"{ROCK}B00001")


def write_world(connection: Connection) -> None:
    world = World(COUNTY, PEOPLE)
    world.place("County", COUNTY, "雪松县")
    world.place("Town", TOWN, "红杉镇", COUNTY)
    world.place("Community", CEDAR, "红杉社区", TOWN)
    world.place("Community", ROCK, "青岩社区", TOWN)
    world.place("Grid", GRID, "第一网格", CEDAR, address="红杉社区第一网格")
    world.place("Grid", ROCK + "G001", "第一网格", ROCK, address="青岩社区第一网格")
    world.place("Compound", COURT, "红杉苑", CEDAR, address="红杉社区红杉苑")
    world.place("Compound", GARDEN, "锦绣花园", CEDAR, address="红杉社区锦绣花园")
    for code, name, where in (
        (COURT3, "3栋", "红杉社区红杉苑"),
        (GARDEN3, "3栋", "红杉社区锦绣花园"),
        (ROAD, "河滨路12号", "红杉社区"),
        (ROCK5, "5栋", "青岩社区青岩里"),
    ):
        world.place("Building", code, name, ROCK if code == ROCK5 else GRID, address=where + name)
        for room in ("401", "501", "502", "1201"):
            number = name.removesuffix("栋")
            parent = world.place("Entrance", f"{code}U01", "1单元", code) if room == "401" else f"{code}U01"
            world.place(
                "Household",
                f"{code}-1-{room}",
                f"1单元{room}",
                parent,
                room=room,
                short_address=f"{number}-1-{room}",
                address=f"{where}{name}1单元{room}",
            )
    world.place(
        "Household", f"{ROCK5}-0-301", "301", ROCK5, room="301", short_address="5-301", address="青岩社区青岩里5栋301"
    )
    world.person("P63000001", "贝一鸣", home=f"{COURT3}-1-501")
    world.person("P63000002", "贝重名", home=f"{COURT3}-1-502")
    world.person("P63000003", "贝重名")
    world.serves("P63000003", GRID, "grid_worker")
    world.organisation("Unit", "U63000001", "红杉物业公司", kind="property_company")
    world.join("MANAGES", "U63000001", COURT)
    world.write(connection)


@pytest.fixture(scope="module")
def graph(connection: Connection) -> Iterator[Connection]:
    write_world(connection)
    yield connection
    clear(connection, COUNTY, PEOPLE)


HOME = f"{COURT3}-1-501"


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("红杉社区 红杉苑3栋1单元501", HOME),
        ("红杉社区红杉苑3栋1单元501", HOME),
        ("红杉苑3-1-501", HOME),
        ("红杉苑 3-1-501", HOME),
        ("雪松县红杉镇红杉社区红杉苑3幢1单元501室", HOME),
        ("红杉镇红杉苑3号楼1单元501", HOME),
        ("红杉苑３＃１单元５０１", HOME),
        ("红杉社区/红杉苑/3栋/1-501", HOME),
        ("红杉苑3栋501", HOME),
        (HOME, HOME),
        ("红杉苑3栋1单元", f"{COURT3}U01"),
        ("红杉苑3栋", COURT3),
        ("红杉社区河滨路12号", ROAD),
        ("河滨路12号1单元501", f"{ROAD}-1-501"),
        ("青岩里5-301", f"{ROCK5}-0-301"),
        ("青岩里5栋301", f"{ROCK5}-0-301"),
        ("红杉社区第一网格", GRID),
        ("红杉镇红杉社区第一网格", GRID),
        ("锦绣花园", GARDEN),
        ("红杉社区锦绣花园", GARDEN),
        ("红杉社区", CEDAR),
        ("雪松县红杉镇", TOWN),
        ("雪松县", COUNTY),
        (CEDAR, CEDAR),
        ("贝一鸣", "P63000001"),
        ("P63000001", "P63000001"),
        ("红杉物业公司", "U63000001"),
    ],
)
def test_one_thing_is_meant(graph: Connection, written: str, code: str) -> None:
    assert resolve(graph, written, sight=MINE).code == code


@pytest.mark.parametrize(
    ("written", "codes"),
    [
        ("红杉社区3栋1单元501", {HOME, f"{GARDEN3}-1-501"}),
        ("红杉社区3栋", {COURT3, GARDEN3}),
        ("贝重名", {"P63000002", "P63000003"}),
    ],
)
def test_several_are_offered(graph: Connection, written: str, codes: set[str]) -> None:
    with pytest.raises(Ambiguous) as refused:
        resolve(graph, written, sight=MINE)
    assert {candidate.code for candidate in refused.value.candidates} == codes


def test_people_of_one_name_are_told_apart_by_home_and_post(graph: Connection) -> None:
    with pytest.raises(Ambiguous) as refused:
        resolve(graph, "贝重名", sight=MINE)
    titles = {candidate.title for candidate in refused.value.candidates}
    assert titles == {"贝重名（红杉社区红杉苑3栋1单元502）", "贝重名（红杉社区第一网格）"}


def test_an_unknown_room_offers_the_rooms_beside_it(graph: Connection) -> None:
    with pytest.raises(NotFound) as refused:
        resolve(graph, "红杉苑3栋1单元503", sight=MINE)
    assert [near.code for near in refused.value.nearest[:2]] == [f"{COURT3}-1-502", HOME]
    assert "红杉社区红杉苑3栋1单元502" in refused.value.message("zh")


def test_an_unknown_code_of_a_home_offers_the_rooms_of_its_building(graph: Connection) -> None:
    with pytest.raises(NotFound) as refused:
        resolve(graph, f"{COURT3}-1-503", sight=MINE)
    assert {near.label for near in refused.value.nearest} == {"Household"}


def test_a_misspelt_name_offers_what_is_like_it(graph: Connection) -> None:
    with pytest.raises(NotFound) as refused:
        resolve(graph, "锦绣花苑", sight=Sight(area=COUNTY))
    assert GARDEN in {near.code for near in refused.value.nearest}


def test_the_area_of_the_viewer_tells_which_is_meant(graph: Connection) -> None:
    assert resolve(graph, "第一网格", sight=Sight(area=ROCK)) == Nearby("Grid", f"{ROCK}G001", "青岩社区第一网格")
    with pytest.raises(NotFound) as refused:
        resolve(graph, HOME, sight=Sight(area=ROCK))
    assert refused.value.nearest == ()


def test_a_home_has_no_room_for_the_public(graph: Connection) -> None:
    assert resolve(graph, HOME, sight=PUBLIC).title == "***"


@pytest.mark.parametrize("written", ["", "  ", "\u3000"])
def test_nothing_is_no_address(graph: Connection, written: str) -> None:
    with pytest.raises(InputError):
        resolve(graph, written, sight=MINE)


@pytest.mark.parametrize("written", ['+-!(){}[]^"~*?:\\/', "AND OR", "1-101", "0", "红杉" * 300, "'"])
def test_whatever_is_written_is_text(graph: Connection, written: str) -> None:
    with pytest.raises((NotFound, Ambiguous)):
        resolve(graph, written, sight=Sight(area=ROCK))


def test_it_takes_one_round_trip(graph: Connection) -> None:
    before = graph.round_trips
    resolve(graph, "红杉苑3-1-501", sight=MINE)
    assert graph.round_trips - before == 1
