"""Parameters of a question: each checked against its declared type, defaults filled in."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from graph_schema.errors import WrongParameter
from queries.catalog import Question
from queries.parameter import Parameter, ParameterType

_PLACE = re.compile(r"\d{6}(?:\d{3}(?:\d{3})?)?(?:(?<=\d{9})[A-Z][^/\s]*)?")
_HOUSEHOLD = re.compile(r"\d{12}B\d{5}-.+-.+")
_TRUTHS = {"true": True, "yes": True, "1": True, "是": True, "false": False, "no": False, "0": False, "否": False}


def bind(question: Question, given: Mapping[str, Any]) -> dict[str, Any]:
    """The parameters as the statement takes them. Raises WrongParameter, which says what is expected."""
    declared = {parameter.name: parameter for parameter in question.parameters}
    if unknown := sorted(given.keys() - declared.keys()):
        names = "、".join(declared) or "—"
        raise WrongParameter(
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
    except (ValueError, KeyError, TypeError, StopIteration):
        raise _refused(parameter, f"“{value}”不能用", f"{value!r} cannot be used") from None


def _refused(parameter: Parameter, why_zh: str, why_en: str) -> WrongParameter:
    expected, options = parameter.expected, parameter.options
    zh = f"（{'、'.join(said.zh for said in options.values())}）" if options else ""
    en = f" ({', '.join(said.en for said in options.values())})" if options else ""
    return WrongParameter(
        f"参数“{parameter.label.zh}”{why_zh}：需要{expected.zh}{zh}，例如 {parameter.example}。",
        f"{parameter.name} {why_en}: it takes {expected.en}{en}, for example {parameter.example}.",
        parameter.name,
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


def _int(parameter: Parameter, value: Any) -> int:
    if isinstance(value, bool) or (isinstance(value, float) and not value.is_integer()):
        raise ValueError
    number = int(value)
    if (parameter.least is not None and number < parameter.least) or (
        parameter.most is not None and number > parameter.most
    ):
        raise ValueError
    return number


def _date(_parameter: Parameter, value: Any) -> date:
    return value if isinstance(value, date) else date.fromisoformat(_string(value))


def _truth(_parameter: Parameter, value: Any) -> bool:
    return value if isinstance(value, bool) else _TRUTHS[_string(value).lower()]


def _option(parameter: Parameter, value: Any) -> str:
    """The code of what was picked, or was written in either language."""
    written = _string(value).strip().lower()
    return next(code for code, said in parameter.options.items() if written in (code, said.zh.lower(), said.en.lower()))


_CONVERT: Mapping[ParameterType, Callable[[Parameter, Any], Any]] = {
    ParameterType.PLACE: _matching(_PLACE),
    ParameterType.HOUSEHOLD: _matching(_HOUSEHOLD),
    ParameterType.PERSON: _matching(re.compile(r"P\d{8}")),
    ParameterType.ORGANISATION: _matching(re.compile(r"O\d{6}")),
    ParameterType.UNIT: _matching(re.compile(r"U\d{6}")),
    ParameterType.NEED: _option,
    ParameterType.SKILL: _option,
    ParameterType.ROLE: _option,
    ParameterType.TEXT: _matching(re.compile(r".*", re.DOTALL)),
    ParameterType.TEXTS: _texts,
    ParameterType.INT: _int,
    ParameterType.DATE: _date,
    ParameterType.TRUTH: _truth,
    ParameterType.CHOICE: _option,
}
