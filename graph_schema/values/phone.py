"""A phone number: a mobile, a landline with its area code, or the short number of a service."""

import re
from dataclasses import dataclass, field

from graph_schema.problems import ValueProblem
from graph_schema.values import text

MAX_PHONES = 3
_LONGEST = 120
_MOBILE = re.compile(r"1[3-9]\d{9}")
_LANDLINE = re.compile(r"(010|02\d|0[3-9]\d{2})(\d{7,8})")
_WRITTEN_LANDLINE = re.compile(r"(0\d{2,3})-(\d{7,8})")
_SERVICE = re.compile(r"1\d{2}|1\d{4}|9\d{4}|400\d{7}")
_SCIENTIFIC = re.compile(r"\d(?:\.\d+)?E\+?\d+", re.IGNORECASE)
_DASHES = re.compile(r"[‐‑‒–—―−]")
_COUNTRY = re.compile(r"(?:\+|00)86[ -]?|86(?=1[3-9]\d{9}$)|86[ -](?=1[3-9])")
_APART = re.compile(r"[/、;,\n|\\]+|(?<=\d)\s*(?:或者?|和|及|与)\s*(?=[+\d])")
_NOTED = re.compile(r"([+\d][\d+\- ]*)\(([^()\d]{1,12})\d{0,8}\)")
_WORDS = r"[一-鿿][一-鿿A-Za-z]{0,7}"
_SAID_BEFORE = re.compile(rf"({_WORDS})\s*:?\s*([+\d][\d+\- ]{{5,}})")
_SAID_BEHIND = re.compile(rf"([+\d][\d+\- ]{{5,}})\s*({_WORDS})")
_EXTENSION = re.compile(r"(0\d{2,3}-?\d{7,8})(?:-|转)(\d{1,5})")
_LABELS = re.compile(r"^(?:联系)?(?:电话|手机|号码|手机号码?|座机|固话)$")
_TWO_MOBILES = re.compile(r"(1[3-9]\d{9})(1[3-9]\d{9})")
_NO_PHONE = re.compile(r"(?:无|没有?|未|暂无|不愿|不便|拒绝|拒)[一-鿿]{1,8}")
_SHAPES = ((_NOTED, 1, 2), (_EXTENSION, 1, 2), (_SAID_BEFORE, 2, 1), (_SAID_BEHIND, 1, 2))


@dataclass(frozen=True, slots=True)
class Phone:
    """A number in its plain form: 19900000102, or 0719-0000101. `note` is what stood in brackets behind it."""

    number: str = field(repr=False)
    note: str = ""

    @property
    def last4(self) -> str:
        """The last four digits."""
        return last4(self.number)

    @property
    def is_mobile(self) -> bool:
        """Whether it is a mobile."""
        return bool(_MOBILE.fullmatch(self.number))


def parse(cell: object) -> Phone:
    """The one number of a cell. Raises phone_length, phone_scientific or phone_invalid."""
    if _lost_digits(cell):
        raise ValueProblem("phone_scientific", value=cell)
    written = text.tidy(cell).strip("\"'“”‘’ ")
    if len(written) <= _LONGEST and not written.isdecimal():
        for shape, number, note in _SHAPES:
            found = shape.fullmatch(written)
            if found:
                return Phone(_number(found[number]), _note(found[note]))
    return Phone(_number(written))


def _note(words: str) -> str:
    """What stands beside a number; a label (电话) says nothing, and an extension is told."""
    written = words.strip()
    return f"转{written}" if written.isdecimal() else "" if _LABELS.fullmatch(written) else written


def parse_many(cell: object) -> tuple[Phone, ...]:
    """Every number of a cell, in its order; none for a blank cell or 无. Raises as `parse` does."""
    if isinstance(cell, str) and cell.isascii() and _MOBILE.fullmatch(cell):
        return (Phone(cell),)
    if not isinstance(cell, str):
        return () if text.is_blank(cell) else (parse(cell),)
    pieces = [piece.strip() for piece in _APART.split(text.tidy(cell))]
    return tuple(parse(number) for piece in pieces if not _says_nothing(piece) for number in _numbers(piece))


def parse_duty(cell: object) -> Phone:
    """The number of a duty desk: also a service number, as 12345 or 110."""
    digits = re.sub(r"[\s-]", "", text.tidy(cell))
    return Phone(digits) if _SERVICE.fullmatch(digits) else parse(cell)


def last4(number: str) -> str:
    """The last four digits of a number."""
    return re.sub(r"\D", "", number)[-4:]


def mask_holder(number: str) -> str:
    """The number of somebody who holds a role, for staff: 199****5678."""
    digits = re.sub(r"\D", "", number)
    return f"{digits[:3]}****{digits[-4:]}" if len(digits) >= 10 else "****"


def mask_resident(last_four: str) -> str:
    """The number of a resident, known by its last four digits: *******5678."""
    return "*******" + last4(last_four)


def _lost_digits(cell: object) -> bool:
    """A number cell with six zeros at its end was 1.99E+10 once; a fraction never was a phone number."""
    if isinstance(cell, bool) or not isinstance(cell, int | float):
        return bool(_SCIENTIFIC.fullmatch(text.tidy(cell)))
    return isinstance(cell, float) and (not cell.is_integer() or (cell >= 1e9 and cell % 1_000_000 == 0))


def _number(written: str) -> str:
    plain = _DASHES.sub("-", written).strip("' ").removesuffix(".0")
    if _COUNTRY.match(plain):
        plain = _COUNTRY.sub("", plain, count=1)
        plain = plain if plain[:1] in ("0", "1") else f"0{plain}"
    landline = _WRITTEN_LANDLINE.fullmatch(re.sub(r"[ ()]", "", plain))
    if landline:
        return f"{landline[1]}-{landline[2]}"
    digits = re.sub(r"[ ()\-]", "", plain)
    if not digits.isdecimal() or not digits.isascii():
        raise ValueProblem("phone_invalid", value=written)
    if _MOBILE.fullmatch(digits):
        return digits
    joined = _LANDLINE.fullmatch(digits)
    if joined:
        return f"{joined[1]}-{joined[2]}"
    code = "phone_invalid" if len(digits) == 11 else "phone_length"
    raise ValueProblem(code, value=written, length=len(digits))


def _says_nothing(piece: str) -> bool:
    return not piece or text.is_nothing(piece) or bool(_NO_PHONE.fullmatch(piece))


def _numbers(piece: str) -> list[str]:
    """Blanks stand inside a number as well as between two: what is whole so far ends one."""
    if len(piece) > _LONGEST:
        return [piece]
    two = _TWO_MOBILES.fullmatch(piece)
    if two:
        return [two[1], two[2]]
    found, sofar = [], ""
    for part in piece.split(" "):
        sofar = f"{sofar} {part}".strip()
        if _is_whole(sofar) and not part.startswith("("):
            found.append(sofar)
            sofar = ""
        elif found and part.startswith("("):
            found[-1], sofar = f"{found[-1]}{part}", ""
        elif found and sofar == part and re.fullmatch(_WORDS, part):
            found[-1], sofar = f"{found[-1]}({part})", ""
    return [*found, sofar] if sofar else found


def _is_whole(written: str) -> bool:
    try:
        parse(written)
    except ValueProblem:
        return False
    return True
