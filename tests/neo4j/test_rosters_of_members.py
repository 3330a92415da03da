"""Members, reports and volunteers as offices write them: wrong numbers, transfers, units that nobody knows."""

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
from tests.neo4j.rosters_world import TODAY, load, rehearse
from tests.neo4j.test_rosters_again import PLACES, written

MEMBERS = [
    "姓名",
    "身份证号",
    "工作单位",
    "预/正",
    "手机号码",
    "入党时间",
    "转正时间",
    "所在支部",
    "党内职务",
    "是否流动党员",
]
MEMBERS += ["所属党总支", "所在党小组", "备注"]
REPORTERS = ["工作单位", "姓名", "组织关系所在党支部", "居住地址", "联系电话", "报到社区", "报到时间", "认领岗位"]
UNITS = ["单位名称", "单位党组织", "报到社区", "报到时间"]
VOLUNTEERS = ["姓名", "联系方式", "所属社区", "特长", "志愿者编号", "服务时长", "可服务时段", "证书编号", "证书有效期"]
ID = "429091199008031599"
BRANCH, OTHER, ABOVE = "松涛社区第一网格党支部", "松涛社区第二网格党支部", "松涛社区党总支"
GROUP = "松涛苑1栋党小组"


@pytest.fixture
def graph(empty_graph: Connection, seal: Seal, tmp_path: Path) -> Connection:
    """One community with two buildings; the forestry office reported to it."""
    start = ["云杉县", "松涛镇", "松涛社区", "429091101001", "第一网格", "松涛苑"]
    load(empty_graph, seal, [written(tmp_path / "楼栋信息.csv", [PLACES, [*start, "1栋", "6"], [*start, "2栋", "6"]])])
    row = ["云杉县林业局", "云杉县林业局机关党支部", "松涛社区", "2026年1月10日"]
    load(empty_graph, seal, [written(tmp_path / "单位党组织报到.csv", [UNITS, row])])
    return empty_graph


def member(name: str, **said: str) -> list[str]:
    """A row of 党员名册; what it does not say is an ordinary member's."""
    usual = {"预/正": "正式", "所在支部": BRANCH, "所属党总支": ABOVE, "是否流动党员": "否", "姓名": name}
    return [(usual | said).get(heading, "") for heading in MEMBERS]


def members(folder: Path, *rows: Sequence[str]) -> Path:
    return written(folder / "党员名册.csv", [["松涛镇党员名册"], MEMBERS, *rows])


def reporters(folder: Path, *rows: dict[str, str]) -> Path:
    said = [[row.get(heading, "") for heading in REPORTERS] for row in rows]
    return written(folder / "双报到.csv", [["云杉县在职党员双报到登记表"], REPORTERS, *said])


def volunteers(folder: Path, *rows: Sequence[str]) -> Path:
    return written(folder / "志愿者.csv", [VOLUNTEERS, *rows])


def branches(graph: Connection, name: str) -> set[tuple[str, str, dt.date | None]]:
    text = "MATCH (:Person {name: $name})-[r:MEMBER_OF]->(o) RETURN r.kind AS kind, o.name AS branch, r.until AS until"
    return {(row["kind"], row["branch"], row["until"]) for row in read(graph, text, name=name)}


def person(graph: Connection, name: str) -> dict[str, Any]:
    [row] = read(graph, "MATCH (p:Person {name: $name}) RETURN properties(p) AS said, labels(p) AS labels", name=name)
    return {**row["said"], "labels": set(row["labels"])}


def faults(prepared: Prepared) -> list[tuple[int, str, str, str, str | None]]:
    return [(f.at.line, f.column, f.heading, f.problem, f.value) for f in prepared.report.faults]


