"""How a cell is read, by the name that a roster's column gives: one small function each. They raise ValueProblem."""

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from graph_schema.problems import ValueProblem
from graph_schema.values import (
    address,
    area_code,
    community,
    day,
    hours,
    id_number,
    name,
    number,
    numeral,
    phone,
    text,
    uscc,
    yes_no,
)
from graph_schema.values.day import Day
from graph_schema.values.masked import is_masked
from loaders.kinds import ACTIVITIES, ACTIVITY_WORDS, BASES, REQUESTS
from loaders.wordings import UNSAID, WORDED, one_of

_SELF_MANAGED = re.compile("自管|自治|自主管理|自行管理")
_NO_COMPANY = re.compile("无(?:物业.*)?|没有(?:物业)?|暂无(?:物业)?|无人管理")
_MEMBER = re.compile("党员")
_NO_MEMBER = re.compile("非党员|非中共|民主党派|无党派|群众|团员")
_FLOWS = (
    ("in", re.compile("流入")),
    ("out", re.compile("流出|外出")),
    ("no", re.compile("非流动|未流动")),
    ("yes", re.compile("流动")),
)
_NOT_REPORTED = re.compile("未报|没有?报|尚未|待报")
_REPORTED = re.compile("已报到|已报|已完成|是|√|✓")
_BESIDE = re.compile(r"(?<=[^\x00-\x7f])\s+|\s+(?=[^\x00-\x7f])")
_BETWEEN_COMMUNITIES = re.compile(r"[、,;/|\s]+|(?:(?<=社区)|(?<=村))[和及与]")
_BETWEEN_SKILLS = re.compile(r"[、,;/|\n]+|\s+")
_ISSUED = re.compile("(?<=[已未])(?:发放?|制作|张贴|领取?)$")
_GROUP_NUMBER = re.compile(rf"第?(?P<number>[0-9]+|{numeral.PATTERN})(?:\.0)?(?:村民)?(?:小?组)?")
_SIDES = {"男": "male", "男性": "male", "m": "male", "女": "female", "女性": "female", "f": "female"}
_STILL = frozenset("至今 今 现在 目前 在任 在职 在岗 任职中 长期 无固定期限 永久 连任 未离任 未离职".split())


class Management(NamedTuple):
    """Who manages an estate: managed with the company's name, self, or none."""

    kind: str
    company: str


def read_cell(reads: str, cell: object) -> object:
    """What the cell says, None where it says nothing, as what a mask leaves of a value does (199****5678).

    Formula errors and formula texts are never values.
    """
    written = text.tidy(cell)
    if not written:
        return None
    if written[0] == "#" and text.is_error(cell):
        raise ValueProblem("cell_error", value=written)
    if written[0] == "=" and text.is_formula_text(cell):
        raise ValueProblem("cell_formula", value=written)
    return None if is_masked(cell) else _READERS[reads](cell)


def _communities(cell: object) -> tuple[str, ...]:
    """Every community of the cell (松涛社区、石桥社区); none where it says that there is none."""
    parts = () if text.is_nothing(cell) else _BETWEEN_COMMUNITIES.split(text.tidy(cell))
    return tuple(dict.fromkeys(name for part in parts if (name := community.community_name(part))))


def _text(cell: object) -> str | None:
    return None if text.is_nothing(cell) else text.tidy(cell).replace("\n", " ")


def _name(cell: object) -> str | None:
    """An organisation's name: a blank or a line break beside a Chinese character says nothing."""
    return None if text.is_nothing(cell) else _BESIDE.sub("", text.tidy(cell))


def _place(cell: object) -> str:
    """A place's name; "" where the cell says that there is none."""
    return "" if text.is_nothing(cell) else re.sub(r"\s", "", text.tidy(cell))


def _integer(cell: object) -> int | None:
    return None if text.is_nothing(cell) else number.parse_int(cell)


def _number(cell: object) -> float | None:
    return None if text.is_nothing(cell) else number.parse_number(cell)


def _code(level: str) -> Callable[[object], str | None]:
    return lambda cell: None if text.is_nothing(cell) else area_code.parse(cell, level).code


def _id(cell: object) -> id_number.IdNumber | None:
    return None if text.is_nothing(cell) else id_number.parse(cell)


def _day(cell: object) -> day.Day | None:
    """None where the cell says that there is no such day: 无, 至今, 在任, 长期."""
    return None if text.is_nothing(cell) or text.tidy(cell) in _STILL else day.parse(cell)


def _gender(cell: object) -> str | None:
    written = text.tidy(cell).lower()
    if text.is_nothing(written):
        return None
    if written not in _SIDES:
        raise ValueProblem("choice_unknown", value=written, choices="男、女")
    return _SIDES[written]


