"""Activities with attendance, duty lists with a row a shift, and the further columns of residents."""

import datetime as dt
from pathlib import Path

import pytest

from database.connection import Connection
from graph_schema.values.seal import Seal
from tests.neo4j.life_world import (
    Rows,
    faults,
    found,
    held,
    loads_twice_and_is_taken_back,
    notices,
    places,
    residents,
    roster,
    workbook,
    written,
)
from tests.neo4j.rosters_world import load

BRANCH = "松涛社区第一网格党支部"
MEMBERS: Rows = [
    ["松涛社区党员名册"],
    ["姓名", "联系电话", "所在党支部", "党员类别", "入党时间", "出生日期"],
    ["张三", "19900000101", BRANCH, "正式", "2001.7", "1960.1.1"],
    ["李四", "19900000102", BRANCH, "正式", "2002.7", ""],
    ["王五", "19900000103", BRANCH, "预备", "2026.3", ""],
]
STAFF: Rows = [
    ["社区", "姓名", "职务", "联系电话"],
    ["松涛社区", "赵六", "书记", "19900000201"],
    ["松涛社区", "钱七", "副主任", "19900000202"],
]


@pytest.fixture
def graph(empty_graph: Connection, seal: Seal, tmp_path: Path) -> Connection:
    """Three members of a branch, two of the staff, and a resident who is called as one of the members."""
    places(empty_graph, seal, tmp_path)
    load(empty_graph, seal, [written(tmp_path / "党员名册.csv", MEMBERS)])
    load(empty_graph, seal, [written(tmp_path / "社区工作人员.csv", STAFF)])
    residents(empty_graph, seal, tmp_path, ("1栋", "1", "101", "张三", "19880101", "19900000901"))
    return empty_graph


LIFE: Rows = [
    ["松涛社区2026年“三会一课”及主题党日开展情况登记表"],
    ["序号", "党支部名称", "时间", "类型", "主题", "地点", "参会人员", "应到", "实到"],
    [1, BRANCH, "3月5日 14:30", "支部主题党日", "学雷锋", "会议室", "张三、李四、王　五", 3, 3],
    [2, BRANCH, "3月5日", "主题党日", "植树", "河边", "李四", 3, 1],
    [3, BRANCH, "2026.3", "党课", "", "", "张三 令狐远山", "", ""],
    [4, BRANCH, "3月9日", "茶话会", "闲谈", "", "张三", "", ""],
    [5, "", "3月12日", "志愿服务", "清洁家园", "", "赵六、钱七", "", ""],
]
HELD = """
MATCH (a:Activity)-[:HELD_BY]->(h)
RETURN h.name, a.kind, toString(a.on), a.on_precision, a.title,
  reduce(s = '', n IN COLLECT { MATCH (p)-[:ATTENDED]->(a) RETURN p.phone_last4 AS n ORDER BY n } | s + n + ' ') AS who
"""


