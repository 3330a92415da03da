"""Where something lies: the places above it, from the widest down."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from database.reading import Reader, read
from graph_schema.errors import Nearby
from graph_schema.sensitivity import Sensitivity, Sight
from graph_schema.values import address
from queries.statement import load

OPEN_ENDED = date(9999, 12, 31)  # the day on which just those facts hold that nothing has ended
Path_ = tuple[Nearby, ...]

_PATHS = load(Path(__file__).with_name("paths.cypher")).text


def paths(reader: Reader, codes: Iterable[str], *, on: date, sight: Sight) -> dict[str, Path_]:
    """The path of each place by its code, itself included; codes that nothing has are left out. One round trip."""
    wanted = sorted(set(codes))
    rows = read(reader, _PATHS, codes=wanted, on=on) if wanted else []
    return {row["code"]: tuple(_step(step, sight) for step in row["path"]) for row in rows}


def _step(step: dict[str, Any], sight: Sight) -> Nearby:
    """One place of a path; the door of a home is as sensitive as its address."""
    hidden = step["label"] == "Household" and not sight.may_see(Sensitivity.S2)
    return Nearby(step["label"], step["code"], address.mask_room() if hidden else step["name"] or step["code"])
