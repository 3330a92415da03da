"""Each rule on a world with one that breaks it, one in order, and one that nobody can judge."""

from collections.abc import Iterator
from datetime import date

import pytest

from database.connection import Connection
from graph_schema.errors import InputError, NotFound
from graph_schema.sensitivity import OFFICE, PUBLIC, Sight
from graph_schema.values.moment import Moment
from queries import gaps
from queries.gaps import Count, board, find, summary
from tests.neo4j.small_world import World, clear, keys

COUNTY, PEOPLE = "429061", "61"
TOWN = COUNTY + "101"
URBAN, VILLAGE = TOWN + "001", TOWN + "201"
MOMENT = Moment.of_day(date(2026, 11, 20))


def grid(number: int, community: str = URBAN) -> str:
    return f"{community}G{number:03}"


def building(number: int, community: str = URBAN) -> str:
    return f"{community}B{number:05}"


def home(number: int, room: str, community: str = URBAN) -> str:
    return f"{building(number, community)}-0-{room}"


def some_world() -> World:
    world = World(COUNTY, PEOPLE)
    world.place("County", COUNTY, "云杉县")
    world.place("Town", TOWN, "松涛镇", COUNTY)
    world.place("Community", URBAN, "松涛社区", TOWN, kind="urban")
    world.place("Community", VILLAGE, "石桥村", TOWN, kind="village")
    for number in (1, 2, 3):
        world.place("Grid", grid(number), f"第{number}网格", URBAN)
    for person, title in (("P61000001", "张伟"), ("P61000002", "李强"), ("P61000003", "王芳")):
        world.person(person, title)
    return world


def homes(world: World, number: int, **rooms: str | None) -> None:
    """Homes of a building: r101="owner" …; None where nobody wrote how it is occupied."""
    for room, occupancy in rooms.items():
        code = home(number, room.removeprefix("r"))
        world.place("Household", code, f"{number}栋{room.removeprefix('r')}", building(number), occupancy=occupancy)


@pytest.fixture
def graph(connection: Connection) -> Iterator[Connection]:
    yield connection
    clear(connection, COUNTY, PEOPLE)


def test_a_grid_without_a_current_worker_is_a_gap(graph: Connection) -> None:
    world = some_world()
    world.serves("P61000001", grid(1), "grid_worker", full_time=True)
    world.serves("P61000002", grid(2), "grid_worker", until=date(2026, 11, 20))
    world.serves("P61000002", grid(3), "grid_leader")
    world.write(graph)
    found = find(graph, rules=["G01"], place=COUNTY, moment=MOMENT, sight=OFFICE)
    assert keys(found, "gap") == {grid(2), grid(3)}
    assert keys(found, "unknown") == set()


def test_a_worker_counts_until_the_day_before_the_end(graph: Connection) -> None:
    world = some_world()
    for number in (1, 2, 3):
        world.serves("P61000001", grid(number), "grid_worker", since=date(2026, 1, 1), until=date(2026, 11, 20))
    world.write(graph)
    before, after = Moment.of_day(date(2026, 11, 19)), MOMENT
    assert not find(graph, rules=["G01"], place=COUNTY, moment=before, sight=OFFICE)
    assert len(find(graph, rules=["G01"], place=COUNTY, moment=after, sight=OFFICE)) == 3


def test_a_grid_with_part_time_workers_alone_is_a_note(graph: Connection) -> None:
    world = some_world()
    world.serves("P61000001", grid(1), "grid_worker", full_time=False)
    world.serves("P61000001", grid(2), "grid_worker", full_time=False)
    world.serves("P61000002", grid(2), "grid_worker", full_time=True)
    world.serves("P61000003", grid(3), "grid_worker")
    world.write(graph)
    found = find(graph, rules=["G01"], place=COUNTY, moment=MOMENT, sight=OFFICE, notes=True)
    assert [(gap.status, gap.subject, gap.detail) for gap in found] == [("note", grid(1), {"part_time_workers": 1})]
    assert find(graph, rules=["G01"], place=COUNTY, moment=MOMENT, sight=OFFICE) == ()


