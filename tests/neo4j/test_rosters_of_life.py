"""Needs, visits and requests as offices write them: at homes and about people whom other rosters brought."""

import datetime as dt
from pathlib import Path

import pytest

from database.connection import Connection
from database.fingerprint import fingerprint
from graph_schema.values.seal import Seal
from tests.neo4j.life_world import Rows, faults, held, notices, places, residents, roster, workbook, written
from tests.neo4j.rosters_world import facts, load, loads_twice_and_is_taken_back

WORKERS: Rows = [
    ["社区", "网格", "网格员", "联系电话"],
    ["松涛社区", "第一网格", "郑一", "19900000901"],
    ["松涛社区", "第二网格", "郑二", "19900000902"],
]


@pytest.fixture
def graph(empty_graph: Connection, seal: Seal, tmp_path: Path) -> Connection:
    """Four homes: two of 张三 in two buildings, so that the name alone says nothing; and two grid workers."""
    places(empty_graph, seal, tmp_path)
    residents(
        empty_graph,
        seal,
        tmp_path,
        ("1栋", "1", "101", "张三", "19500101", "19900000101"),
        ("2栋", "1", "201", "张三", "19600101", "19900000102"),
        ("1栋", "2", "202", "李四", "19400101", "19900000103"),
        ("3栋", "1", "301", "王五", "19700101", "19900000104"),
    )
    load(empty_graph, seal, [written(tmp_path / "网格员.csv", WORKERS)])
    return empty_graph


NEEDS: Rows = [
    ["松涛社区需关注家庭登记表"],
    ["姓名", "联系电话", "小区", "楼栋", "房号", "需关注类型", "依据", "是否签订知情同意书", "登记日期", "结对人",
     "探访频次"],
    ["张三", "19900000101", "松涛苑", "1栋", "1-101", "空巢老人、慢性病", "民政部门认定", "", "2026.3.1", "郑一", "15"],
    ["李四", "", "松涛苑", "1栋", "2-202", "独居", "", "已签", "2026年4月", "", ""],
    ["王五", "19900000104", "松涛苑", "3栋", "301", "重残", "", "否", "", "", ""],
    ["张三", "19900000102", "松涛苑", "2栋", "1-201", "高龄", "", "", "", "", ""],
    ["张三", "", "松涛苑", "2栋", "9-909", "高龄", "法定职责", "", "", "", ""],
]  # fmt: skip
HAS_NEED = "MATCH (p)-[r:HAS_NEED]->(n) RETURN p.name, p.phone_last4, n.code, r.basis, toString(r.since)"


class TestNeeds:
    def test_are_recorded_with_what_they_rest_on(self, graph: Connection, seal: Seal, tmp_path: Path) -> None:
        prepared = load(graph, seal, [workbook(tmp_path / "需关注.xlsx", {"Sheet1": NEEDS})])

        assert roster(prepared) == ["needs"]
        assert facts(graph, HAS_NEED) == {
            ("张三", "0101", "empty_nest", "duty", "2026-03-01"),
            ("张三", "0101", "chronic_illness", "duty", "2026-03-01"),
            ("李四", "0103", "living_alone", "consent", "2026-04-01"),
        }

    def test_without_duty_or_consent_are_told_and_not_recorded(
        self, graph: Connection, seal: Seal, tmp_path: Path
    ) -> None:
        prepared = load(graph, seal, [workbook(tmp_path / "需关注.xlsx", {"Sheet1": NEEDS})])

        assert notices(prepared) == [
            (5, "F", "王五", "need_without_basis"),
            (6, "F", "张三", "need_without_basis"),
        ]

    def test_make_no_home(self, graph: Connection, seal: Seal, tmp_path: Path) -> None:
        homes = facts(graph, "MATCH (p)-[:LIVES_IN]->(h) RETURN p.person_id, h.code")
        prepared = load(graph, seal, [workbook(tmp_path / "需关注.xlsx", {"Sheet1": NEEDS})])

        assert faults(prepared) == [(7, "E", "房号", "2栋9单元909", "household_unknown")]
        assert facts(graph, "MATCH (p)-[:LIVES_IN]->(h) RETURN p.person_id, h.code") == homes

    def test_bring_the_pair_that_looks_after_them(self, graph: Connection, seal: Seal, tmp_path: Path) -> None:
        load(graph, seal, [workbook(tmp_path / "需关注.xlsx", {"Sheet1": NEEDS})])

        pairs = "MATCH (h)-[r:PAIRED_WITH]->(p) RETURN h.name, p.phone_last4, r.visit_every_days"
        assert facts(graph, pairs) == {("郑一", "0101", 15)}

    def test_load_twice_and_are_taken_back(self, graph: Connection, seal: Seal, tmp_path: Path) -> None:
        path = workbook(tmp_path / "需关注.xlsx", {"Sheet1": NEEDS})
        loads_twice_and_is_taken_back(graph, seal, tmp_path, path)

    def test_of_a_list_that_asks_for_no_basis_are_none(self, graph: Connection, seal: Seal, tmp_path: Path) -> None:
        rows: Rows = [
            ["独居老人登记表"],
            ["姓名", "电话", "住址", "人员类别"],
            ["李四", "19900000103", "松涛社区松涛苑1栋2单元202", "独居"],
        ]
        prepared = load(graph, seal, [written(tmp_path / "独居老人.csv", rows)])

        assert (facts(graph, HAS_NEED), notices(prepared)) == (set(), [(3, "D", "李四", "need_without_basis")])


