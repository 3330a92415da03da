"""The number of a resident's identity card (GB 11643): 18 characters with a check digit. It is never shown."""

import datetime as dt
import re
from dataclasses import dataclass, field

from stdnum.cn.ric import calc_check_digit

from graph_schema.problems import ValueProblem
from graph_schema.values import text

MASK_ZH = "有，已校验"
MASK_EN = "on file, checked"
_SCIENTIFIC = re.compile(r"\d(?:\.\d+)?E\+?\d+", re.IGNORECASE)
_SHAPE = re.compile(r"[0-9]*X?")


@dataclass(frozen=True, slots=True)
class IdNumber:
    """A valid number and what it says. `gender` is male or female; `area` the six digits of the issuing county."""

    number: str = field(repr=False)
    birth_date: dt.date = field(repr=False)
    gender: str
    area: str


def parse(cell: object) -> IdNumber:
    """The number of a cell. Raises id_scientific, id_format, id_length, id_checksum or id_birth_date.

    An area code that nobody knows is no error: counties were renamed within a lifetime.
    """
    number = _characters(cell)
    if not _SHAPE.fullmatch(number):
        raise ValueProblem("id_format")
    if len(number) != 18:
        raise ValueProblem("id_length", length=len(number))
    if calc_check_digit(number) != number[-1]:
        # A table that was saved as CSV after digits were lost ends in zeros.
        raise ValueProblem("id_scientific" if number.endswith("000") else "id_checksum")
    gender = "male" if int(number[16]) % 2 else "female"
    return IdNumber(number, _birth_date(number), gender, number[:6])


def _characters(cell: object) -> str:
    lost = isinstance(cell, int | float) and abs(cell) >= 10**15
    written = text.tidy(cell)
    if lost or _SCIENTIFIC.fullmatch(written):
        raise ValueProblem("id_scientific")
    return re.sub(r"[\s'-]", "", written).upper()


def _birth_date(number: str) -> dt.date:
    try:
        born = dt.date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError as error:
        raise ValueProblem("id_birth_date") from error
    if not 1850 <= born.year <= 2100:
        raise ValueProblem("id_birth_date")
    return born
