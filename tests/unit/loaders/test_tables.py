"""Several tables on a sheet, headings in groups, other people's columns, and what somebody corrected."""

from pathlib import Path

from loaders.correction import Correction
from loaders.faults import At
from loaders.meanings import columns_of, fields_of
from loaders.notices import notices_of
from loaders.read import read
from loaders.recognise import Recognised, Stranger, Table, recognise
from loaders.rows import sort_rows
from loaders.sources import ROSTERS
from tests.unit.loaders.workbooks import Rows, table_of, write

LEADERS = ["小区", "楼栋", "楼栋长", "手机号码"]
WORKERS = ["社区", "网格名称", "网格员", "联系电话"]


def tables(path: Path) -> list[Table]:
    found = recognise(read(path))
    assert all(isinstance(each, Table) for each in found), found
    return [each for each in found if isinstance(each, Table)]


def names(table: Table) -> list[str]:
    return [claim.name for row in sort_rows(table, 1, 1).typed for claim in row.people]


def test_tables_one_below_the_other(tmp_path: Path) -> None:
    rows: Rows = [
        ["一、楼栋长名册"],
        LEADERS,
        ["松涛苑", "1栋", "张三", ""],
        ["松涛苑", "2栋", "李四", ""],
        [],
        ["二、网格员名册"],
        WORKERS,
        ["松涛社区", "第一网格", "王五", ""],
    ]

    found = tables(write(tmp_path / "a.xlsx", {"Sheet1": rows}))

    assert [(t.roster.code, t.header_lines, names(t)) for t in found] == [
        ("building_leaders", (2,), ["张三", "李四"]),
        ("grid_workers", (7,), ["王五"]),
    ]
    assert found[1].titles == ("二、网格员名册",)


def test_a_table_far_below_another(tmp_path: Path) -> None:
    many = [["松涛苑", f"{number}栋", "张三", ""] for number in range(1, 150)]
    rows: Rows = [LEADERS, *many, ["网格员"], WORKERS, ["松涛社区", "第一网格", "王五", ""]]

    found = tables(write(tmp_path / "a.xlsx", {"Sheet1": rows}))

    assert [(t.roster.code, t.header_lines) for t in found] == [("building_leaders", (1,)), ("grid_workers", (152,))]


def test_the_same_headings_under_another_title_are_a_table_of_their_own(tmp_path: Path) -> None:
    rows: Rows = [
        ["松涛社区楼栋长名册"],
        LEADERS,
        ["松涛苑", "1栋", "张三", ""],
        ["石桥社区楼栋长名册"],
        LEADERS,
        ["", "1栋", "李四", ""],
    ]

    found = tables(write(tmp_path / "a.xlsx", {"Sheet1": rows}))

    assert [(t.titles, names(t)) for t in found] == [
        (("松涛社区楼栋长名册",), ["张三"]),
        (("石桥社区楼栋长名册",), ["李四"]),
    ]
    assert sort_rows(found[1], 1, 1).typed[0].places.get("compound") is None


def test_a_header_printed_again_on_a_new_page_is_no_table(tmp_path: Path) -> None:
    rows: Rows = [["楼栋长名册"], LEADERS, ["松涛苑", "1栋", "张三", ""], LEADERS, ["", "2栋", "李四", ""]]

    (found,) = tables(write(tmp_path / "a.xlsx", {"Sheet1": rows}))

    assert [row.places["compound"] for row in sort_rows(found, 1, 1).typed] == ["松涛苑", "松涛苑"]


def test_tables_side_by_side_keep_their_columns(tmp_path: Path) -> None:
    rows: Rows = [
        [*LEADERS, None, *WORKERS],
        ["松涛苑", "1栋", "张三", "", None, "松涛社区", "第一网格", "王五", "1990"],
        ["松涛苑", "2栋", "李四", "", None, None, None, None, None],
    ]

    found = tables(write(tmp_path / "a.xlsx", {"Sheet1": rows}))

    assert [(t.roster.code, names(t)) for t in found] == [
        ("building_leaders", ["张三", "李四"]),
        ("grid_workers", []),
    ]
    assert [(f.column, f.problem) for f in sort_rows(found[1], 1, 1).faults] == [("I", "phone_length")]