def test_pairs_whose_table_asks_for_consent_record_a_need_with_it_alone(
    graph: Connection, seal: Seal, tmp_path: Path
) -> None:
    rows: Rows = [
        ["松涛社区结对关爱台账"],
        ["关爱对象", "联系电话", "需求类型", "本人同意", "结对人", "联系电话", "探访频次"],
        ["张三", "19900000101", "重度残疾", "同意", "郑一", "19900000901", "30"],
        ["李四", "19900000103", "独居老人", "不同意", "郑一", "19900000901", "7"],
    ]
    prepared = load(graph, seal, [workbook(tmp_path / "结对.xlsx", {"Sheet1": rows})])

    assert roster(prepared) == ["care_pairs"]
    assert facts(graph, HAS_NEED) == {("张三", "0101", "severe_disability", "consent", None)}
    assert notices(prepared) == [(4, "C", "李四", "need_without_basis")]
    assert len(facts(graph, "MATCH (h)-[:PAIRED_WITH]->(p) RETURN h.name, p.name")) == 2


VISITS: Rows = [
    ["松涛社区入户走访记录表（2026年11月）"],
    ["序号", "日期", "小区", "楼栋", "单元", "房号", "走访对象", "走访方式", "走访人", "走访情况"],
    [1, "11月3日", "松涛苑", "1栋", "1单元", "101", "张三", "上门", "郑一", "一切正常"],
    [2, "11月4日 上午", "松涛苑", "1栋", "2单元", "202", "", "电话", "郑一、郑二", "水管漏水"],
    [3, 46331, "松涛苑", "3栋", "", "301", "王五", "微信", "郑二", ""],
    [4, "11月31日", "松涛苑", "3栋", "", "301", "王五", "电话", "郑二", ""],
    [5, "11月6日", "松涛苑", "1栋", "1单元", "101", "赵六", "上门", "郑一", ""],
    [6, "11月7日", "松涛苑", "1栋", "1单元", "909", "", "上门", "郑一", ""],
    [7, "11月8日", "松涛苑", "1栋", "1单元", "101", "张三", "托人", "郑一", ""],
    [8, "11月9日", "", "", "", "", "", "上门", "郑一", ""],
]


