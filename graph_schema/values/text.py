"""The text of a cell: tidied, told apart from nothing, from "as above" and from formulas, and put in natural order."""

import datetime as dt
import re
import unicodedata
from functools import lru_cache

from graph_schema.values import numeral

SortKey = tuple[str, str]

_BREAKS = re.compile(r"\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]|_x000D_\n?")
_VACANT = frozenset(
    "无 没有 暂无 待定 未定 待安排 待补 待配 暂缺 空缺 缺 空 无人 暂无人 空岗 缺岗 缺员 空编 缺编 尚缺 未安排 暂未安排 "
    "未配 未配备 暂未配备 尚未配备 待聘 待招 待招聘 待选 待选举 待选配 待任命 待补选 待确定 未确定 待明确 暂无人选 "
    "暂空 暂空缺 無 沒有 暫無 暫缺 空崗".split()
)
_STROKES = "/ // \\ - -- --- ---- — —— ― – − 、 . * 〇"
_NOTHING = _VACANT | frozenset(
    f"{_STROKES} 不详 不明 未知 未填 不适用 无此项 N/A n/a NA na null NULL None none nan NaN".split()
)
_VACANT_BECAUSE = re.compile(
    r"(?:暂?空缺|暂缺|空岗|缺岗|缺编|待定|待补|待配|暂无|暂空|未配备)\s*(?:[(\[].{0,40}|[,;:]?\s*(?:待|拟|尚|正|已报|由).{0,30})"
)
_DITTO = re.compile(r"[(（]?(?:同上|上同|同前)[)）]?|(?:[〃\"“”„″'′‘’]\s*)+")
_DITTO_BEGINS = frozenset("(（同上〃\"“”„″'′‘’")
_ERROR = re.compile(r"#(?:N/A|REF!|VALUE!|DIV/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA)", re.IGNORECASE)
_NUMBER = re.compile(rf"([0-9]+|{numeral.PATTERN})")
_KEPT, _LONGEST_KEPT = 32_768, 200  # texts and signs: a cell is asked about many times, and most repeat what others say


def tidy(cell: object) -> str:
    """The cell as clean text: half width, nothing invisible, no outer blanks; a break inside stays as a newline."""
    if type(cell) is str and len(cell) <= _LONGEST_KEPT:
        return _tidy_kept(cell)
    if cell is None:
        return ""
    written = cell if isinstance(cell, str) else _written(cell)
    return _tidy_kept(written) if len(written) <= _LONGEST_KEPT else _tidy_text(written)


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


_tidy_kept = lru_cache(maxsize=_KEPT)(_tidy_text)


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
    text = tidy(cell).strip("()[]【】 ")
    return text in _NOTHING or _is_vacant_because(text)


def is_vacant(cell: object) -> bool:
    """Whether the cell says that a post has no holder: 空缺, 暂缺（待补选）, 无. A stroke or blank cell does not."""
    text = tidy(cell).strip("()[]【】 ")
    return text in _VACANT or _is_vacant_because(text)


def _is_vacant_because(text: str) -> bool:
    return text[:1] in ("空", "暂", "缺", "待", "未") and bool(_VACANT_BECAUSE.fullmatch(text))


def is_ditto(cell: object) -> bool:
    """Whether the cell says "as above": 同上, 〃, ″."""
    text = tidy(cell)
    return text[:1] in _DITTO_BEGINS and bool(_DITTO.fullmatch(text))


def is_error(cell: object) -> bool:
    """Whether the cell shows a formula error, as #N/A."""
    text = tidy(cell)
    return text[:1] == "#" and bool(_ERROR.fullmatch(text))


def is_formula_text(cell: object) -> bool:
    """Whether the cell holds the text of a formula, as =A1."""
    text = tidy(cell)
    return len(text) > 1 and text[0] == "="


def sort_key(text: str) -> SortKey:
    """A key of the natural order, total and the same everywhere: 2栋 before 10栋, 第三网格 before 第十网格."""
    return "".join(_rank(part) for part in _NUMBER.split(tidy(text)) if part), text


@lru_cache(maxsize=_KEPT)
def _rank(part: str) -> str:
    """The part as text that sorts numbers before words; no tidy text has the signs that it begins with."""
    number = numeral.arabic(part)
    # Of two numbers without leading zeros the longer is the greater.
    return f"\0{chr(len(number))}{number}" if number.isdecimal() else f"\1{part}"