def test_one_list_in_two_columns(tmp_path: Path) -> None:
    rows: Rows = [[*LEADERS, *LEADERS], ["松涛苑", "1栋", "张三", "", "松涛苑", "2栋", "李四", ""]]

    found = tables(write(tmp_path / "a.xlsx", {"Sheet1": rows}))

    assert [names(t) for t in found] == [["张三"], ["李四"]]


def test_headings_in_groups_without_merged_cells(tmp_path: Path) -> None:
    rows: Rows = [
        ["小区", "楼栋", "楼栋长", None, "副楼栋长", None],
        [None, None, "姓名", "电话", "姓名", "电话"],
        ["松涛苑", "1栋", "张三", "19900000001", "李四", "19900000002"],
    ]

    table = table_of(write(tmp_path / "a.xlsx", {"Sheet1": rows}))

    assert table.header_lines == (1, 2)
    assert table.layout.attributes == {"building_leader": {"phone": [3]}, "deputy_building_leader": {"phone": [5]}}


def test_a_group_that_says_nothing_is_left_aside(tmp_path: Path) -> None:
    rows: Rows = [
        ["基本情况", None, "楼栋长情况", None],
        ["小区", "楼栋", "姓名", "电话"],
        ["松涛苑", "1栋", "张三", "19900000001"],
    ]

    table = table_of(write(tmp_path / "a.xlsx", {"Sheet1": rows}, {"Sheet1": ["A1:B1", "C1:D1"]}))

    assert (table.header_lines[-1], table.layout.unknown) == (2, ())
    assert names(table) == ["张三"]


def test_three_lines_of_headings(tmp_path: Path) -> None:
    rows: Rows = [
        ["楼栋信息", None, "人员信息", None, None, None],
        ["小区", "楼栋", "楼栋长", None, "副楼栋长", None],
        [None, None, "姓名", "电话", "姓名", "电话"],
        ["松涛苑", "1栋", "张三", "19900000001", "李四", "19900000002"],
    ]
    merges = {"Sheet1": ["A1:B1", "C1:F1", "C2:D2", "E2:F2", "A2:A3", "B2:B3"]}

    table = table_of(write(tmp_path / "a.xlsx", {"Sheet1": rows}, merges))

    assert names(table) == ["张三", "李四"]


def test_the_phone_of_somebody_unknown_is_nobodys(tmp_path: Path) -> None:
    rows: Rows = [
        ["小区", "楼栋", "楼栋长", "电话", "保洁员", "电话"],
        ["松涛苑", "1栋", "张三", "19900000001", "李四", "19900000002"],
    ]

    layout = table_of(write(tmp_path / "a.xlsx", {"Sheet1": rows})).layout

    assert layout.attributes == {"building_leader": {"phone": [3]}}
    assert layout.unknown == (4, 5)


def test_a_phone_that_says_in_brackets_whose_it_is(tmp_path: Path) -> None:
    rows: Rows = [
        ["社区", "网格", "网格长", "网格员", "联系电话（网格长）", "联系电话（网格员）"],
        ["松涛社区", "第一网格", "张三", "李四", "19900000001", "19900000002"],
    ]

    layout = table_of(write(tmp_path / "a.xlsx", {"Sheet1": rows})).layout

    assert layout.attributes == {"grid_leader": {"phone": [4]}, "grid_worker": {"phone": [5]}}


def test_traditional_characters(tmp_path: Path) -> None:
    rows: Rows = [["小區名稱", "樓棟", "樓棟長姓名", "聯繫電話"], ["松濤苑", "三棟", "張三", ""]]

    table = table_of(write(tmp_path / "a.xlsx", {"Sheet1": rows}))

    assert (table.roster.code, table.layout.unknown, names(table)) == ("building_leaders", (), ["張三"])
    assert sort_rows(table, 1, 1).typed[0].places["compound"] == "松涛苑"