class TestVisits:
    def test_are_to_people_and_homes_that_are_known(self, graph: Connection, seal: Seal, tmp_path: Path) -> None:
        prepared = load(graph, seal, [workbook(tmp_path / "走访.xlsx", {"走访": VISITS}, hidden_lines=[5])])

        assert roster(prepared) == ["visits"]
        visits = """
        MATCH (v:Visit)-[:VISITED]->(t)
        RETURN coalesce(t.name, ''), labels(t)[0], v.on, v.mode, v.result,
          reduce(s = '', n IN COLLECT { MATCH (v)-[:BY]->(p) RETURN p.name ORDER BY p.name } | s + n)
        """
        assert facts(graph, visits) == {
            ("张三", "Person", dt.date(2026, 11, 3), "home", "一切正常", "郑一"),
            ("2单元202", "Household", dt.date(2026, 11, 4), "phone", "水管漏水", "郑一郑二"),
            ("王五", "Person", dt.date(2026, 11, 5), "phone", None, "郑二"),
        } or facts(graph, visits) == {
            ("张三", "Person", dt.date(2026, 11, 3), "home", "一切正常", "郑一"),
            ("2单元202", "Place", dt.date(2026, 11, 4), "phone", "水管漏水", "郑一郑二"),
            ("王五", "Person", dt.date(2026, 11, 5), "phone", None, "郑二"),
        }
        assert facts(graph, "MATCH (:Visit)-[:VISITED]->(p:Person {name: '张三'}) RETURN p.phone_last4") == {("0101",)}

    def test_that_cannot_be_told_are_refused(self, graph: Connection, seal: Seal, tmp_path: Path) -> None:
        prepared = load(graph, seal, [workbook(tmp_path / "走访.xlsx", {"走访": VISITS})])

        assert faults(prepared) == [
            (6, "B", "日期", "11月31日", "date_invalid"),
            (7, "G", "走访对象", "赵六", "person_unknown"),
            (8, "F", "房号", "1栋1单元909", "household_unknown"),
            (9, "H", "走访方式", "托人", "choice_unknown"),
            (10, "G", "走访对象", "走访对象", "value_missing"),
        ]

    def test_load_twice_and_are_taken_back(self, graph: Connection, seal: Seal, tmp_path: Path) -> None:
        loads_twice_and_is_taken_back(graph, seal, tmp_path, workbook(tmp_path / "走访.xlsx", {"走访": VISITS}))

    def test_by_an_address_in_one_cell(self, graph: Connection, seal: Seal, tmp_path: Path) -> None:
        rows: Rows = [
            ["走访日期", "天气", "走访地址", "户主", "走访人", "走访内容"],
            ["2026-11-03", "", "松涛社区松涛苑2栋1单元201室", "张三", "郑一", "平安"],
            ["2026-11-03", "", "松涛苑8栋1单元201室", "", "", "平安"],
        ]
        prepared = load(graph, seal, [written(tmp_path / "走访.csv", rows)])

        assert facts(graph, "MATCH (:Visit)-[:VISITED]->(p:Person) RETURN p.phone_last4") == {("0102",)}
        assert faults(prepared) == [(3, "C", "走访地址", "松涛苑8栋1单元201室", "household_unknown")]

    def test_in_a_community_need_no_more_than_the_building(self, graph: Connection, seal: Seal, tmp_path: Path) -> None:
        rows: Rows = [
            ["松涛社区入户走访登记表"],
            ["走访时间", "户主姓名", "住址", "存在问题"],
            ["2026.11.2 14:00", "李四", "1栋2单元202", "下水道堵"],
            ["2026.11.3", "王五", "3栋301", "无"],
        ]
        prepared = load(graph, seal, [workbook(tmp_path / "走访.xlsx", {"Sheet1": rows})])

        assert (faults(prepared), held(prepared)) == ([], [])
        visits = "MATCH (v:Visit)-[:VISITED]->(p:Person) RETURN p.phone_last4, v.result"
        assert facts(graph, visits) == {("0103", "下水道堵"), ("0104", None)}

    def test_to_a_name_that_two_have_wait_for_a_decision(self, graph: Connection, seal: Seal, tmp_path: Path) -> None:
        before = fingerprint(graph)
        rows: Rows = [["走访日期", "走访对象", "走访人", "走访内容"], ["2026-11-03", "张三", "郑一", "平安"]]
        prepared = load(graph, seal, [written(tmp_path / "松涛社区走访.csv", rows)])

        assert (held(prepared), fingerprint(graph)) == ([(2, "张三")], before)


