"""A person's name: cleaned, split where several stand in a cell, read in pinyin, and hidden."""

import re
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from pypinyin import lazy_pinyin

from graph_schema.problems import ValueProblem
from graph_schema.values import text
from graph_schema.values.surnames import DOUBLE, READINGS, Syllables
from graph_schema.values.traditional import simplified

_LONGEST = 20
_LONGEST_CELL = 200
_MOST_READINGS = 8
_HAN = r"[㐀-鿿豈-﫿𠀀-𳟿〇]"
_ALL_HAN = re.compile(rf"{_HAN}+")
_NAME = re.compile(rf"(?:{_HAN}|[A-Za-zÀ-ɏ])(?:{_HAN}|[A-Za-zÀ-ɏ'.· -])+")
_DOT = re.compile(rf"(?<={_HAN})\s*[·•・‧∙⋅.]\s*(?={_HAN})")
_APART = re.compile(r"[\n/、,;|\\&]+")
_AND_OTHERS = re.compile(r"等(?:同志|共?\d+余?(?:人|名|位)[^\d]{0,4})$")
_MARKED = re.compile(r"^[*★☆※●■△▲#·.\s]+|[。.,*★☆※\s]+$")
_COUNTED = re.compile(rf"(?:^|(?<=\s))\(?[0-9]{{1,2}}[.、)]\s*(?={_HAN})")
_QUOTED = re.compile(r"[\"'“‘「(](?P<inside>[^\"'“”‘’「」()]+)[\"'”’」)]")
_CALLED = re.compile(rf"(?P<name>{_HAN}{{2,4}}?)\s*(?:同志|先生|女士)")
_TITLED = re.compile("(?:同志|先生|女士|小姐|某)$")
_NAMELESS = re.compile(rf"{_HAN}{{1,2}}(?:先生|女士|小姐|某某?)")
_JOINED_BY = re.compile(rf"(?P<first>{_HAN}{{2,3}})[和与及](?P<second>{_HAN}{{2,3}})")
_LETTERS = re.compile(rf"{_HAN}(?:\s*\n\s*{_HAN})+")
_BESIDE = re.compile(rf"(?P<name>{_HAN}{{2,4}}) (?P<said>男|女)")
_LABEL = re.compile(r"\s*(?:联系电话|手机号码|手机号|电话|手机|TEL|Tel|tel)?\s*:?\s*(?=[(]?\s*\+?[0-9]{7,})")
_HINTED = re.compile(r"(?P<name>[^\d()]+?)\s*(?:\((?P<said>[^()]*)\)|(?P<number>\d+(?:栋|幢|座|号楼|#)?))")
_NO_NAMES = frozenset("姓名 合计 小计 共计 总计 户主 本人 签名".split())
_PLAIN = re.compile(r"[㐀-鿿]{2,4}")  # a cell with one name and nothing to clean, as nearly all are


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
    wrong = not isinstance(cell, str) or len(name) > _LONGEST or name in _NO_NAMES or text.is_nothing(name)
    wrong = wrong or bool(_NAMELESS.fullmatch(name))
    if wrong or not _NAME.fullmatch(name):
        raise ValueProblem("name_not_a_name", value=written)
    return name


def split(cell: object) -> tuple[NamePart, ...]:
    """Every name of a cell, in its order, without those who are nobody (待定). Raises as `clean` does."""
    if isinstance(cell, str) and _PLAIN.fullmatch(cell) and not _is_other_word(cell):
        return (NamePart(cell, ""),)
    if not isinstance(cell, str) or text.is_error(cell) or text.is_formula_text(cell) or text.is_ditto(cell):
        return () if text.is_blank(cell) else (NamePart(clean(cell), ""),)
    if is_nobody(cell):
        return ()
    written = _AND_OTHERS.sub("", _prepared(text.tidy(cell)))
    pieces = chain.from_iterable(_people(piece) for piece in _APART.split(written))
    return tuple(_part(piece) for piece in pieces if not is_nobody(piece))


def is_nobody(cell: object) -> bool:
    """Whether the cell says that there is nobody, or nothing at all."""
    return text.is_blank(cell) or text.is_nothing(cell)


def _is_other_word(cell: str) -> bool:
    return cell in _NO_NAMES or bool(_TITLED.search(cell)) or text.is_nothing(cell) or text.is_ditto(cell)


def spelling(name: str) -> str:
    """What all spellings of one name have in common: 劉國強 and 刘国强, 阿依·古丽 and 阿依古丽, Li Wei and LI WEI."""
    return simplified(name).replace("·", "").replace(" ", "").upper()


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


def _prepared(written: str) -> str:
    """Without the numbers of a list (1、张三 2、李四); a name over two lines is one."""
    if len(written) > _LONGEST_CELL:
        return written
    if _LETTERS.fullmatch(written):
        return re.sub(r"\s", "", written)
    return _LABEL.sub("", _COUNTED.sub("\n", written))


def _people(piece: str) -> list[str]:
    """张三 李四 are two people, and so are 张三和李四; 张 三 and 欧阳 修 are one."""
    if len(piece) > _LONGEST_CELL:
        return [piece]
    piece = re.sub(rf"(?<=\)) (?={_HAN})", "\n", piece)
    if "\n" in piece:
        return [part for part in piece.split("\n") if part]
    joined = _JOINED_BY.fullmatch(piece)
    if joined:
        return [joined["first"], joined["second"]]
    parts = piece.split(" ")
    two = len(parts) > 1 and all(len(part) in (2, 3, 4) and _ALL_HAN.fullmatch(part) for part in parts)
    return parts if two and not (len(parts) == 2 and parts[0] in DOUBLE) else [piece]


def _part(piece: str) -> NamePart:
    if len(piece) > _LONGEST_CELL:
        return NamePart(clean(piece), "")
    piece = _MARKED.sub("", piece.strip())
    piece = _QUOTED.sub(r"\g<inside>", piece) if _QUOTED.fullmatch(piece) else piece
    called, beside = _CALLED.fullmatch(piece), _BESIDE.fullmatch(piece)
    if called or beside:
        return NamePart(clean((called or beside or {"name": piece})["name"]), beside["said"] if beside else "")
    hinted = _HINTED.fullmatch(piece)
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