class TestMembers:
    def test_have_their_dates_as_precise_as_they_are_written(
        self, graph: Connection, seal: Seal, tmp_path: Path
    ) -> None:
        load(
            graph,
            seal,
            [members(tmp_path, member("唐德", 身份证号=f"{ID}\t", 入党时间="199507", 转正时间="1996年7月1日"))],
        )

        found = person(graph, "唐德")
        assert (found["joined_on"], found["joined_on_precision"]) == (dt.date(1995, 7, 1), "month")
        assert (found["confirmed_on"], found["confirmed_on_precision"]) == (dt.date(1996, 7, 1), "day")
        assert found["member_type"] == "full" and "PartyMember" in found["labels"]

    def test_are_known_again_without_any_number(self, graph: Connection, seal: Seal, tmp_path: Path) -> None:
        path = members(tmp_path, member("唐德"), member("李敏", 党内职务="组织委员"))
        load(graph, seal, [path])

        again = rehearse(graph, seal, [path])
        assert again.changes == () and again.report.reviews == ()

    def test_of_one_name_in_two_branches_wait_for_somebody(self, graph: Connection, seal: Seal, tmp_path: Path) -> None:
        load(graph, seal, [members(tmp_path, member("唐德"))])
        prepared = load(graph, seal, [members(tmp_path, member("唐德", 所在支部=OTHER))])

        assert [(r.at.line, r.name) for r in prepared.report.reviews] == [(3, "唐德")]
        assert branches(graph, "唐德") == {("affiliated", BRANCH, None)}

    def test_who_are_transferred_end_the_old_membership_of_the_same_kind_alone(
        self, graph: Connection, seal: Seal, tmp_path: Path
    ) -> None:
        flowed = member("唐德", 身份证号=ID, 所在支部=OTHER, 备注="流入党员")
        load(graph, seal, [members(tmp_path, member("唐德", 身份证号=ID))])
        load(graph, seal, [members(tmp_path, flowed)])
        assert branches(graph, "唐德") == {("affiliated", BRANCH, None), ("flow_in", OTHER, None)}

        load(graph, seal, [members(tmp_path, member("唐德", 身份证号=ID, 所在支部=OTHER))])
        assert branches(graph, "唐德") == {
            ("affiliated", BRANCH, TODAY),
            ("affiliated", OTHER, None),
            ("flow_in", OTHER, None),
        }

    @pytest.mark.parametrize(
        ("said", "flow", "kinds"),
        [
            ({"所在支部": "待转接"}, "transferring", set()),
            ({"所在支部": "", "备注": "组织关系待转接"}, "transferring", set()),
            ({"所在支部": ""}, None, set()),
            ({"是否流动党员": "是", "备注": "外出务工"}, "out", {"affiliated"}),
            ({"是否流动党员": "是", "备注": "组织关系在外省，流入党员"}, "in", {"flow_in"}),
            ({"是否流动党员": "流出"}, "out", {"affiliated"}),
        ],
    )
    def test_flow_and_are_between_branches(
        self, graph: Connection, seal: Seal, tmp_path: Path, said: dict[str, str], flow: str | None, kinds: set[str]
    ) -> None:
        load(graph, seal, [members(tmp_path, member("唐德", 身份证号=ID, **said))])

        assert person(graph, "唐德").get("flow_status") == flow
        assert {kind for kind, _, _ in branches(graph, "唐德")} == kinds

    def test_who_have_arrived_flow_no_more(self, graph: Connection, seal: Seal, tmp_path: Path) -> None:
        load(graph, seal, [members(tmp_path, member("唐德", 身份证号=ID, 所在支部="待转接"))])
        load(graph, seal, [members(tmp_path, member("唐德", 身份证号=ID))])

        assert "flow_status" not in person(graph, "唐德")

    def test_have_six_roles_at_once(self, graph: Connection, seal: Seal, tmp_path: Path) -> None:
        row = member(
            "唐德", 身份证号=ID, 手机号码="19900000102", 党内职务="支部书记、组织委员、党小组长", 所在党小组=GROUP
        )
        leading = [["社区", "小区", "楼栋", "楼栋长", "联系电话", "副楼栋长", "副楼栋长电话"]]
        leading.append(["松涛社区", "松涛苑", "1栋", "唐德", "19900000102", "", ""])
        leading.append(["松涛社区", "松涛苑", "2栋", "", "", "唐德", "19900000102"])
        helping = ["唐德", "19900000102", "松涛社区", "急救", "", "", "", "", ""]
        paths = [members(tmp_path, row), written(tmp_path / "楼栋长.csv", leading), volunteers(tmp_path, helping)]

        prepared = load(graph, seal, paths)

        assert prepared.report.clean
        text = "MATCH (p:Person {name: '唐德'})-[r:SERVES]->(t) RETURN r.role AS role, t.name AS name"
        assert {(row["role"], row["name"]) for row in read(graph, text)} == {
            ("branch_secretary", BRANCH),
            ("branch_committee", BRANCH),
            ("group_leader", GROUP),
            ("building_leader", "1栋"),
            ("deputy_building_leader", "2栋"),
            ("volunteer", "松涛社区"),
        }

    def test_are_refused_with_the_cell_that_is_wrong(self, graph: Connection, seal: Seal, tmp_path: Path) -> None:
        rows = [
            member("唐德", 身份证号="429091199008031598"),
            member("<b>张三</b>"),
            member("李敏", 入党时间="1995.07", 转正时间="1994.07"),
            member("王芳", 党内职务="党小组长"),
            member("赵强", **{"预/正": "群众"}),
            member("=A1"),
        ]
        prepared = load(graph, seal, [members(tmp_path, *rows)])

        assert faults(prepared) == [
            (3, "B", "身份证号", "id_checksum", None),
            (4, "A", "姓名", "name_not_a_name", "<b>张三<"),
            (5, "G", "转正时间", "dates_reversed", "1994-07"),
            (6, "L", "所在党小组", "value_missing", "所在党小组"),
            (7, "D", "预/正", "choice_unknown", "群众"),
            (8, "A", "姓名", "name_not_a_name", "=A1"),
        ]
        assert read(graph, "MATCH (p:Person) RETURN count(p) AS n")[0]["n"] == 0

    def test_hang_the_party_organisations_one_under_another(
        self, graph: Connection, seal: Seal, tmp_path: Path
    ) -> None:
        load(graph, seal, [members(tmp_path, member("唐德", 身份证号=ID, 所在党小组=GROUP))])

        text = "MATCH (a:PartyOrg)-[:SUBORDINATE_TO]->(b) RETURN a.name AS below, a.kind AS kind, b.name AS above"
        found = {(row["below"], row["kind"], row["above"]) for row in read(graph, text)}
        assert found == {(GROUP, "group", BRANCH), (BRANCH, "branch", ABOVE)}
        scopes = read(graph, "MATCH (o:PartyOrg) WHERE o.name STARTS WITH '松涛' RETURN o.scope AS scope")
        assert {tuple(row["scope"]) for row in scopes} == {("429091", "429091101", "429091101001")}

    @pytest.mark.parametrize(
        ("written_unit", "unit", "retired"),
        [
            ("云杉县林业局", "云杉县林业局", None),
            ("云杉县林业局 办公室主任", "云杉县林业局", None),
            ("云杉县林业", None, None),
            ("某某科技公司", None, None),
            ("退休", None, True),
            ("云杉县林业局退休", None, True),
        ],
    )
    def test_work_for_a_unit_that_the_cell_names_or_begins_with(
        self, graph: Connection, seal: Seal, tmp_path: Path, written_unit: str, unit: str | None, retired: bool | None
    ) -> None:
        load(graph, seal, [members(tmp_path, member("唐德", 身份证号=ID, 工作单位=written_unit))])

        units = [row["name"] for row in read(graph, "MATCH (:Person)-[:WORKS_FOR]->(u) RETURN u.name AS name")]
        assert units == ([unit] if unit else [])
        assert person(graph, "唐德").get("retired") == retired
        assert read(graph, "MATCH (u:Unit) RETURN count(u) AS n")[0]["n"] == 1


