"""The samples in other shapes say what the graph knows from the samples: nothing changes, and the same is refused."""

from pathlib import Path

import pytest

from database.connection import Connection
from graph_schema.values.seal import Seal
from loaders.preparation import Prepared
from tests.neo4j.rosters_world import load_all_samples, rehearse
from tests.unit.loaders.variations import (
    Grid,
    as_lines,
    grids,
    renamed,
    shuffled,
    write_csv,
    write_html,
    write_xlsx,
)

GRIDS = grids()
NOT_ALONE = ("排班表",)  # its people's phones stand on the sheet beside it
COMMUNITY = {"松涛社区": "松涛社区", "石桥社区(新)": "石桥社区(新)"}  # which is said by the sheet's name alone


@pytest.fixture(scope="module")
def loaded(connection: Connection, seal: Seal) -> dict[str, Prepared]:
    return load_all_samples(connection, seal)


@pytest.mark.parametrize("shape", ["xlsx", "csv", "xls"])
@pytest.mark.parametrize("grid", [g for g in GRIDS if g.sheet not in NOT_ALONE], ids=lambda g: f"{g.file}-{g.sheet}")
def test_nothing_changes(
    connection: Connection, loaded: dict[str, Prepared], seal: Seal, tmp_path: Path, grid: Grid, shape: str
) -> None:
    path = _written(shuffled(renamed(grid, 5), 7), tmp_path / f"{grid.sheet or Path(grid.file).stem}.{shape}", shape)

    found = rehearse(connection, seal, [path])

    assert found.changes == ()
    assert {fault.problem for fault in found.report.faults} <= _problems(loaded[grid.file]) | {"id_checksum"}


def _written(grid: Grid, path: Path, shape: str) -> Path:
    if shape == "csv":
        return write_csv(path, as_lines(grid, above=3), "gb18030")
    if shape == "xls":
        return write_html(path, as_lines(grid), "gbk")
    return write_xlsx(path, {COMMUNITY.get(grid.sheet, "Sheet1"): as_lines(grid, above=5, explained=True)})


def _problems(prepared: Prepared) -> set[str]:
    return {fault.problem for fault in prepared.report.faults}
