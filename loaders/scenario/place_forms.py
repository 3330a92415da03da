"""小区楼栋信息表 and 住户信息登记表: the places, and who lives there."""

from collections.abc import Iterator
from datetime import date

from loaders.scenario.forms import Hand
from loaders.scenario.homes import Home
from loaders.scenario.places import NOTHING, Block, Community, Scenario
from loaders.scenario.posts import Posts
from loaders.scenario.register import Person
from loaders.scenario.workbook import Row, Sheet

BUILDING_HEADINGS = (
    *("序号", "县（市、区）", "镇（街道）", "社区", "社区代码", "网格", "小区名称", '物业公司（无物业填"无"）', "楼栋"),
    *("层数", "单元数", "户数", "物业负责人", "联系电话", "业委会负责人", "联系电话", "备注"),
)
RESIDENT_HEADINGS = (
    *("序号", "社区", "网格", "现住小区", "楼栋", "单元", "房号", "户编号", "姓名", "与户主关系", "性别", "身份证号"),
    *("出生日期", "联系电话", "住房使用情况", "是否人户分离", "政治面貌", "备注"),
)
_MERGED = (5, 6, 7, 12, 13, 14, 15)


def buildings(scenario: Scenario, posts: Posts, today: date) -> Sheet:
    """One row a building; what holds for a block stands in its first row, merged over the others."""
    rows = [row for community in scenario.communities for row in _building_rows(scenario, community, posts)]
    return Sheet(
        "小区楼栋信息",
        (
            f"{scenario.county}{scenario.town}小区楼栋信息表",
            f"填报单位：{scenario.town}人民政府　　填报时间：{today.year}年{today.month}月{today.day}日",
        ),
        BUILDING_HEADINGS,
        tuple((number, *row) for number, row in enumerate(rows, 1)),
        _MERGED,
        ("说明：1.楼栋按公安门牌填写；2.村民小组按一栋填报；3.户数含空置房。",),
    )


def _building_rows(scenario: Scenario, community: Community, posts: Posts) -> Iterator[Row]:
    place: Row = (scenario.county, scenario.town, community.name, community.code)
    for block in community.blocks:
        shared = _shared_cells(community, block, posts)
        for number, building in enumerate(block.buildings):
            shape = (building.floors, building.entrances, len(list(building.doorways())))
            cells = shared if number == 0 else tuple(cell if cell == NOTHING else None for cell in shared)
            yield (*place, *cells[:3], building.name, *shape, *cells[3:], building.note or None)
            place = (None,) * 4


def _shared_cells(community: Community, block: Block, posts: Posts) -> Row:
    """网格, 小区, 物业, and the two contacts of a block; NOTHING is repeated in every row, never filled down."""
    compound = next((found for found in community.compounds if found.name == block.compound), None)
    management = compound.management if compound else NOTHING
    name = community.name + block.compound
    contacts = (_contact(posts.managers.get(name)), _contact(posts.committees.get(name)))
    return (block.grid, block.compound, management, *contacts[0], *contacts[1])


def _contact(person: Person | None) -> Row:
    return (person.name, int(person.phone)) if person else (NOTHING, NOTHING)


def residents(scenario: Scenario, homes: tuple[Home, ...], hand: Hand) -> Sheet:
    """One row a person, and one for every home that nobody lives in; places stand in the first row of a home."""
    return Sheet(
        "住户信息",
        (
            f"{scenario.town}住户信息登记表",
            "注：一户多人的，户主填在第一行；住房使用情况填自住、出租、空置、空挂户。",
        ),
        RESIDENT_HEADINGS,
        tuple((number, *row) for number, row in enumerate(_resident_rows(homes, hand), 1)),
    )


def _resident_rows(homes: tuple[Home, ...], hand: Hand) -> Iterator[Row]:
    above = ("", "")
    for home in homes:
        area = (home.community.name, home.block.grid)
        place = (*(area if area != above else (None, None)), *_home_cells(home, hand))
        above = ("", "") if home.block.grid == NOTHING else area
        if not home.people:
            yield (*place, *(None,) * 6, home.use, *(None,) * 3)
        for number, person in enumerate(home.people):
            cells = place if number == 0 else (None,) * 7
            yield (*cells, *_person_cells(person, hand), *_use_cells(home, first=number == 0), person.politics, None)


def _home_cells(home: Home, hand: Hand) -> Row:
    building = home.building.name
    compound = home.block.compound
    if not home.entrance:
        return compound, building, NOTHING, home.room, f"{building}{home.room}号"
    number = f"{building.removesuffix('栋')}-{home.entrance}-{home.room}"
    return compound, building, hand.entrance(home.entrance), home.room, number


def _person_cells(person: Person, hand: Hand) -> Row:
    known = (person.name, person.relation, person.gender, person.id_number)
    return (*known, hand.birth(person.birth), person.phone or None)


def _use_cells(home: Home, *, first: bool) -> Row:
    return (home.use if first else None, "是" if home.use == "空挂户" else "否")