class TestReports:
    def test_are_of_members_in_service_and_of_their_unit(self, graph: Connection, seal: Seal, tmp_path: Path) -> None:
        row = {"工作单位": "云杉县林业局", "姓名": "唐德", "组织关系所在党支部": "云杉县林业局机关党支部"}
        row |= {"联系电话": "19900000102", "报到社区": "松涛社区", "报到时间": "2026.3.10", "认领岗位": "政策宣传岗"}
        load(graph, seal, [reporters(tmp_path, row)])

        text = "MATCH (p:Person)-[r:REPORTED_TO]->(c) RETURN p.retired AS retired, r.since AS since, r.post AS post"
        assert read(graph, text) == [{"retired": False, "since": dt.date(2026, 3, 10), "post": "政策宣传岗"}]
        assert branches(graph, "唐德") == {("affiliated", "云杉县林业局机关党支部", None)}
        # the agency's members are of the place that they reported to, not of what the agency looks after
        assert person(graph, "唐德")["scope"] == ["429091", "429091101", "429091101001"]

    @pytest.mark.parametrize(
        ("community", "day", "reported"),
        [("", "未报到", 0), ("", "", 0), ("松涛社区", "未报到", 0), ("松涛社区", "", 1)],
    )
    def test_are_none_where_the_row_says_so(
        self, graph: Connection, seal: Seal, tmp_path: Path, community: str, day: str, reported: int
    ) -> None:
        row = {
            "工作单位": "云杉县林业局",
            "姓名": "唐德",
            "联系电话": "19900000102",
            "报到社区": community,
            "报到时间": day,
        }
        prepared = load(graph, seal, [reporters(tmp_path, row)])

        assert prepared.report.clean
        assert read(graph, "MATCH (:Person)-[r:REPORTED_TO]->() RETURN count(r) AS n")[0]["n"] == reported

    def test_to_nowhere_or_to_an_unknown_place_are_refused(self, graph: Connection, seal: Seal, tmp_path: Path) -> None:
        rows = [
            {"姓名": "唐德", "报到时间": "2026.3.10"},
            {"姓名": "李敏", "报到社区": "城南社区", "报到时间": "2026.3.10"},
        ]
        prepared = load(graph, seal, [reporters(tmp_path, *rows)])

        assert [fault[:4] for fault in faults(prepared)] == [
            (3, "F", "报到社区", "value_missing"),
            (4, "F", "报到社区", "place_unknown"),
        ]

    def test_of_an_organisation_say_which_unit_it_is_the_branch_of(self, graph: Connection) -> None:
        text = """
        MATCH (o:PartyOrg)-[:COVERS]->(u:Unit), (o)-[r:REPORTED_TO]->(c:Community)
        RETURN o.name AS name, u.name AS unit, c.name AS community, r.since AS since
        """
        assert read(graph, text) == [
            {
                "name": "云杉县林业局机关党支部",
                "unit": "云杉县林业局",
                "community": "松涛社区",
                "since": dt.date(2026, 1, 10),
            }
        ]


