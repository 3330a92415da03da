"""`flask contacts`: what it prints, as text and as JSON, and how it ends."""

import json
from collections.abc import Iterator

import pytest
from click.testing import Result
from flask import Flask

from app import create_command_line
from database.connection import Connection
from settings import Settings
from tests.neo4j import contacts_world as w
from tests.oracle import writing

AT = ("--at", "2026-11-20")


@pytest.fixture(scope="module")
def app(connection: Connection, server: Settings) -> Iterator[Flask]:
    world = w.world()
    writing.write(connection, [world])
    made = create_command_line(server)
    yield made
    if "connection" in made.extensions:
        made.extensions["connection"].close()
    writing.remove(connection, [world])


def run(app: Flask, *arguments: str) -> Result:
    with app.app_context():
        return app.test_cli_runner().invoke(args=["contacts", *arguments])


def test_as_json(app: Flask) -> None:
    result = run(app, w.HOME, *AT, "--json")
    document = json.loads(result.stdout)
    helper, first, *_, last = document["chain"]
    assert result.exit_code == 0
    assert (document["household"], document["at"], document["topic"]) == (w.HOME, "2026-11-20", "default")
    assert [step["name"] for step in document["path"]] == [
        "云杉县",
        "松涛镇",
        "松涛社区",
        "第一网格",
        "3栋",
        "1单元",
    ]
    assert (helper["rank"], helper["tier"], helper["role"]) == (1, 1, "paired_helper")
    assert (first["rank"], first["tier"], first["role"], first["person_id"]) == (2, 3, "building_leader", w.LEADER)
    assert first["because"][-1]["relationship"] == "SERVES"
    assert first["because"][-1]["source"]["line"] > 0
    assert (last["role"], last["name"], last["phone"]) == ("duty_phone", "云杉县", "12345")
    assert {"tier", "role", "reason", "gap"} <= document["skipped"][0].keys()
    assert document["gaps"] == ["G24"]


def test_as_text(app: Flask) -> None:
    result = run(app, w.LEADERLESS_HOME, *AT)
    assert result.exit_code == 0
    assert "楼栋长（邻近代管）" in result.stdout
    assert "空岗 → G04" in result.stdout


def test_a_pair_and_a_shift_are_said_in_words(app: Flask) -> None:
    assert "结对帮扶人" in run(app, w.HOME, *AT).stdout
    assert "结对 试06" in run(app, w.HOME, *AT).stdout
    assert "负责 3栋 · 2025-03-01 起 · 在班" in run(app, w.HOME, "--at", "2026-11-20T22:00").stdout


def test_in_english(app: Flask) -> None:
    result = run(app, w.LEADERLESS_HOME, *AT, "--locale", "en")
    assert "楼栋长 (building leader)" in result.stdout
    assert "vacant → G04" in result.stdout


@pytest.mark.parametrize("topic", ["care", "weather"])
def test_a_topic_that_there_is_not_is_wrong_use(app: Flask, topic: str) -> None:
    assert run(app, w.HOME, "--topic", topic).exit_code == 2


def test_a_home_that_does_not_exist_ends_with_one_and_names_the_nearest(app: Flask) -> None:
    result = run(app, f"{w.BUILDING}-1-503", *AT)
    assert result.exit_code == 1
    assert w.HOME in result.stderr
