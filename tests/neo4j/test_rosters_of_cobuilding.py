"""共驻共建台账, 荣誉台账 and 办公用房登记表 as offices write them: lists in a cell, rooms of one name."""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

import pytest

from database.connection import Connection
from database.fingerprint import fingerprint
from graph_schema.values.seal import Seal
from tests.neo4j.rosters_world import facts, load, loads_twice_and_is_taken_back
from tests.neo4j.test_rosters_again import leaders, written
from tests.neo4j.town_world import credit_code, faults, roster_of, town
from tests.unit.loaders.workbooks import Cell, write

FORESTRY = credit_code("MB1234567")


@pytest.fixture
def graph(empty_graph: Connection, seal: Seal, tmp_path: Path) -> Connection:
    return town(empty_graph, seal, tmp_path)


class TestCobuilding:
    HEADINGS = (
        "单位名称 统一社会信用代码 单位性质 联系人 联系电话 共建社区 资源清单 需求清单 签约时间 协议到期时间".split()
    )

    def workbook(self, folder: Path) -> Path:
        headings: list[Cell] = [
            "序号",
            "共建单位",
            "统一社会信用代码",
            "单位类型",
            "负责人",
            "联系人",
            "手机",
            "共建社区",
        ]
        headings += ["资源清单\n（可提供）", "需求清单", "签约时间", "协议到期时间", "备注"]
        offers = "会议室、苗木；\n义务植树"
        forestry: list[Cell] = ["云杉县林业局", FORESTRY, "机关", "邹山轩", "郝宇永", 19900004083, "松涛社区、石桥社区"]
        rows: list[Sequence[Cell]] = [
            ["松涛镇共驻共建单位资源清单和需求清单"],
            ["（2026年度）"],
            headings,
            [1, *forestry, offers, "志愿者", "2024.3", dt.date(2027, 3, 1), None],
            [
                2,
                "松涛镇卫生院",
                None,
                "事业单位（医院）",
                None,
                "万里",
                "0719-0000404",
                "石桥社区",
                "义诊",
                "无",
                45352,
                None,
                None,
            ],
            ["注：资源清单由单位填写。"],
        ]
        return write(folder / "共建.xlsx", {"Sheet1": rows}, {"Sheet1": ["A1:M1", "A2:M2"]})

    def test_shares_what_is_offered_and_needed_since_a_day(self, graph: Connection, seal: Seal, tmp_path: Path) -> None:
        prepared = load(graph, seal, [self.workbook(tmp_path)])

        assert (roster_of(prepared), faults(prepared)) == ({"cobuilding_units"}, [])
        text = """
        MATCH (u:Unit)-[r:COBUILDS_WITH]->(c)
        RETURN u.name, c.name, r.offers, r.needs, r.since, r.since_precision, r.until
        """
        offers, since, until = "会议室、苗木; 义务植树", dt.date(2024, 3, 1), dt.date(2027, 3, 1)
        assert facts(graph, text) == {
            ("云杉县林业局", "松涛社区", offers, "志愿者", since, "month", until),
            ("云杉县林业局", "石桥社区", offers, "志愿者", since, "month", until),
            ("松涛镇卫生院", "石桥社区", "义诊", None, since, "day", None),
        }
        assert facts(graph, "MATCH (u:Unit) RETURN u.name, u.uscc, u.kind") == {
            ("云杉县林业局", FORESTRY, "county_agency"),
            ("松涛镇卫生院", None, "hospital"),
        }

    def test_comes_twice_and_goes(self, graph: Connection, seal: Seal, tmp_path: Path) -> None:
        loads_twice_and_is_taken_back(graph, seal, tmp_path, self.workbook(tmp_path))

    def test_is_with_the_community_of_the_title(self, graph: Connection, seal: Seal, tmp_path: Path) -> None:
        rows = [["松涛社区共驻共建单位清单"], ["共建单位", "联系人", "电话", "资源清单"]]
        rows.append(["云杉县林业局", "郝宇永", "19900004083", "苗木"])
        load(graph, seal, [written(tmp_path / "共建.csv", rows)])

        assert facts(graph, "MATCH (:Unit)-[r:COBUILDS_WITH]->(c) RETURN c.name, r.offers") == {("松涛社区", "苗木")}

    def test_does_not_end_before_it_begins(self, graph: Connection, seal: Seal, tmp_path: Path) -> None:
        row = ["云杉县林业局", "", "机关", "", "", "松涛社区", "苗木", "", "2026.3", "2025.3"]
        path = written(tmp_path / "共建.csv", [["松涛镇共驻共建单位台账"], self.HEADINGS, row])

        assert faults(load(graph, seal, [path])) == [(3, "J", "协议到期时间", "dates_reversed")]


