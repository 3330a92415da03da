"""A number as it stands in a cell: 16, 16.0, 16户, 约80, 1,200."""

import re

from graph_schema.problems import ValueProblem
from graph_schema.values import numeral, text

_UNIT = r"(?:户|人|栋|幢|层|个|单元|名|条|张|套|间|次|天|岁|小时|元|平方米|平米|m2)?"
_NUMBER = re.compile(
    rf"(?:约|大约|共|近)?\s*(?P<number>[-+]?(?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,15}})(?:\.\d+)?)\s*{_UNIT}\s*(?:左右|余|多)?",
    re.ASCII,
)
_IN_WORDS = re.compile("[零〇一二两三四五六七八九十百千]+")


def parse_number(cell: object) -> float:
    """The number of a cell. Raises number_invalid."""
    found = _NUMBER.fullmatch(_in_digits(text.tidy(cell))) if not isinstance(cell, bool) else None
    if found is None:
        raise ValueProblem("number_invalid", value=cell)
    return float(found["number"].replace(",", ""))


def parse_int(cell: object) -> int:
    """The whole number of a cell; 80.0 is one. Raises number_invalid."""
    number = parse_number(cell)
    if not number.is_integer():
        raise ValueProblem("number_invalid", value=cell)
    return int(number)


def _in_digits(written: str) -> str:
    """六层 as 6层; nothing else changes."""
    found = _IN_WORDS.match(written)
    value = numeral.to_int(found[0].replace("两", "二")) if found else None
    return written if found is None or value is None else f"{value}{written[found.end() :]}"
