"""Who holds roles, told once a person: the nearest target and the most responsible first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from graph_schema.roles import ROLES
from queries.answer import Row

ORDER = list(ROLES)


def by_person(rows: Iterable[Row]) -> tuple[Row, ...]:
    """One row of place_roles for whoever holds several roles of a target, with all of them in `roles`."""
    together: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in sorted(rows, key=lambda row: (row["height"], ORDER.index(row["role"]))):
        together[row["target_code"], row["person_id"]].append(row)
    return tuple({**held[0], "roles": [row["role"] for row in held]} for held in together.values())
