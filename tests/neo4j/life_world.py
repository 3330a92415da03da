"""Two communities, their homes and the people in them, made by the loaders, for the tests of what goes on there."""

from collections.abc import Sequence
from pathlib import Path

from xlsxwriter import Workbook

from database.connection import Connection
from graph_schema.values.seal import Seal
from loaders.preparation import Prepared
from tests.neo4j.rosters_world import facts, load
from tests.neo4j.test_rosters_again import HOMES
from tests.neo4j.test_rosters_again import written as as_csv

Rows = Sequence[Sequence[object]]
PLACES = ["县", "镇", "社区", "社区代码", "网格", "小区", "楼栋", "层数", "单元数"]
TOWN, VILLAGE = "429091101001", "429091101201"
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


def places(graph: Connection, seal: Seal, folder: Path) -> Connection:
    """松涛社区 of two grids, 松涛苑 of three buildings and a house without an estate; 李家湾村 of three groups."""
    town = ["云杉县", "松涛镇", "松涛社区", TOWN]
    village = ["云杉县", "松涛镇", "李家湾村", VILLAGE, "第一网格", "无"]
    rows = [[*town, "第一网格", "松涛苑", f"{number}栋", "6", "2"] for number in (1, 2)]
    rows += [[*town, "第二网格", "松涛苑", "3栋", "6", "1"], [*town, "第二网格", "无", "河滨路12号", "6", "1"]]
    rows += [[*village, f"{number}组", "1", ""] for number in (1, 2, 3)]
    load(graph, seal, [as_csv(folder / "楼栋信息.csv", [PLACES, *rows])])
    return graph


def residents(graph: Connection, seal: Seal, folder: Path, *rows: Sequence[str]) -> None:
    """Homes of 松涛苑: building, entrance, room, name, date of birth, phone."""
    said = [["松涛社区", "松涛苑", *row[:4], id_number(row[4]), row[5], "自住", "户主"] for row in rows]
    load(graph, seal, [as_csv(folder / "住户.csv", [HOMES, *said])])


def id_number(born: str, order: str = "001") -> str:
    """A number of an area that does not exist, with its check digit (GB 11643)."""
    first = f"429091{born}{order}"
    total = sum(int(digit) * (2 ** (17 - place) % 11) for place, digit in enumerate(first))
    return first + "10X98765432"[total % 11]


def written(path: Path, rows: Rows, encoding: str = "gbk") -> Path:
    """A CSV as an office sends it."""
    return as_csv(path, [[str(cell) for cell in row] for row in rows], encoding)


def staffed(graph: Connection, seal: Seal, folder: Path) -> Connection:
    """Three members of a branch, two of the staff, and a resident who is called as one of the members."""
    places(graph, seal, folder)
    load(graph, seal, [written(folder / "党员名册.csv", MEMBERS)])
    load(graph, seal, [written(folder / "社区工作人员.csv", STAFF)])
    residents(graph, seal, folder, ("1栋", "1", "101", "张三", "19880101", "19900000901"))
    return graph


def workbook(path: Path, sheets: dict[str, Rows], merges: Sequence[str] = (), hidden_lines: Sequence[int] = ()) -> Path:
    """A workbook as an office sends it; `merges` and `hidden_lines`, counted from 1, are of its first sheet."""
    book = Workbook(str(path))
    for position, (name, rows) in enumerate(sheets.items()):
        sheet = book.add_worksheet(name)
        for line, row in enumerate(rows):
            for column, cell in enumerate(row):
                if cell not in (None, ""):
                    sheet.write(line, column, cell)
        for merge in merges if position == 0 else ():
            top = sheet.table[_line(merge)].get(_column(merge)) if _line(merge) in sheet.table else None
            sheet.merge_range(merge, rows[_line(merge)][_column(merge)] if top is not None else "")
        for line in hidden_lines if position == 0 else ():
            sheet.set_row(line - 1, None, None, {"hidden": True})
    book.close()
    return path


def _line(merge: str) -> int:
    return int("".join(sign for sign in merge.split(":")[0] if sign.isdecimal())) - 1


def _column(merge: str) -> int:
    return ord(merge[0]) - ord("A")


def faults(prepared: Prepared) -> list[tuple[int, str, str, str | None, str]]:
    """(line, column, heading, value, problem) of every fault, each of which tells what to do in both languages."""
    for fault in prepared.report.faults:
        assert fault.message_zh and fault.advice_zh and fault.message_en and fault.advice_en
    return [(f.at.line, f.column, f.heading, f.value, f.problem) for f in prepared.report.faults]


def notices(prepared: Prepared) -> list[tuple[int, str, str | None, str]]:
    """(line, column, value, problem) of what is told beside the faults."""
    return [(n.at.line, n.column, n.value, n.problem) for s in prepared.report.sheets for n in s.notices]


def held(prepared: Prepared) -> list[tuple[int, str]]:
    """(line, name) of those who wait for somebody's decision."""
    return [(review.at.line, review.name) for review in prepared.report.reviews]


def roster(prepared: Prepared) -> list[str]:
    """The rosters that the sheets were taken for."""
    return [sheet.roster for sheet in prepared.report.sheets]


def serving(graph: Connection) -> set[tuple[str, str, str]]:
    """(name, role, what it is towards) of everybody who serves."""
    return facts(graph, "MATCH (p)-[r:SERVES]->(t) RETURN p.name, r.role, coalesce(t.address, t.name)")
