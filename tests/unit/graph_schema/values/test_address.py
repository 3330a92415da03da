"""Addresses, entrances, rooms and household numbers."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_schema.problems import ValueProblem
from graph_schema.values import address
from graph_schema.values.address import Address, Unit

FULL = Address(community="松涛社区", compound="松涛苑", building="3栋", entrance="1", room="501")


@pytest.mark.parametrize("cell", ["1", 1.0, "1单元", "一单元", "Ⅰ单元", "第1单元", "01", "1 单元"])
def test_every_spelling_of_an_entrance(cell: object) -> None:
    assert address.entrance(cell) == "1"


@pytest.mark.parametrize(("cell", "entrance"), [("", ""), ("/", ""), ("东单元", "东"), ("A", "A"), ("Ⅲ单元", "3")])
def test_other_entrances(cell: str, entrance: str) -> None:
    assert address.entrance(cell) == entrance


@pytest.mark.parametrize(
    ("cell", "room"),
    [("101", "101"), (101.0, "101"), ("101室", "101"), ("101号", "101"), ("101a", "101A"), ("", ""), ("5东", "5东")],
)
def test_every_spelling_of_a_room(cell: object, room: str) -> None:
    assert address.room(cell) == room


@pytest.mark.parametrize("cell", ["1-101", "1—101", dt.date(2026, 1, 10)])
def test_a_room_of_two_numbers_is_ambiguous(cell: object) -> None:
    with pytest.raises(ValueProblem) as raised:
        address.room(cell)

    assert raised.value.code == "address_ambiguous"


@pytest.mark.parametrize(
    ("cell", "unit"),
    [
        ("1-1-101", Unit("1栋", "1", "101")),
        ("3-1-501", Unit("3栋", "1", "501")),
        ("3—1—501", Unit("3栋", "1", "501")),
        ("3栋1单元501", Unit("3栋", "1", "501")),
        ("3#-1-501", Unit("3栋", "1", "501")),
        ("3栋501", Unit("3栋", "", "501")),
        ("3栋1-501", Unit("3栋", "1", "501")),
        ("河滨路12号-1-101", Unit("河滨路12号", "1", "101")),
        ("百货大楼住宅楼-1-101", Unit("百货大楼住宅楼", "1", "101")),
        ("1-1-1001", Unit("1栋", "1", "1001")),
    ],
)
def test_household_numbers(cell: str, unit: Unit) -> None:
    assert address.household_number(cell) == unit


def test_two_numbers_need_a_known_building() -> None:
    with pytest.raises(ValueProblem) as raised:
        address.parse_unit("1-101")

    assert raised.value.code == "address_ambiguous"
    assert "1栋101" in raised.value.advice_zh
    assert "1单元101" in raised.value.advice_zh
    assert address.parse_unit("1-101", building_known=True) == Unit("", "1", "101")
    assert address.parse_unit("501", building_known=True) == Unit("", "", "501")
    assert address.parse_unit("1单元501室", building_known=True) == Unit("", "1", "501")
    assert address.parse_unit("3-1-501", building_known=True) == Unit("3栋", "1", "501")


@pytest.mark.parametrize("cell", ["3栋", "张三", "", "1单元501"])
def test_an_incomplete_household_number_is_refused(cell: str) -> None:
    with pytest.raises(ValueProblem) as raised:
        address.household_number(cell)

    assert raised.value.code == "address_unreadable"


@pytest.mark.parametrize(
    "written",
    [
        "松涛社区 松涛苑3栋1单元501",
        "松涛社区松涛苑3栋1单元501",
        "松涛社区/松涛苑/3栋/1-501",
        "松涛社区松涛苑3-1-501",
        "松涛社区 松涛苑 3 栋 1 单元 501 室",
        "松涛社区居委会 松涛苑三栋一单元501",
        "松涛社区松涛苑3号楼1单元5楼501室",
        "松涛社区，松涛苑，3幢，1单元，501",
    ],
)
def test_one_household_in_many_spellings(written: str) -> None:
    assert address.parse(written) == FULL


@pytest.mark.parametrize(
    ("written", "parts"),
    [
        ("松涛社区3栋1单元501", Address(community="松涛社区", building="3栋", entrance="1", room="501")),
        ("松涛苑3-1-501", Address(compound="松涛苑", building="3栋", entrance="1", room="501")),
        ("松涛苑 3-1-501", Address(compound="松涛苑", building="3栋", entrance="1", room="501")),
        ("3-1-501", Address(building="3栋", entrance="1", room="501")),
        ("石桥村3组12号", Address(community="石桥村", building="3组", room="12")),
        ("河滨路14号1单元102", Address(building="河滨路14号", entrance="1", room="102")),
        ("松涛社区河滨路12号", Address(community="松涛社区", building="河滨路12号")),
        ("百货大楼住宅楼1单元101", Address(building="百货大楼住宅楼", entrance="1", room="101")),
        (
            "松涛社区/-/百货大楼住宅楼/1-101",
            Address(community="松涛社区", building="百货大楼住宅楼", entrance="1", room="101"),
        ),
        ("云杉县城关镇", Address(county="云杉县", town="城关镇")),
        (
            "云杉县松涛镇松涛社区第一网格松涛苑3幢",
            Address("云杉县", "松涛镇", "松涛社区", "松涛苑", "3栋", grid="第一网格"),
        ),
        ("松涛社区 1单元501", Address(community="松涛社区", entrance="1", room="501")),
        ("A栋2-301", Address(building="A栋", entrance="2", room="301")),
    ],
)
def test_parts_that_are_not_written_are_empty(written: str, parts: Address) -> None:
    assert address.parse(written) == parts


@pytest.mark.parametrize(
    ("written", "compound", "community"),
    [
        ("教师新村1栋1单元302", "教师新村", ""),
        ("教师新村2-2-501", "教师新村", ""),
        ("古镇花园3栋1单元501", "古镇花园", ""),
        ("锦绣花园小区3栋1单元501", "锦绣花园小区", ""),
        ("石桥村锦绣苑3栋1单元501", "锦绣苑", "石桥村"),
        ("城市花园社区3栋1单元501", "", "城市花园社区"),
        ("河滨路8号院3号楼1单元501", "河滨路8号院", ""),
    ],
)
def test_names_that_look_like_other_levels(written: str, compound: str, community: str) -> None:
    found = address.parse(written)

    assert (found.compound, found.community) == (compound, community)


@pytest.mark.parametrize(
    ("written", "rest"),
    [("松涛苑", "松涛苑"), ("zs", "zs"), ("", ""), ("人民路12号松涛苑3栋1单元501", "人民路12号")],
)
def test_what_cannot_be_told_apart_is_left_for_matching(written: str, rest: str) -> None:
    assert address.parse(written).rest == rest


@pytest.mark.parametrize("written", ["1-101", "松涛苑1-101", "松涛社区 3-501"])
def test_two_numbers_have_two_readings(written: str) -> None:
    with pytest.raises(ValueProblem) as raised:
        address.parse(written)

    assert raised.value.code == "address_ambiguous"


BUILDINGS = st.one_of(st.integers(1, 200).map("{}栋".format), st.sampled_from(["A栋", "河滨路12号", "百货大楼住宅楼"]))
ENTRANCES = st.integers(1, 9).map(str)
ROOMS = st.integers(101, 3304).map(str)


@given(BUILDINGS, ENTRANCES, ROOMS)
def test_what_is_displayed_is_read_back(building: str, entrance: str, room: str) -> None:
    unit = Unit(building, entrance, room)

    assert address.household_number(address.display(*unit)) == unit
    assert address.household_number(address.short(*unit)) == unit


@given(
    st.sampled_from(["松涛苑", "教师新村", "林业局家属院"]), BUILDINGS.filter(lambda b: b[-1] == "栋"), ENTRANCES, ROOMS
)
def test_an_address_with_its_compound_is_read_back(compound: str, building: str, entrance: str, room: str) -> None:
    found = address.parse(f"松涛社区/{compound}/{building}/{entrance}-{room}")

    assert found == Address("", "", "松涛社区", compound, building, entrance, room)


@given(st.text(alphabet="松涛社区村镇苑3栋1单元-/ 路号组楼0A", max_size=16))
def test_any_text_is_read_or_refused(written: str) -> None:
    try:
        found = address.parse(written)
    except ValueProblem:
        return

    assert found.unit == Unit(found.building, found.entrance, found.room)


def test_how_a_home_is_shown() -> None:
    assert address.display("3栋", "1", "501") == "3栋1单元501"
    assert address.display("3栋", "", "501") == "3栋501"
    assert address.display("3组", "", "12") == "3组12号"
    assert address.short("3栋", "1", "501") == "3-1-501"
    assert address.short("河滨路12号", "1", "101") == "河滨路12号-1-101"
    assert address.mask_room("1") == "1单元***"
    assert address.mask_room() == "***"


def test_a_very_long_text_is_left_as_it_is() -> None:
    written = "松1栋-" * 2000

    assert address.parse(written).rest == written
    with pytest.raises(ValueProblem):
        address.household_number(written)
