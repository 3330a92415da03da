"""Search as one types, on a small world: every way to name something, the order of hits, masks and places."""

from collections.abc import Iterator
from datetime import date

import pytest

from database.connection import Connection
from graph_schema.sensitivity import OFFICE, PUBLIC, Sensitivity, Sight
from graph_schema.values.moment import Moment
from graph_schema.values.seal import Seal
from queries.search import Hit, search
from tests.neo4j.small_world import World, clear

MOMENT = Moment.of_day(date(2026, 11, 20))
COUNTY, PEOPLE = "429062", "62"
TOWN = COUNTY + "101"
PINE, STONE = TOWN + "001", TOWN + "002"
GRID, COMPOUND = PINE + "G001", PINE + "C001"
BUILDING, OTHER = PINE + "B00003", STONE + "B00003"
HOME, NEXT, ELSEWHERE = BUILDING + "-1-501", BUILDING + "-1-502", OTHER + "-1-501"


def write_world(connection: Connection, seal: Seal) -> None:
    world = World(COUNTY, PEOPLE, seal)
    world.place("County", COUNTY, "云杉县")
    world.place("Town", TOWN, "青杉镇", COUNTY)
    world.place("Community", PINE, "青杉社区", TOWN, kind="urban")
    world.place("Community", STONE, "白岩社区", TOWN, kind="urban")
    world.place("Grid", GRID, "第一网格", PINE, address="青杉社区第一网格")
    world.place("Compound", COMPOUND, "青杉苑", PINE, address="青杉社区青杉苑")
    world.place("Building", BUILDING, "3栋", GRID, address="青杉社区青杉苑3栋")
    world.join("LOCATED_IN", BUILDING, COMPOUND)
    world.place("Building", OTHER, "3栋", STONE, address="白岩社区白岩里3栋")
    for code, room, where in (
        (HOME, "501", "青杉社区青杉苑"),
        (NEXT, "502", "青杉社区青杉苑"),
        (ELSEWHERE, "501", "白岩社区白岩里"),
    ):
        parent = OTHER if code == ELSEWHERE else BUILDING
        title = f"1单元{room}"
        world.place(
            "Household", code, title, parent, room=room, short_address=f"3-1-{room}", address=f"{where}3栋{title}"
        )
    world.person("P62000001", "单晓彤", "19900620001", home=HOME)
    world.person("P62000002", "单晓", "19900620002", home=ELSEWHERE)
    world.person("P62000003", "裘晓彤", "19900620003")
    world.serves("P62000003", BUILDING, "building_leader", since=date(2025, 3, 1))
    world.serves("P62000003", BUILDING, "volunteer")
    world.person("P62000004", "佘公示", "19900620004")
    world.serves("P62000004", GRID, "grid_worker", contact_public=True)
    world.person("P62000005", "无着落")
    world.person("P62000006", "仇苗苗", "19900620006", home=HOME, birth_date=date(2016, 3, 1))
    world.organisation("PartyOrg", "O62000001", "青杉社区第一网格党支部", kind="branch")
    world.join("COVERS", "O62000001", GRID)
    world.organisation("Unit", "U62000001", "青杉物业公司", kind="property_company")
    world.join("MANAGES", "U62000001", COMPOUND)
    world.write(connection)


@pytest.fixture(scope="module")
def graph(connection: Connection, seal: Seal) -> Iterator[Connection]:
    write_world(connection, seal)
    connection.rows("CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()", {}, timeout=10)
    yield connection
    clear(connection, COUNTY, PEOPLE)


def hits(
    graph: Connection, seal: Seal, text: str, group: str, sight: Sight = OFFICE, place: str = COUNTY
) -> tuple[Hit, ...]:
    found = {group.name: group for group in search(graph, text, place=place, sight=sight, seal=seal, moment=MOMENT)}
    return found[group].hits if group in found else ()


@pytest.mark.parametrize(
    ("text", "group", "codes"),
    [
        ("单", "person", {"P62000001", "P62000002"}),
        ("单晓", "person", {"P62000001", "P62000002"}),
        ("单晓彤", "person", {"P62000001"}),
        ("晓彤", "person", {"P62000001", "P62000003"}),
        ("shanxiaotong", "person", {"P62000001"}),
        ("danxiao", "person", {"P62000001", "P62000002"}),
        ("Shan Xiaotong", "person", {"P62000001"}),
        ("sxt", "person", {"P62000001"}),
        ("单xt", "person", {"P62000001"}),
        ("dan晓", "person", {"P62000001", "P62000002"}),
        ("0001", "person", {"P62000001"}),
        ("19900620002", "person", {"P62000002"}),
        ("P62000003", "person", {"P62000003"}),
        ("3-1-501", "household", {HOME, ELSEWHERE}),
        ("３－１－５０１", "household", {HOME, ELSEWHERE}),
        ("3栋1单元501", "household", {HOME, ELSEWHERE}),
        ("青杉苑3-1", "household", {HOME, NEXT}),
        ("青杉苑3幢1单元501室", "household", {HOME}),
        ("青杉社区 青杉苑3栋1单元50", "household", {HOME, NEXT}),
        ("青杉苑3号楼", "building", {BUILDING}),
        ("青杉苑", "compound", {COMPOUND}),
        ("qsy", "compound", {COMPOUND}),
        ("qingshanyuan", "compound", {COMPOUND}),
        ("青杉社区", "community", {PINE}),
        ("第一网格", "grid", {GRID}),
        ("青杉社区第一网格", "grid", {GRID}),
        ("青杉镇青杉社区第一网格", "grid", {GRID}),
        ("网格党支部", "party_org", {"O62000001"}),
        ("qswygs", "unit", {"U62000001"}),
        (HOME, "household", {HOME}),
    ],
)
def test_everything_is_found_as_people_type_it(
    graph: Connection, seal: Seal, text: str, group: str, codes: set[str]
) -> None:
    assert {hit.code for hit in hits(graph, seal, text, group)} == codes


