"""A second roster against what stands: people move, leaders follow one another, files come in other shapes."""

import csv
import datetime as dt
from collections.abc import Sequence
from pathlib import Path

import pytest

from database.connection import Connection
from database.reading import read
from graph_schema.values.seal import Seal
from tests.neo4j.rosters_world import TODAY, load, rehearse

PLACES = ["县", "镇", "社区", "社区代码", "网格", "小区", "楼栋", "层数"]
HOMES = ["社区", "小区", "楼栋", "单元", "房号", "姓名", "身份证号", "联系电话", "住房使用情况", "与户主关系"]
LEADERS = ["社区", "小区", "楼栋", "楼栋长姓名", "手机号码", "任职时间"]
ID = "429091199008031599"


@pytest.fixture
def graph(empty_graph: Connection, seal: Seal, tmp_path: Path) -> Connection:
    """One community with two buildings, and one person in the first."""
    start = ["云杉县", "松涛镇", "松涛社区", "429091101001", "第一网格", "松涛苑"]
    rows = [PLACES, [*start, "1栋", "6"], [*start, "2栋", "6"]]
    load(empty_graph, seal, [written(tmp_path / "楼栋信息.csv", rows)])
    load(empty_graph, seal, [homes(tmp_path, ["1栋", "1", "101", "唐德", ID, "19900000102", "自住", "户主"])])
    return empty_graph


def written(path: Path, rows: Sequence[Sequence[str]], encoding: str = "gbk") -> Path:
    with path.open("w", encoding=encoding, newline="") as file:
        csv.writer(file).writerows(rows)
    return path


def homes(folder: Path, *rows: list[str]) -> Path:
    return written(folder / "住户.csv", [HOMES, *(["松涛社区", "松涛苑", *row] for row in rows)])


def leaders(folder: Path, *rows: list[str]) -> Path:
    return written(folder / "楼栋长.csv", [LEADERS, *(["松涛社区", "松涛苑", *row] for row in rows)])


def lives(graph: Connection) -> list[tuple[str, dt.date | None, dt.date | None]]:
    text = """
    MATCH (:Person {name: '唐德'})-[r:LIVES_IN]->(h)
    RETURN h.short_address AS home, r.since AS since, r.until AS until ORDER BY home
    """
    return [(row["home"], row["since"], row["until"]) for row in read(graph, text)]


def primaries(graph: Connection) -> set[tuple[str, bool]]:
    text = "MATCH (p)-[r:SERVES {role: 'building_leader'}]->() RETURN p.name AS name, r.is_primary AS first"
    return {(row["name"], row["first"]) for row in read(graph, text)}


def test_who_moves_leaves_the_old_home_today(graph: Connection, seal: Seal, tmp_path: Path) -> None:
    load(graph, seal, [homes(tmp_path, ["2栋", "2", "501", "唐德", ID, "", "", ""])])

    assert lives(graph) == [("1-1-101", None, TODAY), ("2-2-501", TODAY, None)]
    assert rehearse(graph, seal, [homes(tmp_path, ["2栋", "2", "501", "唐德", ID, "", "", ""])]).changes == ()


def test_a_new_number_is_added_and_the_old_one_stays(graph: Connection, seal: Seal, tmp_path: Path) -> None:
    load(graph, seal, [homes(tmp_path, ["1栋", "1", "101", "唐德", ID, "19900009999", "", ""])])

    rows = read(graph, "MATCH (p:Person {name: '唐德'}) RETURN p.phone_last4 AS first, p.phone2_last4 AS second")
    assert rows == [{"first": "0102", "second": "9999"}]


def test_the_id_number_of_another_name_refuses_the_row(graph: Connection, seal: Seal, tmp_path: Path) -> None:
    faults = rehearse(graph, seal, [homes(tmp_path, ["2栋", "1", "101", "王五", ID, "", "", ""])]).report.faults

    assert [(f.column, f.problem, f.value) for f in faults] == [("G", "id_of_another_person", None)]


