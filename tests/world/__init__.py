"""A tiny organisation, readable at a glance, as workbooks for the real loaders.

For every rule there is one subject that breaks it and one that does not. Everybody is fictional.

    清溪县 339095 · 桃溪镇
    ├── 桃溪社区
    │   ├── 第一网格   worker 乔一方, leader 谭立
    │   │   └── 桃溪苑1栋   leader 文晓 (lives in 1单元101)
    │   ├── 第二网格   nobody works here                        G01
    │   │   ├── 桃溪苑2栋   no leader                           G04
    │   │   └── 桃溪苑4栋   all vacant, so no leader is missed
    │   └── 溪边路8号       in no grid, leader 方敏              G06 for its home
    └── 茶岭村
        └── 第一网格   worker 侯远
            └── 1组         leader 单勇
"""

from datetime import date
from pathlib import Path

from loaders.scenario.place_forms import BUILDING_HEADINGS, RESIDENT_HEADINGS
from loaders.scenario.post_forms import GRID_HEADINGS, LEADER_HEADINGS, STAFF_HEADINGS
from loaders.scenario.register import id_number
from loaders.scenario.workbook import Row, Sheet, write_workbook

TODAY = date(2026, 11, 20)
COUNTY = "339095"
TOWN = "339095101"
URBAN = "339095101001"
VILLAGE = "339095101201"

BROKEN = {"G01": "桃溪社区第二网格", "G04": "桃溪社区桃溪苑2栋", "G06": "桃溪社区溪边路8号1单元101"}
FINE = {"G01": "桃溪社区第一网格", "G04": "桃溪社区桃溪苑1栋", "G06": "桃溪社区桃溪苑1栋1单元101"}
LED_HOME = "桃溪社区桃溪苑1栋1单元201"  # has everybody of its path
LEADERS_HOME = "桃溪社区桃溪苑1栋1单元101"  # the building's leader lives in it
UNLED_HOME = "桃溪社区桃溪苑2栋1单元101"  # no leader, no worker
VILLAGE_HOME = "茶岭村1组1号"

_BUILDINGS: tuple[Row, ...] = (
    (
        *("清溪县", "桃溪镇", "桃溪社区", URBAN, "第一网格", "桃溪苑", "业主自管", "1栋"),
        3,
        1,
        3,
        "/",
        "/",
        "/",
        "/",
        None,
    ),
    (*(None, None, None, None, "第二网格", "桃溪苑", "业主自管", "2栋"), 3, 1, 2, "/", "/", "/", "/", None),
    (*(None, None, None, None, "第二网格", "桃溪苑", "业主自管", "4栋"), 3, 1, 1, "/", "/", "/", "/", "整栋空置"),
    (*(None, None, None, None, "/", "/", "/", "溪边路8号"), 3, 1, 1, "/", "/", "/", "/", "尚未划入网格"),
    (*("清溪县", "桃溪镇", "茶岭村", VILLAGE, "第一网格", "/", "/", "1组"), 1, 0, 2, "/", "/", "/", "/", None),
)

_LEADERS: dict[str, tuple[Row, ...]] = {
    "桃溪社区": (
        ("桃溪苑", "1栋", 1, 3, "文晓", "女", "中共党员", "19900000101", "第一网格", "2024.3", "桃溪苑1栋党小组", None),
        ("桃溪苑", "2栋", 1, 2, "待定", None, None, None, "第二网格", None, None, None),
        ("单体楼", "溪边路8号", 1, 1, "方敏", "女", "群众", "19900000104", "/", "2025年6月", None, None),
    ),
    "茶岭村": (("单体楼", "1组", 0, 2, "单勇", "男", "群众", "19900000105", "第一网格", "2023.9", None, None),),
}

_GRIDS: tuple[Row, ...] = (
    (
        *("桃溪社区", "桃溪社区党总支", "第一网格", "桃溪苑1栋", 1, 3, "谭立", "19900000201", "乔一方", "专职"),
        *("19900000202", "2024.5", "桃溪社区第一网格党支部", "谭立", "19900000201"),
    ),
    (
        *(None, None, "第二网格", "桃溪苑2栋、4栋", 2, 3, "姚进", "19900000203", "（空缺）", None),
        *(None, None, None, None, None),
    ),
    (
        *("茶岭村", "茶岭村党总支", "第一网格", "1组", 1, 2, "白启", "19900000204", "侯远", "兼职"),
        *("19900000205", "2025.3", None, None, None),
    ),
)

