"""包联安排表 as offices write it: ranges that overlap, buildings that nobody has, units of no known kind."""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

import pytest

from database.connection import Connection
from database.fingerprint import fingerprint
from database.reading import read
from graph_schema.values.seal import Seal
from loaders.preparation import Prepared
from tests.neo4j.rosters_world import load, rehearse
from tests.neo4j.test_rosters_again import PLACES, written

TITLES = ["松涛镇共驻共建单位包联小区楼栋安排表"], ["2026年3月"]
HEADINGS = "片区 片长 联系电话 单位名称 联系人 联系电话 包联社区 包联楼栋 资源清单 需求清单 单位性质".split()
USUAL = {"片区": "第一片区", "单位名称": "云杉县林业局", "包联社区": "松涛社区", "包联楼栋": "松涛苑1-3栋"}


@pytest.fixture
def graph(empty_graph: Connection, seal: Seal, tmp_path: Path) -> Connection:
    """Two communities: 松涛苑 of five buildings and a house on the street in one, 石桥里 of two in the other."""
    first = ["云杉县", "松涛镇", "松涛社区", "429091101001", "第一网格"]
    second = ["云杉县", "松涛镇", "石桥社区", "429091101002", "第一网格"]
    rows = [[*first, "松涛苑", f"{number}栋", "6"] for number in range(1, 6)]
    rows += [[*first, "无", "河滨路12号", "6"], *([*second, "石桥里", f"{number}栋", "6"] for number in (1, 2))]
    load(empty_graph, seal, [written(tmp_path / "楼栋信息.csv", [PLACES, *rows])])
    return empty_graph


def row(**said: str) -> list[str]:
    """A row of the table; phones belong to the name before them."""
    known = USUAL | said
    return [known.get(heading, "") for heading in HEADINGS]


def table(folder: Path, *rows: Sequence[str], titles: Sequence[Sequence[str]] = TITLES) -> Path:
    return written(folder / "包联安排.csv", [*titles, HEADINGS, *rows])


def faults(prepared: Prepared) -> list[tuple[int, str, str, str | None, str]]:
    return [(f.at.line, f.column, f.heading, f.value, f.problem) for f in prepared.report.faults]


def covered(graph: Connection, label: str = "Unit") -> list[str]:
    text = f"MATCH (:{label})-[:COVERS|INCLUDES]->(b:Building) RETURN b.address AS address ORDER BY address"
    return [str(row["address"]) for row in read(graph, text)]


