"""The name of a building in its one spelling: 3幢, 3号楼, 3#, 三栋, 第3栋 are all 3栋; ranges are written out."""

import datetime as dt
import re
from functools import lru_cache

from graph_schema.problems import ValueProblem
from graph_schema.values import numeral, text
from graph_schema.values.traditional import simplified

NUMBER = rf"(?:[0-9]{{1,4}}|{numeral.PATTERN})"
SUFFIX = r"(?:栋楼?|幢楼?|座楼?|号楼|号栋|#楼?|#栋)"
SIDE = r"(?:[东南西北中前后](?:侧|边|头|段|楼)?)?"
STREET = r"(?:路|街|巷|道|弄|胡同|里弄)"
_DASH = r"[-~—–―−〜]+|至|到"
_MOST = 99
_LONGEST = 60

_NUMBERED = re.compile(rf"(?P<before>.*?)第?(?P<number>{NUMBER}|[A-Z][0-9]*)(?P<suffix>{SUFFIX})(?P<side>{SIDE})", re.I)
_ON_STREET = re.compile(rf"(?P<before>.*{STREET})(?P<number>[0-9]+)号(?:楼|院)?")
_RANGE = re.compile(
    rf"(?P<before>.*?)第?(?P<low>{NUMBER}|[A-Z])(?:{SUFFIX}|号)?(?:{_DASH})第?(?P<high>{NUMBER}|[A-Z])(?:{SUFFIX})",
    re.I,
)
_GROUPS = re.compile(
    rf"(?P<before>.*?)第?(?P<low>{NUMBER})(?:(?:村民)?小?组)?(?:{_DASH})第?(?P<high>{NUMBER})(?:村民)?小?组"
)
_GROUP = re.compile(rf"(?P<before>.*?)第?(?P<number>{NUMBER})(?:村民)?小?组")
_BARE = re.compile(rf"第?({NUMBER}|[A-Z])", re.IGNORECASE)
_BARE_HOUSE = re.compile(r"([0-9]+)号")
_TWO_PARTS = re.compile(rf"[0-9]+(?:{_DASH})[0-9]+")
_APART = re.compile(r"[、,;/\n&|]+|(?<=[栋幢座楼#号组])(?:和|及|与| )+")
_ENDING = re.compile(rf"[0-9]({SUFFIX}|号|组)$")
_DOTTED = re.compile(rf"[0-9]{{1,3}}(?:\.[0-9]{{1,3}})+(?={SUFFIX})")
_REMARK = re.compile(
    rf"({SUFFIX})\((?:商住|商业|高层|小高层|多层|电梯|电梯房|洋房|别墅|新|旧|老|门面|底商|安置|安置房|回迁|公寓|住宅)楼?\)"
)
_IN_BRACKETS = re.compile(r"(?<=[^\d\s栋幢座楼#号组])\(([^()]*(?:栋|幢|座|号楼|#|组))\)")  # 松涛苑(1-3栋、5栋)
_ADDED = re.compile(r"(?<=[栋幢座楼#号组])\((?:含|包括|及)([^()]*(?:栋|幢|座|号楼|#|组))\)")  # 1-3栋(含5栋)
_COLON = re.compile(rf"(?<=[^\d\s]):(?=\s*第?(?:{NUMBER}|[A-Z]))", re.I)
_ALSO = re.compile(r"^(?:兼管?|代管|含|包括)")


def building_names(cell: object, compound: str = "") -> tuple[str, ...]:
    """Every building that the cell names, in its order, each once; none for a blank cell or /.

    `compound` is the one that the row is about: its name before a number is left out. Any other prefix stays.
    Raises address_ambiguous for a range without a suffix (1-3), one that runs backwards, or a date.
    """
    names = (name if before in ("", compound) else before + name for before, name in coverage(cell))
    return tuple(dict.fromkeys(names))


def building_name(cell: object, compound: str = "") -> str:
    """The one building that the cell names. Raises building_missing, or address_ambiguous where it names several."""
    names = building_names(cell, compound)
    if not names:
        raise ValueProblem("building_missing")
    if len(names) > 1:
        raise ValueProblem("address_ambiguous", value=text.tidy(cell), first=names[0], second=names[1])
    return names[0]


