"""Activities with attendance as offices write them: logs, and sheets that were signed."""

from pathlib import Path

import pytest

from database.connection import Connection
from graph_schema.values.seal import Seal
from tests.neo4j.life_world import BRANCH, Rows, faults, roster, staffed, workbook, written
from tests.neo4j.rosters_world import facts, load, loads_twice_and_is_taken_back


@pytest.fixture
def graph(empty_graph: Connection, seal: Seal, tmp_path: Path) -> Connection:
    return staffed(empty_graph, seal, tmp_path)


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
        assert facts(graph, HELD) == {
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

        assert facts(graph, HELD) == {(BRANCH, "party_lecture", "2026-03-05", "day", None, "0101 0103 ")}
        assert facts(graph, "MATCH (o:PartyOrg) RETURN o.name") == {(BRANCH,)}

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
        assert facts(graph, HELD) == {(BRANCH, "theme_party_day", "2026-04-05", "day", None, "0101 0103 ")}
        assert faults(prepared) == [(6, "C", "姓名", "令狐远山", "person_unknown")]

    @pytest.mark.parametrize(
        ("title", "there"),
        [
            ("松涛社区第一网格党支部2026年4月5日主题党日签到表", {(BRANCH, "theme_party_day", "2026-04-05", "0101 ")}),
            ("松涛社区第七网格党支部2026年4月5日主题党日签到表", set()),
        ],
    )
    def test_may_be_held_by_the_branch_in_the_title(
        self, graph: Connection, seal: Seal, tmp_path: Path, title: str, there: set[object]
    ) -> None:
        rows: Rows = [[title], ["序号", "姓名", "签名", "备注"], [1, "张三", "", ""]]
        load(graph, seal, [workbook(tmp_path / "签到.xlsx", {"Sheet1": rows})])

        assert {(row[0], row[1], row[2], row[5]) for row in facts(graph, HELD)} == there
        assert facts(graph, "MATCH (o:PartyOrg) RETURN o.name") == {(BRANCH,)}

    def test_of_a_grid(self, graph: Connection, seal: Seal, tmp_path: Path) -> None:
        rows: Rows = [
            ["社区", "网格", "活动时间", "活动类型", "活动主题", "参与志愿者"],
            ["松涛社区", "二网格", "2026/5/1", "志愿服务活动", "义诊", "无"],
            ["松涛社区", "九网格", "2026/5/1", "志愿服务活动", "义诊", "无"],
        ]
        prepared = load(graph, seal, [written(tmp_path / "活动.csv", rows)])

        assert facts(graph, HELD) == {("第二网格", "volunteer_event", "2026-05-01", "day", "义诊", "")}
        assert faults(prepared) == [(3, "B", "网格", "九网格", "place_unknown")]