class TestFacilities:
    ROOMS = "MATCH (f:Facility)-[:LOCATED_IN]->(c) RETURN c.name, f.name, f.kind, f.area_m2, f.state_asset_no"

    def workbook(self, folder: Path) -> Path:
        """The community is merged over its rooms; areas have units; the last column nobody needs."""
        headings: list[Cell] = ["序号", "社区", "用房名称", "用途", "建筑面积（㎡）", "国有资产编号", "产权单位"]
        rows: list[Sequence[Cell]] = [
            ["云杉县社区办公用房及阵地登记表"],
            headings,
            [1, "松涛社区", "社区办公楼", "办公用房", "1,050㎡", "GZ-2020-001", "镇政府"],
            [2, None, "党群服务中心", None, 320.5, None, "镇政府"],
            [3, None, "老年活动室", "养老服务", "80平方米", "/", None],
            [4, "石桥社区", None, "办公", "460", "无", None],
            ["合计", None, None, None, "1910.5"],
        ]
        return write(folder / "用房.xlsx", {"Sheet1": rows}, {"Sheet1": ["A1:G1", "B3:B5"]})

    def test_belong_to_their_community(self, graph: Connection, seal: Seal, tmp_path: Path) -> None:
        prepared = load(graph, seal, [self.workbook(tmp_path)])

        assert (roster_of(prepared), faults(prepared)) == ({"facilities"}, [])
        assert facts(graph, self.ROOMS) == {
            ("松涛社区", "社区办公楼", "office", 1050.0, "GZ-2020-001"),
            ("松涛社区", "党群服务中心", "service_centre", 320.5, None),
            ("松涛社区", "老年活动室", "elder_care", 80.0, None),
            ("石桥社区", "办公用房", "office", 460.0, None),
        }

    def test_come_twice_and_go(self, graph: Connection, seal: Seal, tmp_path: Path) -> None:
        loads_twice_and_is_taken_back(graph, seal, tmp_path, self.workbook(tmp_path))

    def test_have_a_column_each(self, graph: Connection, seal: Seal, tmp_path: Path) -> None:
        headings = ["社区名称", "办公用房面积", "党群服务中心面积", "活动室面积"]
        rows = [headings, ["松涛社区", "600", "500", ""], ["石桥社区", "0", "/", "60"]]
        load(graph, seal, [written(tmp_path / "社区阵地.csv", rows)])

        assert {row[:4] for row in facts(graph, self.ROOMS)} == {
            ("松涛社区", "办公用房", "office", 600.0),
            ("松涛社区", "党群服务中心", "service_centre", 500.0),
            ("石桥社区", "活动室", "activity_room", 60.0),
        }

    @pytest.mark.parametrize(
        ("row", "column", "heading", "problem"),
        [
            (["松涛社区", "办公楼", "办公", "很大"], "D", "面积", "number_invalid"),
            (["松涛社区", "办公楼", "太空舱", "80"], "C", "类别", "choice_unknown"),
            (["松林社区", "办公楼", "办公", "80"], "A", "社区", "place_unknown"),
            (["松涛社区", "", "", "80"], "B", "名称", "value_missing"),
        ],
    )
    def test_that_cannot_be_read_are_refused(
        self, graph: Connection, seal: Seal, tmp_path: Path, row: list[str], column: str, heading: str, problem: str
    ) -> None:
        before = fingerprint(graph)
        prepared = load(graph, seal, [written(tmp_path / "社区阵地.csv", [["社区", "名称", "类别", "面积"], row])])

        assert faults(prepared) == [(2, column, heading, problem)]
        assert fingerprint(graph) == before

    def test_of_one_name_and_two_sizes_are_told(self, graph: Connection, seal: Seal, tmp_path: Path) -> None:
        rows = [["松涛社区", "活动室", "活动", "80"], ["松涛社区", "活动室", "活动", "50"]]
        prepared = load(graph, seal, [written(tmp_path / "社区阵地.csv", [["社区", "名称", "类别", "面积"], *rows])])

        assert faults(prepared) == [(3, "D", "面积", "value_conflict")]


