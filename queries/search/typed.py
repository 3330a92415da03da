"""What somebody typed into the box, and every way in which it may be meant."""

import re
from dataclasses import dataclass

from graph_schema.problems import ValueProblem
from graph_schema.values import address, name, phone, text
from queries.answer import Words

LONGEST = 60  # signs; what is typed beyond it cannot name anything

_HAN = re.compile(r"[㐀-鿿豈-﫿〇]")
_CODE = re.compile(r"\d{6}|\d{9}|\d{12}(?:[A-Z]\d+)*(?:-\w+){0,2}|P\d{8}|[OU]\d{6}", re.IGNORECASE)
_LATIN = re.compile(r"[a-zü0-9' ]*[a-zü][a-zü0-9' ]*", re.IGNORECASE)
_RUNS = re.compile(r"[a-zü]+|[^a-zü]+", re.IGNORECASE)
_DOOR = re.compile(
    r"(?P<before>.*?)[\s-]*(?P<short>(?<![0-9A-Z])(?:[0-9]{1,3}|[A-Z])(?:-[0-9A-Z]{1,4}){1,2})-?", re.IGNORECASE
)
_LUCENE = re.compile(r'([+\-!(){}\[\]^"~*?:\\/&|]|\b(?:AND|OR|NOT)\b)')


@dataclass(frozen=True)
class Typed:
    """The readings of one text; "" or () where it has none of that kind.

    `doors` are beginnings of short addresses (3-1-5), of homes whose address holds all of `names`; `buildings` are
    whole names of buildings there. `pinyin` and `initials` are beginnings.
    """

    text: str
    phrase: str = ""
    parts: tuple[str, ...] = ()
    pinyin: tuple[str, ...] = ()
    initials: tuple[str, ...] = ()
    last4: str = ""
    code: str = ""
    doors: tuple[str, ...] = ()
    buildings: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    spoken: str = ""  # the door as people say it, to be marked in a title

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to look for."""
        return not self.text


def understand(written: str) -> Typed:
    """Every reading of what was typed."""
    typed = " ".join(text.tidy(written[: 4 * LONGEST]).split())[:LONGEST]
    if _CODE.fullmatch(typed):
        return Typed(typed, code=typed.upper(), last4=whole_number(typed)[-4:])
    if re.fullmatch(r"\d{4}", typed):
        return Typed(typed, last4=typed)
    if number := whole_number(typed):
        return Typed(number[-4:], last4=number[-4:])
    door = _door(typed)
    if door:
        return door
    if _LATIN.fullmatch(typed):
        letters = re.sub(r"[' ]", "", typed.lower()).replace("ü", "v")
        return Typed(typed, pinyin=(letters,), initials=(letters,))
    if _HAN.search(typed):
        return _named(typed)
    return Typed(typed, phrase=typed)


def whole_number(typed: str) -> str:
    """A whole phone number in its plain form, or ""."""
    if not re.fullmatch(r"[+\d][\d\- ]{8,}", typed):
        return ""
    try:
        return phone.parse(typed).number
    except ValueProblem:
        return ""


def escape(written: str) -> str:
    """Text that Lucene reads as text."""
    return _LUCENE.sub(r"\\\1", written)


def tried(written: str) -> tuple[Words, ...]:
    """What a search for this text looked for, in words, for when it found nothing."""
    typed = understand(written)
    candidates = (
        (typed.code, f"代码 {typed.code}", f"the code {typed.code}"),
        (typed.last4, f"电话后四位 {typed.last4}", f"phones that end in {typed.last4}"),
        (typed.doors, f"门牌 {'、'.join(typed.doors)}", f"the door {', '.join(typed.doors)}"),
        (typed.names, f"地址里有“{'”“'.join(typed.names)}”", f"addresses with {', '.join(typed.names)}"),
        (typed.phrase, f"姓名、名称里的“{typed.phrase}”", f"names with {typed.phrase}"),
        (typed.pinyin, f"拼音 {'、'.join(typed.pinyin)}", f"pinyin {', '.join(typed.pinyin)}"),
        (typed.initials, f"首字母 {'、'.join(typed.initials)}", f"initials {', '.join(typed.initials)}"),
    )
    return tuple(Words(zh, en) for used, zh, en in candidates if used)


def _door(typed: str) -> Typed | None:
    """A building, or a door in one: 3栋1单元501, 松涛苑3-1, 3-1-5."""
    try:
        found = address.parse(typed)
    except ValueProblem:
        return _short_door(typed)
    names = tuple(part for part in (found.community, found.compound, *found.rest.split()) if part)
    if not found.building:
        return None
    short = address.short(*found.unit)
    doors = (short,) if found.entrance or found.room else (f"{short}-",)
    buildings = (found.building,) if not found.entrance and not found.room else ()
    spoken = address.display(*found.unit)
    return Typed(typed, phrase=typed, doors=doors, buildings=buildings, names=names, spoken=spoken)


def _short_door(typed: str) -> Typed | None:
    found = _DOOR.fullmatch(typed)
    if found is None:
        return None
    names = tuple(found["before"].split())
    return Typed(typed, phrase=typed if names else "", doors=(found["short"].upper(),), names=names)


def _named(typed: str) -> Typed:
    """A name with Chinese signs; with letters among them, it is also looked for by its sound."""
    if not re.search(r"[a-z]", typed, re.IGNORECASE):
        return Typed(typed, phrase=typed, parts=_parts(typed))
    sounds, letters = [""], [""]
    for run in _RUNS.findall(typed.lower().replace(" ", "")):
        read = name.readings(run) if _HAN.match(run) else name.Readings((run,), (run,))
        sounds = [sound + more for sound in sounds for more in read.pinyin][:8]
        letters = [letter + more for letter in letters for more in read.initials][:8]
    return Typed(typed, phrase=typed, pinyin=tuple(sounds), initials=tuple(letters))


def _parts(typed: str) -> tuple[str, ...]:
    """The names of an address without a building, if it has several; towns and counties stand in no place's address."""
    try:
        found = address.parse(typed)
    except ValueProblem:
        return ()
    parts = tuple(part for part in (found.community, found.grid, found.compound, *found.rest.split()) if part)
    return parts if len(parts) > 1 or (parts and parts[0] != typed) else ()
