"""党员名册, 双报到登记表 and 志愿者登记表: who is in which branch, who reported, who volunteers with which skills."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from random import Random

from graph_schema.reference import SKILLS
from loaders.scenario.duty import Duty, Neighbour
from loaders.scenario.forms import Hand
from loaders.scenario.places import NOTHING, Agency, Community, Scenario, title
from loaders.scenario.posts import Posts
from loaders.scenario.register import Person
from loaders.scenario.workbook import Row, Sheet

MEMBER_HEADINGS = (
    *("序号", "姓名", "性别", "身份证号", "民族", "出生日期", "学历", "工作单位", "预/正", "手机号码", "入党时间"),
    *("转正时间", "所在支部", "党内职务", "是否流动党员", "所属党总支", "所在党小组", "备注"),
)
REPORTER_HEADINGS = (
    *("序号", "工作单位", "姓名", "性别", "职务", "组织关系所在党支部", "居住地址", "联系电话", "报到社区", "报到时间"),
    "认领岗位",
)
ORGANISATION_HEADINGS = ("序号", "单位名称", "单位党组织", "报到社区", "报到时间")
VOLUNTEER_HEADINGS = (
    *("序号", "姓名", "性别", "出生年月", "联系方式", "居住地址", "所属社区", "专业能力/特长", "志愿者编号"),
    *("服务时长", "可服务时段", "备注"),
)
_COMMITTEE = ("", "组织委员", "宣传委员")  # in the order of a branch's list
_COMMITTEE_FROM = 7  # full members
_JOBS = ("科员", "副股长", "股长", "办公室主任", "工程师")
_POSTS = ("政策宣传岗", "治安巡逻岗", "环境维护岗", "扶老助残岗", "矛盾调解岗")
_TIMES = ("全天", "周末", "工作日晚上")
_NONE: Row = (None,)


def members(scenario: Scenario, posts: Posts, duty: Duty, random: Random, today: date) -> Sheet:
    """The town's members branch by branch: secretary, residents, and then the cadres of the county's agencies."""
    own = [row for community in scenario.communities for row in _own_rows(community, posts, duty, random)]
    cadres = [row for agency in scenario.agencies for row in _cadre_rows(scenario, agency.name, duty, random)]
    rows = own + cadres
    total: Row = ("合计", f"{len(rows)}人", *_NONE * 16)
    return Sheet(
        "党员名册",
        (f"{scenario.town}党员名册（截至{today.year}年{today.month}月{today.day}日）",),
        MEMBER_HEADINGS,
        (*((number, *row) for number, row in enumerate(rows, 1)), total),
    )


def _own_rows(community: Community, posts: Posts, duty: Duty, random: Random) -> Iterator[Row]:
    branches: dict[str, list[Neighbour]] = defaultdict(list)
    of_grid = {grid.name: grid.branch for grid in community.grids if grid.branch}
    for grid in of_grid:
        branches.setdefault(of_grid[grid], [])
    for found in duty.members:
        if found.home.community == community:
            branches[of_grid.get(found.home.block.grid, next(iter(branches)))].append(found)
    groups = _Groups(community, posts)
    for branch, people in branches.items():
        yield from _secretary(community, branch, posts, random)
        people.sort(key=lambda found: found.person.politics)  # full members before probationary ones
        full = sum(found.person.politics == "中共党员" for found in people)
        for number, found in enumerate(people):
            group, leads = groups.of(found)
            chosen = number < len(_COMMITTEE) and full >= _COMMITTEE_FROM
            position = _COMMITTEE[number] if chosen and _COMMITTEE[number] else "党小组长" if leads else None
            yield _member_row(found.person, None, branch, position, (community.party, group), random)


class _Groups:
    """The party group of each building that has one, and its leader: the first full member who is asked about."""

    def __init__(self, community: Community, posts: Posts) -> None:
        self._community = community
        self._posts = posts
        self._shared = {name for names in community.shared for name in names}
        self._led: set[str] = set()

    def of(self, found: Neighbour) -> tuple[str | None, bool]:
        """The name of the group, as the leaders' roster writes it, and whether this member leads it."""
        home = found.home
        name = title(home.block, home.building)
        if home.in_building not in self._posts.groups or name in self._shared:
            return None, False
        group = f"{self._community.name if home.block.compound == NOTHING else ''}{name}党小组"
        leads = group not in self._led and found.person.politics == "中共党员"
        if leads:
            self._led.add(group)
        return group, leads