def test_a_correction_is_found_again_by_the_shape_of_the_table(tmp_path: Path) -> None:
    rows: Rows = [
        ["小区", "楼栋", "楼栋长", "手机", "绰号", "微信"],
        ["松涛苑", "1栋", "张三", "", "李四", "19900000002"],
    ]
    path = write(tmp_path / "a.xlsx", {"Sheet1": rows})
    before = table_of(path)
    said = Correction(fields={3: "", 4: "deputy_building_leader", 5: "deputy_building_leader.phone"})

    (after,) = recognise(read(path), {before.shape: said})

    assert isinstance(after, Table)
    assert after.shape == before.shape
    assert names(after) == ["张三", "李四"]
    assert after.layout.attributes == {"deputy_building_leader": {"phone": [5]}}
    assert 3 in after.layout.ignored


def test_a_correction_may_say_the_roster_and_the_header(tmp_path: Path) -> None:
    rows: Rows = [["甲", "乙", "丙"], ["物", "物", "物"], ["哪里", "哪栋", "是谁"], ["松涛苑", "1栋", "张三"]]
    path = write(tmp_path / "a.xlsx", {"Sheet1": rows})
    (stranger,) = recognise(read(path))
    assert isinstance(stranger, Stranger)
    said = Correction("building_leaders", (3,), {0: "compound", 1: "building", 2: "building_leader"})

    (found,) = recognise(read(path), {stranger.shape: said})

    assert isinstance(found, Table)
    assert (found.roster.code, found.header_lines, names(found)) == ("building_leaders", (3,), ["张三"])


def test_a_correction_that_leaves_a_needed_column_out_says_which(tmp_path: Path) -> None:
    rows: Rows = [["甲", "乙", "丙"], ["松涛苑", "1栋", "张三"]]
    path = write(tmp_path / "a.xlsx", {"Sheet1": rows})
    (before,) = recognise(read(path))

    (found,) = recognise(read(path), {_shape(before): Correction("building_leaders", (), {2: "building_leader"})})

    assert isinstance(found, Stranger)
    assert (found.nearest.code, found.missing) == ("building_leaders", "楼栋")


def test_columns_say_what_they_are_understood_as(tmp_path: Path) -> None:
    rows: Rows = [["楼栋", "楼栋长", "手机", "血型"], ["1栋", "张三", "", "A"]]

    columns = columns_of(table_of(write(tmp_path / "a.xlsx", {"Sheet1": rows})))

    assert [(c.letter, c.heading, c.field, c.en) for c in columns] == [
        ("A", "楼栋", "building", "building"),
        ("B", "楼栋长", "building_leader", "building leader"),
        ("C", "手机", "building_leader.phone", "phone of the building leader"),
        ("D", "血型", "", ""),
    ]


def test_every_field_that_a_correction_may_name_has_words() -> None:
    for roster in ROSTERS.values():
        assert all(zh and en for zh, en in fields_of(roster).values())


def test_vacant_posts_hidden_rows_and_unread_columns_are_told(tmp_path: Path) -> None:
    rows: Rows = [
        ["楼栋", "楼栋长", "手机", "血型"],
        ["1栋", "空缺", "", "A"],
        ["2栋", "/", "", ""],
        ["3栋", "张三", "", ""],
    ]
    table = table_of(write(tmp_path / "a.xlsx", {"Sheet1": rows}))
    hidden = Table(
        sheet=table.sheet.__class__(table.sheet.name, table.sheet.rows, hidden_lines=frozenset((3,))),
        layout=table.layout,
        header_lines=table.header_lines,
        titles=(),
        file="a.xlsx",
    )

    found = notices_of(hidden, At("a.xlsx", "Sheet1", 0))

    assert [(f.problem, f.at.line, f.column) for f in found] == [
        ("column_unknown", 1, "D"),
        ("rows_hidden", 3, ""),
        ("post_vacant", 2, "B"),
    ]


def _shape(found: Recognised) -> str:
    assert isinstance(found, Stranger)
    return found.shape