class TestHonours:
    HEADINGS = "社区 获奖单位 荣誉名称 年度 授予单位 获奖个人 联系电话".split()
    AWARDED = "MATCH (h:Honour)-[:AWARDED_TO]->(t) RETURN h.name, h.year, coalesce(t.address, t.name)"

    def table(self, folder: Path, *rows: Sequence[str]) -> Path:
        return written(folder / "荣誉.csv", [["松涛镇荣誉表彰台账"], self.HEADINGS, *rows], "utf-8-sig")

    def rows(self) -> list[list[str]]:
        return [
            ["松涛社区", "", "文明社区、平安社区", "2025年度", "县委", "", ""],
            ["", "松涛苑小区", "双十星文明小区", "2025", "县委", "", ""],
            ["", "松涛社区党总支", "五好社区党组织", "2024年7月1日", "县委组织部", "", ""],
            ["/", "云杉县林业局", "共驻共建先进单位", "2026.0", "镇", "", ""],
            ["松涛社区", "/", "最美楼栋长", "2026-01", "县", "甲人", "19900000201"],
        ]

    @pytest.fixture
    def known(self, graph: Connection, seal: Seal, tmp_path: Path) -> Connection:
        """The town with a party organisation, a unit and a leader."""
        load(graph, seal, [leaders(tmp_path, ["1栋", "甲人", "19900000201", "2024.3"])])
        units = [["单位名称", "单位性质", "负责人"], ["云杉县林业局", "机关", "邹山轩"]]
        parties = [["社区", "党组织名称", "上级党组织"], ["松涛社区", "松涛社区党总支", "松涛镇党委"]]
        load(
            graph,
            seal,
            [written(tmp_path / "云杉县单位名册.csv", units), written(tmp_path / "党组织名册.csv", parties)],
        )
        return graph

    def test_are_awarded_to_whoever_the_row_names(self, known: Connection, seal: Seal, tmp_path: Path) -> None:
        prepared = load(known, seal, [self.table(tmp_path, *self.rows())])

        assert (roster_of(prepared), faults(prepared)) == ({"honours"}, [])
        assert facts(known, self.AWARDED) == {
            ("文明社区", 2025, "松涛社区"),
            ("平安社区", 2025, "松涛社区"),
            ("双十星文明小区", 2025, "松涛社区松涛苑"),
            ("五好社区党组织", 2024, "松涛社区党总支"),
            ("共驻共建先进单位", 2026, "云杉县林业局"),
            ("最美楼栋长", 2026, "甲人"),
        }

    def test_come_twice_and_go(self, known: Connection, seal: Seal, tmp_path: Path) -> None:
        loads_twice_and_is_taken_back(known, seal, tmp_path, self.table(tmp_path, *self.rows()))

    @pytest.mark.parametrize(
        ("row", "column", "heading", "problem"),
        [
            (["松涛社区", "松涛园", "文明小区", "2025"], "B", "获奖单位", "awardee_unknown"),
            (["松涛社区", "松涛社区党委", "五好", "2025"], "B", "获奖单位", "awardee_unknown"),
            (["松涛社区", "", "文明社区", "去年"], "D", "年度", "date_invalid"),
            (["松涛社区", "", "文明社区", ""], "D", "年度", "value_missing"),
            (["松涛社区", "", "", "2025"], "C", "荣誉名称", "value_missing"),
            (["松涛社区", "", "最美楼栋长", "2025", "", "令狐远山"], "F", "获奖个人", "person_unknown"),
        ],
    )
    def test_to_nobody_known_are_refused(
        self, known: Connection, seal: Seal, tmp_path: Path, row: list[str], column: str, heading: str, problem: str
    ) -> None:
        before = fingerprint(known)
        prepared = load(known, seal, [self.table(tmp_path, [*row, *[""] * (7 - len(row))])])

        assert faults(prepared) == [(3, column, heading, problem)]
        assert fingerprint(known) == before
