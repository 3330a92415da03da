"""楼栋长名册 and 网格员信息公示表: who answers for which place."""

from collections.abc import Iterator
from datetime import date

from loaders.scenario.forms import Hand
from loaders.scenario.places import ALONE, NOTHING, Block, Building, Community, Grid, Scenario, title
from loaders.scenario.posts import Posts
from loaders.scenario.workbook import Cell, Row, Sheet

LEADER_HEADINGS = (
    *("序号", "小区(单位)名称", "楼栋名称", "单元数", "楼栋户数", "楼栋长姓名", "性别", "政治面貌", "手机号码"),
    *("网格", "任职时间", "楼栋党小组", "备注"),
)
GRID_HEADINGS = (
    *("序号", "社区", "社区党组织", "网格名称", "管辖范围", "楼栋数", "户数", "网格长", "联系电话", "网格员"),
    *("专/兼职", "联系电话", "任职时间", "网格党支部", "支部书记", "联系电话"),
)
STAFF_HEADINGS = ("序号", "社区", "职务", "姓名", "分管工作", "联系电话", "任职时间", "24小时可联系", "社区值班电话")
_QUARTERS = "一二三四"


def leaders(community: Community, posts: Posts, hand: Hand, today: date) -> Sheet:
    """One row a building, or one for all that share a leader; vacant posts stay in the list."""
    rows = tuple((number, *row) for number, row in enumerate(_leader_rows(community, posts, hand), 1))
    filled = sum(row[6] is not None for row in rows)
    total: Row = ("合计", None, f"{len(list(community.buildings()))}栋", None, None, f"{filled}人", *(None,) * 7)
    return Sheet(
        community.name,
        (f"{community.name}楼栋长名册",),
        LEADER_HEADINGS,
        (*rows, total),
        notes=("", f"制表人：　　　　　　审核人：　　　　　　日期：{today.year}年{today.month}月{today.day}日"),
    )


def _leader_rows(community: Community, posts: Posts, hand: Hand) -> Iterator[Row]:
    followers = {name for names in community.shared for name in names[1:]}
    for block in community.blocks:
        for number, building in enumerate(block.buildings):
            if title(block, building) not in followers:
                yield _leader_row(community, block, number, posts, hand)


def _leader_row(community: Community, block: Block, number: int, posts: Posts, hand: Hand) -> Row:
    name = title(block, block.buildings[number])
    shared = next((names for names in community.shared if names[0] == name), (name,))
    led = block.buildings[number : number + len(shared)]
    homes = sum(len(list(building.doorways())) for building in led)
    leader = posts.leaders.get(community.name + name)
    who: Row = (hand.nobody(), None, None, None)
    if leader:
        who = (leader.name, leader.gender, leader.politics, hand.phone(leader.phone))
    has_group = community.name + name in posts.groups and len(led) == 1
    group = f"{community.name if block.compound == NOTHING else ''}{name}党小组" if has_group else None
    compound = ALONE if block.compound == NOTHING else block.compound
    since = hand.month() if leader else None
    entrances = sum(building.entrances for building in led)
    return compound, _led_names(led), entrances, homes, *who, block.grid, since, group, led[0].note or None


def _led_names(led: tuple[Building, ...]) -> str:
    if len(led) == 1:
        return led[0].name
    return f"{led[0].name.removesuffix('栋')}-{led[-1].name}"


def grids(scenario: Scenario, posts: Posts, hand: Hand, today: date) -> Sheet:
    """The public notice: one row a grid; several workers stand in one cell, one a line."""
    rows = [row for community in scenario.communities for row in _grid_rows(community, posts, hand)]
    quarter = _QUARTERS[(today.month - 1) // 3]
    return Sheet(
        "网格员公示",
        (f"{scenario.town}社区网格员信息公示表", f"（{today.year}年第{quarter}季度）　监督电话：0719-0000000"),
        GRID_HEADINGS,
        tuple((number, *row) for number, row in enumerate(rows, 1)),
        merged=(1, 2),
        notes=("注：专职网格员由镇政府聘用；空缺网格由网格长代管。",),
    )


def _grid_rows(community: Community, posts: Posts, hand: Hand) -> Iterator[Row]:
    place: Row = (community.name, community.party)
    for grid in community.grids:
        leader = posts.grid_leaders[community.name + grid.name]
        yield (
            *place,
            grid.name,
            *_extent(community, grid),
            *(leader.name, int(leader.phone)),
            *_worker_cells(grid, posts, hand),
            *_branch_cells(community, grid, posts),
        )
        place = (None, None)


def _extent(community: Community, grid: Grid) -> Row:
    blocks = [block for block in community.blocks if block.grid == grid.name]
    led = sum(len(block.buildings) for block in blocks)
    return "、".join(block.span for block in blocks), led, homes_of(community, grid)


def homes_of(community: Community, grid: Grid) -> int:
    """How many homes the notice says of a grid."""
    blocks = (block for block in community.blocks if block.grid == grid.name)
    return sum(len(list(building.doorways())) for block in blocks for building in block.buildings)


def _worker_cells(grid: Grid, posts: Posts, hand: Hand) -> Row:
    if not grid.workers:
        return ("（空缺）", None, None, None)
    people = [posts.workers[post.who] for post in grid.workers]
    phone: Cell = int(people[0].phone) if len(people) == 1 else "\n".join(person.phone for person in people)
    return "\n".join(person.name for person in people), grid.workers[0].time, phone, hand.month()


def _branch_cells(community: Community, grid: Grid, posts: Posts) -> Row:
    """A branch of several grids has one secretary: the leader of the first of them."""
    if not grid.branch:
        return (None, None, None)
    if not grid.has_secretary:
        return (grid.branch, "空缺", None)
    first = next(found for found in community.grids if found.branch == grid.branch)
    secretary = posts.grid_leaders[community.name + first.name]
    return grid.branch, secretary.name, secretary.phone


def staff(scenario: Scenario, posts: Posts, hand: Hand) -> Sheet:
    """The community offices: posts, duties, and the duty phone of each office."""
    rows = [row for community in scenario.communities for row in _staff_rows(community, posts, hand)]
    return Sheet(
        "社区工作人员",
        (f"{scenario.town}社区工作人员公示表",),
        STAFF_HEADINGS,
        tuple((number, *row) for number, row in enumerate(rows, 1)),
        merged=(1, 8),
    )


def _staff_rows(community: Community, posts: Posts, hand: Hand) -> Iterator[Row]:
    name: Cell = community.name
    duty_phone: Cell = community.duty_phone
    for number, job in enumerate(community.jobs):
        person = posts.staff[community.name, number]
        night = "是" if job.night else "否"
        yield name, job.title, person.name, job.duties, int(person.phone), hand.month(), night, duty_phone
        name = duty_phone = None
