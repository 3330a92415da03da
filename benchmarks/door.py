"""Rosters through the normal door: rows a second at the first load, and again when nothing has changed."""

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from statistics import median

from app.cases.receipt import Receipt
from benchmarks.measure import RUNS, Figure, clock
from benchmarks.office import Office

FIRST_BAR, AGAIN_BAR = 2_500.0, 20_000.0  # rows of residents a second
RESIDENTS = "residents"


def load(office: Office, world: str, batches: Sequence[Sequence[Path]]) -> tuple[list[str], list[Figure]]:
    """Every folder as an import; the imports' ids, and the figures, with how many rows were refused or held."""
    ids, rates, seconds, refused = [], [], 0.0, 0
    for batch in batches:
        milliseconds, receipt = clock(partial(office.imported, batch))
        refused += _refused(receipt)
        ids.append(receipt.import_id)
        seconds += milliseconds / 1000
        if rows := _residents(receipt):
            rates.append(rows / milliseconds * 1000)
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
    return ids, figures


def again(office: Office, world: str, batches: Sequence[Sequence[Path]]) -> Iterator[Figure]:
    """The residents' workbooks previewed once more; there must be nothing to change."""
    books = [file for batch in batches for file in batch if "住户" in file.name]
    rates = []
    for run in range(RUNS):
        milliseconds, receipt = clock(partial(office.previewed, [books[run % len(books)]]))
        if receipt.changes:
            raise AssertionError(f"{receipt.changes} facts would change on the second load")
        rates.append(_residents(receipt) / milliseconds * 1000)
    rate = median(rates)
    bar = f"≥ {AGAIN_BAR:,.0f} rows/s"
    yield Figure("residents, unchanged", world, f"{rate:,.0f} rows/s", bar, rate >= AGAIN_BAR)


def _refused(receipt: Receipt) -> int:
    sheets = [sheet for file in receipt.files for sheet in file["sheets"]]
    return sum(len(sheet["faults"]) + len(sheet["reviews"]) for sheet in sheets)


def _residents(receipt: Receipt) -> int:
    return sum(sheet["rows"] for file in receipt.files for sheet in file["sheets"] if sheet["roster"] == RESIDENTS)
