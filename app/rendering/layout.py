"""Where each thing of a picture stands: rings around the middle, a sector for each kind or branch; no chance in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import cos, pi, sin

Point = tuple[float, float]

APART = 78.0  # px between two names
RING = 78.0  # px between two rings
FIRST = 140.0  # px from the middle to the first ring
LOOSE = 1.4  # how much wider the first ring is than its names, so that large branches find room beside small ones
WIDE = 1.5  # windows are wider than high
BETWEEN = 160.0  # px between two middles' outermost rings


def places(
    roots: Sequence[int], children: Mapping[int, Sequence[Sequence[int]]], deep: bool
) -> dict[int, tuple[int, int]]:
    """The point of each number. `children`: the kinds around each, in their order. `deep`: children have children."""
    found: dict[int, tuple[int, int]] = {}
    middle = before = 0.0
    for root in roots:
        around = dict(_branches(root, children) if deep else _kinds(root, children))
        reach = max((abs(x) for x, _ in around.values()), default=0.0)
        middle += before + BETWEEN + reach if found else 0.0
        before = reach
        for number, (x, y) in {root: (0.0, 0.0), **around}.items():
            found.setdefault(number, (round(middle + x), round(y)))
    return found


def _kinds(root: int, children: Mapping[int, Sequence[Sequence[int]]]) -> Iterator[tuple[int, Point]]:
    """One step: every kind is a sector, filled row by row from the middle outwards."""
    kinds = [kind for kind in children.get(root, ()) if kind]
    first = max(FIRST, len(kinds) * APART / (2 * pi))
    for kind, (start, width) in zip(kinds, _sectors([len(kind) for kind in kinds], first), strict=True):
        yield from _rows(kind, start, width, first)


def _branches(root: int, children: Mapping[int, Sequence[Sequence[int]]]) -> Iterator[tuple[int, Point]]:
    """Two steps: every thing of the first step is a sector, with its own neighbours beyond it."""
    near = [number for kind in children.get(root, ()) for number in kind]
    first = max(FIRST, LOOSE * len(near) * APART / (2 * pi))
    beyond = [[number for kind in children.get(number, ()) for number in kind] for number in near]
    sectors = _sectors([max(1, len(far)) for far in beyond], first)
    for number, far, (start, width) in zip(near, beyond, sectors, strict=True):
        yield number, _point(start + width / 2, first)
        yield from _rows(far, start, width, first + RING * 1.2)


def _sectors(sizes: Sequence[int], radius: float) -> list[tuple[float, float]]:
    """The start and width of each sector: room for one name each, and the rest by their sizes."""
    least = min(2 * pi / max(1, len(sizes)), APART / radius)
    rest, whole = 2 * pi - least * len(sizes), sum(sizes)
    widths = [least + rest * size / whole for size in sizes]
    starts = [sum(widths[:at]) - pi / 2 for at in range(len(widths))]
    return list(zip(starts, widths, strict=True))


def _rows(numbers: Sequence[int], start: float, width: float, radius: float) -> Iterator[tuple[int, Point]]:
    """Numbers along arcs of a sector, each arc as full as names allow, and beside the one before it."""
    left, shift = list(numbers), 0.0
    while left:
        fits = max(1, int(width * radius / APART))
        row, left = left[:fits], left[fits:]
        shift = -0.22 if shift > 0 or (not shift and left) else abs(shift)
        for at, number in enumerate(row):
            yield number, _point(start + width * (at + 0.5 + shift) / len(row), radius)
        radius += RING


def _point(angle: float, radius: float) -> Point:
    return radius * cos(angle) * WIDE, radius * sin(angle)