@lru_cache(maxsize=1024, typed=True)
def coverage(cell: object) -> tuple[tuple[str, str], ...]:
    """Pairs of compound ("" where none is written) and building of a list: 松涛苑1-3栋、5栋；河滨路12号、14号.

    A compound holds for the numbers behind it until another is written.
    """
    if isinstance(cell, dt.date):
        written = text.tidy(cell)
        raise ValueProblem("address_ambiguous", value=written, first="1栋", second=f"{cell.month}-{cell.day}栋")
    found: list[tuple[str, str]] = []
    compound, street = "", ""
    for piece in _pieces(cell):
        house = _BARE_HOUSE.fullmatch(piece)
        if house and street:
            found.append(("", f"{street}{house[1]}号"))
            continue
        before, names = _read(piece)
        compound = before or ("" if _is_own_name(names) else compound)
        on_street = _ON_STREET.fullmatch(names[0])
        street = on_street["before"] if on_street else ""
        found += [(compound, name) for name in names]
    return tuple(dict.fromkeys(found))


def compound_name(cell: object) -> str:
    """The compound that the cell names; "" for 单体楼, 无 and /, which say that there is none."""
    name = re.sub(r"\s", "", simplified(text.tidy(cell)))
    return "" if text.is_nothing(name) or name in ("单体楼", "独栋", "散楼", "单体", "无小区") else name


def _pieces(cell: object) -> list[str]:
    written = _REMARK.sub(r"\1", _ALSO.sub("", simplified(text.tidy(cell))).removesuffix(".0"))
    written = _DOTTED.sub(lambda found: found[0].replace(".", "、"), written)
    if not written or text.is_nothing(written):
        return []
    written = _COLON.sub("", _ADDED.sub(r"、\1、", _IN_BRACKETS.sub(r"\1、", written)))
    closed = re.sub(rf" (?={SUFFIX}|号|[-~—–至到])|(?<=[第\-~—–至到]) ", "", written)
    return _with_suffix([piece.replace(" ", "") for piece in _APART.split(closed) if piece.strip()])


def _with_suffix(pieces: list[str]) -> list[str]:
    """In 4、5、6栋 the suffix of the last number is that of all."""
    suffix, complete = "", []
    for piece in reversed(pieces):
        ending = _ENDING.search(piece)
        suffix = ending[1] if ending else suffix if piece[-1].isdecimal() else ""
        complete.append(piece if ending or not suffix else piece + suffix)
    return complete[::-1]


def _read(piece: str) -> tuple[str, tuple[str, ...]]:
    """What stands before the number, and the buildings that one piece names."""
    if len(piece) > _LONGEST:
        return "", (piece,)
    if _TWO_PARTS.fullmatch(piece):
        low, high = re.findall(r"[0-9]+", piece)
        raise ValueProblem("address_ambiguous", value=piece, first=f"{low}-{high}栋", second=f"{low}栋{high}")
    spread = _RANGE.fullmatch(piece)
    if spread:
        return spread["before"], _spread(piece, spread["low"], spread["high"])
    groups = _GROUPS.fullmatch(piece)
    if groups:
        return groups["before"], _spread(piece, groups["low"], groups["high"], "组")
    numbered = _NUMBERED.fullmatch(piece)
    if numbered and re.search(rf"{STREET}$", numbered["before"]) and numbered["suffix"] == "号楼":
        return "", (f"{numbered['before']}{numbered['number']}号",)
    if numbered:
        return numbered["before"], (f"{numeral.arabic(numbered['number'].upper())}栋{numbered['side']}",)
    group = _GROUP.fullmatch(piece)
    if group:
        return group["before"], (f"{numeral.arabic(group['number'])}组",)
    bare = _BARE.fullmatch(piece)
    return "", (f"{numeral.arabic(bare[1].upper())}栋" if bare else piece,)


def _spread(piece: str, low: str, high: str, suffix: str = "栋") -> tuple[str, ...]:
    first, last = numeral.arabic(low.upper()), numeral.arabic(high.upper())
    if first.isdecimal() and last.isdecimal() and int(first) <= int(last) <= int(first) + _MOST:
        return tuple(f"{number}{suffix}" for number in range(int(first), int(last) + 1))
    if first.isalpha() and last.isalpha() and len(first) == len(last) == 1 and first <= last:
        return tuple(f"{chr(letter)}栋" for letter in range(ord(first), ord(last) + 1))
    both, single = f"{low}{suffix}和{high}{suffix}", f"{low}{suffix}{high}"
    raise ValueProblem("address_ambiguous", value=piece, first=both, second=single)


def _is_own_name(names: tuple[str, ...]) -> bool:
    return not re.match(r"[0-9A-Z]+(?:栋|组)", names[0])
