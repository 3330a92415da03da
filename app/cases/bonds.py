"""Rows of a question that tells of several bonds at once, one list a bond."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from queries.answer import Row


def by_bond(rows: Iterable[Row]) -> Mapping[str, tuple[Row, ...]]:
    """The rows by the word of their bond, each list in the order of the answer."""
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[row["bond"]].append(row)
    return {bond: tuple(each) for bond, each in found.items()}
