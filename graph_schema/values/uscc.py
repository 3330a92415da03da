"""The unified social credit code of a unit (GB 32100): 18 characters with a check digit. It is public."""

import re

from stdnum.cn.uscc import calc_check_digit

from graph_schema.problems import ValueProblem
from graph_schema.values import text

_SIGNS = "0-9A-HJ-NPQRTUWXY"
_SIGN = re.compile(rf"[{_SIGNS}]*")
_SHAPE = re.compile(rf"[{_SIGNS}]{{2}}[0-9]{{6}}[{_SIGNS}]{{10}}")
_SCIENTIFIC = re.compile(r"\d(?:\.\d+)?E\+?\d+", re.IGNORECASE)


def parse(cell: object) -> str:
    """The code of a cell. Raises uscc_scientific, uscc_format, uscc_length or uscc_checksum.

    The first two characters may be letters: those of a village's economic organisation are N2.
    """
    written = text.tidy(cell)
    if (isinstance(cell, int | float) and abs(cell) >= 10**15) or _SCIENTIFIC.fullmatch(written):
        raise ValueProblem("uscc_scientific")
    code = re.sub(r"[\s'-]", "", written).upper()
    if not _SIGN.fullmatch(code):
        raise ValueProblem("uscc_format", value=code)
    if len(code) != 18:
        raise ValueProblem("uscc_length", value=code, length=len(code))
    if not _SHAPE.fullmatch(code):
        raise ValueProblem("uscc_format", value=code)
    if calc_check_digit(code) != code[-1]:
        # A table that was saved as CSV after digits were lost ends in zeros.
        raise ValueProblem("uscc_scientific" if code.endswith("000") else "uscc_checksum", value=code)
    return code
