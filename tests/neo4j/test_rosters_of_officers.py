"""Officers of party organisations, staff of communities, and who from outside works there, as offices write them."""

from pathlib import Path

import pytest

from database.connection import Connection
from graph_schema.values.seal import Seal
from tests.neo4j.life_world import Rows, faults, places, roster, serving, workbook, written
from tests.neo4j.rosters_world import facts, load, loads_twice_and_is_taken_back

OFFICERS: Rows = [
    ["松涛社区党组织班子成员名册"],
    ["（2026年换届后）"],
    ["序号", "党组织名称", "上级党组织", "姓名", "党内职务", "政治面貌", "联系电话", "任职时间", "备注"],
    [1, "松涛社区党总支", "", "张三", "书记", "中共党员", "19900000101", "2026.3", ""],
    [2, "", "", "李四", "副书记、组织委员", "中共党员", "19900000102", "2026.3", "兼"],
    [3, "松涛社区第一网格党支部", "松涛社区党总支", "王五", "支部书记", "", "19900000103", 46082, ""],
    [4, "", "", "赵六", "纪检委员", "", "19900000104", "2026年3月", ""],
    [5, "松涛苑1栋党小组", "松涛社区第一网格党支部", "钱七", "组长", "", "19900000105", "", ""],
    [6, "", "", "孙八", "副组长", "", "19900000106", "", ""],
    [7, "云杉县林业局机关党委", "", "周九", "书记", "", "19900000107", "", ""],
    [8, "", "", "", "委员", "", "19900000108", "", ""],
]
MERGED = ["B4:B5", "B6:B7", "C6:C7", "B8:B9", "C8:C9", "A1:I1"]


@pytest.fixture
def graph(empty_graph: Connection, seal: Seal, tmp_path: Path) -> Connection:
    return places(empty_graph, seal, tmp_path)


class TestPartyOfficers:
    def test_have_the_role_that_their_word_means_in_their_organisation(
        self, graph: Connection, seal: Seal, tmp_path: Path
    ) -> None:
        prepared = load(graph, seal, [workbook(tmp_path / "班子.xlsx", {"班子成员": OFFICERS}, MERGED)])

        assert roster(prepared) == ["party_officers"]
        assert serving(graph) == {
            ("张三", "community_secretary", "松涛社区党总支"),
            ("李四", "deputy_secretary", "松涛社区党总支"),
            ("李四", "branch_committee", "松涛社区党总支"),
            ("王五", "branch_secretary", "松涛社区第一网格党支部"),
            ("赵六", "branch_committee", "松涛社区第一网格党支部"),
            ("钱七", "group_leader", "松涛苑1栋党小组"),
        }
        assert facts(graph, "MATCH (o)-[:SUBORDINATE_TO]->(a) RETURN o.name, a.name") == {
            ("松涛社区第一网格党支部", "松涛社区党总支"),
            ("松涛苑1栋党小组", "松涛社区第一网格党支部"),
        }
        assert faults(prepared) == [(11, "D", "姓名", "", "name_missing")]

    def test_load_twice_and_are_taken_back(self, graph: Connection, seal: Seal, tmp_path: Path) -> None:
        path = workbook(tmp_path / "班子.xlsx", {"班子成员": OFFICERS}, MERGED)
        loads_twice_and_is_taken_back(graph, seal, tmp_path, path)


class TestCommunityStaff:
    def test_have_the_role_of_their_office_and_their_unit(self, graph: Connection, seal: Seal, tmp_path: Path) -> None:
        rows: Rows = [
            ["松涛镇社区工作人员公示"],
            ["社区", "姓名", "职务", "工作单位", "联系电话", "分管工作", "B岗", "值班电话"],
            ["松涛社区", "张三", "党总支书记、居委会主任", "", "19900000101", "全面工作", "李四", "0719-0000101"],
            ["", "李四", "副主任", "", "19900000102", "低保、医保", "", ""],
            ["", "王五", "社区民警", "云杉县公安局松涛派出所", "19900000103", "", "", ""],
            ["", "赵六", "家庭医生", "松涛镇卫生院", "19900000104", "", "", ""],
            ["", "钱七", "下沉干部", "云杉县林业局", "19900000105", "", "", ""],
        ]
        prepared = load(graph, seal, [written(tmp_path / "社区工作人员.csv", rows)])

        assert (roster(prepared), faults(prepared)) == (["community_staff"], [])
        assert {(name, role) for name, role, _ in serving(graph)} == {
            ("张三", "community_secretary"),
            ("张三", "community_director"),
            ("李四", "standby"),
            ("李四", "community_cadre"),
            ("王五", "community_police"),
            ("赵六", "family_doctor"),
            ("钱七", "sunk_cadre"),
        }


