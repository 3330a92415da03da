"""`flask review` and what a load goes by: answers, ends and meanings on the command line."""

import csv
import json
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from database.connection import Connection
from database.reading import read
from graph_schema.values.moment import CHINA
from records import layouts
from records.layouts import Layout
from records.store import Records
from settings import Settings
from tests.neo4j.command_line import Flask, command_line

PLACES = ["县", "镇", "社区", "社区代码", "网格", "小区", "楼栋", "层数"]
HOMES = ["社区", "小区", "楼栋", "单元", "房号", "姓名", "性别", "联系电话"]
LEADERS = ["社区", "小区", "楼栋", "楼栋长姓名", "性别", "手机号码"]


@pytest.fixture
def flask(empty_graph: Connection, settings: Settings, tmp_path: Path) -> Flask:
    """The command line on a graph with one resident, 侯国志, with records of this test's own."""
    run = command_line(settings, tmp_path)
    start = ["云杉县", "松涛镇", "松涛社区", "429091101001", "第一网格", "松涛苑"]
    places = written(tmp_path / "楼栋信息.csv", PLACES, *([*start, f"{n}栋", "6"] for n in (1, 2)))
    homes = written(
        tmp_path / "住户.csv", HOMES, ["松涛社区", "松涛苑", "1栋", "1", "101", "侯国志", "男", "19900000101"]
    )
    assert run("load", places, homes, "--json").exit_code == 0
    return run


@pytest.fixture
def leaders(tmp_path: Path) -> Path:
    """Somebody of the resident's name, with another number."""
    return written(tmp_path / "楼栋长.csv", LEADERS, ["松涛社区", "松涛苑", "2栋", "侯国志", "男", "19900000202"])


def written(path: Path, *rows: Sequence[str]) -> Path:
    with path.open("w", encoding="gbk", newline="") as file:
        csv.writer(file).writerows(rows)
    return path


def document(result: Result) -> Any:
    return json.loads(result.stdout)


def waiting(flask: Flask, leaders: Path) -> dict[str, Any]:
    """The one question, after the roster was loaded."""
    assert document(flask("load", leaders, "--json"))["files"][0]["sheets"][0]["held"] == 1
    (question,) = document(flask("review", "list", "--json"))
    return dict(question)


def people(graph: Connection) -> set[tuple[str, int]]:
    text = "MATCH (p:Person {name: '侯国志'}) RETURN p.person_id AS id, COUNT { (p)-[:SERVES]->() } AS posts"
    return {(row["id"], row["posts"]) for row in read(graph, text)}


def test_a_question_shows_what_agrees_and_differs(flask: Flask, leaders: Path) -> None:
    question = waiting(flask, leaders)

    (side,) = question["sides"]
    assert (question["name"], question["where"], question["source"]["line"]) == ("侯国志", "松涛社区松涛苑2栋", 2)
    assert {one["aspect"]: (one["row"], one["known"], one["verdict"]) for one in side["aspects"]} == {
        "phone": ("*******0202", "*******0101", "differs"),
        "gender": ("男", "男", "same"),
        "where": ("松涛社区松涛苑2栋", "松涛社区松涛苑1栋", "differs"),
        "posts": ("楼栋长", "", "unknown"),
    }
    assert "19900000202" not in flask("review", "list").stdout


def test_the_same_person_is_remembered(flask: Flask, leaders: Path, empty_graph: Connection) -> None:
    question = waiting(flask, leaders)
    assert flask("review", "answer", question["key"], question["sides"][0]["person_id"]).exit_code == 0
    loaded = document(flask("load", leaders, "--json"))

    assert loaded["files"][0]["sheets"][0]["held"] == 0
    assert people(empty_graph) == {("P00000001", 1)}
    assert document(flask("review", "list", "--json")) == []
    (given,) = document(flask("review", "list", "--answered", "--json"))
    assert (given["answer"], given["used_in"]) == ("P00000001", [loaded["import"]])


def test_somebody_else_is_made_once(flask: Flask, leaders: Path, empty_graph: Connection) -> None:
    flask("review", "answer", waiting(flask, leaders)["key"], "new")
    flask("load", leaders, "--json")
    again = document(flask("load", leaders, "--json"))

    assert people(empty_graph) == {("P00000001", 0), ("P00000002", 1)}
    assert again["difference"]["nodes"]["Person"] == {"created": 0, "changed": 0, "same": 1}


