"""What a building is part of: of two places of one branch, a grid and its micro-grid, the lower one says it all."""

from collections.abc import Iterator

from loaders.draft import Node
from loaders.places.directory import Directory


def hang(building: Node, above: Node, directory: Directory, source: str) -> None:
    """States what a building is part of, unless it lies there already, lower down. Raises value_conflict.

    What the import has said of the same branch higher up gives way.
    """
    draft, now = directory.draft, directory.above(building)
    if now is not None and above in _ancestors(now):
        return
    stated = draft.single("PART_OF", building)
    if stated is not None and stated.end in _ancestors(above):
        draft.withdraw(stated)
    draft.relate("PART_OF", building, above, source)


def lies_within(building: Node, grid: Node, directory: Directory) -> bool:
    """Whether a building is part of one of the grid's micro-grids."""
    now = directory.above(building)
    return now is not None and now.label == "MicroGrid" and now.parent is grid


def _ancestors(place: Node) -> Iterator[Node]:
    while place.parent is not None:
        place = place.parent
        yield place
