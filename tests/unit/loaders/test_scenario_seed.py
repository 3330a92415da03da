"""The seed has the counts that the article reports, in its declaration and in a slice of it as workbooks."""

import csv
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from graph_schema.values import id_number
from loaders import scenario
from loaders.scenario import Profile, imports, write
from loaders.scenario.duty_forms import spans
from loaders.scenario.places import Agency, Care, Checkpoint, Community
from loaders.scenario.seed import AREA, PHONES, PLANTED, SEED

TODAY = date(2026, 11, 20)
_AGENCIES: list[Agency] = [agency for town in SEED for agency in town.agencies]
_POINTS: list[Checkpoint] = [point for agency in _AGENCIES for point in agency.checkpoints]
_COMMUNITIES: list[Community] = [community for town in SEED for community in town.communities]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The first community of the first town, with its six units."""
    made = tmp_path_factory.mktemp("seed")
    first = SEED[0].communities[0]
    own = tuple(agency for agency in SEED[0].agencies if agency.community == first.name)
    town = replace(SEED[0], communities=(first,), agencies=own, care=Care(5, pairs=6, unpaired=2, leaves=1))
    with pytest.MonkeyPatch.context() as patched:
        profile = Profile((town,), AREA, PHONES, is_split=True)
        patched.setattr(scenario, "PROFILES", {**scenario.PROFILES, "slice": profile})
        write("slice", made, today=TODAY)
        yield made


def rows(file: Path, sheet: int = 0, *, titles: int = 1) -> list[dict[str, Any]]:
    cells = CalamineWorkbook.from_path(file).get_sheet_by_index(sheet).to_python(skip_empty_area=False)
    return [dict(zip(map(str, cells[titles]), row, strict=True)) for row in cells[titles + 1 :]]


def listed(file: Path, encoding: str) -> list[dict[str, str]]:
    lines = file.read_text(encoding).splitlines()[1:]
    return list(csv.DictReader(lines))


def test_it_has_the_articles_units_zones_checkpoints_buildings_cadres_and_volunteers() -> None:
    assert len({agency.name for agency in _AGENCIES}) == 76
    assert len({(town.town, agency.zone) for town in SEED for agency in town.agencies}) == 76
    assert len(_POINTS) == 376
    assert sum(point.is_core for point in _POINTS) == 31
    assert sum(len(list(community.buildings())) for community in _COMMUNITIES) == 296
    assert sum(agency.cadres for agency in _AGENCIES) == 2012
    assert sum(town.care.volunteers for town in SEED) == 59


def test_it_has_our_communities_grids_and_homes() -> None:
    homes = sum(len(list(building.doorways())) for own in _COMMUNITIES for _, building in own.buildings())

    assert len(_COMMUNITIES) == 15
    assert sum(len(community.grids) for community in _COMMUNITIES) == 120
    assert abs(homes - 30_000) < 300


def test_its_area_code_is_its_own() -> None:
    assert {community.code[:6] for community in _COMMUNITIES} == {"639094"}
    assert len({community.code for community in _COMMUNITIES}) == 15


def test_every_grid_has_a_building_and_every_checkpoint_a_number_of_its_own() -> None:
    for community in _COMMUNITIES:
        assert {grid.name for grid in community.grids} <= {block.grid for block in community.blocks}
    assert len({point.number for point in _POINTS}) == 376


def test_no_building_is_in_two_zones() -> None:
    covered = [(agency.community, name) for agency in _AGENCIES for name in agency.buildings]

    assert len(set(covered)) == len(covered) == 296 - len(PLANTED["G17"])


def test_planted_gaps_are_counted() -> None:
    assert {rule: len(subjects) for rule, subjects in PLANTED.items()} == {"G01": 5, "G04": 7, "G06": 202, "G17": 5}


def test_places_are_one_import_and_duties_another(folder: Path) -> None:
    files = sorted(folder.rglob("*.*"))

    assert {file.parent.name for file in files} == {"栖梧社区", "梧桐镇"}
    assert len(imports(sorted(files, key=lambda file: file.parent.name != "栖梧社区"))) == 2


def test_every_checkpoint_has_three_lines_of_shifts_and_a_core_one_two_people_in_each(folder: Path) -> None:
    table = rows(folder / "梧桐镇" / "卡点值守排班表.xlsx")[:-1]
    first = table[0]

    assert len(table) == 26 * 3
    assert (first["是否核心卡点"], first["每班人数"]) == ("是", 2)
    assert all(len(str(value).split("、")) == 2 for heading, value in first.items() if "星期" in heading)


def test_whoever_stands_in_a_shift_is_in_the_directory_once(folder: Path) -> None:
    book = folder / "梧桐镇" / "卡点值守排班表.xlsx"
    names = [row["姓名"] for row in rows(book, 1)]
    cells = [str(value) for row in rows(book)[:-1] for heading, value in row.items() if "星期" in heading]

    assert len(names) == len(set(names)) == 6 * 27 + 5
    assert {name for cell in cells for name in cell.split("、")} <= set(names)


def test_cadres_are_members_of_their_units_branch_and_residents_of_a_grids(folder: Path) -> None:
    members = [row for row in listed(folder / "梧桐镇" / "党员名册.csv", "gbk") if row["所在支部"]]
    cadres = [row for row in members if row["工作单位"]]

    assert len(cadres) == 6 * 27
    assert {row["所在支部"] for row in cadres} == {f"{row['工作单位']}机关党支部" for row in cadres}
    assert all("网格党支部" in row["所在支部"] for row in members if not row["工作单位"])


def test_nobody_who_reports_elsewhere_is_in_a_branch_of_the_community(folder: Path) -> None:
    reporters = {row["姓名"] for row in rows(folder / "梧桐镇" / "双报到登记表.xlsx")}
    phones = {row["联系电话"] for row in rows(folder / "梧桐镇" / "双报到登记表.xlsx")}
    members = {row["手机号码"] for row in listed(folder / "梧桐镇" / "党员名册.csv", "gbk")}

    assert reporters
    assert not phones & members


def test_elders_without_a_helper_stand_in_the_list_too(folder: Path) -> None:
    pairs = [row for row in rows(folder / "梧桐镇" / "结对关爱台账.xlsx", titles=2) if row["关爱对象"]]

    assert len(pairs) == 8
    assert sum(not row["结对人"] for row in pairs) == 2


def test_people_are_fictional(folder: Path) -> None:
    people = [row for row in rows(folder / "栖梧社区" / "住户信息登记表.xlsx", titles=2) if row["姓名"]]

    assert {id_number.parse(row["身份证号"]).area for row in people} <= {"639094", "529093", "429091", "339095"}
    assert all(str(row["联系电话"]).startswith("1990000") for row in people if row["联系电话"])


@pytest.mark.parametrize(
    ("names", "written"),
    [
        (("松涛花园1栋", "松涛花园2栋", "松涛花园5栋"), "松涛花园1-2栋、5栋"),
        (("供销社宿舍18栋", "沿河路12号"), "供销社宿舍18栋；沿河路12号"),
        (("松涛花园9栋", "锦绣里12栋", "锦绣里13栋"), "松涛花园9栋；锦绣里12-13栋"),
    ],
)
def test_buildings_are_written_in_ranges(names: tuple[str, ...], written: str) -> None:
    assert spans(names) == written
