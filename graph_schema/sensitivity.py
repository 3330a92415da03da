"""How sensitive a property is, and what a viewer may see."""

from dataclasses import dataclass
from enum import IntEnum


class Sensitivity(IntEnum):
    """S0 public · S1 in the office · S2 personal · S3 sensitive · S4 never in the graph in clear."""

    S0 = 0
    S1 = 1
    S2 = 2
    S3 = 3
    S4 = 4


@dataclass(frozen=True)
class Sight:
    """What a viewer may see: everything up to `clearance`, within `area` (a place's code; None is everywhere).

    S4 is never shown by sight alone: a number is revealed one by one, with a reason.
    """

    area: str | None = None
    clearance: Sensitivity = Sensitivity.S2

    def may_see(self, sensitivity: Sensitivity) -> bool:
        """Whether a property of this sensitivity is whole for the viewer."""
        return sensitivity <= self.clearance and sensitivity < Sensitivity.S4


OFFICE = Sight(area=None, clearance=Sensitivity.S2)
PUBLIC = Sight(area=None, clearance=Sensitivity.S0)
