"""How a figure comes about: several runs, the median of each run's percentiles, a bar that it meets or not."""

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from statistics import median
from typing import TypeVar

from graph_schema.errors import TooLong

RUNS = 5
WARM_TRIES = 6
Result = TypeVar("Result")


@dataclass(frozen=True)
class Figure:
    """One row of the report: `bar` in words, `met` whether it holds (None where there is no bar)."""

    what: str
    world: str
    value: str
    bar: str = ""
    met: bool | None = None
    note: str = ""


@dataclass(frozen=True)
class Spread:
    """Milliseconds: the medians, over the runs, of each run's percentiles."""

    p50: float
    p95: float

    @property
    def text(self) -> str:
        """For a table cell."""
        return f"p50 {self.p50:.1f} · p95 {self.p95:.1f} ms"


def clock(act: Callable[[], Result]) -> tuple[float, Result]:
    """How many milliseconds it took, and what came of it."""
    began = time.perf_counter()
    result = act()
    return (time.perf_counter() - began) * 1000, result


def warm(act: Callable[[], object]) -> None:
    """Does it until the database has planned it: after a start, planning alone may pass the time limit of a read."""
    for _ in range(WARM_TRIES - 1):
        try:
            act()
        except TooLong:
            continue
        return
    act()


def spread(runs: Iterable[Sequence[float]]) -> Spread:
    """The spread of several runs of single times in milliseconds."""
    halves, tails = zip(*((percentile(run, 50), percentile(run, 95)) for run in runs), strict=True)
    return Spread(median(halves), median(tails))


def percentile(times: Sequence[float], share: int) -> float:
    """The time that `share` percent do not exceed."""
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, len(ordered) * share // 100)]
