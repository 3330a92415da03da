"""Rosters of those who lead buildings, entrances, village groups and party groups, as offices write them."""

from pathlib import Path

import pytest

from database.connection import Connection
from graph_schema.values.seal import Seal
from tests.neo4j.life_world import Rows, faults, places, roster, serving, workbook, written
from tests.neo4j.rosters_world import facts, load, loads_twice_and_is_taken_back


@pytest.fixture
def graph(empty_graph: Connection, seal: Seal, tmp_path: Path) -> Connection:
    return places(empty_graph, seal, tmp_path)


LEADERS: Rows = [
    ["松涛社区楼栋长及楼栋力量公示表"],
    ["填表说明：党小组长须为正式党员"],
    ["序号", "小区名称", "楼栋名称", "楼栋长", "", "副楼栋长", "", "楼栋党小组", "党小组长", "", "党员中心户", "B岗"],
    ["", "", "", "姓名", "手机号码", "姓名", "手机号码", "", "姓名", "手机号码", "", ""],
    [1, "松涛苑", "1幢", "张　三", 19900000101.0, "李四", "199-0000-0102", "松涛苑1栋党小组", "王五", "19900000103",
     "赵六（3单元）、钱七", "孙八"],
    [2, "〃", "2#", "暂缺", "", "周九", "19900000104", "", "", "", "无", ""],
    [3, "松涛苑", "3号楼", "吴十", "+86 19900000105", "", "", "", "郑一", "19900000106", "", ""],
    ["合计", "", "3栋", "2人", "", "", "", "", "", "", "", ""],
    ["制表人：　　　　审核人：　　　　2026年11月1日"],
]  # fmt: skip
GROUPED = ["A3:A4", "B3:B4", "C3:C4", "D3:E3", "F3:G3", "H3:H4", "I3:J3", "K3:K4", "L3:L4", "A1:L1"]


class TestTheForcesOfABuilding:
    def test_stand_in_one_table(self, graph: Connection, seal: Seal, tmp_path: Path) -> None:
        prepared = load(graph, seal, [workbook(tmp_path / "楼栋力量.xlsx", {"松涛社区": LEADERS}, GROUPED)])

        assert roster(prepared) == ["building_forces"]
        assert serving(graph) == {
            ("张三", "building_leader", "松涛社区松涛苑1栋"),
            ("李四", "deputy_building_leader", "松涛社区松涛苑1栋"),
            ("王五", "group_leader", "松涛苑1栋党小组"),
            ("赵六", "hub_household", "松涛社区松涛苑1栋"),
            ("钱七", "hub_household", "松涛社区松涛苑1栋"),
            ("孙八", "standby", "松涛社区松涛苑1栋"),
            ("周九", "deputy_building_leader", "松涛社区松涛苑2栋"),
        }

    def test_a_group_leader_needs_the_group(self, graph: Connection, seal: Seal, tmp_path: Path) -> None:
        prepared = load(graph, seal, [workbook(tmp_path / "楼栋力量.xlsx", {"松涛社区": LEADERS}, GROUPED)])

        assert faults(prepared) == [(7, "H", "楼栋党小组", "楼栋党小组", "value_missing")]

    def test_does_without_the_group_leader_where_no_column_names_the_group(
        self, graph: Connection, seal: Seal, tmp_path: Path
    ) -> None:
        rows: Rows = [["小区", "楼栋", "楼栋长", "电话", "党小组长"], ["松涛苑", "1栋", "张三", "19900000101", "王五"]]
        prepared = load(graph, seal, [written(tmp_path / "松涛社区楼栋.csv", rows)])

        assert (roster(prepared), faults(prepared)) == (["building_leaders"], [])
        assert serving(graph) == {("张三", "building_leader", "松涛社区松涛苑1栋")}

    def test_loads_twice_and_is_taken_back(self, graph: Connection, seal: Seal, tmp_path: Path) -> None:
        path = workbook(tmp_path / "楼栋力量.xlsx", {"松涛社区": LEADERS}, GROUPED)
        loads_twice_and_is_taken_back(graph, seal, tmp_path, path)


