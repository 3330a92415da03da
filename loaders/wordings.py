"""How offices word the choices of the schema, and the readers of cells with such words. They raise choice_unknown."""

import re
from collections.abc import Callable, Mapping

from graph_schema.problems import ValueProblem
from graph_schema.values import day, text

Wording = tuple[tuple[str, re.Pattern[str]], ...]  # code and pattern, tried in this order

UNSAID = frozenset(("/", "-", "—", "——", "--"))
_AMOUNT = re.compile(r"[0-9][0-9,]*(?:\.[0-9]+)?")

COMMUNITY_KINDS: Wording = (
    ("village", re.compile("村(?!改)|农村|乡村")),
    ("urban", re.compile("社区|居委|城市|城镇|城区|村改")),
)
GRID_KINDS: Wording = (("exclusive", re.compile("专属|专有|特殊")), ("base", re.compile("基础|普通|一般|居民|综合")))
ENCLOSURES: Wording = (
    ("bungalow_cluster", re.compile("平房|自建|散居|散户|农房|院落|村庄|村湾")),
    ("old_low_rise", re.compile("老旧|老小区|多层|家属|宿舍|房改|单位房|单体|无物业")),
    ("commercial_estate", re.compile("商业|商品|商住|楼盘|小区|高层|新建")),
)
CLOSABLE: Wording = (
    ("no", re.compile("不可|不能|无法|未|不|开放|否|无|没有|×|✗")),
    ("yes", re.compile("封闭|能|可|是|已|有|√|✓")),
)
MANAGEMENTS: Wording = (
    ("self", re.compile("自管|自治|自主|自行|业委会管理|自管会")),
    ("none", re.compile("无|没有|未|弃管|失管|否|社区代管|代管|托管")),
    ("managed", re.compile("物业|专业|有|是|市场化|企业|公司|委托")),
)
FUNDS: Wording = (("no", re.compile("未|无|没|否|不|×|✗")), ("yes", re.compile("有|落实|到位|拨付|足额|是|√|✓")))
FACILITY_KINDS: Wording = (
    ("service_centre", re.compile("党群服务|服务中心|便民服务|服务站|服务大厅")),
    ("office", re.compile("办公|综合办公|居委会用房|村部|警务室")),
    ("elder_care", re.compile("养老|日间照料|幸福食堂|老年食堂|助老|长者|老年人")),
    ("activity_room", re.compile("活动|文化|图书|阅览|书屋|议事|会议|多功能|党员之家|广场|健身|儿童之家|新时代文明")),
    ("other", re.compile("其他|其它|用房|仓库|场所|阵地|驿站|室|站|中心|点")),
)
OCCUPANCIES: Wording = (
    ("registered_only", re.compile("空挂|户在人不在|人户分离|挂户|有户无人")),
    ("vacant", re.compile("空置|空房|空|闲置|未入住|无人|未售|未装修")),
    ("rented", re.compile("租")),
    ("owner", re.compile("自住|自有|自用|自购|自建|产权|常住|业主|自家|入住")),
)
VISIT_MODES: Wording = (("home", re.compile("上门|入户|面访|走访")), ("phone", re.compile("电话|微信|视频|线上")))
REQUEST_STATUSES: Wording = (
    ("waived", re.compile("撤销|取消|作废")),
    ("done", re.compile("已?完成|办结|实现|已?解决")),
    ("open", re.compile("未认领|待认领|无人认领|未")),
    ("claimed", re.compile("认领|领取")),
)


def one_of(choices: Wording, told: str) -> Callable[[object], str | None]:
    """A reader of the code whose words the cell has; None where it says nothing."""

    def read(cell: object) -> str | None:
        written = text.tidy(cell)
        if text.is_nothing(written):
            return None
        for code, words in choices:
            if words.search(written):
                return code
        raise ValueProblem("choice_unknown", value=written, choices=told)

    return read


def _worded(choices: Wording, told: str) -> Callable[[object], str | None]:
    """As `one_of`, where 无 is an answer of its own."""

    def read(cell: object) -> str | None:
        written = text.tidy(cell)
        if written in UNSAID:
            return None
        code = next((code for code, words in choices if words.search(written)), None)
        if code is None:
            raise ValueProblem("choice_unknown", value=written, choices=told)
        return code

    return read


def _closable(cell: object) -> bool | None:
    """Whether a place can be closed off: 可封闭, 已封闭, 开放式."""
    said = _worded(CLOSABLE, "可封闭、不可封闭")(cell)
    return None if said is None else said == "yes"


def _funds(cell: object) -> str | None:
    """Whether there is the money: 有, 无, or how much (20万元, 0)."""
    found = _AMOUNT.search(text.tidy(cell))
    if found is None:
        return _worded(FUNDS, "有、无、金额")(cell)
    return "yes" if float(found[0].replace(",", "")) else "no"


def _year(cell: object) -> int | None:
    """The year of 2025, 2025年度 and 2025年3月."""
    if text.is_nothing(cell):
        return None
    return day.parse(text.tidy(cell).removesuffix("度") if isinstance(cell, str) else cell).date.year


def facility_kind(written: str) -> str:
    """What kind of facility words say."""
    code = next((code for code, words in FACILITY_KINDS if words.search(written)), None)
    if code is None:
        raise ValueProblem(
            "choice_unknown", value=written, choices="办公用房、党群服务中心、活动室、养老服务设施、其他"
        )
    return code


WORDED: Mapping[str, Callable[[object], object]] = {
    "community_kind": one_of(COMMUNITY_KINDS, "社区、村"),
    "grid_kind": one_of(GRID_KINDS, "基础网格、专属网格"),
    "enclosure": one_of(ENCLOSURES, "商业楼盘、老旧小区、平房"),
    "closable": _closable,
    "managed": _worded(MANAGEMENTS, "物业公司、业主自管、无物业"),
    "funds": _funds,
    "facility_kind": lambda cell: None if text.is_nothing(cell) else facility_kind(text.tidy(cell)),
    "year": _year,
    "occupancy": _worded(OCCUPANCIES, "自住、出租、空置、空挂户"),
    "visit_mode": one_of(VISIT_MODES, "上门、电话"),
    "request_status": one_of(REQUEST_STATUSES, "未认领、已认领、已完成、已撤销"),
}
