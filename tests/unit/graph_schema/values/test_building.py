"""Names of buildings, and lists of them."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_schema.problems import ValueProblem
from graph_schema.values import address


@pytest.mark.parametrize(
    "cell",
    ["3栋", "3幢", "3号楼", "3#", "3#楼", "3座", "3 栋", "３栋", "三栋", "第3栋", "第三栋", "03栋", 3.0, "3"],
)
def test_every_spelling_of_a_numbered_building(cell: object) -> None:
    assert address.building_name(cell) == "3栋"


@pytest.mark.parametrize(
    ("cell", "name"),
    [
        ("十一栋", "11栋"),
        ("A栋", "A栋"),
        ("a座", "A栋"),
        ("5栋东", "5栋东"),
        ("5幢东", "5栋东"),
        ("河滨路12号", "河滨路12号"),
        ("河滨路12号楼", "河滨路12号"),
        ("百货大楼住宅楼", "百货大楼住宅楼"),
        ("第三小学家属院2栋", "第三小学家属院2栋"),
        ("三组", "3组"),
        ("3村民小组", "3组"),
    ],
)
def test_other_names_are_kept(cell: str, name: str) -> None:
    assert address.building_name(cell) == name


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("6-7栋", ("6栋", "7栋")),
        ("6～7栋", ("6栋", "7栋")),
        ("1—3 栋", ("1栋", "2栋", "3栋")),
        ("1-3栋、5栋", ("1栋", "2栋", "3栋", "5栋")),
        ("1栋至4栋", ("1栋", "2栋", "3栋", "4栋")),
        ("4、5、6栋", ("4栋", "5栋", "6栋")),
        ("A-C栋", ("A栋", "B栋", "C栋")),
        ("1栋 2栋", ("1栋", "2栋")),
        ("2栋和3栋", ("2栋", "3栋")),
        ("兼2栋、3栋、4栋", ("2栋", "3栋", "4栋")),
        ("1栋、1栋", ("1栋",)),
        ("一栋至三栋", ("1栋", "2栋", "3栋")),
        ("", ()),
        ("/", ()),
        (None, ()),
    ],
)
def test_a_list_is_written_out(cell: object, names: tuple[str, ...]) -> None:
    assert address.building_names(cell) == names


@pytest.mark.parametrize(
    ("cell", "pairs"),
    [
        ("松涛苑1-2栋、5栋", [("松涛苑", "1栋"), ("松涛苑", "2栋"), ("松涛苑", "5栋")]),
        ("松涛苑4栋，6-7栋", [("松涛苑", "4栋"), ("松涛苑", "6栋"), ("松涛苑", "7栋")]),
        ("锦绣花园4、5栋", [("锦绣花园", "4栋"), ("锦绣花园", "5栋")]),
        ("石桥里1#—2#楼", [("石桥里", "1栋"), ("石桥里", "2栋")]),
        ("锦绣花园1至2栋", [("锦绣花园", "1栋"), ("锦绣花园", "2栋")]),
        ("粮站宿舍1栋；河滨路12号、14号", [("粮站宿舍", "1栋"), ("", "河滨路12号"), ("", "河滨路14号")]),
        ("河滨路12号、百货大楼住宅楼", [("", "河滨路12号"), ("", "百货大楼住宅楼")]),
        ("松涛苑（1-2栋、5栋）", [("松涛苑", "1栋"), ("松涛苑", "2栋"), ("松涛苑", "5栋")]),
        ("松涛苑(1-2栋)石桥里(3#)", [("松涛苑", "1栋"), ("松涛苑", "2栋"), ("石桥里", "3栋")]),
        ("松涛苑：1-2栋（含5栋）", [("松涛苑", "1栋"), ("松涛苑", "2栋"), ("松涛苑", "5栋")]),
        ("松涛村1-3组", [("松涛村", "1组"), ("松涛村", "2组"), ("松涛村", "3组")]),
        ("第一至第二村民小组、5组", [("", "1组"), ("", "2组"), ("", "5组")]),
        ("1栋（东侧）", [("", "1栋(东侧)")]),
        ("教师新村1栋；农机厂宿舍1-2栋", [("教师新村", "1栋"), ("农机厂宿舍", "1栋"), ("农机厂宿舍", "2栋")]),
    ],
)
def test_coverage_names_the_compound_of_each(cell: str, pairs: list[tuple[str, str]]) -> None:
    assert list(address.coverage(cell)) == pairs


def test_the_compound_of_the_row_is_left_out() -> None:
    assert address.building_names("松涛苑3栋", compound="松涛苑") == ("3栋",)


@pytest.mark.parametrize("cell", ["1-3", "9-2栋", "1-900栋", dt.date(2026, 1, 3), "1栋、2栋"])
def test_two_readings_are_refused(cell: object) -> None:
    with pytest.raises(ValueProblem) as raised:
        address.building_name(cell)

    assert raised.value.code == "address_ambiguous"


def test_a_blank_building_is_missing() -> None:
    with pytest.raises(ValueProblem) as raised:
        address.building_name("")

    assert raised.value.code == "building_missing"


@given(st.integers(1, 500), st.integers(0, 40), st.sampled_from(["栋", "幢", "号楼", "座", "#"]))
def test_a_range_has_every_number_in_order(low: int, more: int, suffix: str) -> None:
    names = address.building_names(f"{low}-{low + more}{suffix}")

    assert names == tuple(f"{number}栋" for number in range(low, low + more + 1))


@given(st.text(alphabet="松涛苑3栋号楼路-至、 #组A", max_size=12))
def test_any_text_is_read_or_refused(written: str) -> None:
    try:
        names = address.building_names(written)
    except ValueProblem:
        return

    assert all(names)


@pytest.mark.parametrize(
    ("cell", "name"), [("单体楼", ""), ("无", ""), ("/", ""), ("", ""), ("松 涛苑", "松涛苑"), (None, "")]
)
def test_no_compound(cell: object, name: str) -> None:
    assert address.compound_name(cell) == name
