"""The demo: two communities and a village, 12 grids, 60 buildings, 1,500 homes, and gaps put in on purpose."""

from loaders.scenario.demo_agencies import AGENCIES
from loaders.scenario.places import (
    NOTHING,
    Block,
    Building,
    Care,
    Community,
    Compound,
    Fill,
    Grid,
    Job,
    Post,
    Scenario,
    numbered,
)

_ANJU = "青禾安居物业服务有限公司"
_XIAN = "青禾溪岸物业服务有限公司"

_SONGTAO = Community(
    name="松涛社区",
    code="529093100001",
    party="松涛社区党总支",
    duty_phone="0719-0000201",
    grids=(
        Grid("第一网格", (Post("a"), Post("b")), "松涛社区第一网格党支部"),
        Grid("第二网格", (Post("c", "兼职"),), "松涛社区第二网格党支部"),
        Grid("第三网格", (), "松涛社区第三、四网格联合党支部"),
        Grid("第四网格", (Post("d"),), "松涛社区第三、四网格联合党支部"),
        Grid("第五网格", (Post("d"),)),
    ),
    compounds=(
        Compound("松涛花园", _ANJU, has_manager=True, has_committee=True),
        Compound("锦绣里", _ANJU, has_manager=True),
        Compound("供销社宿舍", "无", has_committee=True),
        Compound("水利局家属院", "业主自管", has_committee=True),
    ),
    blocks=(
        Block("第一网格", "松涛花园", numbered(1, 5), "松涛花园1-5栋"),
        Block("第二网格", "松涛花园", numbered(6, 11), "松涛花园6-11栋"),
        Block("第三网格", "锦绣里", numbered(12, 14, floors=11, entrances=1, doors=4), "锦绣里12-14栋"),
        Block("第四网格", "锦绣里", numbered(15, 17, floors=11, entrances=1, doors=4), "锦绣里15-17栋"),
        Block("第四网格", "供销社宿舍", numbered(18, 19, floors=5), "供销社宿舍18-19栋"),
        Block("第五网格", "水利局家属院", numbered(20, 23, floors=5), "水利局家属院20-23栋"),
        Block(
            "第五网格",
            NOTHING,
            (Building("沿河路12号", floors=5, entrances=1), Building("百货大楼住宅楼")),
            "沿河路12号、百货大楼住宅楼",
        ),
        Block(NOTHING, NOTHING, (Building("沿河路14号", entrances=1, fill=Fill.FULL, note="尚未划入网格"),)),
    ),
    jobs=(
        Job("社区书记、居委会主任", "全面工作", night=True),
        Job("社区干部", "民政、低保、残联"),
        Job("社区干部", "医保、退役军人服务", night=True),
        Job("社区干部", "综治、信访"),
    ),
    leaderless=frozenset({"松涛花园9栋", "锦绣里14栋", "供销社宿舍19栋"}),
    shared=(("松涛花园6栋", "松涛花园7栋"),),
)

_LIUXI = Community(
    name="柳溪社区",
    code="529093100002",
    party="柳溪社区党总支",
    duty_phone="0719-0000202",
    grids=(
        Grid("第一网格", (Post("e"),), "柳溪社区第一网格党支部"),
        Grid("第二网格", (Post("e", "兼职"),), "柳溪社区第二网格党支部"),
        Grid("第三网格", (Post("f"), Post("g", "兼职")), "柳溪社区第三网格党支部", has_secretary=False),
        Grid("第四网格", ()),
    ),
    compounds=(
        Compound("柳溪里", "无"),
        Compound("师苑新村", "业主自管", has_committee=True),
        Compound("溪岸新城", _XIAN, has_manager=True),
        Compound("纺织厂宿舍", "无"),
    ),
    blocks=(
        Block("第一网格", "柳溪里", numbered(1, 4), "柳溪里1-4栋"),
        Block("第二网格", "柳溪里", numbered(5, 8), "柳溪里5-8栋"),
        Block("第二网格", "师苑新村", numbered(1, 4, floors=5), "师苑新村1-4栋"),
        Block("第三网格", "溪岸新城", numbered(1, 4, floors=11, entrances=1, doors=4), "溪岸新城1-4栋"),
        Block("第四网格", "溪岸新城", numbered(5, 6, floors=11, entrances=1, doors=4), "溪岸新城5-6栋"),
        Block(
            "第四网格",
            "纺织厂宿舍",
            (Building("1栋", floors=4), Building("2栋", floors=4, fill=Fill.EMPTY, note="整栋空置待征收")),
            "纺织厂宿舍1-2栋",
        ),
        Block(
            "第四网格",
            NOTHING,
            (Building("汽车站家属楼", floors=5), Building("老粮库平房", floors=1, entrances=1, doors=8)),
            "汽车站家属楼、老粮库平房",
        ),
    ),
    jobs=(
        Job("社区书记", "党建"),
        Job("居委会主任", "全面工作", night=True),
        Job("社区干部", "民政、低保、医保"),
        Job("社区干部", "退役军人服务、综治"),
    ),
    leaderless=frozenset({"柳溪里6栋", "溪岸新城5栋"}),
    shared=(("溪岸新城1栋", "溪岸新城2栋", "溪岸新城3栋", "溪岸新城4栋"),),
)

_YUNLING = Community(
    name="云岭村",
    code="529093100201",
    party="云岭村党总支",
    duty_phone=NOTHING,
    grids=(
        Grid("第一网格", (Post("h"),), "云岭村第一网格党支部"),
        Grid("第二网格", (Post("i", "兼职"),), "云岭村第二网格党支部"),
        Grid("第三网格", (Post("j"),)),
    ),
    compounds=(),
    blocks=tuple(
        Block(
            grid,
            NOTHING,
            tuple(Building(f"{n}组", 1, 0, 17 if n % 2 else 18) for n in range(first, first + 4)),
            f"{first}组至{first + 3}组",
        )
        for grid, first in (("第一网格", 1), ("第二网格", 5), ("第三网格", 9))
    ),
    jobs=(Job("村书记、村委会主任", "全面工作", night=True), Job("村干部", "民政、低保、医保")),
)

DEMO = Scenario(
    county="青禾县",
    town="青松镇",
    communities=(_SONGTAO, _LIUXI, _YUNLING),
    family_homes=frozenset({"松涛社区松涛花园3栋1单元501", "松涛社区松涛花园9栋1单元501"}),
    agencies=AGENCIES,
    care=Care(volunteers=24, pairs=30, unpaired=4, leaves=6),
)

# What the rules must find in the demo, by the spoken name of each subject; G06 stands for every home of its building.
PLANTED: dict[str, frozenset[str]] = {
    "G01": frozenset({"松涛社区第三网格", "柳溪社区第四网格"}),
    "G04": frozenset(community.name + name for community in DEMO.communities for name in community.leaderless),
    "G06": frozenset(f"松涛社区沿河路14号1单元{floor}{door:02d}" for floor in range(1, 7) for door in (1, 2)),
    "G17": frozenset({"松涛社区沿河路14号", "柳溪社区汽车站家属楼", "柳溪社区老粮库平房"}),
}
