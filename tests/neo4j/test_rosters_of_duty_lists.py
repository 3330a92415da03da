"""Duty lists with a row a shift, or with days across, at a community, a grid or a checkpoint."""

import datetime as dt
from pathlib import Path

import pytest

from database.connection import Connection
from graph_schema.values.seal import Seal
from tests.neo4j.life_world import Rows, faults, held, roster, staffed, workbook, written
from tests.neo4j.rosters_world import facts, load, loads_twice_and_is_taken_back


@pytest.fixture
def graph(empty_graph: Connection, seal: Seal, tmp_path: Path) -> Connection:
    return staffed(empty_graph, seal, tmp_path)


DUTY: Rows = [
    ["松涛社区2026年11月值班安排表"],
    ["日期", "星期", "班次", "带班领导", "值班人员", "联系电话"],
    ["11月20日", "五", "白班 8:00-18:00", "赵六", "钱七", "19900000202"],
    ["", "", "夜班 18:00-次日8:00", "赵六", "令狐远山", ""],
    ["11月21日", "六", "白班 8:00-18:00", "", "钱　七", ""],
    ["11月22日", "日", "全天", "", "钱七", ""],
]
SHIFTS = """
MATCH (p:Person)-[:ON_SHIFT]->(s:Shift)-[:AT]->(t)
RETURN p.name, t.name, toString(s.starts), toString(s.ends)
"""


class TestDutyLists:
    def test_have_a_row_a_shift(self, graph: Connection, seal: Seal, tmp_path: Path) -> None:
        prepared = load(graph, seal, [workbook(tmp_path / "值班.xlsx", {"值班表": DUTY}, ["A3:A4", "B3:B4"])])

        assert roster(prepared) == ["community_duty"]
        assert {(name, place, starts[:16], ends[:16]) for name, place, starts, ends in facts(graph, SHIFTS)} == {
            ("赵六", "松涛社区", "2026-11-20T08:00", "2026-11-20T18:00"),
            ("钱七", "松涛社区", "2026-11-20T08:00", "2026-11-20T18:00"),
            ("赵六", "松涛社区", "2026-11-20T18:00", "2026-11-21T08:00"),
            ("钱七", "松涛社区", "2026-11-21T08:00", "2026-11-21T18:00"),
        }
        assert faults(prepared) == [
            (4, "E", "值班人员", "令狐远山", "person_unknown"),
            (6, "C", "班次", "全天", "hours_missing"),
        ]

    def test_load_twice_and_are_taken_back(self, graph: Connection, seal: Seal, tmp_path: Path) -> None:
        path = workbook(tmp_path / "值班.xlsx", {"值班表": DUTY}, ["A3:A4", "B3:B4"])
        loads_twice_and_is_taken_back(graph, seal, tmp_path, path)

    def test_whose_hours_stand_above_the_table(self, graph: Connection, seal: Seal, tmp_path: Path) -> None:
        rows: Rows = [
            ["松涛社区值班表（2026年）"],
            ["值班时间：8:30—17:30"],
            ["日期", "值班人员", "网格"],
            ["11.21", "赵六", ""],
            ["11.22", "张三", "第一网格"],
        ]
        prepared = load(graph, seal, [written(tmp_path / "值班.csv", rows)])

        shifts = {(name, place, starts[:16]) for name, place, starts, _ in facts(graph, SHIFTS)}
        assert shifts == {("赵六", "松涛社区", "2026-11-21T08:30")}
        assert held(prepared) == [(5, "张三")]

    def test_with_days_across_are_of_the_community(self, graph: Connection, seal: Seal, tmp_path: Path) -> None:
        rows: Rows = [
            ["松涛社区2026年11月值班排班表"],
            ["序号", "班次", "11月21日", "11月22日"],
            [1, "白班 8:00-18:00", "赵六、钱七", "令狐远山"],
            [2, "夜班 18:00-8:00", "", "钱七"],
        ]
        prepared = load(graph, seal, [workbook(tmp_path / "排班.xlsx", {"Sheet1": rows})])

        assert roster(prepared) == ["community_shifts"]
        assert {(name, place, starts[:16]) for name, place, starts, _ in facts(graph, SHIFTS)} == {
            ("赵六", "松涛社区", "2026-11-21T08:00"),
            ("钱七", "松涛社区", "2026-11-21T08:00"),
            ("钱七", "松涛社区", "2026-11-22T18:00"),
        }
        assert len(facts(graph, "MATCH (s:Shift) RETURN s.shift_id")) == 4
        assert faults(prepared) == [(3, "D", "11月22日", "令狐远山", "person_unknown")]

    def test_of_days_alone_are_of_the_calendar_day(self, graph: Connection, seal: Seal, tmp_path: Path) -> None:
        rows: Rows = [
            ["松涛社区2026年11月值班安排"],
            ["值班日期", "带班领导", "值班员"],
            ["11月21日-22日", "赵六", "钱七"],
            ["11月28日-11月27日", "赵六", ""],
            ["11月29日", "赵六", ""],
        ]
        prepared = load(graph, seal, [workbook(tmp_path / "值班.xlsx", {"Sheet1": rows})])

        shifts = {(name, starts[:16], ends[:16]) for name, _, starts, ends in facts(graph, SHIFTS)}
        assert shifts == {
            ("赵六", "2026-11-21T00:00", "2026-11-22T00:00"),
            ("钱七", "2026-11-21T00:00", "2026-11-22T00:00"),
            ("赵六", "2026-11-22T00:00", "2026-11-23T00:00"),
            ("钱七", "2026-11-22T00:00", "2026-11-23T00:00"),
            ("赵六", "2026-11-29T00:00", "2026-11-30T00:00"),
        }
        assert faults(prepared) == [(4, "A", "值班日期", "11月28日-11月27日", "dates_reversed")]

    def test_of_checkpoints_make_them(self, graph: Connection, seal: Seal, tmp_path: Path) -> None:
        rows: Rows = [
            ["卡点值守人员名单（2026年）"],
            ["社区", "卡点编号", "卡点名称", "值守日期", "班次", "值守人员"],
            ["松涛社区", "KD-1", "东门", "11月22日", "早班 07:00-15:00", "钱七"],
            ["", "KD-1", "东门", "11月21日", "早班 07:00-15:00", "赵六、钱七"],
        ]
        prepared = load(graph, seal, [written(tmp_path / "卡点值守.csv", rows)])

        assert (roster(prepared), faults(prepared)) == (["checkpoint_duty"], [])
        assert facts(graph, "MATCH (c:Checkpoint) RETURN c.name, c.since") == {("东门", dt.date(2026, 11, 21))}
        assert len(facts(graph, SHIFTS)) == 3

    def test_lend_the_phones_of_the_list_beside_them(self, graph: Connection, seal: Seal, tmp_path: Path) -> None:
        listed: Rows = [["值班人员通讯录"], ["姓名", "工作单位", "联系电话"], ["张三", "松涛社区", "19900000901"]]
        table: Rows = [["松涛社区值班表"], ["日期", "班次", "值班人员"], ["2026-11-21", "8:00-20:00", "张三"]]
        prepared = load(graph, seal, [workbook(tmp_path / "值班.xlsx", {"值班": table, "通讯录": listed})])

        assert (roster(prepared), held(prepared)) == (["community_duty", "duty_staff"], [])
        on_shift = "MATCH (p)-[:ON_SHIFT]->() RETURN p.phone_last4"
        assert facts(graph, on_shift) == {("0901",)}
