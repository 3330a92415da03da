"""`flask gaps` and `flask search`: what they print, in which shapes, and how they end."""

import csv
import io
import json
from collections.abc import Iterator
from datetime import date

import pytest
from click.testing import Result
from flask import Flask

from app import create_command_line
from database.connection import Connection
from graph_schema.values.seal import Seal
from settings import Settings
from tests.neo4j.small_world import World, clear

COUNTY, PEOPLE = "429065", "65"
TOWN = COUNTY + "101"
COMMUNITY = TOWN + "001"
GRID, BUILDING = COMMUNITY + "G001", COMMUNITY + "B00001"


@pytest.fixture(scope="module")
def app(connection: Connection, seal: Seal, server: Settings) -> Iterator[Flask]:
    world = World(COUNTY, PEOPLE, seal)
    world.place("County", COUNTY, "云杉县")
    world.place("Town", TOWN, "水杉镇", COUNTY)
    world.place("Community", COMMUNITY, "水杉社区", TOWN, kind="urban")
    world.place("Grid", GRID, "第一网格", COMMUNITY, address="水杉社区第一网格")
    world.place("Building", BUILDING, "1栋", GRID, address="水杉社区1栋")
    world.place("Household", f"{BUILDING}-0-101", "101", BUILDING, occupancy="owner", address="水杉社区1栋101")
    world.person("P65000001", "=冯公式", "19900650001")
    world.serves("P65000001", GRID, "grid_worker", since=date(2026, 1, 1))
    world.write(connection)
    made = create_command_line(server)
    yield made
    if "connection" in made.extensions:
        made.extensions["connection"].close()
    clear(connection, COUNTY, PEOPLE)


def run(app: Flask, *arguments: str) -> Result:
    with app.app_context():
        return app.test_cli_runner().invoke(args=list(arguments))


def test_gaps_as_json(app: Flask) -> None:
    result = run(app, "gaps", "--place", COUNTY, "--at", "2026-11-20", "--rule", "G04", "--json")
    assert (result.exit_code, json.loads(result.stdout)) == (
        0,
        [
            {
                "rule": "G04",
                "severity": "critical",
                "status": "gap",
                "subject": BUILDING,
                "label": "Building",
                "name": "水杉社区1栋",
                "path": ["云杉县", "水杉镇", "水杉社区", "第一网格"],
                "detail": {"occupied_households": 1, "undecided_households": 0},
            }
        ],
    )


def test_another_moment_has_other_gaps(app: Flask) -> None:
    result = run(app, "gaps", "--place", COUNTY, "--at", "2025-11-20", "--rule", "G01", "--json")
    assert [gap["subject"] for gap in json.loads(result.stdout)] == [GRID]


def test_the_summary(app: Flask) -> None:
    result = run(app, "gaps", "--place", "水杉社区", "--rule", "g04", "--rule", "G01", "--summary", "--json")
    assert json.loads(result.stdout) == [
        {"rule": "G01", "gap": 0, "unknown": 0, "of": 1},
        {"rule": "G04", "gap": 1, "unknown": 0, "of": 1},
    ]


def test_gaps_as_csv(app: Flask) -> None:
    result = run(app, "gaps", "--place", COUNTY, "--rule", "G04", "--csv")
    heads, line = csv.reader(io.StringIO(result.stdout.removeprefix("\ufeff")))
    assert heads[0] == "规则"
    assert line[:7] == ["G04", "楼栋无楼栋长", "严重", "缺口", "楼栋", BUILDING, "水杉社区1栋"]


def test_gaps_as_lines(app: Flask) -> None:
    result = run(app, "gaps", "--place", COUNTY, "--rule", "G04")
    assert result.stdout.splitlines()[0] == "G04 楼栋无楼栋长: 1 / 1 (100.0%), 未知 0"
    assert "水杉社区1栋" in result.stdout


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (("--rule", "G99"), 2, "G04"),
        (("--place", "水杉社曲"), 1, "水杉社区"),
        (("--place", "429065999"), 1, "429065999"),
        (("--place", "P65000001"), 2, "P65000001"),
        (("--at", "yesterday"), 2, "yesterday"),
        (("--json", "--csv"), 2, "not both"),
    ],
)
def test_what_cannot_be_used_is_said_in_a_line(app: Flask, arguments: tuple[str, ...], code: int, says: str) -> None:
    result = run(app, "gaps", *arguments)
    assert (result.exit_code, result.stdout) == (code, "")
    assert says in result.stderr
    assert "Traceback" not in result.stderr


def test_search_as_json(app: Flask) -> None:
    result = run(app, "search", "0001", "--place", COUNTY, "--json")
    assert (result.exit_code, json.loads(result.stdout)) == (
        0,
        [
            {
                "group": "person",
                "code": "P65000001",
                "title": "=冯公式",
                "path": "云杉县 › 水杉镇 › 水杉社区 › 第一网格",
                "match": "0001",
                "role": "grid_worker",
                "phone": "199****0001",
            }
        ],
    )


def test_search_as_lines(app: Flask) -> None:
    result = run(app, "search", "ssdyl", "--place", COUNTY)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "首字母 ssdyl" in result.stderr
    found = run(app, "search", "水杉社区1栋", "--place", COUNTY)
    assert "楼栋 1" in found.stdout.splitlines()