REQUESTS: Rows = [
    ["松涛社区群众诉求、微心愿认领台账"],
    ["序号", "登记日期", "类型", "姓名", "联系电话", "小区", "楼栋", "房号", "诉求内容", "认领人", "认领单位",
     "认领日期", "办结日期", "办理状态"],
    [1, "2026.10.8", "微心愿", "张三", "19900000101", "", "", "", "一副老花镜", "郑一", "", "2026.10.9",
     "2026.10.20", "已完成"],
    [2, "2026.10.8", "微心愿", "张三", "19900000101", "", "", "", "一台收音机", "", "云杉县林业局", "", "", ""],
    [3, "2026.10", "代办", "", "", "松涛苑", "1栋", "2-202", "代办老年证", "", "", "", "", "未认领"],
    [4, "2026.10.9", "代购", "王五", "19900000104", "", "", "", "买药", "郑二", "", "", "2026.10.1", ""],
    [5, "2026.10.9", "求助", "王五", "19900000104", "", "", "", "修灯", "", "", "", "", ""],
    [6, "2026.10.9", "诉求", "王五", "19900000104", "", "", "", "路灯不亮", "郑二", "", "", "", "未认领"],
    [7, "2026.10.9", "诉求", "王五", "19900000104", "", "", "", "", "", "", "", "", ""],
]  # fmt: skip


class TestRequests:
    def test_are_raised_claimed_and_done(self, graph: Connection, seal: Seal, tmp_path: Path) -> None:
        prepared = load(graph, seal, [workbook(tmp_path / "诉求.xlsx", {"Sheet1": REQUESTS})])

        assert roster(prepared) == ["requests"]
        requests = """
        MATCH (q:Request)-[:RAISED_BY]->(t)
        RETURN q.kind, q.text, q.status, t.name, toString(q.opened_on), toString(q.closed_on),
          head(COLLECT { MATCH (q)-[:CLAIMED_BY]->(c) RETURN c.name })
        """
        assert facts(graph, requests) == {
            ("wish", "一副老花镜", "done", "张三", "2026-10-08", "2026-10-20", "郑一"),
            ("wish", "一台收音机", "claimed", "张三", "2026-10-08", None, "云杉县林业局"),
            ("handle", "代办老年证", "open", "2单元202", "2026-10-01", None, None),
        }

    def test_that_contradict_themselves_are_refused(self, graph: Connection, seal: Seal, tmp_path: Path) -> None:
        prepared = load(graph, seal, [workbook(tmp_path / "诉求.xlsx", {"Sheet1": REQUESTS})])

        assert faults(prepared) == [
            (6, "M", "办结日期", "2026-10-01", "dates_reversed"),
            (7, "C", "类型", "求助", "choice_unknown"),
            (8, "N", "办理状态", "未认领", "value_conflict"),
            (9, "I", "诉求内容", "内容", "value_missing"),
        ]

    def test_load_twice_and_are_taken_back(self, graph: Connection, seal: Seal, tmp_path: Path) -> None:
        loads_twice_and_is_taken_back(graph, seal, tmp_path, workbook(tmp_path / "诉求.xlsx", {"Sheet1": REQUESTS}))

    def test_of_a_list_of_wishes_are_wishes(self, graph: Connection, seal: Seal, tmp_path: Path) -> None:
        rows: Rows = [
            ["姓名", "电话", "微心愿", "是否认领", "是否实现"],
            ["李四", "19900000103", "想要一双棉鞋", "否", "否"],
            ["王五", "19900000104", "想要一副拐杖", "是", "是"],
        ]
        load(graph, seal, [written(tmp_path / "心愿.csv", rows)])

        wishes = "MATCH (q:Request)-[:RAISED_BY]->(p) RETURN q.kind, q.text, q.status, p.name"
        assert facts(graph, wishes) == {
            ("wish", "想要一双棉鞋", "open", "李四"),
            ("wish", "想要一副拐杖", "done", "王五"),
        }
