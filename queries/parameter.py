"""What a question wants to know: the types of parameters, and what each takes in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from graph_schema.reference import NEEDS, SKILLS
from graph_schema.roles import ROLES
from queries.answer import Words


class ParameterType(StrEnum):
    """What a parameter takes. The first five are keys of the graph, the next three codes that ship."""

    PLACE = "place"
    HOUSEHOLD = "household"
    PERSON = "person"
    ORGANISATION = "organisation"
    UNIT = "unit"
    NEED = "need"
    SKILL = "skill"
    ROLE = "role"
    TEXT = "text"
    TEXTS = "texts"  # a list of texts
    INT = "int"
    DATE = "date"
    TRUTH = "truth"
    CHOICE = "choice"


@dataclass(frozen=True)
class Parameter:
    """One thing that a question wants to know. Without `has_default` it must be given.

    `least` and `most` bound an int.
    """

    name: str
    type: ParameterType
    label: Words
    example: Any
    default: Any = None
    has_default: bool = False
    choices: tuple[tuple[str, Words], ...] = ()
    least: int | None = None
    most: int | None = None

    @property
    def options(self) -> Mapping[str, Words]:
        """What can be picked, by code; empty where anything can be written."""
        return dict(self.choices) or _OPTIONS.get(self.type, {})

    @property
    def expected(self) -> Words:
        """What it takes, in words."""
        zh, en = _EXPECTED[self.type]
        bounds = f"{'' if self.least is None else self.least}–{'' if self.most is None else self.most}"
        if bounds == "–":
            return Words(zh, en)
        return Words(f"{zh}（{bounds}）", f"{en} ({bounds})")


_OPTIONS: Mapping[ParameterType, Mapping[str, Words]] = {
    ParameterType.NEED: {code: Words(said["name_zh"], said["name_en"]) for code, said in NEEDS.items()},
    ParameterType.SKILL: {code: Words(said["name_zh"], said["name_en"]) for code, said in SKILLS.items()},
    ParameterType.ROLE: {code: Words(role.zh, role.en) for code, role in ROLES.items()},
    ParameterType.TRUTH: {"true": Words("是", "yes"), "false": Words("否", "no")},
}
_EXPECTED = {
    ParameterType.PLACE: ("地点的名称或代码", "a place by its name or code"),
    ParameterType.HOUSEHOLD: ("住户的地址或代码", "a household by its address or code"),
    ParameterType.PERSON: ("姓名或人员编号（P加8位数字）", "a person by name or id (P and 8 digits)"),
    ParameterType.ORGANISATION: ("党组织的名称或编号（O加6位数字）", "an organisation by name or id (O and 6 digits)"),
    ParameterType.UNIT: ("单位的名称或编号（U加6位数字）", "a unit by name or id (U and 6 digits)"),
    ParameterType.NEED: ("一种需求", "a need"),
    ParameterType.SKILL: ("一种专长", "a skill"),
    ParameterType.ROLE: ("一种角色", "a role"),
    ParameterType.TEXT: ("文字", "text"),
    ParameterType.TEXTS: ("文字列表", "a list of texts"),
    ParameterType.INT: ("整数", "a whole number"),
    ParameterType.DATE: ("日期，如2026-11-25", "a date, as 2026-11-25"),
    ParameterType.TRUTH: ("是或否", "yes or no"),
    ParameterType.CHOICE: ("选项之一", "one of the choices"),
}
