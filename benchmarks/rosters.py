"""Rosters through the normal door into an empty graph: read, cleaned, resolved, compared, journalled, applied."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median

from benchmarks.measure import RUNS, Figure, clock
from benchmarks.office import Office

BAR = 5.0  # seconds


def measure(office: Office, world: str, files: Sequence[Path], *, barred: bool) -> Iterator[Figure]:
    """Loaded and taken back in turn; the last load stays. `barred`: whether the bar is about these files."""
    times: list[float] = []
    last = ""
    for _ in range(RUNS):
        if last:
            office.undo(last)
        milliseconds, last = clock(lambda: office.load(files))
        times.append(milliseconds / 1000)
    seconds = median(times)
    value = f"median {seconds:.2f} s ({min(times):.2f} to {max(times):.2f})"
    bar, met = (f"< {BAR:g} s", seconds < BAR) if barred else ("", None)
    yield Figure(f"{len(files)} rosters into an empty graph", world, value, bar, met)
    office.undo(last)
