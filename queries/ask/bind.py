"""Parameters of a question: each checked against its declared type, defaults filled in."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from graph_schema.errors import InputError
from queries.catalog import Parameter, ParameterType, Question

_PLACE = re.compile(r"\d{6}(?:\d{3}(?:\d{3}(?:[A-Z]\w*(?:-.+)?)?)?)?")
_HOUSEHOLD = re.compile(r"\d{12}B\d{5}-.+-.+")
_TRUTHS = {"true": True, "yes": True, "1": True, "是": True, "false": False, "no": False, "0": False, "否": False}

_EXPECTED = {
    ParameterType.PLACE: ("地点代码", "the code of a place"),
    ParameterType.HOUSEHOLD: ("住户代码", "the code of a household"),
    ParameterType.PERSON: ("人员编号，P加8位数字", "a person id, P and 8 digits"),
    ParameterType.ORGANISATION: ("党组织编号，O加6位数字", "an organisation id, O and 6 digits"),
    ParameterType.UNIT: ("单位编号，U加6位数字", "a unit id, U and 6 digits"),
    ParameterType.TEXT: ("文字", "text"),
    ParameterType.TEXTS: ("文字列表", "a list of texts"),
    ParameterType.INT: ("整数", "a whole number"),
    ParameterType.DATE: ("日期，如2026-11-25", "a date, as 2026-11-25"),
    ParameterType.TRUTH: ("是或否", "yes or no"),
    ParameterType.CHOICE: ("选项之一", "one of the choices"),
}


def bind(question: Question, given: Mapping[str, Any]) -> dict[str, Any]:
    """The parameters as the statement takes them. Raises InputError, which says what is expected, with an example."""
    declared = {parameter.name: parameter for parameter in question.parameters}
    if unknown := sorted(given.keys() - declared.keys()):
        names = "、".join(declared) or "—"
        raise InputError(
            f"“{question.title.zh}”没有参数{'、'.join(unknown)}；它的参数：{names}。",
            f"{question.id} takes no {', '.join(unknown)}; it takes: {', '.join(declared) or 'nothing'}.",
        )
    return {name: _value(question, parameter, given) for name, parameter in declared.items()}


def _value(question: Question, parameter: Parameter, given: Mapping[str, Any]) -> Any:
    value = given.get(parameter.name)
    if value is None or value == "":
        if parameter.has_default or (parameter.name == "place" and question.scoped == "within"):
            return parameter.default
        raise _refused(parameter, "没有给出", "is missing")
    try:
        return _CONVERT[parameter.type](parameter, value)
    except (ValueError, KeyError, TypeError):
        raise _refused(parameter, f"“{value}”不能用", f"{value!r} cannot be used") from None


def _refused(parameter: Parameter, why_zh: str, why_en: str) -> InputError:
    zh, en = _EXPECTED[parameter.type]
    choices = f"（{'、'.join(parameter.choices)}）" if parameter.choices else ""
    return InputError(
        f"参数“{parameter.label.zh}”{why_zh}：需要{zh}{choices}，例如 {parameter.example}。",
        f"{parameter.name} {why_en}: it takes {en}{choices}, for example {parameter.example}.",
    )


def _string(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _matching(pattern: re.Pattern[str]) -> Callable[[Parameter, Any], str]:
    def convert(_parameter: Parameter, value: Any) -> str:
        if not pattern.fullmatch(_string(value)):
            raise ValueError
        return str(value)

    return convert


def _texts(_parameter: Parameter, value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    return [_string(item) for item in value]


def _int(_parameter: Parameter, value: Any) -> int:
    if isinstance(value, bool) or (isinstance(value, float) and not value.is_integer()):
        raise ValueError
    return int(value)


def _date(_parameter: Parameter, value: Any) -> date:
    return value if isinstance(value, date) else date.fromisoformat(_string(value))


def _truth(_parameter: Parameter, value: Any) -> bool:
    return value if isinstance(value, bool) else _TRUTHS[_string(value).lower()]


def _choice(parameter: Parameter, value: Any) -> str:
    if value not in parameter.choices:
        raise ValueError
    return str(value)


_CONVERT: Mapping[ParameterType, Callable[[Parameter, Any], Any]] = {
    ParameterType.PLACE: _matching(_PLACE),
    ParameterType.HOUSEHOLD: _matching(_HOUSEHOLD),
    ParameterType.PERSON: _matching(re.compile(r"P\d{8}")),
    ParameterType.ORGANISATION: _matching(re.compile(r"O\d{6}")),
    ParameterType.UNIT: _matching(re.compile(r"U\d{6}")),
    ParameterType.TEXT: _matching(re.compile(r".*", re.DOTALL)),
    ParameterType.TEXTS: _texts,
    ParameterType.INT: _int,
    ParameterType.DATE: _date,
    ParameterType.TRUTH: _truth,
    ParameterType.CHOICE: _choice,
}
