"""Rosters through the normal door: rows a second at the first load, and again when nothing has changed; and what binds.

Both have everything in them: read, recognised, cleaned, resolved, compared, and at the first load the journal, every
index, the derived lists, and the gaps before and after.
"""

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from statistics import median

from app.cases.receipt import Receipt
from benchmarks.measure import RUNS, Figure, clock
from benchmarks.office import Office
from benchmarks.stages import profiled

FIRST_BAR, AGAIN_BAR = 2_500.0, 20_000.0  # rows of residents a second
RESIDENTS = "residents"


def load(office: Office, world: str, batches: Sequence[Sequence[Path]]) -> tuple[list[str], list[Figure]]:
    """Every folder as an import; the imports' ids, and the figures, with how many rows were refused or held.

    The last of several folders with residents is loaded under the profiler, so that its rate does not count.
    """
    ids, rates, seconds, refused, binds = [], [], 0.0, 0, ""
    homes = [batch for batch in batches if _books([batch])]
    for batch in batches:
        if batch is homes[-1] and len(homes) > 1:
            milliseconds, (binds, receipt) = clock(partial(profiled, partial(office.imported, batch)))
        else:
            milliseconds, receipt = clock(partial(office.imported, batch))
            if rows := _residents(receipt):
                rates.append(rows / milliseconds * 1000)
        refused += _refused(receipt)
        ids.append(receipt.import_id)
        seconds += milliseconds / 1000
    figures = [
        Figure(
            f"{len(batches)} imports, everything",
            world,
            f"{seconds:,.0f} s",
            note=f"once; {refused} rows refused or held",
        )
    ]
    if rates:
        rate, bar = median(rates), f"≥ {FIRST_BAR:,.0f} rows/s"
        note = f"the other rosters of a folder included; {len(rates)} imports"
        figures.append(Figure("residents, first load", world, f"{rate:,.0f} rows/s", bar, rate >= FIRST_BAR, note))
    if binds:
        figures.append(Figure("residents, first load: what binds", world, "", note=binds))
    return ids, figures


def again(office: Office, world: str, batches: Sequence[Sequence[Path]]) -> Iterator[Figure]:
    """The residents' workbooks previewed once more; there must be nothing to change."""
    books = _books(batches)
    rates = []
    for run in range(RUNS):
        milliseconds, receipt = clock(partial(office.previewed, [books[run % len(books)]]))
        if receipt.changes:
            raise AssertionError(f"{receipt.changes} facts would change on the second load")
        rates.append(_residents(receipt) / milliseconds * 1000)
    rate = median(rates)
    bar = f"≥ {AGAIN_BAR:,.0f} rows/s"
    yield Figure("residents, unchanged", world, f"{rate:,.0f} rows/s", bar, rate >= AGAIN_BAR)
    binds, _ = profiled(partial(office.previewed, [books[0]]))
    yield Figure("residents, unchanged: what binds", world, "", note=binds)


def _books(batches: Sequence[Sequence[Path]]) -> list[Path]:
    return [file for batch in batches for file in batch if "住户" in file.name]


def _refused(receipt: Receipt) -> int:
    sheets = [sheet for file in receipt.files for sheet in file["sheets"]]
    return sum(len(sheet["faults"]) + len(sheet["reviews"]) for sheet in sheets)


def _residents(receipt: Receipt) -> int:
    return sum(sheet["rows"] for file in receipt.files for sheet in file["sheets"] if sheet["roster"] == RESIDENTS)
