"""The sample rosters in shapes that nobody has seen say the same rows and faults."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.unit.loaders.variations import (
    Grid,
    as_lines,
    grids,
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


def test_two_tables_on_one_sheet_say_what_each_says_alone(tmp_path: Path) -> None:
    first, second = (next(grid for grid in GRIDS if grid.sheet == name) for name in ("双报到", "单位党组织报到"))
    together = [*as_lines(first), (), *as_lines(second)]

    found = said_by(write_xlsx(tmp_path / "双报到登记表.xlsx", {"Sheet1": together}))

    assert found == [
        *said_by(write_xlsx(tmp_path / "双报到一.xlsx", {"Sheet1": as_lines(first)})),
        *said_by(write_xlsx(tmp_path / "双报到二.xlsx", {"Sheet1": as_lines(second)})),
    ]


def _told(grid: Grid) -> Grid:
    """Without numbers that lost digits, which a text file shows as whole ones."""
    lines = tuple(tuple("" if isinstance(c, float) and abs(c) > 1e12 else c for c in line) for line in grid.lines)
    return replace(grid, lines=lines)
