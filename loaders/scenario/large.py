"""County and city: towns made by number, one after the other, so that none has to be kept; every name is invented."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from random import Random

from loaders.scenario.homes import Home, settle
from loaders.scenario.places import Block, Building, Community, Compound, Grid, Job, Post, Scenario, title
from loaders.scenario.posts import Posts, fill, with_group
from loaders.scenario.register import PHONES, Lot, Person, Register

_FIRST = "青云松柳竹梅兰桂枫杨清明安和平宁永新长春金银玉石丹秀丰吉仁义礼智星月晨晓彩锦瑞祥"
_SECOND = "溪岭泉湖山林桥园坪塘滩湾港渡门台亭苑村岗"
_ENDINGS = ("花园", "雅苑", "新村", "家园", "小区", "里")
_HAN = "零一二三四五六七八九十"
_WITHOUT_WORKER, _WORKER_OF_TWO, _WITHOUT_BRANCH, _WITHOUT_SECRETARY = 0.03, 0.05, 0.04, 0.05
_WITHOUT_LEADER, _SHARED_COMPANY, _MANAGED = 0.08, 0.5, 0.65
_LED_AGE = (35, 74)
_GROUP_FROM = 8  # members: their leaders have no phone, because there are only ten thousand numbers


@dataclass(frozen=True)
class Size:
    """How many there are of each in all. `shape`: floors, entrances, doors of a building."""

    counties: tuple[tuple[str, str], ...]  # name, code: none of the codes exists in GB/T 2260
    towns: int
    communities: int
    grids: int
    buildings: int
    shape: tuple[int, int, int]


COUNTY = Size((("澄江湾县", "429091"),), 17, 185, 902, 3_969, (6, 2, 2))
CITY = Size(
    tuple(
        (f"{name}区", f"3390{71 + place}")
        for place, name in enumerate("东川 西川 南川 北川 上林 下林 长亭 短亭 望江 临江".split())
    ),
    70,
    700,
    3_500,
    28_000,
    (6, 3, 2),
)
LARGE = {"county": COUNTY, "city": CITY}


@dataclass(frozen=True)
class Large:
    """One town of a large profile and everybody in it. `is_first`: of its county."""

    number: int
    area: str
    is_first: bool
    scenario: Scenario
    homes: tuple[Home, ...]
    posts: Posts


def town(profile: str, size: Size, number: int, *, today: date, seed: int) -> Large:
    """A town and its people; the same whether or not the others are made."""
    random = Random(f"{profile}/{seed}/{number}")
    scenario = declared(size, number, random)
    area, in_county, towns_there = _county(size, number)
    phones = _part(len(PHONES), towns_there, in_county)
    lot = Lot(phones, (in_county, towns_there), (number, size.towns))
    register = Register(random, today, area=area, phones=0.0, lot=lot, large_families=True)
    homes, leaders = _with_leaders(scenario, settle(scenario, register), register)
    posts = fill(scenario, leaders, with_group(homes, _GROUP_FROM), register)
    return Large(number, area, in_county == 0, scenario, homes, posts)


def declared(size: Size, number: int, random: Random) -> Scenario:
    """A town without its people."""
    area, in_county, _ = _county(size, number)
    communities = tuple(
        _community(size, every, f"{area}{101 + in_county}{own:03d}", random)
        for own, every in enumerate(_part(size.communities, size.towns, number), 1)
    )
    name = next(name for name, code in size.counties if code == area)
    return Scenario(name, f"{_word(number + 7 * len(_FIRST))}镇", communities)


def _county(size: Size, number: int) -> tuple[str, int, int]:
    """The code of the town's county, the how manieth town of it this is, and of how many."""
    counties = len(size.counties)
    place = number * counties // size.towns
    own = [other for other in range(size.towns) if other * counties // size.towns == place]
    return size.counties[place][1], own.index(number), len(own)


def _part(total: int, parts: int, number: int) -> range:
    """The numbers of one of so many nearly equal parts."""
    return range(number * total // parts, (number + 1) * total // parts)


def _word(number: int) -> str:
    """Two characters, others for each number below 720."""
    return _FIRST[number % len(_FIRST)] + _SECOND[(number // len(_FIRST) + number) % len(_SECOND)]


def _community(size: Size, number: int, code: str, random: Random) -> Community:
    word = _word(number)
    name = f"{word}社区"
    grids, blocks, compounds, leaderless = [], [], [], set()
    worker = ""
    for place, grid in enumerate(_part(size.grids, size.communities, number)):
        compound = _compound(word, place, random)
        houses = tuple(
            Building(f"{n + 1}栋", *size.shape) for n, _ in enumerate(_part(size.buildings, size.grids, grid))
        )
        blocks.append(Block(f"第{_HAN[place + 1]}网格", compound.name, houses, f"{compound.name}1-{len(houses)}栋"))
        compounds.append(compound)
        leaderless |= {compound.name + house.name for house in houses if random.random() < _WITHOUT_LEADER}
        worker = worker if worker and random.random() < _WORKER_OF_TWO else f"{name}{place}"
        grids.append(_grid(name, place, worker, random))
    jobs = (
        Job("社区书记、居委会主任", "全面工作", night=True),
        Job("社区干部", "民政、低保、残联"),
        Job("社区干部", "医保、退役军人服务", night=True),
        Job("社区干部", "综治、信访"),
    )
    phone = f"0719-{1_000_000 + number:07d}"
    party = f"{name}党委"
    return Community(
        name, code, party, phone, tuple(grids), tuple(compounds), tuple(blocks), jobs, frozenset(leaderless)
    )


def _compound(word: str, place: int, random: Random) -> Compound:
    name = word + _ENDINGS[place % len(_ENDINGS)]
    if random.random() < _MANAGED:
        return Compound(name, f"{word}物业服务有限公司", has_manager=True)
    return Compound(name, random.choice(("业主自管", "无")))


def _grid(community: str, place: int, worker: str, random: Random) -> Grid:
    """The first grid of a community always has a branch: members of the others without one are in it."""
    name = f"第{_HAN[place + 1]}网格"
    workers = () if random.random() < _WITHOUT_WORKER else (Post(worker),)
    branch = f"{community}{name}党支部" if place == 0 or random.random() >= _WITHOUT_BRANCH else ""
    return Grid(name, workers, branch, has_secretary=random.random() >= _WITHOUT_SECRETARY)


def _with_leaders(
    scenario: Scenario, homes: Sequence[Home], register: Register
) -> tuple[tuple[Home, ...], dict[str, Person]]:
    """The homes, in which whoever leads a building has a phone, and the leaders by the name of their building."""
    of_building: dict[str, list[int]] = {}
    for place, home in enumerate(homes):
        if home.use == "自住":
            of_building.setdefault(home.in_building, []).append(place)
    changed, leaders = list(homes), {}
    for community in scenario.communities:
        for block, building in community.buildings():
            name = title(block, building)
            if name not in community.leaderless:
                found = _leader(homes, of_building.get(community.name + name, []), register)
                if found is not None:
                    place, nth = found
                    leader = replace(homes[place].people[nth], phone=register.number())
                    people = (*homes[place].people[:nth], leader, *homes[place].people[nth + 1 :])
                    changed[place] = replace(homes[place], people=people)
                    leaders[community.name + name] = leader
    return tuple(changed), leaders


def _leader(homes: Sequence[Home], places: Sequence[int], register: Register) -> tuple[int, int] | None:
    """Who may lead: in which home, and the how manieth there."""
    fit = [
        (place, nth) for place in places for nth, person in enumerate(homes[place].people) if _is_fit(person, register)
    ]
    return register.random.choice(fit) if fit else None


def _is_fit(person: Person, register: Register) -> bool:
    return _LED_AGE[0] <= (register.today - person.birth).days // 366 <= _LED_AGE[1]


def towns(profile: str, size: Size, *, today: date, seed: int) -> Iterator[Large]:
    """Town after town; only the one that is at hand is in memory."""
    return (town(profile, size, number, today=today, seed=seed) for number in range(size.towns))