def _politics(cell: object) -> str | None:
    """full, probationary, or None for everybody else."""
    written = text.tidy(cell)
    if "预备" in written:
        return "probationary"
    member = written == "是" or (_MEMBER.search(written) and not _NO_MEMBER.search(written))
    return "full" if member else None


def _member_type(cell: object) -> str | None:
    """full or probationary, of somebody whom the roster lists as a member."""
    written = text.tidy(cell)
    if "预" in written:
        return "probationary"
    if text.is_nothing(written):
        return None
    if "正" in written or (_MEMBER.search(written) and not _NO_MEMBER.search(written)):
        return "full"
    raise ValueProblem("choice_unknown", value=written, choices="正式、预备")


def _flow(cell: object) -> str | None:
    """in, out, yes (flowing, not said which way) or no."""
    written = text.tidy(cell)
    for code, words in _FLOWS:
        if words.search(written):
            return code
    said = yes_no.parse(cell)
    return None if said is None else "yes" if said else "no"


def _reported(cell: object) -> Day | bool | None:
    """The day; True where only that it was done is said, False where it was not."""
    written = text.tidy(cell)
    if _NOT_REPORTED.search(written) or text.is_nothing(written):
        return False
    return True if _REPORTED.fullmatch(written) else day.parse(cell)


def _skills(cell: object) -> tuple[str, ...] | None:
    """Every skill of the cell as it is written."""
    found = tuple(part for part in _BETWEEN_SKILLS.split(text.tidy(cell)) if part and not text.is_nothing(part))
    return found or None


def _full_time(cell: object) -> bool | None:
    written = text.tidy(cell)
    if text.is_nothing(written):
        return None
    if "兼" in written and "专" not in written:
        return False
    if "专" in written and "兼" not in written:
        return True
    return yes_no.parse(cell)


def _separation(cell: object) -> bool | None:
    return True if re.search("分离", text.tidy(cell)) else yes_no.parse(cell)


def _management(cell: object) -> Management | None:
    written = re.sub(r"\s", "", text.tidy(cell))
    if written in UNSAID:
        return None
    if _NO_COMPANY.fullmatch(written):
        return Management("none", "")
    if _SELF_MANAGED.search(written):
        return Management("self", "")
    return None if text.is_nothing(written) else Management("managed", written)


def _has(cell: object) -> str | None:
    """yes or no, as the graph keeps what an office has or has not; None where nothing is said."""
    said = yes_no.parse(_ISSUED.sub("", text.tidy(cell)) or cell)
    return None if said is None else "yes" if said else "no"


def _consent(cell: object) -> bool | None:
    """Whether somebody agreed; None where nothing is said. Raises choice_unknown."""
    written = text.tidy(cell)
    said = next((code for code, words in BASES[:2] if words.search(written)), None)
    return said == "consent" if said else yes_no.parse(cell)


def _villager_group(cell: object) -> str:
    """The building that stands for a 村民小组: of a bare number too, 3 is 3组 and no 3栋."""
    written = text.tidy(cell)
    found = _GROUP_NUMBER.fullmatch(written)
    return f"{numeral.arabic(found['number'])}组" if found else written


def _duty_phone(cell: object) -> str | None:
    return None if text.is_nothing(cell) else phone.parse_duty(cell).number


_READERS: Mapping[str, Callable[[object], object]] = {
    "text": _text,
    "name": _name,
    "place": _place,
    "community": lambda cell: "" if text.is_nothing(cell) else community.community_name(cell),
    "communities": _communities,
    "grid": _place,
    "compound": address.compound_name,
    "building": text.tidy,
    "entrance": address.entrance,
    "room": lambda cell: cell,  # read with its entrance and building: see homes.py
    "integer": _integer,
    "number": _number,
    "county_code": _code("county"),
    "town_code": _code("town"),
    "community_code": _code("community"),
    "phones": phone.parse_many,
    "id": _id,
    "day": _day,
    "gender": _gender,
    "politics": _politics,
    "full_time": _full_time,
    "yes_no": yes_no.parse,
    "separation": _separation,
    "management": _management,
    "duty_phone": _duty_phone,
    "names": name.split,
    "member_type": _member_type,
    "flow": _flow,
    "reported": _reported,
    "skills": _skills,
    "raw": lambda cell: None if text.is_nothing(cell) else cell,  # read with what stands around it, by a theme
    "hours": hours.parse,
    "years": lambda cell: None if text.is_nothing(cell) else number.parse_int(text.tidy(cell).removesuffix("年")),
    "area_code": _code(""),
    **WORDED,
    "uscc": lambda cell: None if text.is_nothing(cell) else uscc.parse(cell),
    "has": _has,
    "villager_group": _villager_group,
    "consent": _consent,
    "basis": one_of(BASES, "法定职责、本人同意"),
    "request_kind": one_of(REQUESTS, "微心愿、代言、代理、代办、代买代购"),
    "activity_kind": one_of(ACTIVITIES, ACTIVITY_WORDS),
}
