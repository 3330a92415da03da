"""The text of a cell: tidied, told apart from nothing, from "as above" and from formulas, and put in natural order."""

import datetime as dt
import re
import unicodedata

from graph_schema.values import numeral

SortKey = tuple[tuple[tuple[int, int, str], ...], str]

_BREAKS = re.compile(r"\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]|_x000D_\n?")
_NOTHING = "无 没有 暂无 / \\ - -- --- — —— ― – − 、 待定 未定 待安排 待补 待配 暂缺 空缺 缺 空 不详 未知 N/A n/a NA"
_DITTO = re.compile(r"[(（]?(?:同上|上同|同前)[)）]?|(?:[〃\"“”„″'′‘’]\s*)+")
_ERROR = re.compile(r"#(?:N/A|REF!|VALUE!|DIV/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA)", re.IGNORECASE)
_NUMBER = re.compile(rf"([0-9]+|{numeral.PATTERN})")


def tidy(cell: object) -> str:
    """The cell as clean text: half width, nothing invisible, no outer blanks; a break inside stays as a newline."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        return _tidy_text(cell)
    return _tidy_text(_written(cell))


def _written(cell: object) -> str:
    if isinstance(cell, float):
        if cell != cell or cell in (float("inf"), float("-inf")):
            return ""
        return str(int(cell)) if cell.is_integer() else repr(cell)
    if isinstance(cell, dt.datetime):
        alone = cell.time() == dt.time()
        return cell.date().isoformat() if alone else cell.isoformat(" ")
    if isinstance(cell, dt.date | dt.time):
        return cell.isoformat()
    return str(cell)


def _tidy_text(text: str) -> str:
    # Nearly every cell is one line of printable signs: then there is nothing to take out, only to fold.
    if text.isprintable() and "_x000D_" not in text:
        folded = unicodedata.normalize("NFKC", text)
        if folded.isprintable():
            return " ".join(folded.split())
    # Invisible characters go first: marks that they kept apart are composed by NFKC.
    folded = unicodedata.normalize("NFKC", _without_invisible(_BREAKS.sub("\n", text)))
    lines = [" ".join(line.split()) for line in _without_invisible(folded).split("\n")]
    return "\n".join(line for line in lines if line)


def _without_invisible(text: str) -> str:
    return "".join(
        sign if sign == "\n" else " " if sign == "\t" else sign
        for sign in text
        if sign in "\n\t" or unicodedata.category(sign) not in ("Cc", "Cf", "Cs")
    )


def is_blank(cell: object) -> bool:
    """Whether nothing at all is written."""
    return not tidy(cell)


def is_nothing(cell: object) -> bool:
    """Whether the cell says "nobody" or "nothing": 无, /, 待定, （空缺）. A blank cell says neither: see `is_blank`."""
    return tidy(cell).strip("()[]【】 ") in _NOTHING.split()


def is_ditto(cell: object) -> bool:
    """Whether the cell says "as above": 同上, 〃, ″."""
    return bool(_DITTO.fullmatch(tidy(cell)))


def is_error(cell: object) -> bool:
    """Whether the cell shows a formula error, as #N/A."""
    return bool(_ERROR.fullmatch(tidy(cell)))


def is_formula_text(cell: object) -> bool:
    """Whether the cell holds the text of a formula, as =A1."""
    text = tidy(cell)
    return len(text) > 1 and text[0] == "="


def sort_key(text: str) -> SortKey:
    """A key of the natural order, total and the same everywhere: 2栋 before 10栋, 第三网格 before 第十网格."""
    tidied = tidy(text)
    return tuple(_rank(part) for part in _NUMBER.split(tidied) if part), text


def _rank(part: str) -> tuple[int, int, str]:
    number = numeral.arabic(part)
    # Of two numbers without leading zeros the longer is the greater.
    return (0, len(number), number) if number.isdecimal() else (1, 0, part)
