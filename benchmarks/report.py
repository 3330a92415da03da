"""docs/benchmarks.md: the figures, and what they were measured on."""

from collections.abc import Iterable, Iterator
from datetime import date

from benchmarks.measure import RUNS, Figure


def render(figures: Iterable[Figure], machine: Iterable[tuple[str, str]], *, day: date, command: str) -> str:
    """The whole document."""
    return "\n".join(_lines(figures, machine, day, command)) + "\n"


def table(figures: Iterable[Figure]) -> Iterator[str]:
    """The figures as a Markdown table."""
    yield "| what | on | measured | bar | met | note |\n|---|---|---|---|---|---|"
    for figure in figures:
        met = {True: "yes", False: "**no**", None: ""}[figure.met]
        yield f"| {figure.what} | {figure.world} | {figure.value} | {figure.bar} | {met} | {figure.note} |"


def _lines(figures: Iterable[Figure], machine: Iterable[tuple[str, str]], day: date, command: str) -> Iterator[str]:
    yield "# Benchmarks\n"
    yield f"Written by `{command}` on {day.isoformat()}; do not edit. Each figure is the median of {RUNS} runs (of each"
    yield "run's percentiles); a peer is measured in the same run. `samples` are four"
    yield "of the test rosters, `demo` is the scenario of 1,500 homes, `seed` the policy article's county with 30,000;"
    yield "`rows` are made-up residents, one row in 500 with a wrong digit. What binds is told in shares of"
    yield "the time under Python's profiler, which makes Python's own part look larger than it is."
    yield "A bar that is missed says **no**; the load average below says what else the machine did.\n"
    yield from table(figures)
    yield "\n## Measured on\n\n| | |\n|---|---|"
    yield from (f"| {what} | {value} |" for what, value in machine)
