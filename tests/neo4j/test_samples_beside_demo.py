"""Two counties in one graph, each with a 松涛社区: a roster still finds its own, and nobody is taken for a namesake."""

import json
from pathlib import Path

from database.connection import Connection
from graph_schema.values.seal import Seal
from loaders.scenario import write
from tests.neo4j.rosters_world import SAMPLES, TODAY, created, load

ONE_BY_ONE = ("小区楼栋信息表.xlsx", "楼栋长名册.xlsx", "网格员信息公示表.xls", "住户信息登记表.xlsx")


def test_the_samples_give_what_is_expected_beside_the_demo(
    connection: Connection, empty_graph: None, seal: Seal, tmp_path: Path
) -> None:
    load(connection, seal, write("demo", tmp_path, today=TODAY))
    for name in ONE_BY_ONE:
        expected = json.loads((SAMPLES / "expected" / f"{Path(name).stem}.json").read_text("utf-8"))
        prepared = load(connection, seal, [SAMPLES / name])
        nodes, relationships = created(prepared.changes)
        assert (name, nodes, relationships) == (
            name,
            expected["creates"]["nodes"],
            expected["creates"]["relationships"],
        )
        assert sum(sheet.refused for sheet in prepared.report.sheets) == expected["rows"]["refused"]
