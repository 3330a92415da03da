"""请假登记表 as offices write it: dates without a year, backwards or missing, and people whom nobody knows."""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from database.connection import Connection
from database.fingerprint import fingerprint
from database.reading import read
from graph_schema.values.seal import Seal
from loaders.preparation import Prepared
from tests.neo4j.rosters_world import load, rehearse
from tests.neo4j.test_rosters_again import PLACES, leaders, written

TITLES = ["松涛镇网格力量请假登记表"], ["2026年第四季度"]
HEADINGS = "姓名 岗位 联系电话 请假类型 开始日期 结束日期 天数 代班人 代班人电话 备注".split()
USUAL = {
    "姓名": "文涵涵",
    "联系电话": "19900000430",
    "请假类型": "病假",
    "开始日期": "11月18日",
    "结束日期": "11月25日",
}
STAND_IN = {"代班人": "袁成国", "代班人电话": "19900000522"}


@pytest.fixture
def graph(empty_graph: Connection, seal: Seal, tmp_path: Path) -> Connection:
    """Two leaders of two buildings."""
    start = ["云杉县", "松涛镇", "松涛社区", "429091101001", "第一网格", "松涛苑"]
    load(empty_graph, seal, [written(tmp_path / "楼栋信息.csv", [PLACES, [*start, "1栋", "6"], [*start, "2栋", "6"]])])
    rows = [["1栋", "文涵涵", "19900000430", ""], ["2栋", "袁成国", "19900000522", ""]]
    load(empty_graph, seal, [leaders(tmp_path, *rows)])
    return empty_graph


def row(**said: str) -> list[str]:
    known = USUAL | said
    return [known.get(heading, "") for heading in HEADINGS]


def table(folder: Path, *rows: Sequence[str]) -> Path:
    return written(folder / "请假登记.csv", [*TITLES, HEADINGS, *rows])


def faults(prepared: Prepared) -> list[tuple[int, str, str, str | None, str]]:
    return [(f.at.line, f.column, f.heading, f.value, f.problem) for f in prepared.report.faults]


def leaves(graph: Connection) -> list[tuple[Any, ...]]:
    text = """
    MATCH (p:Person)-[:ON_LEAVE]->(l:Leave)
    RETURN p.name AS name, l.from AS start, l.to AS end, COLLECT { MATCH (l)-[:COVERED_BY]->(q) RETURN q.name } AS by
    ORDER BY name, start
    """
    return [tuple(found.values()) for found in read(graph, text)]


@pytest.mark.parametrize(
    ("start", "end", "first", "last"),
    [
        ("11月18日", "11月25日", dt.date(2026, 11, 18), dt.date(2026, 11, 25)),
        ("2026.11.18", "2026-11-18", dt.date(2026, 11, 18), dt.date(2026, 11, 18)),
        ("2026/11/18", "20261125", dt.date(2026, 11, 18), dt.date(2026, 11, 25)),
        ("12月28日", "1月3日", dt.date(2026, 12, 28), dt.date(2027, 1, 3)),
    ],
)
def test_days_are_read_as_people_write_them(
    graph: Connection, seal: Seal, tmp_path: Path, start: str, end: str, first: dt.date, last: dt.date
) -> None:
    load(graph, seal, [table(tmp_path, row(开始日期=start, 结束日期=end, **STAND_IN))])

    assert leaves(graph) == [("文涵涵", first, last, ["袁成国"])]


@pytest.mark.parametrize(
    ("said", "column", "heading", "value", "problem"),
    [
        ({"结束日期": "11月12日"}, "F", "结束日期", "11月12日", "dates_reversed"),
        ({"结束日期": "2026年11月"}, "F", "结束日期", "2026年11月", "date_invalid"),
        ({"开始日期": "下周一"}, "E", "开始日期", "下周一", "date_invalid"),
        ({"开始日期": "11月31日"}, "E", "开始日期", "11月31日", "date_invalid"),
        ({"姓名": "令狐远山"}, "A", "姓名", "令狐远山", "person_unknown"),
        ({"代班人": "令狐远山"}, "H", "代班人", "令狐远山", "person_unknown"),
        ({"代班人": "文涵涵", "代班人电话": "19900000430"}, "H", "代班人", "文涵涵", "value_conflict"),
        ({"联系电话": "1990000043"}, "C", "联系电话", "199****043", "phone_length"),
    ],
)
def test_what_cannot_be_read_refuses_its_row(
    graph: Connection,
    seal: Seal,
    tmp_path: Path,
    said: dict[str, str],
    column: str,
    heading: str,
    value: str,
    problem: str,
) -> None:
    before = fingerprint(graph)
    prepared = load(graph, seal, [table(tmp_path, row(**said))])

    assert faults(prepared) == [(4, column, heading, value, problem)]
    [fault] = prepared.report.faults
    assert fault.message_zh and fault.advice_zh and fault.message_en and fault.advice_en
    assert fingerprint(graph) == before


@pytest.mark.parametrize("heading", ["开始日期", "结束日期"])
def test_a_leave_without_a_day_is_refused(graph: Connection, seal: Seal, tmp_path: Path, heading: str) -> None:
    prepared = load(graph, seal, [table(tmp_path, row(**{heading: "待定"}))])

    [(line, _, column, _, problem)] = faults(prepared)
    assert (line, column, problem) == (4, heading, "value_missing")


@pytest.mark.parametrize("nobody", ["", "无", "待定", "/"])
def test_nobody_may_stand_in(graph: Connection, seal: Seal, tmp_path: Path, nobody: str) -> None:
    load(graph, seal, [table(tmp_path, row(代班人=nobody))])

    assert leaves(graph) == [("文涵涵", dt.date(2026, 11, 18), dt.date(2026, 11, 25), [])]


def test_somebody_without_a_number_waits_for_a_decision(graph: Connection, seal: Seal, tmp_path: Path) -> None:
    prepared = load(graph, seal, [table(tmp_path, row(联系电话=""))])

    assert [(review.at.line, review.name) for review in prepared.report.reviews] == [(4, "文涵涵")]
    assert leaves(graph) == []


def test_a_longer_leave_is_the_same_leave(graph: Connection, seal: Seal, tmp_path: Path) -> None:
    load(graph, seal, [table(tmp_path, row())])
    load(graph, seal, [table(tmp_path, row(结束日期="11月30日", **STAND_IN))])

    assert leaves(graph) == [("文涵涵", dt.date(2026, 11, 18), dt.date(2026, 11, 30), ["袁成国"])]


def test_two_stand_in_for_each_other(graph: Connection, seal: Seal, tmp_path: Path) -> None:
    other = {"姓名": "袁成国", "联系电话": "19900000522", "代班人": "文涵涵", "代班人电话": "19900000430"}
    path = table(tmp_path, row(**STAND_IN), row(**other))
    load(graph, seal, [path])

    assert [(name, by) for name, _, _, by in leaves(graph)] == [("文涵涵", ["袁成国"]), ("袁成国", ["文涵涵"])]
    assert rehearse(graph, seal, [path]).changes == ()
