"""County and city: their sizes, and towns that are made one after the other and never share a number."""

from collections.abc import Iterator
from datetime import date
from itertools import chain
from pathlib import Path
from random import Random

import pytest

from graph_schema.values import id_number
from loaders import scenario
from loaders.scenario import written
from loaders.scenario.large import CITY, COUNTY, Large, Size, declared, town, towns

TODAY = date(2026, 11, 20)
MINI = Size((("澄江湾县", "429091"), ("东川区", "339071")), 4, 6, 14, 30, (4, 2, 2))


@pytest.fixture(scope="module")
def made() -> list[Large]:
    return list(towns("mini", MINI, today=TODAY, seed=1))


def numbers_of(some: list[Large]) -> Iterator[str]:
    for one in some:
        yield from (person.id_number for home in one.homes for person in home.people)


@pytest.mark.parametrize(("size", "homes"), [(COUNTY, 96_000), (CITY, 1_000_000)], ids=["county", "city"])
def test_it_has_the_size_that_it_promises(size: Size, homes: int) -> None:
    all_towns = [declared(size, number, Random(number)) for number in range(size.towns)]
    communities = list(chain.from_iterable(one.communities for one in all_towns))
    buildings = [building for community in communities for _, building in community.buildings()]

    assert (len(communities), sum(len(one.grids) for one in communities)) == (size.communities, size.grids)
    assert len(buildings) == size.buildings
    assert abs(sum(len(list(building.doorways())) for building in buildings) - homes) < homes / 100
    assert len({community.name for community in communities}) == len({c.code for c in communities}) == size.communities
    assert len({one.town for one in all_towns}) == size.towns


def test_a_town_is_the_same_whichever_others_are_made(made: list[Large]) -> None:
    assert town("mini", MINI, 2, today=TODAY, seed=1) == made[2]
    assert town("mini", MINI, 2, today=TODAY, seed=2) != made[2]


def test_about_three_people_live_in_a_home(made: list[Large]) -> None:
    homes = [home for one in made for home in one.homes]

    assert 2.7 < sum(len(home.people) for home in homes) / len(homes) < 3.3


def test_no_id_number_is_given_twice_and_all_are_fictional(made: list[Large]) -> None:
    numbers = list(numbers_of(made))

    assert len(numbers) == len(set(numbers))
    assert {id_number.parse(number).area for number in numbers} <= {"429091", "339071", "529093", "339095", "639094"}


def test_no_phone_is_given_twice_in_a_county(made: list[Large]) -> None:
    for area in ("429091", "339071"):
        own = [one for one in made if one.area == area]
        held = [person.phone for one in own for person in {**one.posts.leaders, **one.posts.grid_leaders}.values()]
        assert held and len(held) == len(set(held))
        assert all(phone.startswith("1990000") for phone in held)


def test_whoever_leads_a_building_lives_there(made: list[Large]) -> None:
    for one in made:
        lives = {person.id_number: home.in_building for home in one.homes for person in home.people}
        assert all(lives[leader.id_number] == name for name, leader in one.posts.leaders.items())


def test_towns_are_written_one_after_the_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(scenario.LARGE, "mini", MINI)
    files = written("mini", tmp_path, today=TODAY)

    first = next(files)

    assert first.name == "小区楼栋信息表.xlsx"
    assert len({file.parent for file in tmp_path.rglob("*.*")}) == 1
    assert len(list(files)) == 4 * 5 - 1
