"""Rosters of one import that name people whom only others of it bring."""

from pathlib import Path

from database.connection import Connection
from graph_schema.values.seal import Seal
from tests.neo4j.life_world import BRANCH, MEMBERS, STAFF, Rows, faults, held, places, workbook, written
from tests.neo4j.rosters_world import facts, load


def test_people_of_the_same_import_are_known_where_they_belong(
    empty_graph: Connection, seal: Seal, tmp_path: Path
) -> None:
    places(empty_graph, seal, tmp_path)
    folder = tmp_path / "together"
    folder.mkdir()
    shifts: Rows = [["松涛社区值班表"], ["日期", "班次", "值班人员"], ["2026-11-21", "8:00-20:00", "赵六"]]
    homes: Rows = [
        ["小区", "楼栋", "房号", "姓名", "联系电话", "与户主关系"],
        ["松涛苑", "2栋", "1-201", "周九", "19900000301", "户主"],
    ]
    life: Rows = [
        ["松涛社区三会一课登记表"],
        ["党支部名称", "时间", "类型", "参会人员"],
        [BRANCH, "2026年3月5日", "主题党日", "张三、李四、王五"],
    ]
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
            workbook(folder / "三会一课.xlsx", {"Sheet1": life}),
        ],
    )

    assert (faults(prepared), held(prepared)) == ([], [])
    assert facts(empty_graph, "MATCH (p)-[r:ATTENDED|ON_SHIFT]->() RETURN p.name, type(r)") == {
        ("张三", "ATTENDED"),
        ("李四", "ATTENDED"),
        ("王五", "ATTENDED"),
        ("赵六", "ON_SHIFT"),
    }
    visited = "MATCH (v:Visit)-[:VISITED]->(p), (v)-[:BY]->(q) RETURN p.name, q.name"
    assert facts(empty_graph, visited) == {("周九", "赵六")}
