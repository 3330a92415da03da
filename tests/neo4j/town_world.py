"""A town for rosters of places and organisations: two communities with grids, estates and a house on the street."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from stdnum.cn.uscc import calc_check_digit

from database.connection import Connection
from graph_schema.values.seal import Seal
from loaders.preparation import Prepared
from tests.neo4j.rosters_world import load
from tests.neo4j.test_rosters_again import PLACES, written

PINES, BRIDGE = "429091101001", "429091101002"
_PINES = ["云杉县", "松涛镇", "松涛社区", PINES]
_BRIDGE = ["云杉县", "松涛镇", "石桥社区", BRIDGE]
_BUILDINGS = [
    *([*_PINES, "第一网格", "松涛苑", f"{number}栋", "6"] for number in (1, 2, 3)),
    *([*_PINES, "第二网格", "松涛苑", f"{number}栋", "6"] for number in (4, 5)),
    [*_PINES, "第二网格", "无", "河滨路12号", "3"],
    *([*_BRIDGE, "第一网格", "石桥里", f"{number}栋", "6"] for number in (1, 2)),
]


def town(graph: Connection, seal: Seal, folder: Path) -> Connection:
    """The graph with the town in it."""
    load(graph, seal, [written(folder / "楼栋信息.csv", [PLACES, *_BUILDINGS])])
    return graph


def credit_code(start: str) -> str:
    """A valid credit code of a county that does not exist, from the nine signs of its organisation."""
    return (code := f"11429091{start}") + calc_check_digit(code)


def faults(prepared: Prepared) -> list[tuple[int, str, str, str]]:
    """(line, column, heading, problem) of every fault; each tells what is wrong and what to do in both languages."""
    found = prepared.report.faults
    assert all(f.message_zh and f.message_en and f.advice_zh and f.advice_en for f in found)
    return [(fault.at.line, fault.column, fault.heading, fault.problem) for fault in found]


def notices(prepared: Prepared) -> list[tuple[int, str, str, str | None]]:
    """(line, column, problem, value) of what is left out where the row is good; vacant posts aside."""
    every = (notice for sheet in prepared.report.sheets for notice in sheet.notices)
    told = (notice for notice in every if notice.problem != "post_vacant")
    return [(notice.at.line, notice.column, notice.problem, notice.value) for notice in told]


def roster_of(prepared: Prepared) -> set[str]:
    """The rosters that the sheets were read as."""
    return {sheet.roster for sheet in _sheets(prepared)}


def _sheets(prepared: Prepared) -> Iterable[Any]:
    return (sheet for sheet in prepared.report.sheets if sheet.state == "read")