ENTRANCES: Rows = [
    ["松涛镇松涛社区单元长登记表（2026年）"],
    ["小区", "楼栋", "楼栋长", "联系电话", "单元", "单元长姓名", "联系电话", "任职时间"],
    ["松涛苑", "1栋", "张三", "19900000101", "一单元", "李四", "19900000102", "2025.3"],
    ["", "", "", "", "2单元", "王五", "19900000103", "2025年3月1日"],
    ["松涛苑", "2栋", "赵六", "19900000104", 1, "空缺", "", ""],
    ["松涛苑", "2栋", "赵六", "19900000104", 3, "钱七", "19900000105", ""],
    ["松涛苑", "3栋", "", "", "", "孙八", "19900000106", ""],
    ["松涛苑", "2栋", "", "", "", "周九", "19900000107", ""],
]


class TestEntranceLeaders:
    def test_lead_entrances_that_the_roster_makes(self, graph: Connection, seal: Seal, tmp_path: Path) -> None:
        merges = ["A3:A4", "B3:B4", "C3:C4", "D3:D4", "A1:H1"]
        prepared = load(graph, seal, [workbook(tmp_path / "单元长.xlsx", {"Sheet1": ENTRANCES}, merges)])

        assert roster(prepared) == ["entrance_leaders"]
        assert serving(graph) == {
            ("张三", "building_leader", "松涛社区松涛苑1栋"),
            ("李四", "entrance_leader", "松涛社区松涛苑1栋1单元"),
            ("王五", "entrance_leader", "松涛社区松涛苑1栋2单元"),
            ("赵六", "building_leader", "松涛社区松涛苑2栋"),
            ("孙八", "entrance_leader", "松涛社区松涛苑3栋1单元"),
        }
        dated = """
        MATCH ()-[r:SERVES {role: 'entrance_leader'}]->(e)
        RETURN e.address, toString(r.since), r.since_precision
        """
        assert facts(graph, dated) >= {
            ("松涛社区松涛苑1栋1单元", "2025-03-01", "month"),
            ("松涛社区松涛苑1栋2单元", "2025-03-01", "day"),
        }

    def test_of_an_entrance_that_is_not_there_or_not_said_are_refused(
        self, graph: Connection, seal: Seal, tmp_path: Path
    ) -> None:
        merges = ["A3:A4", "B3:B4", "C3:C4", "D3:D4"]
        prepared = load(graph, seal, [workbook(tmp_path / "单元长.xlsx", {"Sheet1": ENTRANCES}, merges)])

        assert faults(prepared) == [
            (6, "E", "单元", "3单元", "place_unknown"),
            (8, "E", "单元", "单元", "value_missing"),
        ]

    def test_load_twice_and_are_taken_back(self, graph: Connection, seal: Seal, tmp_path: Path) -> None:
        path = workbook(tmp_path / "单元长.xlsx", {"Sheet1": ENTRANCES}, ["A3:A4", "B3:B4", "C3:C4", "D3:D4"])
        loads_twice_and_is_taken_back(graph, seal, tmp_path, path)


VILLAGERS: Rows = [
    ["李家湾村村民小组长名册"],
    ["序号", "村", "村民小组", "组长姓名", "性别", "联系方式", "副组长", "户数"],
    ["1", "李家湾村", "一组", "张三", "男", "19900000101", "李四", "42"],
    ["2", "", "2", "王五", "女", "19900000102 / 19900000103", "/", "38"],
    ["3", "", "第3村民小组", "同上", "", "", "", "40"],
    ["4", "", "9", "赵六", "男", "19900000104", "", "12"],
]


class TestVillagerGroupLeaders:
    def test_lead_the_groups_of_a_village(self, graph: Connection, seal: Seal, tmp_path: Path) -> None:
        prepared = load(graph, seal, [written(tmp_path / "村民小组长.csv", VILLAGERS)])

        assert roster(prepared) == ["villager_group_leaders"]
        assert serving(graph) == {
            ("张三", "villager_group_leader", "李家湾村1组"),
            ("李四", "deputy_building_leader", "李家湾村1组"),
            ("王五", "villager_group_leader", "李家湾村2组"),
        }
        assert facts(graph, "MATCH (p {name: '王五'}) RETURN p.phone_last4, p.phone2_last4") == {("0102", "0103")}

    def test_are_never_filled_down_nor_lead_what_is_not_there(
        self, graph: Connection, seal: Seal, tmp_path: Path
    ) -> None:
        prepared = load(graph, seal, [written(tmp_path / "村民小组长.csv", VILLAGERS)])

        assert faults(prepared) == [
            (5, "D", "组长姓名", "", "person_filled_down"),
            (6, "C", "村民小组", "9组", "building_unknown"),
        ]

    def test_load_twice_and_are_taken_back(self, graph: Connection, seal: Seal, tmp_path: Path) -> None:
        loads_twice_and_is_taken_back(graph, seal, tmp_path, written(tmp_path / "村民小组长.csv", VILLAGERS))