def test_a_whole_name_comes_first_then_the_shorter(graph: Connection, seal: Seal) -> None:
    assert [hit.code for hit in hits(graph, seal, "单晓", "person")] == ["P62000002", "P62000001"]


def test_the_group_with_the_best_hit_comes_first(graph: Connection, seal: Seal) -> None:
    assert search(graph, "青杉苑", place=COUNTY, sight=OFFICE, seal=seal, moment=MOMENT)[0].name == "compound"


def test_a_place_bounds_the_search(graph: Connection, seal: Seal) -> None:
    assert {hit.code for hit in hits(graph, seal, "3-1-501", "household", place=STONE)} == {ELSEWHERE}
    assert {hit.code for hit in hits(graph, seal, "单", "person", place=GRID)} == {"P62000001"}
    assert hits(graph, seal, "P62000002", "person", place=GRID) == ()


def test_a_viewer_of_one_area_finds_nothing_outside(graph: Connection, seal: Seal) -> None:
    sight = Sight(area=STONE)
    assert {hit.code for hit in hits(graph, seal, "单", "person", sight)} == {"P62000002"}
    assert hits(graph, seal, "青杉苑", "compound", sight) == ()
    assert {group.name for group in search(graph, "单", sight=sight, seal=seal, moment=MOMENT)} == {"person"}


def test_a_hit_says_where_it_is_and_what_was_matched(graph: Connection, seal: Seal) -> None:
    [hit] = hits(graph, seal, "青杉苑3-1-501", "household")
    assert (hit.title, hit.match) == ("青杉社区青杉苑3栋1单元501", "3栋1单元501")
    assert hit.path == "云杉县 › 青杉镇 › 青杉社区 › 第一网格 › 青杉苑3栋"


def test_a_person_is_at_home_and_a_holder_without_one_at_the_post(graph: Connection, seal: Seal) -> None:
    [resident], [holder] = hits(graph, seal, "单晓彤", "person"), hits(graph, seal, "佘公示", "person")
    assert resident.path == "云杉县 › 青杉镇 › 青杉社区 › 第一网格 › 青杉苑3栋1单元501"
    assert holder.path == "云杉县 › 青杉镇 › 青杉社区 › 第一网格"


def test_a_child_under_fourteen_shows_a_surname_and_no_number(graph: Connection, seal: Seal) -> None:
    [hit] = hits(graph, seal, "仇苗苗", "person")
    assert (hit.title, hit.phone) == ("仇**", "")


def test_somebody_of_whom_nothing_is_known_has_no_path(graph: Connection, seal: Seal) -> None:
    [group] = search(graph, "P62000005", sight=OFFICE, seal=seal, moment=MOMENT)
    assert (group.hits[0].path, group.hits[0].phone) == ("", "")


def test_pinyin_marks_the_signs_that_sound_so(graph: Connection, seal: Seal) -> None:
    assert hits(graph, seal, "shanx", "person")[0].match == "单晓"
    assert hits(graph, seal, "sx", "person")[0].match == "单晓"


def test_a_resident_shows_four_digits_and_a_holder_seven(graph: Connection, seal: Seal) -> None:
    [resident] = hits(graph, seal, "单晓彤", "person")
    [holder] = hits(graph, seal, "裘晓彤", "person")
    assert (resident.phone, resident.role) == ("*******0001", "")
    assert (holder.phone, holder.role, holder.roles) == (
        "199****0003",
        "building_leader",
        ("building_leader", "volunteer"),
    )


def test_a_public_number_is_whole(graph: Connection, seal: Seal) -> None:
    [hit] = hits(graph, seal, "佘公示", "person", PUBLIC)
    assert hit.phone == "19900620004"


def test_below_s2_a_resident_has_no_name_and_no_number(graph: Connection, seal: Seal) -> None:
    sight = Sight(clearance=Sensitivity.S1)
    [resident] = hits(graph, seal, "0001", "person", sight)
    [holder] = hits(graph, seal, "0003", "person", sight)
    assert (resident.title, resident.phone, resident.match) == ("单**", "***", "")
    assert (holder.title, holder.phone) == ("裘晓彤", "199****0003")


def test_a_whole_number_is_looked_for_by_its_last_four_digits_alone(graph: Connection, seal: Seal) -> None:
    assert hits(graph, seal, "13800000002", "person") == hits(graph, seal, "0002", "person")


@pytest.mark.parametrize(
    "text", ["", "   ", "AND", "a OR b", '+-!(){}[]^"~*?:\\/', "*", "单*", "\x00", "松" * 500, "'; MATCH (n)"]
)
def test_whatever_is_typed_is_text(graph: Connection, seal: Seal, text: str) -> None:
    assert isinstance(search(graph, text, sight=OFFICE, seal=seal, moment=MOMENT), tuple)


def test_it_takes_two_round_trips(graph: Connection, seal: Seal) -> None:
    before = graph.round_trips
    search(graph, "单", place=COUNTY, sight=OFFICE, seal=seal, moment=MOMENT)
    assert graph.round_trips - before == 2


def test_a_group_counts_more_than_it_shows(graph: Connection, seal: Seal) -> None:
    found = search(graph, "单", place=COUNTY, sight=OFFICE, seal=seal, limit=1, moment=MOMENT)
    [people] = [group for group in found if group.name == "person"]
    assert (len(people.hits), people.total_text) == (1, "2")
