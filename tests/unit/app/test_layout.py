"""Where things of a picture stand: always the same, never two in one spot."""

import pytest

from app.rendering.layout import places

STAR = {1: [list(range(2, 40)), list(range(40, 60)), [60], [61], []]}
TREE = {1: [[2, 3], [4]], 2: [list(range(5, 30))], 3: [[30], [31]], 4: []}


@pytest.mark.parametrize(("children", "deep"), [(STAR, False), (TREE, True), ({}, False), ({1: [[2]]}, True)])
def test_everything_has_a_place_of_its_own(children: dict[int, list[list[int]]], deep: bool) -> None:
    found = places([1], children, deep)
    assert {*found} == {1} | {number for kinds in children.values() for kind in kinds for number in kind}
    assert len({*found.values()}) == len(found)
    assert found[1] == (0, 0)


def test_neighbours_do_not_cover_each_other() -> None:
    found = places([1], {1: [list(range(2, 151))]}, False)
    points = list(found.values())
    nearest = min((ax - bx) ** 2 + (ay - by) ** 2 for i, (ax, ay) in enumerate(points) for bx, by in points[:i])
    assert nearest > 40**2


def test_it_is_the_same_every_time() -> None:
    assert places([1], STAR, False) == places([1], STAR, False)


def test_several_middles_stand_side_by_side() -> None:
    found = places([1, 2], {1: [[3, 4, 5]], 2: [[6, 7]]}, False)
    assert max(found[number][0] for number in (1, 3, 4, 5)) < min(found[number][0] for number in (2, 6, 7))