GROUPS: Rows = [
    ["松涛社区楼栋党小组长名册"],
    ["党小组名称", "所属党支部", "小区", "覆盖楼栋", "楼栋", "姓名", "政治面貌", "电话"],
    ["松涛苑1栋党小组", "松涛社区第一网格党支部", "松涛苑", "", "1-2栋", "张三", "中共党员", "19900000101"],
    ["松涛苑3栋党小组", "", "松涛苑", "", "3栋", "李四", "中共预备党员", "1990000010"],
]


class TestGroupLeaders:
    def test_lead_groups_below_their_branch(self, graph: Connection, seal: Seal, tmp_path: Path) -> None:
        prepared = load(graph, seal, [written(tmp_path / "党小组长.csv", GROUPS, "utf-8-sig")])

        assert roster(prepared) == ["group_leaders"]
        assert serving(graph) == {("张三", "group_leader", "松涛苑1栋党小组")}
        assert facts(graph, "MATCH (g)-[:SUBORDINATE_TO]->(b) RETURN g.name, g.kind, b.name, b.kind") == {
            ("松涛苑1栋党小组", "group", "松涛社区第一网格党支部", "branch")
        }
        assert facts(graph, "MATCH (:PartyOrg)-[:COVERS]->(b:Building) RETURN b.name") == {("1栋",)}
        assert faults(prepared) == [(4, "H", "电话", "199****010", "phone_length")]


class TestMicroGridLeaders:
    @pytest.fixture
    def divided(self, graph: Connection, seal: Seal, tmp_path: Path) -> Connection:
        rows: Rows = [
            ["社区", "网格", "小网格", "围合类型", "包含楼栋"],
            ["松涛社区", "第一网格", "第一小网格", "老旧小区", "松涛苑1-2栋"],
        ]
        load(graph, seal, [written(tmp_path / "网格划分.csv", rows)])
        return graph

    def test_of_a_list_of_names(self, divided: Connection, seal: Seal, tmp_path: Path) -> None:
        rows: Rows = [
            ["松涛社区微网格长名册"],
            ["网格", "微网格", "姓名", "手机"],
            ["第一网格", "1号微网格", "张三", "19900000101"],
            ["", "2号微网格", "李四", "19900000102"],
        ]
        path = written(tmp_path / "微网格长.csv", rows)
        prepared = load(divided, seal, [path])

        assert roster(prepared) == ["micro_grid_leaders"]
        assert serving(divided) == {("张三", "micro_grid_leader", "松涛社区第一网格第一小网格")}
        assert faults(prepared) == [(4, "B", "微网格", "2号微网格", "place_unknown")]

    def test_beside_the_leaders_of_buildings(self, divided: Connection, seal: Seal, tmp_path: Path) -> None:
        rows: Rows = [
            ["社区", "网格", "微网格", "微网格长", "联系电话", "小区", "楼栋", "楼栋长", "联系电话"],
            ["松涛社区", "第一网格", "第一小网格", "张三", "19900000101", "松涛苑", "1栋", "李四", "19900000102"],
            ["松涛社区", "第一网格", "第一小网格", "张三", "19900000101", "松涛苑", "2栋", "王五", "19900000103"],
        ]
        prepared = load(divided, seal, [written(tmp_path / "力量.csv", rows)])

        assert (roster(prepared), faults(prepared)) == (["building_and_micro_grid_leaders"], [])
        assert serving(divided) == {
            ("张三", "micro_grid_leader", "松涛社区第一网格第一小网格"),
            ("李四", "building_leader", "松涛社区松涛苑1栋"),
            ("王五", "building_leader", "松涛社区松涛苑2栋"),
        }
