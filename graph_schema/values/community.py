"""The names of a county, town, community and grid, at the head of an address and in cells of their own."""

import re
from dataclasses import dataclass

from graph_schema.values import numeral, text
from graph_schema.values.traditional import simplified

_COMPOUND_ENDS = "苑|花园|小区|新城|家属院|宿舍|公寓|城|园|府|庭|湾|院|里"
_OFFICE = r"(?:居民委员会|居委会|村民委员会|村委会|委会|党群服务中心)?"
_COMMUNITY = (
    rf"[^/]{{1,10}}?(?:社区{_OFFICE}|(?<!新)村{_OFFICE}"
    rf"(?=$|第?(?:[0-9]|{numeral.PATTERN})|.{{1,8}}(?:{_COMPOUND_ENDS})第?[0-9]))"
)
_STEPS = (
    ("", re.compile(r"[^省]{2,3}省(?=.)|\w{2,8}自治区(?=.)")),
    ("", re.compile(r"[^市县区社]{1,5}(?<![城都])市(?=[^市县区社]{1,6}[县区市])")),
    (
        "county",
        re.compile(
            r"[^社]{1,6}?(?:县|(?<![城都超])市|(?<![社小园校厂新片库])区)"
            r"(?=$|[^社]{1,6}?(?:镇|乡|街道)|.{1,10}?(?:社区|村))"
        ),
    ),
    ("town", re.compile(r"[^社]{1,6}?(?:街道(?:办事处)?|[镇乡](?=$|.{1,10}?(?:社区|村)))")),
    ("community", re.compile(_COMMUNITY)),
    ("grid", re.compile(rf"第?(?:[0-9]+|{numeral.PATTERN})网格")),
)

_REMARK = re.compile(r"\s*[(\[【][^()\[\]【】]*[)\]】]$")
_OFFICE_BEHIND = re.compile(rf"(?<=社区){_OFFICE}$|(?<=村){_OFFICE}$")


@dataclass(frozen=True)
class Area:
    """The management places that an address begins with."""

    county: str = ""
    town: str = ""
    community: str = ""
    grid: str = ""


def take_area(segments: list[str]) -> tuple[Area, list[str]]:
    """The places at the head of an address, and the segments that remain."""
    found: dict[str, str] = {}
    remaining = list(segments)
    for level, pattern in _STEPS:
        match = pattern.match(remaining[0]) if remaining else None
        if match is None:
            continue
        if level:
            found[level] = community_name(match.group()) if level == "community" else match.group()
        behind = remaining[0][match.end() :]
        remaining = ([behind] if behind else []) + remaining[1:]
    return Area(**found), remaining


def community_name(cell: object) -> str:
    """A community's name without what is written behind it: 城关社区(新), 松涛社区居委会."""
    name = re.sub(r"\s", "", _REMARK.sub("", simplified(text.tidy(cell))))
    return _OFFICE_BEHIND.sub("", name)
