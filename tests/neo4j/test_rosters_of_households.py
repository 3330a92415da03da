"""Homes and what lists of them tell beside who lives there."""

from pathlib import Path

import pytest

from database.connection import Connection
from graph_schema.values.seal import Seal
from tests.neo4j.life_world import Rows, faults, notices, places, residents, roster, serving, workbook, written
from tests.neo4j.rosters_world import facts, load, loads_twice_and_is_taken_back


@pytest.fixture
def graph(empty_graph: Connection, seal: Seal, tmp_path: Path) -> Connection:
    return places(empty_graph, seal, tmp_path)


RESIDENTS: Rows = [
    ["松涛社区住户信息登记表"],
    ["小区", "楼栋", "房号", "姓名", "联系电话", "与户主关系", "住房使用情况", "便民服务卡", "党员户", "另有住房"],
    ["松涛苑", "2栋", "1-201", "周九", "19900000301", "户主", "自住", "已发放", "是", "松涛苑1栋1单元101"],
    ["", "", "", "吴十", "19900000302", "配偶", "", "", "", ""],
    ["松涛苑", "2栋", "1-202", "郑一", "19900000303", "户主", "自住", "否", "否", "松涛苑9栋1单元101、无"],
    ["松涛苑", "2栋", "2-201", "孙八", "19900000304", "户主", "自住", "/", "", "无"],
]


class TestResidents:
    @pytest.fixture
    def graph(self, graph: Connection, seal: Seal, tmp_path: Path) -> Connection:
        """One home whose owner may be another's."""
        residents(graph, seal, tmp_path, ("1栋", "1", "101", "郑十", "19880101", "19900000901"))
        return graph

    def test_have_a_service_card_or_not(self, graph: Connection, seal: Seal, tmp_path: Path) -> None:
        load(graph, seal, [workbook(tmp_path / "住户.xlsx", {"Sheet1": RESIDENTS})])

        cards = "MATCH (h:Household) WHERE h.address CONTAINS '2栋' RETURN h.name, h.service_card, h.is_party_household"
        assert facts(graph, cards) == {
            ("1单元201", "yes", True),
            ("1单元202", "no", False),
            ("2单元201", None, None),
        }

    def test_may_own_another_home_that_is_known(self, graph: Connection, seal: Seal, tmp_path: Path) -> None:
        prepared = load(graph, seal, [workbook(tmp_path / "住户.xlsx", {"Sheet1": RESIDENTS})])

        assert facts(graph, "MATCH (p)-[:OWNS]->(h) RETURN p.name, h.address") == {
            ("周九", "松涛社区松涛苑1栋1单元101")
        }
        assert notices(prepared) == [(5, "J", "松涛苑9栋1单元101", "household_unknown")]

    def test_load_twice_and_are_taken_back(self, graph: Connection, seal: Seal, tmp_path: Path) -> None:
        path = workbook(tmp_path / "住户.xlsx", {"Sheet1": RESIDENTS})
        loads_twice_and_is_taken_back(graph, seal, tmp_path, path)


def test_hub_households_are_equals(graph: Connection, seal: Seal, tmp_path: Path) -> None:
    rows: Rows = [
        ["松涛社区党员中心户名册"],
        ["小区", "楼栋", "房号", "户主姓名", "手机", "联系户数"],
        ["松涛苑", "1栋", "1-101", "张三", "19900000101", "12"],
        ["松涛苑", "1栋", "2-202", "李四", "19900000102", "10"],
    ]
    path = written(tmp_path / "党员中心户.csv", rows)
    prepared = load(graph, seal, [path])

    assert roster(prepared) == ["hub_household_names"]
    assert facts(graph, "MATCH (p)-[r:SERVES]->(b) RETURN p.name, r.role, b.name, r.is_primary") == {
        ("张三", "hub_household", "1栋", None),
        ("李四", "hub_household", "1栋", None),
    }


def test_a_hub_household_is_told_by_its_address(graph: Connection, seal: Seal, tmp_path: Path) -> None:
    rows: Rows = [
        ["松涛社区党员中心户登记表"],
        ["序号", "姓名", "住址", "联系电话"],
        [1, "张三", "松涛苑2栋1单元101", "19900000101"],
        [2, "李四", "松涛苑8栋1单元101", "19900000102"],
    ]
    prepared = load(graph, seal, [workbook(tmp_path / "中心户.xlsx", {"Sheet1": rows})])

    assert serving(graph) == {("张三", "hub_household", "松涛社区松涛苑2栋")}
    assert [(line, problem) for line, *_, problem in faults(prepared)] == [(4, "building_unknown")]


def test_heads_of_households_alone_are_residents(graph: Connection, seal: Seal, tmp_path: Path) -> None:
    rows: Rows = [
        ["松涛社区住户信息"],
        ["小区", "楼栋", "单元", "房号", "户主", "联系电话", "家庭人口"],
        ["松涛苑", "1栋", "1单元", "101", "张三", "19900000101", 3],
        ["", "", "", "102", "李四", "19900000102", 2],
    ]
    path = workbook(tmp_path / "户主.xlsx", {"Sheet1": rows})
    prepared = load(graph, seal, [path])

    assert roster(prepared) == ["household_heads"]
    assert facts(graph, "MATCH (p)-[:LIVES_IN]->(h) RETURN p.name, h.address") == {
        ("张三", "松涛社区松涛苑1栋1单元101"),
        ("李四", "松涛社区松涛苑1栋1单元102"),
    }


def test_a_list_of_party_households_says_so_of_each_home(graph: Connection, seal: Seal, tmp_path: Path) -> None:
    rows: Rows = [
        ["松涛社区共产党员户登记表"],
        ["小区", "楼栋", "单元", "房号", "户主姓名", "联系电话"],
        ["松涛苑", "1栋", "1单元", "101", "张三", "19900000101"],
    ]
    path = workbook(tmp_path / "党员户.xlsx", {"Sheet1": rows})
    load(graph, seal, [path])

    homes = "MATCH (:Person {name: '张三'})-[:LIVES_IN]->(h) RETURN h.address, h.is_party_household"
    assert facts(graph, homes) == {("松涛社区松涛苑1栋1单元101", True)}
