"""All rosters of places and organisations of a town: as one import in any order, and one after the other."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from database.connection import Connection
from database.fingerprint import fingerprint
from database.reading import read
from graph_schema.values.seal import Seal
from tests.neo4j.rosters_world import load, rehearse
from tests.neo4j.test_rosters_again import written
from tests.neo4j.town_world import credit_code, faults, roster_of

FORESTRY = credit_code("MB1234567")
TABLES: dict[str, list[Sequence[str]]] = {
    "社区名册": [
        ["县", "镇", "社区", "社区代码", "值班电话", "户数"],
        ["云杉县", "松涛镇", "松涛社区", "429091101001", "0719-0000101", "300"],
        ["", "", "石桥村", "429091101002", "0719-0000102", "120"],
    ],
    "楼栋信息": [
        ["社区", "网格", "小区", "楼栋", "层数", "小网格"],
        ["松涛社区", "第一网格", "松涛苑", "1栋", "6", ""],
        ["松涛社区", "第一网格", "松涛苑", "2栋", "6", "2号"],
        ["石桥村", "/", "无", "1组", "2", ""],
    ],
    "网格划分": [
        ["社区", "网格名称", "网格类别", "小网格", "包含楼栋", "围合类型"],
        ["松涛社区", "第一网格", "基础", "1号", "松涛苑1栋", "老旧小区"],
        ["松涛社区", "第一网格", "基础", "2号", "松涛苑2栋", "商业楼盘"],
    ],
    "小区名册": [["社区", "小区名称", "物业管理方式", "物业公司"], ["松涛社区", "松涛苑", "专业物业", "惠民物业公司"]],
    "单位名册": [
        ["单位名称", "单位性质", "统一社会信用代码", "联系人", "联系电话"],
        ["云杉县林业局", "机关", FORESTRY, "郝宇永", "19900004083"],
        ["惠民物业公司", "物业公司", "", "孙经理", "19900000301"],
    ],
    "党组织名册": [
        ["社区", "党组织名称", "上级党组织", "覆盖范围", "届满时间", "书记", "联系电话"],
        ["松涛社区", "松涛社区党总支", "松涛镇党委", "全社区", "2028.5", "邹山轩", "19900004078"],
        ["松涛社区", "第一网格党支部", "松涛社区党总支", "第一网格", "2027", "唐德", "19900000102"],
        ["石桥村", "石桥村党支部", "松涛镇党委", "", "", "郝宇永", "19900004083"],
    ],
    "片区名册": [["片区", "涉及社区", "包含楼栋", "包含卡点"], ["第一片区", "松涛社区", "松涛苑1-2栋", "K01"]],
    "卡点名册": [["卡点编号", "卡点名称", "社区", "网格", "每班人数"], ["K01", "东门", "松涛社区", "第一网格", "2"]],
    "办公用房": [["社区", "名称", "类别", "面积"], ["松涛社区", "办公楼", "办公", "1050"]],
    "荣誉台账": [
        ["社区", "获奖单位", "荣誉名称", "年度"],
        ["松涛社区", "第一网格党支部", "五好支部", "2025"],
        ["松涛社区", "松涛苑", "文明小区", "2025"],
        ["", "云杉县林业局", "先进单位", "2025"],
    ],
    "共驻共建单位": [
        ["单位名称", "联系人", "联系电话", "共建社区", "资源清单", "签约时间"],
        ["云杉县林业局", "郝宇永", "19900004083", "松涛社区、石桥村", "苗木", "2024.3"],
    ],
}
ROSTERS = {"areas", "buildings", "grids", "compounds", "units", "party_organisations", "zones", "checkpoints"}
ROSTERS |= {"facilities", "honours", "cobuilding_units"}


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    return [written(tmp_path / f"松涛镇{name}.csv", [[f"松涛镇{name}"], *rows]) for name, rows in TABLES.items()]


def emptied(graph: Connection) -> None:
    with graph.session(write=True) as session:
        session.run("MATCH (n) WHERE NOT n:Skill AND NOT n:Need AND NOT n:Ledger DETACH DELETE n").consume()


def test_as_one_import_their_order_changes_nothing(empty_graph: Connection, seal: Seal, files: list[Path]) -> None:
    hashes = set()
    for order in (files, files[::-1], [*files[5:], *files[:5]]):
        prepared = load(empty_graph, seal, order)
        assert (roster_of(prepared), faults(prepared)) == (ROSTERS, [])
        hashes.add(fingerprint(empty_graph))
        assert rehearse(empty_graph, seal, files).changes == ()
        emptied(empty_graph)
    assert len(hashes) == 1


def test_one_after_the_other_they_say_the_same(empty_graph: Connection, seal: Seal, files: list[Path]) -> None:
    together = load(empty_graph, seal, files)
    facts = "MATCH (a)-[r]->(b) WHERE r.until IS NULL RETURN type(r) AS type, count(r) AS n ORDER BY type"
    said = read(empty_graph, facts)
    emptied(empty_graph)
    # A checkpoint is known before the zone that includes it, a party organisation before it is honoured.
    for path in [*files[:6], *files[7:8], files[6], *files[8:]]:
        assert load(empty_graph, seal, [path]).report.clean
    assert read(empty_graph, facts) == said
    assert together.report.clean
