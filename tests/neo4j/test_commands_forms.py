"""`flask template`, `flask form` and `flask load --faults-to`: from an empty template to a filled form and back."""

import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from database.connection import Connection
from graph_schema.values.seal import Seal
from loaders.files.book import RESULTS
from loaders.sources import ROSTERS
from settings import Settings
from tests.neo4j.command_line import Flask, command_line
from tests.neo4j.test_rosters_again import written
from tests.neo4j.town_world import PINES, town

HEADINGS = ["社区", "小区名称", "楼栋名称", "楼栋长姓名", "联系电话"]
LEADERS = [HEADINGS, ["松涛社区", "松涛苑", "1栋", "江静洁", "19900000217"], ["松涛社区", "松涛苑", "9栋", "张三", ""]]


@pytest.fixture
def flask(empty_graph: Connection, seal: Seal, settings: Settings, tmp_path: Path) -> Flask:
    """The command line on a town, with records of this test's own."""
    town(empty_graph, seal, tmp_path)
    return command_line(settings, tmp_path)


def test_from_faults_to_a_form_that_changes_nothing(flask: Flask, tmp_path: Path) -> None:
    roster = written(tmp_path / "名册.csv", LEADERS)
    assert flask("load", roster, "--faults-to", tmp_path / "回.xlsx").exit_code == 1
    marked = load_workbook(tmp_path / "回.xlsx")
    assert (marked.sheetnames[-1], marked[RESULTS[0]]["G2"].value) == (RESULTS[0], "没有这栋楼（9栋）")

    assert flask("template", "building_leaders", "--to", tmp_path / "表.xlsx").exit_code == 0
    filled = flask("form", tmp_path / "表.xlsx", "--place", PINES, "--to", tmp_path / "已填.xlsx", "--json")
    told = json.loads(filled.stdout)
    assert (filled.exit_code, told["rows"], told["rosters"]) == (0, 6, ["building_leaders"])
    assert {"楼栋长姓名", "联系电话", "楼栋"} <= {column["heading"] for column in told["filled"]}
    assert {column["why"] for column in told["empty"]} == {"nothing"}

    again = json.loads(flask("load", tmp_path / "已填.xlsx", "--json").stdout)
    counts = [each for kind in again["difference"].values() for each in kind.values()]
    assert {verb for count in counts for verb, number in count.items() if number} <= {"same"}
    assert again["files"][0]["sheets"][0]["faults"] == []


def test_several_files_come_back_into_a_folder(flask: Flask, tmp_path: Path) -> None:
    files = [written(tmp_path / name, LEADERS) for name in ("一.csv", "二.csv")]
    flask("load", *files, "--dry-run", "--faults-to", tmp_path / "回")
    assert sorted(file.name for file in (tmp_path / "回").iterdir()) == ["一.csv.xlsx", "二.csv.xlsx"]


def test_a_form_says_what_stays_empty(flask: Flask, tmp_path: Path) -> None:
    flask("template", "楼栋长名册", "--to", tmp_path)
    result = flask("form", tmp_path / "楼栋长名册.xlsx", "--place", PINES)
    assert result.exit_code == 0
    assert "填了 6 行" in result.stdout and "（图中没有）" not in result.stdout
    assert "楼栋长姓名 (图中没有)" in result.stdout
    assert (tmp_path / "楼栋长名册（已填）.xlsx").exists()


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("template", "building_leader"), 2, "building_leaders"),
        (("form", "表.xlsx", "--place", "429091999999"), 1, "429091999999"),
        (("form", "表.csv", "--place", PINES), 1, ".xlsx"),
    ],
)
def test_what_cannot_be_is_said(flask: Flask, tmp_path: Path, arguments: tuple[str, ...], code: int, said: str) -> None:
    flask("template", "building_leaders", "--to", tmp_path / "表.xlsx")
    written(tmp_path / "表.csv", LEADERS)
    result = flask(*((tmp_path / each if each.startswith("表") else each) for each in arguments))
    assert result.exit_code == code
    assert said in result.stderr


def test_templates_are_listed(flask: Flask) -> None:
    listed = [line.split("\t")[:2] for line in flask("template").stdout.splitlines()]
    assert listed == [[roster.code, roster.zh] for roster in ROSTERS.values()]