class TestVolunteers:
    def test_have_the_skills_of_the_list_and_a_certificate_where_one_is_needed(
        self, graph: Connection, seal: Seal, tmp_path: Path
    ) -> None:
        row = [
            "唐德",
            "19900000102",
            "松涛社区",
            "急救、书法，太极拳",
            "YS20260001",
            "95.5小时",
            "周末",
            "JJ-001",
            "2027-06",
        ]
        prepared = load(graph, seal, [volunteers(tmp_path, row)])

        text = """
        MATCH (:Person)-[r:HAS_SKILL]->(s)
        RETURN s.code AS code, r.certificate_no AS number, r.valid_until AS until, r.valid_until_precision AS precision
        ORDER BY code
        """
        assert [tuple(row.values()) for row in read(graph, text)] == [
            ("calligraphy", None, None, None),
            ("first_aid", "JJ-001", dt.date(2027, 6, 1), "month"),
        ]
        told = [(n.at.line, n.column, n.problem, n.value) for s in prepared.report.sheets for n in s.notices]
        assert told == [(2, "D", "choice_unknown", "太极拳")]
        found = person(graph, "唐德")
        assert (found["registration_no"], found["service_hours"], found["availability"]) == ("YS20260001", 95.5, "周末")
        assert "Volunteer" in found["labels"] and "night_ok" not in found

    def test_change_nothing_when_they_come_again(self, graph: Connection, seal: Seal, tmp_path: Path) -> None:
        path = volunteers(tmp_path, ["唐德", "", "松涛社区", "急救", "", "12", "全天", "", ""])
        load(graph, seal, [path])

        assert rehearse(graph, seal, [path]).changes == ()


def test_the_order_of_the_files_changes_nothing(graph: Connection, seal: Seal, tmp_path: Path) -> None:
    paths = [
        members(tmp_path, member("唐德", 身份证号=ID, 手机号码="19900000102", 党内职务="支部书记", 所在党小组=GROUP)),
        reporters(
            tmp_path, {"工作单位": "云杉县林业局", "姓名": "李敏", "联系电话": "19900000103", "报到社区": "松涛社区"}
        ),
        volunteers(tmp_path, ["唐德", "19900000102", "松涛社区", "急救、书法", "", "12", "全天", "", ""]),
    ]
    empty = read(graph, "MATCH (n:Person) RETURN count(n) AS n")[0]["n"]
    hashes = set()
    for order in (paths, paths[::-1], [paths[1], paths[2], paths[0]]):
        for path in order:
            load(graph, seal, [path])
        hashes.add(fingerprint(graph))
        with graph.session(write=True) as session:
            session.run("MATCH (n:Person) DETACH DELETE n").consume()
            session.run("MATCH (o:PartyOrg) WHERE o.name STARTS WITH '松涛' DETACH DELETE o").consume()
    assert empty == 0 and len(hashes) == 1


@pytest.mark.parametrize("silent", ["/", "", "无"])
def test_a_branch_without_an_organisation_above_takes_none_from_the_row_above(
    graph: Connection, seal: Seal, tmp_path: Path, silent: str
) -> None:
    agency = member("王五", 手机号码="19900000012", 所在支部="云杉县林业局机关党支部", 所属党总支=silent)
    load(graph, seal, [members(tmp_path, member("张三", 手机号码="19900000011"), agency)])
    above = "MATCH (:PartyOrg {name: $name})-[:SUBORDINATE_TO]->(o) RETURN o.name AS name"
    assert read(graph, above, name="云杉县林业局机关党支部") == []
    assert [row["name"] for row in read(graph, above, name=BRANCH)] == [ABOVE]