class TestTheList:
    @pytest.mark.parametrize(
        ("said", "buildings"),
        [
            ("松涛苑1-3栋、2-4栋", "松涛苑1栋 松涛苑2栋 松涛苑3栋 松涛苑4栋"),
            ("松涛社区松涛苑1栋，松涛苑1栋", "松涛苑1栋"),
            ("河滨路12号；松涛苑5#", "松涛苑5栋 河滨路12号"),
            ("松涛苑小区", "松涛苑1栋 松涛苑2栋 松涛苑3栋 松涛苑4栋 松涛苑5栋"),
            ("松涛苑全部楼栋", "松涛苑1栋 松涛苑2栋 松涛苑3栋 松涛苑4栋 松涛苑5栋"),
            ("3栋", "松涛苑3栋"),
            ("待定", ""),
        ],
    )
    def test_is_read_as_people_write_it(
        self, graph: Connection, seal: Seal, tmp_path: Path, said: str, buildings: str
    ) -> None:
        prepared = load(graph, seal, [table(tmp_path, row(包联楼栋=said))])

        assert faults(prepared) == []
        assert covered(graph) == covered(graph, "Zone") == [f"松涛社区{name}" for name in buildings.split()]

    @pytest.mark.parametrize(
        ("said", "value", "problem"),
        [
            ("松涛苑4-7栋", "松涛苑6栋", "building_unknown"),
            ("松涛园1栋", "松涛园1栋", "building_unknown"),
            ("1-3", "1-3", "address_ambiguous"),
            ("松涛苑5-3栋", "松涛苑5-3栋", "address_ambiguous"),
            ("石桥里1栋", "石桥里1栋", "building_unknown"),
            ("#REF!", "#REF!", "cell_error"),
        ],
    )
    def test_that_names_no_building_refuses_its_row(
        self, graph: Connection, seal: Seal, tmp_path: Path, said: str, value: str, problem: str
    ) -> None:
        before = fingerprint(graph)
        prepared = load(graph, seal, [table(tmp_path, row(包联楼栋=said))])

        assert faults(prepared) == [(4, "H", "包联楼栋", value, problem)]
        [fault] = prepared.report.faults
        assert fault.message_zh and fault.advice_zh and fault.message_en and fault.advice_en
        assert fingerprint(graph) == before

    def test_without_an_estate_is_asked_about_where_two_communities_have_it(
        self, graph: Connection, seal: Seal, tmp_path: Path
    ) -> None:
        prepared = load(graph, seal, [table(tmp_path, row(包联社区="松涛社区、石桥社区", 包联楼栋="1栋"))])

        assert faults(prepared) == [(4, "H", "包联楼栋", "1栋", "address_ambiguous")]

    def test_of_an_unknown_community_is_refused_there(self, graph: Connection, seal: Seal, tmp_path: Path) -> None:
        prepared = load(graph, seal, [table(tmp_path, row(包联社区="松涛社区、石桥头社区"))])

        assert faults(prepared) == [(4, "G", "包联社区", "石桥头社区", "place_unknown")]


class TestTheZone:
    def test_is_one_however_its_number_is_written(self, graph: Connection, seal: Seal, tmp_path: Path) -> None:
        rows = [row(), row(片区="第1片区", 包联楼栋="松涛苑4栋"), row(片区="", 包联楼栋="松涛苑5栋")]
        load(graph, seal, [table(tmp_path, *rows)])

        zones = read(graph, "MATCH (z:Zone)-[:INCLUDES]->(b) RETURN z.name AS name, z.code AS code, count(b) AS n")
        assert zones == [{"name": "第一片区", "code": "429091101Z第一片区", "n": 5}]

    def test_keeps_its_first_date_when_the_next_table_comes(
        self, graph: Connection, seal: Seal, tmp_path: Path
    ) -> None:
        load(graph, seal, [table(tmp_path, row())])
        again = load(graph, seal, [table(tmp_path, row(), titles=(TITLES[0], ["2026年9月"]))])

        assert again.changes == ()
        [zone] = read(graph, "MATCH (z:Zone) RETURN z.since AS since, z.since_precision AS precision")
        assert zone == {"since": dt.date(2026, 3, 1), "precision": "month"}

    def test_is_of_the_town_of_its_communities_where_the_title_names_none(
        self, graph: Connection, seal: Seal, tmp_path: Path
    ) -> None:
        load(graph, seal, [table(tmp_path, row(), titles=(["单位包联安排表"],))])

        assert read(graph, "MATCH (z:Zone)-[:PART_OF]->(t:Town) RETURN t.name AS town, z.since AS since") == [
            {"town": "松涛镇", "since": None}
        ]

    def test_has_no_leader_who_is_not_decided_yet(self, graph: Connection, seal: Seal, tmp_path: Path) -> None:
        prepared = load(graph, seal, [table(tmp_path, row(片长="待定"))])

        assert faults(prepared) == []
        assert read(graph, "MATCH (p:Person) RETURN p") == []

    def test_must_be_named_beside_its_leader(self, graph: Connection, seal: Seal, tmp_path: Path) -> None:
        prepared = load(graph, seal, [table(tmp_path, row(片区="/", 片长="邹山轩"))])

        [(line, column, heading, _, problem)] = faults(prepared)
        assert (line, column, heading, problem) == (4, "A", "片区", "value_missing")


