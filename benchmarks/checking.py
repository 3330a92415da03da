"""Large workbooks checked: read, recognised, cleaned, with every fault found; how long that takes, and how much memory.

`python -m benchmarks.checking FILE` checks one in a process of its own and prints rows, seconds and megabytes.
"""

import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import xlsxwriter

from benchmarks.measure import Figure
from loaders.recognise import Table, recognise
from loaders.rows import sort_rows
from loaders.sandbox import read
from loaders.scenario.register import id_number
from loaders.uncollected import uncollected
from settings import ROOT

FAST, LONG = 20_000, 200_000  # rows
SECONDS, MEGABYTES = 5.0, 1_000.0
_HEADINGS = (
    "序号",
    "社区",
    "网格",
    "小区名称",
    "楼栋",
    "单元",
    "房号",
    "姓名",
    "与户主关系",
    "性别",
    "身份证号",
    "联系电话",
)
_PEOPLE, _ROOMS, _BUILDINGS = 3, 50, 20  # in a home, in an entrance, in a compound
_SURNAMES, _GIVEN = "王李张刘陈杨黄赵吴周", "国建志海云春秀玉明华"
_BAD = 500  # one row in so many has an ID number with a wrong digit


def measure(folder: Path) -> Iterator[Figure]:
    """Both sizes, each in a fresh process."""
    for rows in (FAST, LONG):
        seconds, megabytes = _checked(_written(folder / f"住户信息登记表{rows}.xlsx", rows))
        what = f"a workbook of {rows:,} residents, checked"
        bar, met = (f"< {SECONDS:g} s", seconds < SECONDS) if rows == FAST else ("", None)
        yield Figure(what, "rows", f"{seconds:.1f} s, {rows / seconds:,.0f} rows/s", bar, met)
        bar, met = (f"< {MEGABYTES:,.0f} MB", megabytes < MEGABYTES) if rows == LONG else ("", None)
        yield Figure(f"{what}: memory", "rows", f"{megabytes:,.0f} MB", bar, met, "the process that parses included")


def _checked(file: Path) -> tuple[float, float]:
    command = [sys.executable, "-m", "benchmarks.checking", str(file)]
    told = json.loads(subprocess.run(command, cwd=ROOT, check=True, capture_output=True).stdout)
    return told["seconds"], told["megabytes"]


def _written(file: Path, rows: int) -> Path:
    with xlsxwriter.Workbook(str(file), {"constant_memory": True, "strings_to_numbers": False}) as book:
        sheet = book.add_worksheet("住户")
        sheet.write_row(0, 0, _HEADINGS)
        for number in range(rows):
            sheet.write_row(number + 1, 0, _row(number))
    return file


def _row(number: int) -> tuple[str | int, ...]:
    """A person in a home, homes and buildings one after the other; below the first of a home the places are blank."""
    home, member = divmod(number, _PEOPLE)
    building = home // _ROOMS
    born = date(1940, 1, 1) + timedelta(days=number * 7 % 25_000)
    number_of_id = id_number("529093", born, number % 1_000)
    if number % _BAD == 1:
        number_of_id = number_of_id[:17] + ("0" if number_of_id[17] != "0" else "1")
    places = (
        ("松涛社区", "第一网格", f"松涛苑{building // _BUILDINGS + 1}期", f"{building % _BUILDINGS + 1}栋", "1单元")
        if not member
        else ("",) * 5
    )
    name = _SURNAMES[number % 10] + _GIVEN[number // 10 % 10] + _GIVEN[number // 100 % 10]
    gender = "男" if number % 1_000 % 2 else "女"
    room = str(101 + home % _ROOMS) if not member else ""
    phone = f"1990000{number % 10_000:04d}"
    return number + 1, *places, room, name, ("户主", "配偶", "子女")[member], gender, number_of_id, phone


def _check(file: Path) -> dict[str, float]:
    began = time.perf_counter()
    with uncollected():
        tables = [found for found in recognise(read(file)) if isinstance(found, Table)]
        sorted_rows = [sort_rows(table, 1, number) for number, table in enumerate(tables, 1)]
    seconds = time.perf_counter() - began
    rows = sum(len(found.typed) + found.refused for found in sorted_rows)
    return {"rows": rows, "seconds": seconds, "megabytes": _peak(resource.RUSAGE_SELF) + _parser_peak()}


def _peak(who: int) -> float:
    return resource.getrusage(who).ru_maxrss / 1024


def _parser_peak() -> float:
    """The peak of the process that parses: it still waits for the next file."""
    found = 0.0
    for status in Path("/proc").glob("[0-9]*/status"):
        told = dict(line.split(":", 1) for line in status.read_text().splitlines() if ":" in line)
        if told["PPid"].strip() == str(os.getpid()):
            found += int(told.get("VmHWM", "0 kB").split()[0]) / 1024
    return found


if __name__ == "__main__":
    print(json.dumps(_check(Path(sys.argv[1]))))