def test_somebody_else_is_made_again_after_an_undo(flask: Flask, leaders: Path, empty_graph: Connection) -> None:
    flask("review", "answer", waiting(flask, leaders)["key"], "new")
    flask("load", leaders, "--json")
    assert flask("undo", "last", "--json").exit_code == 0
    flask("load", leaders, "--json")

    assert people(empty_graph) == {("P00000001", 0), ("P00000003", 1)}


def test_an_answer_that_is_taken_back_asks_again(flask: Flask, leaders: Path) -> None:
    key = waiting(flask, leaders)["key"]
    flask("review", "answer", key, "P00000001")
    loaded = document(flask("load", leaders, "--json"))["import"]
    flask("undo", "last", "--json")

    assert loaded in flask("review", "undo", key).stdout
    assert waiting(flask, leaders)["key"] == key


def test_only_a_candidate_answers(flask: Flask, leaders: Path) -> None:
    refused = flask("review", "answer", waiting(flask, leaders)["key"], "P00000099")

    assert refused.exit_code == 1
    assert "P00000001" in refused.stderr


def test_what_a_roster_leaves_out_ends_where_it_is_said(flask: Flask, tmp_path: Path, empty_graph: Connection) -> None:
    path = tmp_path / "楼栋长.csv"
    written(path, LEADERS, ["松涛社区", "松涛苑", "2栋", "丁宁", "男", "19900000203"])
    flask("load", path, "--json")
    written(path, LEADERS, ["松涛社区", "松涛苑", "2栋", "空缺", "", ""])

    (proposal,) = document(flask("load", path, "--meaning", "now", "--json"))["files"][0]["proposals"]
    ended = document(flask("load", path, "--meaning", "楼栋长.csv=now", "--end", proposal["fact_id"], "--json"))
    assert ended["difference"]["relationships"]["SERVES"]["ended"] == 1
    assert read(empty_graph, "MATCH ()-[r:SERVES]->() RETURN r.until IS NULL AS open") == [{"open": False}]
    assert flask("undo", "last", "--json").exit_code == 0
    assert read(empty_graph, "MATCH ()-[r:SERVES]->() RETURN r.until IS NULL AS open") == [{"open": True}]
    assert flask("load", path, "--meaning", "now", "--end", "all", "--json").exit_code == 0
    assert read(empty_graph, "MATCH ()-[r:SERVES]->() RETURN r.until IS NULL AS open") == [{"open": False}]


def test_what_was_said_of_a_shape_holds_for_every_file_of_it(
    flask: Flask, tmp_path: Path, empty_graph: Connection
) -> None:
    row = ["松涛社区", "松涛苑", "2栋", "丁宁", "19900000203"]
    path = written(tmp_path / "名单.csv", ["所在", "院子", "号", "谁", "怎么找"], row)
    (sheet,) = document(flask("load", path, "--json"))["files"][0]["sheets"]
    fields = dict(enumerate(("community", "compound", "building", "building_leader", "building_leader.phone")))
    records = Records(f"sqlite:///{tmp_path / 'records.sqlite'}")
    with records.writing() as session:
        layouts.keep(session, Layout(sheet["shape"], "building_leaders", (1,), fields, "王芳", datetime.now(CHINA)))
    records.close()

    (read_now,) = document(flask("load", path, "--json"))["files"][0]["sheets"]
    assert (sheet["state"], read_now["roster"], read_now["accepted"]) == ("unknown", "building_leaders", 1)
    text = "MATCH (p:Person {name: '丁宁'})-[:SERVES]->(b:Building) RETURN b.name AS building, p.phone_last4 AS last4"
    assert read(empty_graph, text) == [{"building": "2栋", "last4": "0203"}]


@pytest.mark.parametrize(
    "options",
    [("--meaning", "soon"), ("--meaning", "别的.csv=now"), ("--end", "all"), ("--meaning", "now", "--end", "x")],
)
def test_wrong_words_are_a_wrong_use(flask: Flask, leaders: Path, options: Sequence[str]) -> None:
    assert flask("load", leaders, *options).exit_code == 2
