"""Shifts and care pairs as offices write them: nobody yet, names that nobody knows, places that are not there."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from database.connection import Connection
from database.reading import read
from graph_schema.values.seal import Seal
from loaders.preparation import Prepared
from tests.neo4j.rosters_world import load, rehearse
from tests.neo4j.test_rosters_again import PLACES, written
from tests.unit.loaders.workbooks import write

CARRIED = ["卡点编号", "卡点名称", "所属社区", "所属网格", "每班人数", "班次", "负责人", "联系电话"]
DAYS = ["11月16日", "11月17日"]
PAIRS = ["关爱对象", "关爱对象电话", "需求类型", "结对人", "结对人电话", "结对时间", "探访频次", "最近探访", "探访方式"]
LEAD, LEAD_PHONE = "袁成国", "19900000301"
FACTS = "MATCH (p:Person)-[r:ON_SHIFT]->(s:Shift) RETURN p.name AS name, s.shift_id AS shift ORDER BY shift, name"


@pytest.fixture
def graph(empty_graph: Connection, seal: Seal, tmp_path: Path) -> Connection:
    """One community with one grid and one building."""
    row = ["云杉县", "松涛镇", "松涛社区", "429091101001", "第一网格", "松涛苑", "1栋", "6"]
    load(empty_graph, seal, [written(tmp_path / "楼栋信息.csv", [PLACES, row])])
    return empty_graph


def shifts(folder: Path, *rows: Sequence[str]) -> Path:
    """The table, and beside it the list that has the phone of everybody who may stand in a cell."""
    title = ["松涛镇卡点值守排班表（2026年11月16日—17日）"]
    listed = [["值守人员通讯录"], ["姓名", "工作单位", "联系电话"], [LEAD, "云杉县林业局", LEAD_PHONE]]
    table = [title, [*CARRIED, *DAYS], *map(list, rows)]
    return write(folder / "卡点值守排班表.xlsx", {"排班表": table, "通讯录": listed})


def gate(*cells: str, number: str = "KD-01", grid: str = "第一网格", shift: str = "夜班 23:00-07:00") -> list[str]:
    return [number, "东门", "松涛社区", grid, "2", shift, LEAD, LEAD_PHONE, *cells]


def pairs(folder: Path, *rows: Sequence[str]) -> Path:
    return written(folder / "结对关爱台账.csv", [["松涛镇结对关爱台账（2026年11月）"], PAIRS, *rows])


def faults(prepared: Prepared) -> list[tuple[int, str, str, str, str | None]]:
    return [(f.at.line, f.column, f.heading, f.problem, f.value) for f in prepared.report.faults]


class TestShifts:
    def test_are_there_where_nobody_stands_yet(self, graph: Connection, seal: Seal, tmp_path: Path) -> None:
        prepared = load(graph, seal, [shifts(tmp_path, gate("待定", ""))])

        text = "MATCH (s)-[r:AT]->(c) RETURN s.starts AS starts, s.ends AS ends, c.code AS gate"
        found = [(row["starts"].isoformat(), row["ends"].isoformat(), row["gate"]) for row in read(graph, text)]
        night = "429091101001G001KKD-01"
        assert sorted(found) == [
            ("2026-11-16T23:00:00+08:00", "2026-11-17T07:00:00+08:00", night),
            ("2026-11-17T23:00:00+08:00", "2026-11-18T07:00:00+08:00", night),
        ]
        assert faults(prepared) == []

    def test_are_refused_cell_by_cell_for_a_name_that_nobody_knows(
        self, graph: Connection, seal: Seal, tmp_path: Path
    ) -> None:
        prepared = load(graph, seal, [shifts(tmp_path, gate(LEAD, "不知谁"))])

        assert faults(prepared) == [(3, "J", "11月17日", "person_unknown", "不知谁")]
        assert [row["shift"].split("/")[1:] for row in read(graph, FACTS)] == [["2026-11-16", "夜班"]]
        assert [row["n"] for row in read(graph, "MATCH (s:Shift) RETURN count(s) AS n")] == [2]

    def test_of_a_gate_in_no_such_grid_are_refused(self, graph: Connection, seal: Seal, tmp_path: Path) -> None:
        prepared = load(graph, seal, [shifts(tmp_path, gate(LEAD, "", grid="第九网格"))])

        assert {fault[2:] for fault in faults(prepared)} == {("所属网格", "place_unknown", "第九网格")}
        assert read(graph, "MATCH (n:Shift|Checkpoint) RETURN n") == []

    def test_change_nothing_when_they_come_again(self, graph: Connection, seal: Seal, tmp_path: Path) -> None:
        path = shifts(tmp_path, gate(LEAD, "待定"), gate("无", LEAD, shift="早班 07:00-15:00"))
        load(graph, seal, [path])

        assert rehearse(graph, seal, [path]).changes == ()


class TestCarePairs:
    def test_keep_what_is_good_of_a_row_with_an_unknown_need(
        self, graph: Connection, seal: Seal, tmp_path: Path
    ) -> None:
        row = ["唐德", "19900000302", "独居老人、爱聊天", LEAD, LEAD_PHONE, "2026.3", "30", "11.10", "电话"]
        prepared = load(graph, seal, [pairs(tmp_path, row)])

        assert faults(prepared) == []
        assert [(n.problem, n.value) for sheet in prepared.report.sheets for n in sheet.notices] == [
            ("choice_unknown", "爱聊天")
        ]
        [pair] = read(graph, "MATCH (a)-[r:PAIRED_WITH]->(b) RETURN a.name AS a, b.name AS b, properties(r) AS said")
        assert (pair["a"], pair["b"], pair["said"]["visit_every_days"]) == (LEAD, "唐德", 30)
        assert (pair["said"]["since"].isoformat(), pair["said"]["since_precision"]) == ("2026-03-01", "month")
        [visit] = read(graph, "MATCH (v:Visit) RETURN v.on.year AS year, v.mode AS mode, v.visit_id AS key")
        assert (visit["year"], visit["mode"], visit["key"].endswith("/2026-11-10")) == (2026, "phone", True)

    def test_with_oneself_are_refused(self, graph: Connection, seal: Seal, tmp_path: Path) -> None:
        row = [LEAD, LEAD_PHONE, "独居老人", LEAD, LEAD_PHONE, "2026.3", "30", "", ""]
        prepared = load(graph, seal, [pairs(tmp_path, row)])

        assert faults(prepared) == [(3, "D", "结对人", "value_conflict", LEAD)]
        assert read(graph, "MATCH (p:Person) RETURN p") == []

    def test_without_a_helper_still_say_the_need(self, graph: Connection, seal: Seal, tmp_path: Path) -> None:
        row = ["唐德", "19900000302", "空巢老人", "待定", "", "", "30", "", ""]
        load(graph, seal, [pairs(tmp_path, row)])

        assert read(graph, "MATCH (p)-[r:HAS_NEED]->(n) RETURN p.name AS name, n.code AS need") == [
            {"name": "唐德", "need": "empty_nest"}
        ]
        assert read(graph, "MATCH ()-[r:PAIRED_WITH]->() RETURN r") == []