class TestActivities:
    def test_are_held_by_an_organisation_or_a_community(self, graph: Connection, seal: Seal, tmp_path: Path) -> None:
        prepared = load(graph, seal, [workbook(tmp_path / "三会一课.xlsx", {"Sheet1": LIFE})])

        assert roster(prepared) == ["activities"]
        assert found(graph, HELD) == {
            (BRANCH, "theme_party_day", "2026-03-05", "day", "学雷锋", "0101 0102 0103 "),
            (BRANCH, "theme_party_day", "2026-03-05", "day", "植树", "0102 "),
            (BRANCH, "party_lecture", "2026-03-01", "month", None, "0101 "),
            ("松涛社区", "volunteer_event", "2026-03-12", "day", "清洁家园", "0201 0202 "),
        }

    def test_of_an_unknown_kind_or_person_are_told(self, graph: Connection, seal: Seal, tmp_path: Path) -> None:
        prepared = load(graph, seal, [workbook(tmp_path / "三会一课.xlsx", {"Sheet1": LIFE})])

        assert faults(prepared) == [
            (5, "G", "参会人员", "令狐远山", "person_unknown"),
            (6, "D", "类型", "茶话会", "choice_unknown"),
        ]

    def test_load_twice_and_are_taken_back(self, graph: Connection, seal: Seal, tmp_path: Path) -> None:
        path = workbook(tmp_path / "三会一课.xlsx", {"Sheet1": LIFE})
        loads_twice_and_is_taken_back(graph, seal, tmp_path, path)

    def test_of_a_branch_without_its_communitys_name_are_of_that_branch(
        self, graph: Connection, seal: Seal, tmp_path: Path
    ) -> None:
        rows: Rows = [
            ["松涛社区三会一课记录"],
            ["党支部", "日期", "类型", "参会人员"],
            ["第一网格党支部", "2026-03-05", "党课", "张三、王五等3人"],
        ]
        load(graph, seal, [workbook(tmp_path / "三会一课.xlsx", {"Sheet1": rows})])

        assert found(graph, HELD) == {(BRANCH, "party_lecture", "2026-03-05", "day", None, "0101 0103 ")}
        assert found(graph, "MATCH (o:PartyOrg) RETURN o.name") == {(BRANCH,)}

    def test_whose_day_and_kind_stand_above_a_list_of_signatures(
        self, graph: Connection, seal: Seal, tmp_path: Path
    ) -> None:
        rows: Rows = [
            ["第一网格支部主题党日签到表"],
            ["2026年4月5日"],
            ["序号", "党支部", "姓名", "联系电话", "签名"],
            [1, BRANCH, "张三", "", ""],
            [2, BRANCH, "王五", "19900000103", ""],
            [3, BRANCH, "令狐远山", "", ""],
        ]
        prepared = load(graph, seal, [workbook(tmp_path / "签到表.xlsx", {"Sheet1": rows})])

        assert roster(prepared) == ["activity_sign_in"]
        assert found(graph, HELD) == {(BRANCH, "theme_party_day", "2026-04-05", "day", None, "0101 0103 ")}
        assert faults(prepared) == [(6, "C", "姓名", "令狐远山", "person_unknown")]

    def test_of_a_grid(self, graph: Connection, seal: Seal, tmp_path: Path) -> None:
        rows: Rows = [
            ["社区", "网格", "活动时间", "活动类型", "活动主题", "参与志愿者"],
            ["松涛社区", "二网格", "2026/5/1", "志愿服务活动", "义诊", "无"],
            ["松涛社区", "九网格", "2026/5/1", "志愿服务活动", "义诊", "无"],
        ]
        prepared = load(graph, seal, [written(tmp_path / "活动.csv", rows)])

        assert found(graph, HELD) == {("第二网格", "volunteer_event", "2026-05-01", "day", "义诊", "")}
        assert faults(prepared) == [(3, "B", "网格", "九网格", "place_unknown")]


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
        assert {(name, place, starts[:16], ends[:16]) for name, place, starts, ends in found(graph, SHIFTS)} == {
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

        shifts = {(name, place, starts[:16]) for name, place, starts, _ in found(graph, SHIFTS)}
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
        assert {(name, place, starts[:16]) for name, place, starts, _ in found(graph, SHIFTS)} == {
            ("赵六", "松涛社区", "2026-11-21T08:00"),
            ("钱七", "松涛社区", "2026-11-21T08:00"),
            ("钱七", "松涛社区", "2026-11-22T18:00"),
        }
        assert len(found(graph, "MATCH (s:Shift) RETURN s.shift_id")) == 4
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

        shifts = {(name, starts[:16], ends[:16]) for name, _, starts, ends in found(graph, SHIFTS)}
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
        assert found(graph, "MATCH (c:Checkpoint) RETURN c.name, c.since") == {("东门", dt.date(2026, 11, 21))}
        assert len(found(graph, SHIFTS)) == 3

    def test_lend_the_phones_of_the_list_beside_them(self, graph: Connection, seal: Seal, tmp_path: Path) -> None:
        listed: Rows = [["值班人员通讯录"], ["姓名", "工作单位", "联系电话"], ["张三", "松涛社区", "19900000901"]]
        table: Rows = [["松涛社区值班表"], ["日期", "班次", "值班人员"], ["2026-11-21", "8:00-20:00", "张三"]]
        prepared = load(graph, seal, [workbook(tmp_path / "值班.xlsx", {"值班": table, "通讯录": listed})])

        assert (roster(prepared), held(prepared)) == (["community_duty", "duty_staff"], [])
        on_shift = "MATCH (p)-[:ON_SHIFT]->() RETURN p.phone_last4"
        assert found(graph, on_shift) == {("0901",)}


RESIDENTS: Rows = [
    ["松涛社区住户信息登记表"],
    ["小区", "楼栋", "房号", "姓名", "联系电话", "与户主关系", "住房使用情况", "便民服务卡", "党员户", "另有住房"],
    ["松涛苑", "2栋", "1-201", "周九", "19900000301", "户主", "自住", "已发放", "是", "松涛苑1栋1单元101"],
    ["", "", "", "吴十", "19900000302", "配偶", "", "", "", ""],
    ["松涛苑", "2栋", "1-202", "郑一", "19900000303", "户主", "自住", "否", "否", "松涛苑9栋1单元101、无"],
    ["松涛苑", "2栋", "2-201", "孙八", "19900000304", "户主", "自住", "/", "", "无"],
]


class TestResidents:
    def test_have_a_service_card_or_not(self, graph: Connection, seal: Seal, tmp_path: Path) -> None:
        load(graph, seal, [workbook(tmp_path / "住户.xlsx", {"Sheet1": RESIDENTS})])

        cards = "MATCH (h:Household) WHERE h.address CONTAINS '2栋' RETURN h.name, h.service_card, h.is_party_household"
        assert found(graph, cards) == {
            ("1单元201", "yes", True),
            ("1单元202", "no", False),
            ("2单元201", None, None),
        }

    def test_may_own_another_home_that_is_known(self, graph: Connection, seal: Seal, tmp_path: Path) -> None:
        prepared = load(graph, seal, [workbook(tmp_path / "住户.xlsx", {"Sheet1": RESIDENTS})])

        assert found(graph, "MATCH (p)-[:OWNS]->(h) RETURN p.name, h.address") == {
            ("周九", "松涛社区松涛苑1栋1单元101")
        }
        assert notices(prepared) == [(5, "J", "松涛苑9栋1单元101", "household_unknown")]

    def test_load_twice_and_are_taken_back(self, graph: Connection, seal: Seal, tmp_path: Path) -> None:
        path = workbook(tmp_path / "住户.xlsx", {"Sheet1": RESIDENTS})
        loads_twice_and_is_taken_back(graph, seal, tmp_path, path)


def test_people_of_the_same_import_are_known_where_they_belong(
    empty_graph: Connection, seal: Seal, tmp_path: Path
) -> None:
    places(empty_graph, seal, tmp_path)
    folder = tmp_path / "together"
    folder.mkdir()
    shifts: Rows = [["松涛社区值班表"], ["日期", "班次", "值班人员"], ["2026-11-21", "8:00-20:00", "赵六"]]
    homes: Rows = [RESIDENTS[1], RESIDENTS[2]]
    visits: Rows = [
        ["走访日期", "社区", "小区", "楼栋", "房号", "走访对象", "走访人", "走访情况"],
        ["2026-11-03", "松涛社区", "松涛苑", "2栋", "1-201", "周九", "赵六", "平安"],
    ]
    prepared = load(
        empty_graph,
        seal,
        [
            written(folder / "社区工作人员.csv", STAFF),
            written(folder / "党员名册.csv", MEMBERS),
            written(folder / "松涛社区住户.csv", homes),
            written(folder / "值班.csv", shifts),
            written(folder / "走访.csv", visits),
            workbook(folder / "三会一课.xlsx", {"Sheet1": LIFE[:3]}),
        ],
    )

    assert (faults(prepared), held(prepared)) == ([], [])
    assert found(empty_graph, "MATCH (p)-[r:ATTENDED|ON_SHIFT]->() RETURN p.name, type(r)") == {
        ("张三", "ATTENDED"),
        ("李四", "ATTENDED"),
        ("王五", "ATTENDED"),
        ("赵六", "ON_SHIFT"),
    }
    visits = "MATCH (v:Visit)-[:VISITED]->(p), (v)-[:BY]->(q) RETURN p.name, q.name"
    assert found(empty_graph, visits) == {("周九", "赵六")}