def _secretary(community: Community, branch: str, posts: Posts, random: Random) -> Iterator[Row]:
    grid = next(found for found in community.grids if found.branch == branch)
    if grid.has_secretary:
        leader = posts.grid_leaders[community.name + grid.name]
        yield _member_row(leader, None, branch, "支部书记", (community.party, None), random)


def _cadre_rows(scenario: Scenario, agency: str, duty: Duty, random: Random) -> Iterator[Row]:
    above = (f"{scenario.county}直属机关党委", None)  # nothing there would be read as: the same as the row above
    for cadre in duty.cadres[agency]:
        yield _member_row(cadre, agency, branch_of(agency), None, above, random)


def branch_of(agency: str) -> str:
    """The agency's own branch."""
    return f"{agency}机关党支部"


def _member_row(
    person: Person,
    unit: str | None,
    branch: str,
    position: str | None,
    above: tuple[str | None, str | None],
    random: Random,
) -> Row:
    """`above`: the community's organisation, and the group in the building."""
    is_full = person.politics != "中共预备党员"
    joined = person.birth.year + random.randint(20, 26)
    month = random.randint(1, 12)
    schooling = random.choice(("高中", "大专", "本科"))
    number = f"{person.id_number}\t" if person.id_number else None
    birth = person.birth.isoformat() if person.id_number else None
    known = (person.name, person.gender, number, "汉族", birth, schooling, unit)
    since: Row = (f"{joined}.{month:02d}", f"{joined + 1}.{month:02d}") if is_full else _NONE * 2
    return (*known, "正式" if is_full else "预备", person.phone or None, *since, branch, position, "否", *above, None)


def reporting(scenario: Scenario, duty: Duty, hand: Hand, random: Random, today: date) -> tuple[Sheet, Sheet]:
    """Members in service who report where they live, and the organisations that report where their zone is."""
    rows = [row for agency in scenario.agencies for row in _reporter_rows(agency, duty, hand, random)]
    organisations = [
        (agency.name, branch_of(agency.name), agency.community, _day(today - timedelta(days=random.randint(60, 300))))
        for agency in scenario.agencies
    ]
    return (
        Sheet(
            "双报到",
            ("在职党员到社区“双报到”登记表",),
            REPORTER_HEADINGS,
            tuple((number, *row) for number, row in enumerate(rows, 1)),
        ),
        Sheet(
            "单位党组织报到",
            ("机关企事业单位党组织到社区报到登记表",),
            ORGANISATION_HEADINGS,
            tuple((number, *row) for number, row in enumerate(organisations, 1)),
        ),
    )


def _reporter_rows(agency: Agency, duty: Duty, hand: Hand, random: Random) -> Iterator[Row]:
    unit = agency.name
    for number, found in enumerate(duty.reporters[unit]):
        person = found.person
        came: Row = (found.home.community.name, hand.month(), random.choice(_POSTS))
        if number >= agency.reporters:
            came = (None, "未报到", None)
        job = random.choice(_JOBS)
        yield unit, person.name, person.gender, job, branch_of(unit), address(found), person.phone, *came


def volunteers(scenario: Scenario, duty: Duty, random: Random, today: date) -> Sheet:
    """One row a volunteer, with one or two skills of the reference list."""
    rows = [_volunteer_row(number, found, random, today) for number, found in enumerate(duty.volunteers, 1)]
    return Sheet("志愿者", (f"{scenario.town}志愿者登记表",), VOLUNTEER_HEADINGS, tuple(rows))


def _volunteer_row(number: int, found: Neighbour, random: Random, today: date) -> Row:
    person = found.person
    known: Sequence[str] = [str(skill["name_zh"]) for skill in SKILLS.values()]
    skills = "、".join(random.sample(known, random.choice((1, 1, 2))))
    born = f"{person.birth.year}.{person.birth.month:02d}"
    served = f"{random.randint(20, 440) / 2}"
    place: Row = (address(found), found.home.community.name)
    times = random.choice(_TIMES)
    registration = f"ZY{today.year}{found.home.community.code[6:]}{number:03d}"
    return number, person.name, person.gender, born, person.phone, *place, skills, registration, served, times, None


def address(found: Neighbour) -> str:
    """Where somebody lives, as forms say it within a town: 松涛花园3栋1单元501."""
    home = found.home
    name = title(home.block, home.building)
    return f"{name}{home.entrance}单元{home.room}" if home.entrance else f"{home.community.name}{name}{home.room}号"


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