def leaders_world() -> World:
    world = some_world()
    for number in range(1, 8):
        world.place("Building", building(number), f"{number}栋", grid(1))
    homes(world, 1, r101="owner", r102="vacant")
    homes(world, 2, r101="rented")
    world.serves("P61000001", building(2), "building_leader")
    homes(world, 3, r101="vacant", r102="registered_only")
    homes(world, 5, r101=None)
    homes(world, 6, r101=None)
    world.person("P61000009", "赵敏", home=home(6, "101"))
    world.serves("P61000001", building(7), "building_leader")
    world.place("Building", building(1, VILLAGE), "1组", VILLAGE)
    world.place("Household", home(1, "1", VILLAGE), "1组1号", building(1, VILLAGE), occupancy="owner")
    return world


def test_an_occupied_building_without_leader_is_a_gap_and_one_without_homes_is_unknown(graph: Connection) -> None:
    leaders_world().write(graph)
    found = find(graph, rules=["G04"], place=COUNTY, moment=MOMENT, sight=OFFICE)
    assert keys(found, "gap") == {building(1), building(6)}
    assert keys(found, "unknown") == {building(4), building(5)}


def test_a_gap_tells_where_it_is_and_what_it_counts(graph: Connection) -> None:
    leaders_world().write(graph)
    first = find(graph, rules=["G04"], place=COUNTY, moment=MOMENT, sight=OFFICE)[0]
    assert (first.rule, first.severity, first.label, first.name) == ("G04", "critical", "Building", "1栋")
    assert [step.title for step in first.path] == ["云杉县", "松涛镇", "松涛社区", "第1网格"]
    assert first.detail == {"occupied_households": 1, "undecided_households": 0}


def test_the_denominator_holds_only_what_is_decided(graph: Connection) -> None:
    leaders_world().write(graph)
    assert summary(graph, rules=["G04"], place=COUNTY, moment=MOMENT, sight=OFFICE) == (Count("G04", 2, 2, 3),)


def orphans_world() -> World:
    world = some_world()
    world.place("Building", building(1), "1栋", grid(1))
    world.place("Building", building(2), "2栋", URBAN)
    world.place("Entrance", building(2) + "U01", "1单元", building(2))
    world.place("Building", building(3), "3栋")
    homes(world, 1, r101="owner")
    world.place("Household", home(2, "101"), "2栋101", building(2) + "U01", occupancy="owner")
    homes(world, 2, r102="vacant", r103=None)
    homes(world, 3, r101="owner")
    world.place("Household", home(1, "909"), "1栋909", occupancy="owner")
    return world


def test_an_occupied_household_that_reaches_no_grid_is_a_gap(graph: Connection) -> None:
    orphans_world().write(graph)
    found = find(graph, rules=["G06"], place=COUNTY, moment=MOMENT, sight=OFFICE)
    assert keys(found, "gap") == {home(2, "101")}
    assert keys(found, "unknown") == {home(2, "103")}
    assert found[0].detail == {"missing": "Grid", "lowest_known_place": "2栋"}
    assert found[0].path[-1].code == building(2)


def test_households_that_hang_on_nothing_are_found_only_when_everything_is_looked_at(graph: Connection) -> None:
    orphans_world().write(graph)
    found = {gap.subject: gap.detail["missing"] for gap in find(graph, rules=["G06"], moment=MOMENT, sight=OFFICE)}
    mine = {code: missing for code, missing in found.items() if code.startswith(COUNTY)}
    assert mine == {home(2, "101"): "Grid", home(2, "103"): "Grid", home(3, "101"): "Grid", home(1, "909"): "Building"}


