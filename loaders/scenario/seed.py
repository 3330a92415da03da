"""The county that the policy article reports, by its counts; every name in it, and the code 639094, is invented.

76 units with a zone each, 376 checkpoints of which 31 are core, 2,012 cadres, 59 volunteers and 296 buildings are the
article's. 5 towns, 15 communities, 120 grids and about 30,000 homes are ours.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TypeVar

from loaders.scenario.places import (
    NOTHING,
    Agency,
    Block,
    Building,
    Care,
    Checkpoint,
    Community,
    Compound,
    Fill,
    Grid,
    Job,
    Post,
    Scenario,
    title,
)

_Thing = TypeVar("_Thing")
COUNTY, AREA = "霁川县", "639094"
PHONES = 0.12  # of the grown residents: no more than ten thousand numbers are nobody's
UNITS, CHECKPOINTS, CORE, BUILDINGS, CADRES, VOLUNTEERS = 76, 376, 31, 296, 2012, 59
_TOWNS = {
    "梧桐镇": ("栖梧社区", "听雨社区", "桐荫社区"),
    "银杏镇": ("金叶社区", "秋水社区", "白果社区"),
    "水杉镇": ("杉林社区", "镜湖社区", "渡口社区"),
    "香樟镇": ("樟园社区", "南浦社区", "书院社区"),
    "白桦镇": ("桦岭社区", "晴川社区", "望月社区"),
}
_ENDINGS = ("花园", "雅苑", "新村", "家园")
_HAN = "零一二三四五六七八九十"
_SHAPES = ((17, 2, 3), (25, 1, 4), (11, 3, 3), (13, 2, 4))  # floors, entrances, doors: 405 homes in four buildings
_GATES = ("东门", "西门", "南门", "北门", "车库口", "便民通道")
_OFFICES = (
    "发展和改革局 教育局 科学技术局 工业和信息化局 公安局 民政局 司法局 财政局 人力资源和社会保障局 自然资源局 "
    "生态环境局 住房和城乡建设局 交通运输局 水务局 农业农村局 商务局 文化和旅游局 卫生健康局 退役军人事务局 应急管理局 "
    "审计局 市场监督管理局 统计局 医疗保障局 城市管理局 信访局 林业局 乡村振兴局 政务服务局 税务局 气象局 档案馆 "
    "总工会 妇女联合会 残疾人联合会 红十字会 工商业联合会 科学技术协会 文学艺术联合会 供销合作社联合社"
).split()
_INSTITUTIONS = (
    "融媒体中心 疾病预防控制中心 公共就业服务中心 不动产登记中心 公路事业发展中心 水利工程管理站 园林绿化中心 "
    "环境卫生中心 住房保障中心 社会福利院 图书馆 文化馆 博物馆 体育中心 机关事务服务中心 招商服务中心 "
    "农业技术推广中心 动物疫病预防中心"
).split()
_SCHOOLS = "第一中学 第二中学 第三中学 第一小学 第二小学 第三小学 职业教育中心 特殊教育学校".split()
_HOSPITALS = "人民医院 中医院 妇幼保健院".split()
_COMPANIES = "供电公司 自来水公司 燃气公司 公交公司 邮政公司 城市投资公司 粮食储备公司".split()
_NAMES = {"机关": _OFFICES, "事业单位": _INSTITUTIONS, "学校": _SCHOOLS, "医院": _HOSPITALS, "企业": _COMPANIES}


def _communities() -> Iterator[tuple[str, Community]]:
    number = 0
    for town, names in enumerate(_TOWNS):
        for own, name in enumerate(_TOWNS[names], 1):
            yield names, _community(number, name, f"{AREA}{101 + town}{own:03d}")
            number += 1


def _community(number: int, name: str, code: str) -> Community:
    """Eight grids, two a compound; a compound has five buildings, in four communities the last one four.

    Every third community has a grid without worker, every second a building without leader, the fifth and
    the tenth a building that no grid has yet.
    """
    word = name.removesuffix("社区")
    compounds = tuple(
        Compound(word + ending, f"{word}物业服务有限公司" if place < 2 else ("业主自管", "无")[place - 2], place < 2)
        for place, ending in enumerate(_ENDINGS)
    )
    grids = tuple(_grid(number, place, name) for place in range(8))
    blocks = tuple(_blocks(number, compounds))
    leaderless = frozenset({compounds[1].name + "3栋"} if number % 2 else ())
    jobs = (
        Job("社区书记、居委会主任", "全面工作", night=True),
        Job("社区干部", "民政、低保、残联"),
        Job("社区干部", "医保、退役军人服务", night=True),
        Job("社区干部", "综治、信访"),
    )
    phone = f"0719-00003{number + 1:02d}"
    return Community(name, code, f"{name}党委", phone, grids, compounds, blocks, jobs, leaderless)


def _grid(number: int, place: int, community: str) -> Grid:
    name = f"第{_HAN[place + 1]}网格"
    is_vacant = number % 3 == 2 and place == 5
    return Grid(name, () if is_vacant else (Post(f"{community}{place}"),), f"{community}{name}党支部")


def _blocks(number: int, compounds: Sequence[Compound]) -> Iterator[Block]:
    for place, compound in enumerate(compounds):
        last = 4 if place == 3 and number >= 11 else 5
        outside = number in (4, 9) and place == 3
        for grid, first, end in ((place * 2, 1, 3), (place * 2 + 1, 4, last - outside)):
            if first > end:
                continue
            buildings = tuple(_building(number, place, house) for house in range(first, end + 1))
            yield Block(f"第{_HAN[grid + 1]}网格", compound.name, buildings, f"{compound.name}{first}-{end}栋")
        if outside:
            shape = _building(number, place, last)
            note = "尚未划入网格"
            yield Block(
                NOTHING,
                compound.name,
                (Building(shape.name, shape.floors, shape.entrances, shape.doors, Fill.FULL, note),),
            )


def _building(number: int, place: int, house: int) -> Building:
    floors, entrances, doors = _SHAPES[(number + place + house) % len(_SHAPES)]
    return Building(f"{house}栋", floors, entrances, doors)


def _scenarios() -> Iterator[Scenario]:
    """A town each. The first community has six units, the others five; each unit has its community's next buildings."""
    names = iter([(COUNTY + name, kind) for kind, found in _NAMES.items() for name in found])
    communities = list(_communities())
    counter = 0
    for place, town in enumerate(_TOWNS):
        agencies: list[Agency] = []
        for _, community in (found for found in communities if found[0] == town):
            share = 6 if counter == 0 else 5
            zones = zip(_split(_titles(community), share), _split(_points(community), share), strict=True)
            for buildings, points in zones:
                agencies.append(_agency(counter, len(agencies), next(names), community, (buildings, points)))
                counter += 1
        care = Care(VOLUNTEERS // 5 + (place < VOLUNTEERS % 5), pairs=54, unpaired=6, leaves=9)
        own = tuple(community for of, community in communities if of == town)
        yield Scenario(COUNTY, town, own, agencies=tuple(agencies), care=care)


def _titles(community: Community) -> list[str]:
    """Its buildings, but one in every third community, which nobody covers."""
    named = [title(block, building) for block, building in community.buildings()]
    left = named[-1] if int(community.code) % 3 == 0 else ""
    return [name for name in named if name != left]


def _points(community: Community) -> list[Checkpoint]:
    """25 checkpoints, six a compound and one at the crossing; 26 in the first community."""
    gates = [
        Checkpoint("", compound.name + gate, f"第{_HAN[place * 2 + 1]}网格")
        for place, compound in enumerate(community.compounds)
        for gate in _GATES
    ]
    word = community.name.removesuffix("社区")
    crossings = [f"{word}路口"] + ([f"{word}桥头"] if community.code == f"{AREA}101001" else [])
    return gates + [Checkpoint("", name, NOTHING) for name in crossings]


def _agency(
    counter: int,
    in_town: int,
    named: tuple[str, str],
    community: Community,
    area: tuple[Sequence[str], Sequence[Checkpoint]],
) -> Agency:
    """The units are numbered through the county: the first 31 have a core checkpoint, the first 36 a cadre more."""
    buildings, points = area
    numbered = tuple(
        Checkpoint(f"KD-{counter + 1:02d}{place}", point.name, point.grid, is_core=counter < CORE and place == 1)
        for place, point in enumerate(points, 1)
    )
    zone = f"第{_counted(in_town + 1)}片区"
    name, kind = named
    cadres, missing = CADRES // UNITS + (counter < CADRES % UNITS), int(counter % 8 == 7)
    return Agency(name, kind, zone, community.name, tuple(buildings), numbered, cadres, reporters=4, unreported=missing)


def _counted(number: int) -> str:
    return _HAN[number] if number <= 10 else "十" + _HAN[number - 10]


def _split(things: Sequence[_Thing], parts: int) -> list[Sequence[_Thing]]:
    """As equal parts as can be, in order."""
    bounds = [round(part * len(things) / parts) for part in range(parts + 1)]
    return [things[first:end] for first, end in pairwise(bounds)]


SEED: tuple[Scenario, ...] = tuple(_scenarios())

_BUILT = [community for scenario in SEED for community in scenario.communities]

# What the rules must find in the seed, by the spoken name of each subject.
PLANTED: dict[str, frozenset[str]] = {
    "G01": frozenset(own.name + grid.name for own in _BUILT for grid in own.grids if not grid.workers),
    "G04": frozenset(own.name + name for own in _BUILT for name in own.leaderless),
    "G06": frozenset(
        f"{own.name}{title(block, building)}{entrance}单元{room}"
        for own in _BUILT
        for block, building in own.buildings()
        if block.grid == NOTHING
        for entrance, room in building.doorways()
    ),
    "G17": frozenset(
        own.name + title(block, building)
        for scenario in SEED
        for own in scenario.communities
        for block, building in own.buildings()
        if title(block, building) not in {name for agency in scenario.agencies for name in agency.buildings}
    ),
}
