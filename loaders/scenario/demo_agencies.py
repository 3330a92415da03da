"""The demo's six units: their zones, buildings and checkpoints. Three buildings are nobody's on purpose."""

from loaders.scenario.places import NOTHING, Agency, Checkpoint

_SONGTAO, _LIUXI = "松涛社区", "柳溪社区"


def _named(compound: str, first: int, last: int) -> tuple[str, ...]:
    return tuple(f"{compound}{number}栋" for number in range(first, last + 1))


AGENCIES = (
    Agency(
        *("青禾县林业局", "机关", "第一片区", _SONGTAO, _named("松涛花园", 1, 8)),
        (Checkpoint("KD-01", "松涛花园东门", "第一网格"), Checkpoint("KD-02", "松涛花园西门", "第二网格", True)),
        cadres=10,
        reporters=3,
    ),
    Agency(
        *("青禾县水务局", "机关", "第二片区", _SONGTAO, _named("松涛花园", 9, 11) + _named("锦绣里", 12, 17)),
        (Checkpoint("KD-03", "锦绣里正门", "第三网格"), Checkpoint("KD-04", "锦绣里北门", "第四网格")),
        cadres=9,
        reporters=3,
        unreported=1,
    ),
    Agency(
        *("青禾县教育局", "机关", "第三片区", _SONGTAO),
        (*_named("供销社宿舍", 18, 19), *_named("水利局家属院", 20, 23), "沿河路12号", "百货大楼住宅楼"),
        (Checkpoint("KD-05", "沿河路口", NOTHING, True),),
        cadres=6,
        reporters=3,
    ),
    Agency(
        *("青禾县卫生健康局", "机关", "第四片区", _LIUXI, _named("柳溪里", 1, 8)),
        (Checkpoint("KD-06", "柳溪里大门", "第一网格"),),
        cadres=5,
        reporters=3,
        unreported=1,
    ),
    Agency(
        *("青禾县供电公司", "企业", "第五片区", _LIUXI, _named("师苑新村", 1, 4) + _named("溪岸新城", 1, 4)),
        (Checkpoint("KD-07", "溪岸新城南门", "第三网格"),),
        cadres=5,
        reporters=3,
    ),
    Agency(
        *("青禾县人民医院", "医院", "第六片区", _LIUXI, _named("溪岸新城", 5, 6) + _named("纺织厂宿舍", 1, 2)),
        (Checkpoint("KD-08", "汽车站路口", NOTHING),),
        cadres=5,
        reporters=3,
    ),
)
