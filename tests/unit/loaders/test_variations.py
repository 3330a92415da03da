"""The sample rosters in shapes that nobody has seen say the same rows and faults."""

from dataclasses import replace
from itertools import zip_longest
from pathlib import Path

import pytest

from tests.unit.loaders.variations import (
    Grid,
    Said,
    as_lines,
    grids,
    in_two_lines,
    renamed,
    said_by,
    shuffled,
    write_csv,
    write_html,
    write_spreadsheet_xml,
    write_xlsx,
)

GRIDS = grids()
TITLED = ("值守人员通讯录",)  # its headings are those of many lists: without its title it is taken for none
every_grid = pytest.mark.parametrize("grid", GRIDS, ids=lambda grid: f"{grid.file}-{grid.sheet}")


def as_sample(grid: Grid, folder: Path) -> object:
    """What the table says in the shape that it has."""
    return said_by(write_xlsx(folder / f"{Path(grid.file).stem}.xlsx", {grid.sheet or "表": as_lines(grid)}))


@every_grid
@pytest.mark.parametrize("seed", [1, 2])
def test_columns_in_another_order_under_other_headings(tmp_path: Path, grid: Grid, seed: int) -> None:
    other = shuffled(renamed(grid, seed), seed)

    found = said_by(write_xlsx(tmp_path / f"{seed}.xlsx", {grid.sheet or "表": as_lines(other)}))

    assert found == as_sample(grid, tmp_path)


@every_grid
def test_without_a_title_or_a_telling_name(tmp_path: Path, grid: Grid) -> None:
    if grid.sheet in TITLED:
        return
    bare = replace(shuffled(grid, 3), titles=())

    found = said_by(write_xlsx(tmp_path / "新建.xlsx", {"Sheet1": as_lines(bare)}))

    assert found == as_sample(grid, tmp_path)


@every_grid
def test_the_header_far_down_with_an_explanation_below(tmp_path: Path, grid: Grid) -> None:
    lines = as_lines(grid, above=9, explained=True)

    assert said_by(write_xlsx(tmp_path / f"{Path(grid.file).stem}.xlsx", {grid.sheet or "表": lines})) == as_sample(
        grid, tmp_path
    )


@every_grid
@pytest.mark.parametrize("merged", [True, False])
def test_headings_in_two_lines(tmp_path: Path, grid: Grid, merged: bool) -> None:
    lines, merges = in_two_lines(shuffled(grid, 4), merged=merged)

    found = said_by(write_xlsx(tmp_path / f"两行{grid.file}.xlsx", {grid.sheet or "表": lines}, merges))

    assert found == as_sample(grid, tmp_path)


@every_grid
@pytest.mark.parametrize(("encoding", "separator"), [("utf-8-sig", ","), ("gb18030", ","), ("utf-16", "\t")])
def test_as_text(tmp_path: Path, grid: Grid, encoding: str, separator: str) -> None:
    path = write_csv(tmp_path / f"{Path(grid.file).stem}{grid.sheet}.csv", as_lines(_told(grid)), encoding, separator)

    assert said_by(path) == as_sample(_told(grid), tmp_path)


@every_grid
def test_as_a_page_and_as_xml_that_are_called_xls(tmp_path: Path, grid: Grid) -> None:
    name, lines = f"{Path(grid.file).stem}{grid.sheet}.xls", as_lines(_told(grid))
    expected = as_sample(_told(grid), tmp_path)

    assert said_by(write_html(tmp_path / name, lines, "gbk")) == expected
    assert said_by(write_spreadsheet_xml(tmp_path / name, lines)) == expected


PAIRS = [pair for pair in zip(GRIDS, [*GRIDS[1:], GRIDS[0]], strict=True) if all(grid.titles for grid in pair)]
every_pair = pytest.mark.parametrize(("first", "second"), PAIRS, ids=lambda grid: grid.sheet)


@every_pair
def test_two_tables_one_below_the_other(tmp_path: Path, first: Grid, second: Grid) -> None:
    lines = [*as_lines(first), (), *as_lines(second)]

    assert said_by(write_xlsx(tmp_path / "a.xlsx", {"Sheet1": lines})) == _alone(tmp_path, first, second)


@every_pair
def test_two_tables_side_by_side(tmp_path: Path, first: Grid, second: Grid) -> None:
    first, second = (replace(grid, titles=grid.titles[:1]) for grid in (first, second))
    left, right, width = as_lines(first), as_lines(second), len(first.headings) + 1
    lines = [[*line, *[""] * (width - len(line)), *other] for line, other in zip_longest(left, right, fillvalue=())]

    assert said_by(write_xlsx(tmp_path / "a.xlsx", {"Sheet1": lines})) == _alone(tmp_path, first, second)


def _alone(folder: Path, *parts: Grid) -> list[Said]:
    return [said for grid in parts for said in said_by(write_xlsx(folder / "a.xlsx", {"Sheet1": as_lines(grid)}))]


def _told(grid: Grid) -> Grid:
    """Without numbers that lost digits, which a text file shows as whole ones."""
    lines = tuple(tuple("" if isinstance(c, float) and abs(c) > 1e12 else c for c in line) for line in grid.lines)
    return replace(grid, lines=lines)