def test_leaders_of_communities_stand_in_a_column_for_each_post(graph: Connection, seal: Seal, tmp_path: Path) -> None:
    rows: Rows = [
        ["松涛镇村（社区）主要负责人名册"],
        ["序号", "村（社区）", "党组织书记", "联系电话", "居委会主任", "联系电话", "副书记", "联系电话"],
        [1, "松涛社区", "张三", "19900000101", "李四", "19900000102", "王五\n赵六", "19900000103\n19900000104"],
        [2, "李家湾", "钱七", "19900000105", "空缺", "", "", ""],
        [3, "石桥社区", "孙八", "19900000106", "", "", "", ""],
    ]
    prepared = load(graph, seal, [workbook(tmp_path / "负责人.xlsx", {"Sheet1": rows})])

    assert roster(prepared) == ["community_leaders"]
    assert serving(graph) == {
        ("张三", "community_secretary", "松涛社区"),
        ("李四", "community_director", "松涛社区"),
        ("王五", "community_cadre", "松涛社区"),
        ("赵六", "community_cadre", "松涛社区"),
        ("钱七", "community_secretary", "李家湾村"),
    }
    assert faults(prepared) == [(5, "B", "村(社区)", "石桥社区", "place_unknown")]


def test_a_volunteer_serves_the_grid_that_is_named(graph: Connection, seal: Seal, tmp_path: Path) -> None:
    rows: Rows = [
        ["姓名", "联系电话", "所属社区", "服务网格", "特长"],
        ["张三", "19900000101", "松涛社区", "第二网格", "理发"],
        ["李四", "19900000102", "松涛社区", "", "理发"],
        ["王五", "19900000103", "松涛社区", "第八网格", "理发"],
    ]
    prepared = load(graph, seal, [written(tmp_path / "志愿者.csv", rows)])

    assert serving(graph) == {
        ("张三", "volunteer", "松涛社区第二网格"),
        ("李四", "volunteer", "松涛社区"),
    }
    assert faults(prepared) == [(4, "D", "服务网格", "第八网格", "place_unknown")]


SUPPORT: Rows = [
    ["松涛镇一村（社区）一警、一社区一医生配备表"],
    ["序号", "社区（村）", "网格", "社区民警", "联系电话", "家庭医生", "联系电话", "下沉干部", "单位", "联系电话"],
    [1, "松涛社区", "第一网格", "张三", "19900000101", "李四", "19900000102", "王五、赵六", "云杉县林业局",
     "19900000103、19900000104"],
    [2, "松涛社区", "第九网格", "张三", "19900000101", "李四", "19900000102", "", "", ""],
    [3, "李家湾村", "", "张三", "19900000101", "暂缺", "", "待定", "", ""],
]  # fmt: skip


class TestCommunitySupport:
    def test_works_in_a_grid_or_in_the_whole_community(self, graph: Connection, seal: Seal, tmp_path: Path) -> None:
        path = written(tmp_path / "包联力量.csv", SUPPORT)
        prepared = load(graph, seal, [path])

        assert roster(prepared) == ["community_support"]
        assert serving(graph) == {
            ("张三", "community_police", "松涛社区第一网格"),
            ("李四", "family_doctor", "松涛社区第一网格"),
            ("王五", "sunk_cadre", "松涛社区第一网格"),
            ("赵六", "sunk_cadre", "松涛社区第一网格"),
            ("张三", "community_police", "李家湾村"),
        }
        assert faults(prepared) == [(4, "C", "网格", "第九网格", "place_unknown")]

    @pytest.mark.parametrize(
        ("title", "role"),
        [
            ("松涛镇社区民警名册", "community_police"),
            ("家庭医生签约服务名册", "family_doctor"),
            ("县直单位下沉党员干部花名册", "sunk_cadre"),
        ],
    )
    def test_is_known_by_its_title_where_its_headings_are_those_of_any_list(
        self, graph: Connection, seal: Seal, tmp_path: Path, title: str, role: str
    ) -> None:
        rows: Rows = [
            [title],
            ["姓名", "单位及职务", "服务社区", "手机"],
            ["张三", "云杉县林业局科员", "松涛社区", "19900000101"],
        ]
        load(graph, seal, [workbook(tmp_path / "名册.xlsx", {"Sheet1": rows})])

        assert serving(graph) == {("张三", role, "松涛社区")}

    def test_loads_twice_and_is_taken_back(self, graph: Connection, seal: Seal, tmp_path: Path) -> None:
        loads_twice_and_is_taken_back(graph, seal, tmp_path, written(tmp_path / "包联力量.csv", SUPPORT))