class TestTheUnit:
    def test_of_no_known_kind_is_told_and_loaded_without(self, graph: Connection, seal: Seal, tmp_path: Path) -> None:
        prepared = load(graph, seal, [table(tmp_path, row(单位性质="驻军"))])

        [sheet] = prepared.report.sheets
        assert [(n.column, n.value, n.problem) for n in sheet.notices] == [("K", "驻军", "choice_unknown")]
        assert read(graph, "MATCH (u:Unit) RETURN u.name AS name, u.kind AS kind") == [
            {"name": "云杉县林业局", "kind": None}
        ]

    @pytest.mark.parametrize(
        ("said", "kind"),
        [
            ("机关", "county_agency"),
            ("事业单位", "institution"),
            ("国有企业", "enterprise"),
            ("学校", "school"),
            ("医院", "hospital"),
        ],
    )
    def test_has_the_kind_that_is_written(
        self, graph: Connection, seal: Seal, tmp_path: Path, said: str, kind: str
    ) -> None:
        load(graph, seal, [table(tmp_path, row(单位性质=said))])

        assert read(graph, "MATCH (u:Unit) RETURN u.kind AS kind") == [{"kind": kind}]

    def test_must_be_named_beside_its_contact(self, graph: Connection, seal: Seal, tmp_path: Path) -> None:
        prepared = load(graph, seal, [table(tmp_path, row(单位名称="待定", 联系人="郝宇永"))])

        [(line, column, heading, _, problem)] = faults(prepared)
        assert (line, column, heading, problem) == (4, "D", "单位名称", "value_missing")

    def test_not_decided_yet_leaves_the_zone_its_buildings(self, graph: Connection, seal: Seal, tmp_path: Path) -> None:
        prepared = load(graph, seal, [table(tmp_path, row(单位名称="待定", 片长="邹山轩"))])

        assert faults(prepared) == []
        assert (covered(graph), len(covered(graph, "Zone"))) == ([], 3)

    def test_shares_with_every_community_of_its_row(self, graph: Connection, seal: Seal, tmp_path: Path) -> None:
        said = row(包联社区="松涛社区和石桥社区", 资源清单="会议室", 需求清单="无")
        load(graph, seal, [table(tmp_path, said)])

        text = "MATCH (:Unit)-[r:COBUILDS_WITH]->(c) RETURN c.name AS name, r.offers AS offers, r.needs AS needs"
        assert sorted(tuple(found.values()) for found in read(graph, text)) == [
            ("松涛社区", "会议室", None),
            ("石桥社区", "会议室", None),
        ]

    def test_has_a_head_beside_whom_the_contact_comes_first(
        self, graph: Connection, seal: Seal, tmp_path: Path
    ) -> None:
        headings = "单位名称 负责人 联系电话 联系人 联系电话 包联社区 包联楼栋".split()
        said = ["云杉县林业局", "邹山轩", "19900004078", "郝宇永", "19900004083", "松涛社区", "松涛苑1栋"]
        load(graph, seal, [written(tmp_path / "包联.csv", [*TITLES, headings, said])])

        text = "MATCH (p)-[r:SERVES]->(:Unit) RETURN p.name AS name, p.phone_last4 AS last, r.is_primary AS first"
        assert sorted(tuple(found.values()) for found in read(graph, text)) == [
            ("邹山轩", "4078", None),
            ("郝宇永", "4083", True),
        ]


def test_the_same_table_again_changes_nothing(graph: Connection, seal: Seal, tmp_path: Path) -> None:
    path = table(
        tmp_path, row(片长="邹山轩", 联系人="郝宇永", 资源清单="苗木"), row(片区="第二片区", 包联楼栋="松涛苑3-5栋")
    )
    assert load(graph, seal, [path]).changes
    assert rehearse(graph, seal, [path]).changes == ()