def test_a_building_that_has_moved_counts_where_it_is_now(graph: Connection) -> None:
    world = some_world()
    world.place("Building", building(1), "1栋")
    world.join("PART_OF", building(1), grid(1), until=date(2026, 6, 1))
    world.join("PART_OF", building(1), grid(2), since=date(2026, 6, 1))
    homes(world, 1, r101="owner")
    world.write(graph)

    def gaps_of(place: str, day: date) -> int:
        return len(find(graph, rules=["G04"], place=place, moment=Moment.of_day(day), sight=OFFICE))

    assert [gaps_of(grid(1), date(2026, 5, 1)), gaps_of(grid(2), date(2026, 5, 1))] == [1, 0]
    assert [gaps_of(grid(1), date(2026, 7, 1)), gaps_of(grid(2), date(2026, 7, 1))] == [0, 1]


def test_the_board_counts_per_place_and_leaves_nothing_out(graph: Connection) -> None:
    leaders_world().write(graph)
    shown = board(graph, place=URBAN, moment=MOMENT)
    assert [(row.place.title, row.counts["G04"].gap, row.counts["G04"].of) for row in shown.rows] == [
        ("第1网格", 2, 3),
        ("第2网格", 0, 0),
        ("第3网格", 0, 0),
    ]
    for count in summary(graph, place=URBAN, moment=MOMENT, sight=OFFICE):
        assert shown.total[count.rule] == count


def test_the_board_counts_what_lies_in_no_child_apart(graph: Connection) -> None:
    orphans_world().write(graph)
    shown = board(graph, place=URBAN, moment=MOMENT, by="Grid")
    assert (shown.rest["G06"].gap, shown.total["G06"].gap, shown.total["G06"].of) == (1, 1, 2)


def test_the_board_by_community_adds_up_to_the_town(graph: Connection) -> None:
    leaders_world().write(graph)
    shown = board(graph, place=COUNTY, moment=MOMENT, by="Community")
    assert [row.place.code for row in shown.rows] == [URBAN, VILLAGE]
    assert sum(row.counts["G01"].of for row in shown.rows) == shown.total["G01"].of == 3


def test_the_board_takes_a_round_trip_a_rule_and_one_a_count(graph: Connection) -> None:
    before = graph.round_trips
    board(graph, place=COUNTY, moment=MOMENT)
    assert graph.round_trips - before == 1 + len(gaps.RULES) + len(gaps.OF)


def test_within_equals_whole_restricted(graph: Connection) -> None:
    leaders_world().write(graph)
    whole = {
        (gap.rule, gap.subject)
        for gap in find(graph, moment=MOMENT, sight=OFFICE)
        if URBAN in {gap.subject, *(step.code for step in gap.path)}
    }
    within = {(gap.rule, gap.subject) for gap in find(graph, place=URBAN, moment=MOMENT, sight=OFFICE)}
    assert whole == within


def test_a_viewer_of_one_area_sees_that_area_alone(graph: Connection) -> None:
    leaders_world().write(graph)
    sight = Sight(area=grid(2))
    assert {gap.subject for gap in find(graph, moment=MOMENT, sight=sight)} == {grid(2)}
    assert find(graph, place=grid(1), moment=MOMENT, sight=sight) == ()


def test_a_home_is_hidden_from_who_may_not_know_the_room(graph: Connection) -> None:
    orphans_world().write(graph)
    found = find(graph, rules=["G06"], place=COUNTY, moment=MOMENT, sight=PUBLIC)
    assert {gap.name for gap in found} == {"***"}


def test_an_unknown_rule_says_which_there_are(graph: Connection) -> None:
    with pytest.raises(NotFound, match=r"G99.*G04 building_without_leader"):
        find(graph, rules=["G99"], moment=MOMENT, sight=OFFICE)


def test_a_threshold_that_a_rule_does_not_have_is_refused(graph: Connection) -> None:
    with pytest.raises(InputError, match="no threshold most"):
        find(graph, rules=["G04"], moment=MOMENT, sight=OFFICE, thresholds={"G04": {"most": 3}})