_STAFF: tuple[Row, ...] = (
    ("桃溪社区", "社区书记", "朴青", "全面工作", "19900000301", "2022.3", "是", "0719-0000301"),
    (None, "社区干部", "傅文", "民政、低保", "19900000302", "2023.6", "否", None),
    ("茶岭村", "社区书记", "林岩", "全面工作", "19900000303", "2022.3", "否", "/"),
)


def write(folder: Path) -> list[Path]:
    """Writes the four workbooks and returns them, places first."""
    folder.mkdir(parents=True, exist_ok=True)
    buildings = Sheet("小区楼栋信息", ("清溪县桃溪镇小区楼栋信息表",), BUILDING_HEADINGS, _numbered(_BUILDINGS))
    residents = Sheet("住户信息", ("桃溪镇住户信息登记表",), RESIDENT_HEADINGS, _numbered(_residents()))
    leaders = [Sheet(name, (f"{name}楼栋长名册",), LEADER_HEADINGS, _numbered(rows)) for name, rows in _LEADERS.items()]
    grids = Sheet("网格员公示", ("桃溪镇社区网格员信息公示表",), GRID_HEADINGS, _numbered(_GRIDS))
    staff = Sheet("社区工作人员", ("桃溪镇社区工作人员公示表",), STAFF_HEADINGS, _numbered(_STAFF))
    return [
        write_workbook(folder / "小区楼栋信息表.xlsx", [buildings], TODAY),
        write_workbook(folder / "住户信息登记表.xlsx", [residents], TODAY),
        write_workbook(folder / "楼栋长名册.xlsx", leaders, TODAY),
        write_workbook(folder / "网格员信息公示表.xlsx", [grids, staff], TODAY),
    ]


def _residents() -> tuple[Row, ...]:
    first = ("桃溪社区", "第一网格", "桃溪苑", "1栋")
    second = ("桃溪社区", "第二网格", "桃溪苑", "2栋")
    empty = ("桃溪社区", "第二网格", "桃溪苑", "4栋")
    loose = ("桃溪社区", "/", "/", "溪边路8号")
    village = ("茶岭村", "第一网格", "/", "1组")
    return (
        _person(first, "1", "101", "文晓", "户主", "女", date(1968, 5, 4), "19900000101", "自住", "中共党员"),
        _person(first, "1", "101", "贾安", "配偶", "男", date(1966, 2, 11), "19900000102", None),
        _person(first, "1", "201", "曾立新", "户主", "男", date(1980, 9, 1), "19900000103", "自住"),
        _home(first, "1", "301", "空置"),
        _person(second, "1", "101", "区小玲", "户主", "女", date(1991, 12, 24), "19900000106", "出租"),
        _person(second, "1", "201", "解放生", "户主", "男", date(1947, 7, 7), "19900000107", "自住"),
        _home(empty, "1", "101", "空置"),
        _person(loose, "1", "101", "方敏", "户主", "女", date(1972, 3, 30), "19900000104", "自住"),
        _person(village, "/", "1", "单勇", "户主", "男", date(1965, 10, 19), "19900000105", "自住"),
        _person(village, "/", "2", "查玉兰", "户主", "女", date(1943, 1, 15), "19900000108", "自住"),
    )


def _person(
    place: tuple[str, str, str, str],
    entrance: str,
    room: str,
    name: str,
    relation: str,
    gender: str,
    birth: date,
    phone: str,
    use: str | None,
    politics: str = "群众",
) -> Row:
    number = id_number("429091", birth, 101 if gender == "男" else 102)
    known = (name, relation, gender, number, birth, phone)
    return (*place, entrance, room, None, *known, use, "否", politics, None)


def _home(place: tuple[str, str, str, str], entrance: str, room: str, use: str) -> Row:
    return (*place, entrance, room, None, *(None,) * 6, use, *(None,) * 3)


def _numbered(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    return tuple((number, *row) for number, row in enumerate(rows, 1))
