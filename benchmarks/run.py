"""`python -m benchmarks.run`: measures everything on a server of its own and writes docs/benchmarks.md."""

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from pathlib import Path

from benchmarks import chain, machine, pages, report, rosters, search
from benchmarks.measure import Figure
from benchmarks.office import TODAY, Office, open_office
from graph_schema.values.moment import CHINA
from loaders.scenario import write
from settings import ROOT

REPORT = ROOT / "docs" / "benchmarks.md"
SAMPLES = ROOT / "tests" / "samples"
SAMPLE_FILES = ("小区楼栋信息表.xlsx", "楼栋长名册.xlsx", "网格员信息公示表.xls", "住户信息登记表.xlsx")


def main(arguments: Sequence[str]) -> int:
    """Measures, prints the table, writes the report; 1 where a bar is not met."""
    wanted = _parse(arguments)
    load_before = os.getloadavg()[0]
    with tempfile.TemporaryDirectory() as folder, open_office() as office:
        demo = write("demo", Path(folder), today=TODAY)
        samples = [SAMPLES / name for name in SAMPLE_FILES]
        figures = [*_measure(office, "samples", samples, barred=True), *_measure(office, "demo", demo, barred=False)]
        described = list(machine.describe(office.settings, load_before))
    print("\n".join(report.table(figures)))
    wanted.to.write_text(report.render(figures, described, day=wanted.date, command="make bench"), "utf-8")
    return 0 if all(figure.met is not False for figure in figures) else 1


def _measure(office: Office, world: str, files: Sequence[Path], *, barred: bool) -> Iterator[Figure]:
    """All figures of one world, which is loaded into an empty graph and taken back at the end."""
    print(f"Measuring on {world} …", flush=True)
    yield from rosters.measure(office, world, files, barred=barred)
    loaded = office.load(files)
    yield from chain.measure(office, world)
    yield from search.measure(office, world)
    yield from pages.measure(office, world)
    office.undo(loaded)


def _parse(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.run", description=__doc__)
    parser.add_argument("--to", type=Path, default=REPORT, help="where the report goes (docs/benchmarks.md)")
    today = datetime.now(CHINA).date()
    parser.add_argument("--date", type=date.fromisoformat, default=today, help="the day that stands in it (today)")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
