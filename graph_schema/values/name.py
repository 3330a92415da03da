"""A person's name: cleaned, split where several stand in a cell, read in pinyin, and hidden."""

import re
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from pypinyin import lazy_pinyin

from graph_schema.problems import ValueProblem
from graph_schema.values import text
from graph_schema.values.surnames import DOUBLE, READINGS, Syllables

_LONGEST = 20
_MOST_READINGS = 8
_HAN = r"[㐀-鿿豈-﫿𠀀-𳟿〇]"
_ALL_HAN = re.compile(rf"{_HAN}+")
_NAME = re.compile(rf"(?:{_HAN}|[A-Za-zÀ-ɏ])(?:{_HAN}|[A-Za-zÀ-ɏ'.· -])+")
_DOT = re.compile(rf"(?<={_HAN})\s*[·•・‧∙⋅.]\s*(?={_HAN})")
_APART = re.compile(r"[\n/、,;|\\]+")
_HINTED = re.compile(r"(?P<name>[^\d()]+?)\s*(?:\((?P<said>[^()]*)\)|(?P<number>\d+(?:栋|幢|座|号楼|#)?))")
_NO_NAMES = "姓名 合计 小计 共计 总计 户主 本人 签名"


class NamePart(NamedTuple):
    """One name of a cell, and what stood behind it: the 3 of 赵师泉3 hints at a building."""

    name: str
    hint: str


class Readings(NamedTuple):
    """How a name is typed: in whole pinyin (zhangsan) and by initials (zs), the likeliest first."""

    pinyin: tuple[str, ...]
    initials: tuple[str, ...]


def clean(cell: object) -> str:
    """The one name of a cell. Raises name_missing, name_not_a_name or person_filled_down."""
    written = text.tidy(cell)
    if not written:
        raise ValueProblem("name_missing")
    if text.is_ditto(written):
        raise ValueProblem("person_filled_down")
    name = _joined(_DOT.sub("·", written))
    wrong = not isinstance(cell, str) or len(name) > _LONGEST or name in _NO_NAMES.split() or text.is_nothing(name)
    if wrong or not _NAME.fullmatch(name):
        raise ValueProblem("name_not_a_name", value=written)
    return name


def split(cell: object) -> tuple[NamePart, ...]:
    """Every name of a cell, in its order, without those who are nobody (待定). Raises as `clean` does."""
    if not isinstance(cell, str) or text.is_error(cell) or text.is_formula_text(cell) or text.is_ditto(cell):
        return () if text.is_blank(cell) else (NamePart(clean(cell), ""),)
    if is_nobody(cell):
        return ()
    pieces = chain.from_iterable(_people(piece) for piece in _APART.split(text.tidy(cell)))
    return tuple(_part(piece) for piece in pieces if not is_nobody(piece))


def is_nobody(cell: object) -> bool:
    """Whether the cell says that there is nobody, or nothing at all."""
    return text.is_blank(cell) or text.is_nothing(cell)


def surname(name: str) -> str:
    """The surname of a Chinese name, of two characters where it is one; "" for other names."""
    if not _ALL_HAN.fullmatch(name):
        return ""
    return name[:2] if len(name) > 2 and name[:2] in DOUBLE else name[:1]


def readings(name: str) -> Readings:
    """Every reading of the surname with the usual one of the given name, ü as v and as u; at most eight."""
    first = surname(name)
    given = _syllables(name[len(first) :])
    heads = _surname_readings(first) if first else ((),)
    return _typed([(*head, *given) for head in heads])


def place_readings(name: str) -> Readings:
    """The readings of a place's name, also as if it began with a surname (解家村); numbers stay digits."""
    whole = _syllables(name)
    others = [(*reading, *whole[1:]) for reading in READINGS.get(name[:1], ())]
    return _typed([whole, *others])


def mask(name: str) -> str:
    """The name with the surname alone: 张*, 上官**; of other names the first letter."""
    kept = surname(name) or name[:1]
    return kept + "*" * max(1, min(len(name) - len(kept), 3)) if name else ""


def _joined(name: str) -> str:
    """Without the blanks inside 张　三; a Latin name keeps single ones."""
    bare = re.sub(r"\s", "", name)
    return bare if _ALL_HAN.fullmatch(bare.replace("·", "")) else re.sub(r"\s+", " ", name)


def _people(piece: str) -> list[str]:
    """张三 李四 are two people; 张 三 and 欧阳 修 are one."""
    parts = piece.split(" ")
    two = len(parts) > 1 and all(len(part) in (2, 3, 4) and _ALL_HAN.fullmatch(part) for part in parts)
    return parts if two and not (len(parts) == 2 and parts[0] in DOUBLE) else [piece]


def _part(piece: str) -> NamePart:
    hinted = _HINTED.fullmatch(piece.strip())
    # 18人 at the foot of a column is a count; a hint stands behind a name.
    if hinted and _NAME.fullmatch(_joined(hinted["name"])):
        return NamePart(clean(hinted["name"]), (hinted["said"] or hinted["number"] or "").strip())
    return NamePart(clean(piece), "")


@lru_cache(maxsize=4096)
def _surname_readings(first: str) -> tuple[Syllables, ...]:
    return tuple(dict.fromkeys([*READINGS.get(first, ()), _syllables(first)]))


@lru_cache(maxsize=65536)
def _syllables(name: str) -> Syllables:
    read = lazy_pinyin(name, v_to_u=True)
    return tuple(part.lower() for piece in read for part in re.findall(r"\d+|[^\W\d_]+", piece))


def _typed(spoken: list[Syllables]) -> Readings:
    """ü is typed as v by input methods and as u by everybody else."""
    pinyin = [whole.replace("ü", typed) for whole in map("".join, spoken) for typed in ("v", "u")]
    initials = ["".join(s if s.isdecimal() else s[0] for s in reading) for reading in spoken]
    return Readings(_distinct(pinyin), _distinct(initials))


def _distinct(words: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for word in words if word))[:_MOST_READINGS]
