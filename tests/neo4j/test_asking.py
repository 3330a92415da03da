"""`flask ask`, `flask questions` and the pages of /ask: what they take, how they answer, how they refuse."""

import csv
import io
import json
from collections.abc import Iterator
from datetime import date

import pytest
from click.testing import Result
from flask import Flask
from openpyxl import load_workbook
from werkzeug.test import TestResponse

from app import create_app
from database.connection import Connection
from graph_schema.values.seal import Seal
from settings import Settings
from tests.neo4j.small_world import World, clear

COUNTY, PEOPLE = "429068", "68"
TOWN = COUNTY + "101"
COMMUNITY = TOWN + "001"
GRID, BUILDING = COMMUNITY + "G001", COMMUNITY + "B00001"
LEADER = "=陈小楼"


@pytest.fixture(scope="module")
def app(connection: Connection, seal: Seal, server: Settings) -> Iterator[Flask]:
    world = World(COUNTY, PEOPLE, seal)
    world.place("County", COUNTY, "银杏县")
    world.place("Town", TOWN, "银杏镇", COUNTY)
    world.place("Community", COMMUNITY, "银杏社区", TOWN, kind="urban")
    world.place("Grid", GRID, "第一网格", COMMUNITY, address="银杏社区第一网格")
    for number in (1, 2):
        code = f"{COMMUNITY}B0000{number}"
        world.place("Building", code, f"{number}栋", GRID, address=f"银杏社区{number}栋")
        world.place("Household", f"{code}-0-101", "101", code, occupancy="owner", address=f"银杏社区{number}栋101")
    world.person("P68000001", LEADER, "19900680001")
    world.serves("P68000001", BUILDING, "building_leader", since=date(2026, 1, 1))
    world.write(connection)
    made = create_app(server)
    yield made
    if "connection" in made.extensions:
        made.extensions["connection"].close()
    clear(connection, COUNTY, PEOPLE)


def run(app: Flask, *arguments: str) -> Result:
    with app.app_context():
        return app.test_cli_runner().invoke(args=list(arguments))


def get(app: Flask, path: str, **arguments: str) -> TestResponse:
    return app.test_client().get(path, query_string=arguments)


def test_a_place_may_be_given_by_name(app: Flask) -> None:
    result = run(app, "ask", "building_roles", "place=银杏社区1栋", "--at", "2026-11-20", "--json")
    answer = json.loads(result.stdout)
    assert result.exit_code == 0
    assert (answer["at"], answer["truncated"], answer["watermark"]) == ("2026-11-20", False, None)
    assert [(row["role"], row["name"], row["phone"]) for row in answer["rows"]] == [
        ("building_leader", LEADER, "199****0001")
    ]


def test_another_moment_has_another_answer(app: Flask) -> None:
    result = run(app, "ask", "building_roles", f"place={BUILDING}", "--at", "2025-11-20", "--json")
    assert json.loads(result.stdout)["rows"] == []


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("building_roles",), "没有给出"),
        (("building_roles", "place=银杏社区9栋"), "银杏社区1栋"),
        (("building_role", "place=x"), "building_roles"),
        (("building_roles", "place=P68000001"), "不是这里要的那一类"),
        (("skilled_nearby", "place=银杏社区", "skill=飞行"), "急救"),
        (("on_duty", "hours=999"), "1–72"),
        (("on_duty", "colour=red"), "colour"),
        (("on_duty", "hours"), "name=value"),
        (("on_duty", "--json", "--csv"), "not both"),
        (("on_duty", "--at", "someday"), "someday"),
    ],
)
def test_what_cannot_be_used_is_said_with_what_to_give(app: Flask, arguments: tuple[str, ...], says: str) -> None:
    result = run(app, "ask", *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert says in result.stderr
    assert "Traceback" not in result.stderr


def test_the_questions_are_listed_by_theme(app: Flask) -> None:
    assert "  building_roles place=" in run(app, "questions").stdout
    listed = json.loads(run(app, "questions", "--json").stdout)
    assert len(listed) >= 20
    assert {"question", "theme", "title", "text", "parameters", "columns", "scoped"} <= listed[0].keys()


def test_the_page_shows_form_and_answer(app: Flask) -> None:
    shown = get(app, "/ask/buildings_without_leader", place="银杏社区", at="2026-11-20")
    assert (shown.status_code, "银杏社区2栋" in shown.text, "银杏社区1栋" in shown.text) == (200, True, False)


def test_a_page_that_needs_something_asks_for_it(app: Flask) -> None:
    shown = get(app, "/ask/building_roles")
    assert (shown.status_code, "先填好上面的必填项" in shown.text) == (200, True)


@pytest.mark.parametrize(
    ("path", "arguments", "status", "says"),
    [
        ("/ask/building_roles", {"place": "银杏社区9栋"}, 400, "银杏社区1栋"),
        ("/ask/building_roles", {"place": ""}, 400, "没有给出"),
        ("/ask/building_roles", {"place": "1栋", "colour": "red"}, 400, "colour"),
        ("/ask/building_roles.csv", {}, 400, "没有给出"),
        ("/ask/building_rolls", {}, 404, "一栋楼的所有责任人"),
        ("/ask/on_duty", {"at": "someday"}, 400, "someday"),
    ],
)
def test_a_page_refuses_in_words(app: Flask, path: str, arguments: dict[str, str], status: int, says: str) -> None:
    refused = get(app, path, **arguments)
    assert (refused.status_code, says in refused.text) == (status, True)


def test_all_forms_show_the_same_masked_values(app: Flask) -> None:
    asked = {"place": BUILDING, "at": "2026-11-20"}
    [row] = get(app, "/ask/building_roles.json", **asked).get_json()["rows"]
    heads, line = csv.reader(io.StringIO(get(app, "/ask/building_roles.csv", **asked).text.removeprefix("\ufeff")))
    sheet = load_workbook(io.BytesIO(get(app, "/ask/building_roles.xlsx", **asked).data)).active
    assert sheet is not None
    last = [cell.value for cell in list(sheet.iter_rows())[-1]]
    name, phone = heads.index("姓名"), heads.index("电话")
    assert (row["name"], row["phone"]) == (LEADER, "199****0001")
    assert (line[name], line[phone]) == (f"'{LEADER}", "199****0001")
    assert (last[name], last[phone]) == (LEADER, "199****0001")


def test_questions_are_found_by_their_words(app: Flask) -> None:
    found = get(app, "/ask", q="楼栋长").text
    assert "/ask/buildings_without_leader" in found
    assert "/ask/zone_leads" not in found
