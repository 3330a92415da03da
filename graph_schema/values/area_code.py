"""The code of a county, town or community: 6, 9 or 12 digits (GB/T 2260 and the statistical codes below it)."""

import re
from dataclasses import dataclass

from graph_schema.problems import ValueProblem
from graph_schema.values import text

LEVELS = {6: "county", 9: "town", 12: "community"}
_CODE = re.compile(r"[1-9]\d{5}(?:\d{3}(?:\d{3})?)?", re.ASCII)


@dataclass(frozen=True)
class AreaCode:
    """A code with those above it, each in full; `town` and `community` are "" where the code ends higher."""

    county: str
    town: str = ""
    community: str = ""

    @property
    def code(self) -> str:
        """The code itself: the longest of the three."""
        return self.community or self.town or self.county

    @property
    def level(self) -> str:
        """county, town or community."""
        return LEVELS[len(self.code)]

    @property
    def parent(self) -> str:
        """The code of the place above it, "" above a county."""
        return self.town if self.community else self.county if self.town else ""


def parse(cell: object, level: str = "") -> AreaCode:
    """The code of a cell, of the level that is asked for (any without). Raises place_code_invalid."""
    code = text.tidy(cell).replace(" ", "").removesuffix(".0")
    if not _CODE.fullmatch(code) or (level and LEVELS[len(code)] != level):
        raise ValueProblem("place_code_invalid", value=cell)
    return AreaCode(code[:6], code[:9] if len(code) >= 9 else "", code if len(code) == 12 else "")
