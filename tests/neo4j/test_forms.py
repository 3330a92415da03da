"""Every roster backwards: a template filled in by hand is read; a form that the graph filled changes nothing."""

import re
from pathlib import Path
from typing import NamedTuple

import pytest
from openpyxl import Workbook

from database.connection import Connection
from graph_schema.sensitivity import OFFICE, PUBLIC, Sensitivity, Sight
from graph_schema.values.seal import Seal
from loaders.forms import Filled, fill
from loaders.preparation import Prepared
from loaders.roster import CROSSTAB, Roster
from loaders.sources import ROSTERS
from loaders.templates import template
from tests.neo4j.forms_world import AT, COUNTY, DAYS, by_hand, cells, villages
from tests.neo4j.rosters_world import load, load_all_samples, rehearse

EVERYTHING = Sight(None, Sensitivity.S3)
NEVER_FILLED = {"activity_sign_in"}  # of one activity, which nothing but its title names
DUTY = ["卡点编号", "卡点名称", "所属社区", "所属网格", "班次"]
HIDING = ("care_pairs", "needs", "party_members", "visits", "leave")  # much of it, from most viewers


class World(NamedTuple):
    """A graph that has something of every roster; by roster what a file filled in by hand did, and would do again."""

    connection: Connection
    seal: Seal
    first: dict[str, Prepared]
    again: dict[str, Prepared]


@pytest.fixture(scope="module")
def world(connection: Connection, seal: Seal, tmp_path_factory: pytest.TempPathFactory) -> World:
    folder = tmp_path_factory.mktemp("by hand")
    load_all_samples(connection, seal, together=True)
    load(connection, seal, [villages(folder)])
    world = World(connection, seal, {}, {})
    for code, roster in ROSTERS.items():
        file = by_hand(folder, roster)
        world.first[code] = load(connection, seal, [file])
        world.again[code] = rehearse(connection, seal, [file])
    return world


def returned(world: World, folder: Path, roster: Roster, sight: Sight) -> tuple[Filled, Prepared]:
    """A form of the roster, filled for the county, and what loading it would do."""
    form = folder / f"{roster.zh}.xlsx"
    form.write_bytes(template(roster, DAYS))
    filled = fill(form, world.connection, COUNTY, sight, AT, world.seal)
    form.write_bytes(filled.content)
    return filled, rehearse(world.connection, world.seal, [form])


def refused(prepared: Prepared) -> list[tuple[int, str, str]]:
    return [(fault.at.line, fault.heading, fault.problem) for fault in prepared.report.faults]


@pytest.mark.parametrize("roster", ROSTERS.values(), ids=ROSTERS)
class TestATemplateThatWasFilledInByHand:
    def test_is_read_as_it_is_meant(self, world: World, roster: Roster) -> None:
        sheet = next(world.first[roster.code].report.sheets)

        assert (sheet.roster, sheet.faults) == (roster.code, ())
        assert sheet.accepted > 0
        assert sheet.reviews == () or roster.shape == CROSSTAB  # names alone, without the list that has the numbers

    def test_changes_nothing_the_second_time(self, world: World, roster: Roster) -> None:
        assert (world.again[roster.code].changes, refused(world.again[roster.code])) == ((), [])


@pytest.mark.parametrize("roster", ROSTERS.values(), ids=ROSTERS)
def test_a_form_that_the_graph_filled_changes_nothing(world: World, roster: Roster, tmp_path: Path) -> None:
    filled, prepared = returned(world, tmp_path, roster, OFFICE)

    assert (prepared.changes, refused(prepared)) == ((), [])
    assert prepared.report.reviews == () or roster.shape == CROSSTAB
    assert filled.rosters == (roster.code,)
    assert (filled.rows > 0) == (roster.code not in NEVER_FILLED | {"needs"})  # who has a need is not the office's


@pytest.mark.parametrize("code", ["residents", "building_leaders", "leave"])  # whose numbers are not public
def test_a_form_shows_no_whole_number(world: World, code: str, tmp_path: Path) -> None:
    returned(world, tmp_path, ROSTERS[code], OFFICE)

    said = [str(cell) for row in cells(tmp_path / f"{ROSTERS[code].zh}.xlsx")[3:] for cell in row if cell is not None]
    assert len(said) > 20
    assert [text for text in said if re.search(r"1[3-9]\d{9}|\d{17}[\dX]", text)] == []


def test_a_list_of_the_same_form_tells_who_is_on_duty(world: World, tmp_path: Path) -> None:
    form = tmp_path / "卡点值守排班表.xlsx"
    book = Workbook()
    tables: dict[str, list[list[str]]] = {
        "排班表": [["松涛镇卡点值守排班表（2026年）"], [*DUTY, "11月16日", "11月17日"]],
        "值守人员通讯录": [["值守人员通讯录"], ["序号", "姓名", "工作单位", "联系电话"]],
    }
    for name, rows in tables.items():
        page = book.create_sheet(name)
        for row in rows:
            page.append(row)
    book.save(form)
    filled = fill(form, world.connection, COUNTY, OFFICE, AT, world.seal)
    form.write_bytes(filled.content)

    prepared = rehearse(world.connection, world.seal, [form])
    assert (prepared.changes, refused(prepared), prepared.report.reviews) == ((), [], ())
    assert filled.rosters == ("shifts", "duty_staff")


@pytest.mark.parametrize("sight", [EVERYTHING, PUBLIC], ids=["everything", "public"])
@pytest.mark.parametrize("code", HIDING)
def test_so_does_one_for_who_may_see_more_or_less(world: World, code: str, sight: Sight, tmp_path: Path) -> None:
    filled, prepared = returned(world, tmp_path, ROSTERS[code], sight)

    assert (prepared.changes, refused(prepared), prepared.report.reviews) == ((), [], ())
    assert filled.rows > 0 or sight is PUBLIC
