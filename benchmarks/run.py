"""`python -m benchmarks.run`: measures everything on a server of its own and writes docs/benchmarks.md."""

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from pathlib import Path

from benchmarks import bulk, chain, checking, clients, dense, door, machine, pages, report, rosters, rules, search
from benchmarks.measure import Figure
from benchmarks.office import TODAY, Office, open_office
from graph_schema.values.moment import CHINA
from loaders.scenario import imports, write
from settings import ROOT

REPORT = ROOT / "docs" / "benchmarks.md"
SAMPLES = ROOT / "tests" / "samples"
SAMPLE_FILES = ("小区楼栋信息表.xlsx", "楼栋长名册.xlsx", "网格员信息公示表.xls", "住户信息登记表.xlsx")
WORLDS = ("samples", "demo", "seed")
DATABASE_BAR = 2_048  # megabytes, on a county


def main(arguments: Sequence[str]) -> int:
    """Measures, prints the table, writes the report; 1 where a bar is not met."""
    wanted = _parse(arguments)
    load_before = os.getloadavg()[0]
    with tempfile.TemporaryDirectory() as folder, open_office() as office:
        figures: list[Figure] = list(checking.measure(Path(folder)))
        for world in wanted.worlds:
            figures += _measure(office, world, Path(folder) / world, stays=world == wanted.worlds[-1])
            described = list(machine.describe(office.settings, load_before))
            # after each world: one that takes too long must not cost the figures of the others
            wanted.to.write_text(report.render(figures, described, day=wanted.date, command="make bench"), "utf-8")
    print("\n".join(report.table(figures)))
    return 0 if all(figure.met is not False for figure in figures) else 1


def _measure(office: Office, world: str, folder: Path, *, stays: bool) -> Iterator[Figure]:
    """All figures of one world, which is loaded into an empty graph and taken back at the end unless it `stays`."""
    print(f"Measuring on {world} …", flush=True)
    if world == "samples":
        batches = [[SAMPLES / name for name in SAMPLE_FILES]]
    else:
        batches = imports(write(world, folder, today=TODAY))
    if world == "samples":
        yield from rosters.measure(office, world, batches[0], barred=True)
    loaded, figures = door.load(office, world, batches) if world != "samples" else ([office.load(batches[0])], [])
    yield from figures
    for topic in (chain, rules, search, pages, clients):
        yield from topic.measure(office, world)
    if world != "samples":
        yield from door.again(office, world, batches)
        yield from dense.measure(office, world)
        if world == "demo":
            yield from bulk.measure(office, world)
        weight = office.database_memory()
        yield Figure("database, resident", world, f"{weight:,} MB", f"< {DATABASE_BAR:,} MB", weight < DATABASE_BAR)
    for import_id in () if stays else reversed(loaded):
        office.undo(import_id)


def _parse(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.run", description=__doc__)
    parser.add_argument("--to", type=Path, default=REPORT, help="where the report goes (docs/benchmarks.md)")
    today = datetime.now(CHINA).date()
    parser.add_argument("--date", type=date.fromisoformat, default=today, help="the day that stands in it (today)")
    parser.add_argument("--worlds", nargs="+", choices=WORLDS, default=WORLDS, help="what to measure on (all)")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