def test_a_later_leader_is_the_primary_one(graph: Connection, seal: Seal, tmp_path: Path) -> None:
    load(graph, seal, [leaders(tmp_path, ["1栋", "甲人", "19900000201", "2024.3"])])
    load(graph, seal, [leaders(tmp_path, ["1栋", "乙人", "19900000202", "2026.3"])])

    assert primaries(graph) == {("甲人", False), ("乙人", True)}


def test_where_no_date_orders_them_the_conflict_is_told(graph: Connection, seal: Seal, tmp_path: Path) -> None:
    load(graph, seal, [leaders(tmp_path, ["1栋", "甲人", "19900000201", ""])])
    prepared = load(graph, seal, [leaders(tmp_path, ["1栋", "乙人", "19900000202", ""])])

    assert primaries(graph) == {("甲人", True), ("乙人", False)}
    assert [fault.problem for sheet in prepared.report.sheets for fault in sheet.notices] == ["value_conflict"]


def test_a_more_precise_date_corrects_the_fact_in_place(graph: Connection, seal: Seal, tmp_path: Path) -> None:
    load(graph, seal, [leaders(tmp_path, ["1栋", "甲人", "19900000201", "2024"])])
    prepared = load(graph, seal, [leaders(tmp_path, ["1栋", "甲人", "19900000201", "2024.3.5"])])

    assert prepared.report.relationships["SERVES", "changed"] == 1
    rows = read(graph, "MATCH ()-[r:SERVES]->() RETURN r.since AS since, r.since_precision AS precision")
    assert rows == [{"since": dt.date(2024, 3, 5), "precision": "day"}]


def test_an_unknown_community_names_the_nearest(graph: Connection, seal: Seal, tmp_path: Path) -> None:
    path = written(tmp_path / "楼栋长.csv", [LEADERS, ["松涛小区居委会", "松涛苑", "1栋", "甲人", "19900000201", ""]])

    fault = rehearse(graph, seal, [path]).report.faults[0]

    assert (fault.column, fault.problem) == ("A", "place_unknown")
    assert "松涛社区" in fault.advice_zh


def test_the_sheet_or_file_may_name_the_community(graph: Connection, seal: Seal, tmp_path: Path) -> None:
    path = written(tmp_path / "松涛社区楼长.csv", [LEADERS[1:], ["松涛苑", "1幢", "甲人", "19900000201", ""]])

    assert load(graph, seal, [path]).report.clean
    assert primaries(graph) == {("甲人", True)}


def test_homes_by_their_address_alone(graph: Connection, seal: Seal, tmp_path: Path) -> None:
    headings = ["姓名", "与户主关系", "手机", "门牌地址", "所属社区"]
    rows = [headings, ["白莲", "户主", "19900000777", "松涛苑2幢一单元301室", "松涛社区"]]

    prepared = load(graph, seal, [written(tmp_path / "居民.csv", rows, "utf-8-sig")])

    assert prepared.report.clean
    rows_found = read(
        graph, "MATCH (:Person {name: '白莲'})-[:LIVES_IN]->(h) RETURN h.code AS code, h.address AS address"
    )
    assert rows_found == [{"code": "429091101001B00002-1-301", "address": "松涛社区松涛苑2栋1单元301"}]


def test_files_that_cannot_be_read_stand_in_the_report(graph: Connection, seal: Seal, tmp_path: Path) -> None:
    empty, strange = (
        tmp_path / "空.xlsx",
        written(tmp_path / "车辆.csv", [["车牌", "车型", "颜色"], ["甲", "乙", "丙"]]),
    )
    empty.touch()

    document = rehearse(graph, seal, [empty, strange]).report.json("en")

    assert document["files"][0]["problem"] == "file_empty"
    assert [fault["problem"] for fault in document["files"][1]["sheets"][0]["faults"]] == ["roster_unknown"]
    assert document["difference"] == {"nodes": {}, "relationships": {}}
