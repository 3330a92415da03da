"""Chinese numerals, as they stand in names of grids, buildings and entrances: 三, 十一, 一百零二, 二〇二六."""

import re

PATTERN = "[零〇一二三四五六七八九十百千]+"
_LONGEST = 12
_DIGITS = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {"〇": 0}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_WELL_FORMED = re.compile(
    "(?:[一二三四五六七八九]千)?[零〇]?(?:[一二三四五六七八九]百)?[零〇]?(?:[一二三四五六七八九]?十)?[零〇]?[一二三四五六七八九]?"
)


def to_int(text: str) -> int | None:
    """The number that the numeral says, or None where it is none (十十)."""
    if not text or len(text) > _LONGEST:
        return None
    if all(sign in _DIGITS for sign in text):
        return int("".join(str(_DIGITS[sign]) for sign in text))
    if not _WELL_FORMED.fullmatch(text):
        return None
    total, digit = 0, 0
    for sign in text:
        if sign in _UNITS:
            total, digit = total + (digit or 1) * _UNITS[sign], 0
        else:
            digit = _DIGITS[sign]
    return total + digit


def arabic(text: str) -> str:
    """The same number in plain digits without leading zeros; what is no number comes back as it is."""
    if text.isdecimal():
        return text.lstrip("0") or "0"
    number = to_int(text)
    return text if number is None else str(number)
