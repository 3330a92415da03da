"""`python -m tests.stages test|check`: every stage of the tests, and a table of what each took and counted."""

import argparse
import os
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from database.server import life
from settings import ROOT, Settings
from tests import chromium

BIN = Path(sys.executable).parent
CHECKS = {
    "lint": (["ruff", "check", "."], ["lint-imports", "--no-logo", "--no-cache"]),
    "types": (["mypy"],),
}
PYTEST = {
    "unit": ("-m", "not neo4j and not oracle and not browser"),
    "neo4j": ("-m", "neo4j", "--ignore=tests/contracts"),
    "contracts": ("-m", "neo4j", "tests/contracts"),  # the server plans every text
    "oracle": ("-m", "oracle"),
    "browser": ("-m", "browser"),
}
LANES = (("neo4j",), ("unit", "contracts", "oracle", "browser"))  # side by side: either leaves most of a core idle


@dataclass(frozen=True)
class Result:
    """What one stage came to; passed and failed are tests, or tools for lint and types."""

    stage: str
    seconds: float
    passed: int
    failed: int


def main() -> int:
    """Runs the stages and prints the table; the exit code says whether all went well."""
    wanted = argparse.ArgumentParser(description=__doc__)
    wanted.add_argument("task", choices=("test", "check"))
    wanted.add_argument("--setup-seconds", type=float, default=0.0)
    options = wanted.parse_args()
    began = time.monotonic()
    results = [*_checks()] if options.task == "check" else [*_everything(options.setup_seconds)]
    _table(results, options.setup_seconds + time.monotonic() - began)
    failed = sum(result.failed for result in results)
    print(f"{sum(result.passed for result in results)} passed, {failed} failed")
    return 1 if failed else 0


def _everything(setup_seconds: float) -> Iterator[Result]:
    began = time.monotonic()
    if chromium.provide() is None:
        print(chromium.ADVICE, file=sys.stderr)
    yield Result("set-up", setup_seconds + time.monotonic() - began, 0, 0)
    yield from _checks()
    with ThreadPoolExecutor(len(LANES)) as pool:
        lanes = [pool.submit(_lane, stages, told=number == 0) for number, stages in enumerate(LANES)]
        for lane in lanes:
            results, held_back = lane.result()
            print(held_back, end="", flush=True)
            yield from results


def _lane(stages: Sequence[str], *, told: bool) -> tuple[list[Result], str]:
    """Stages one after the other on a Neo4j of their own; what a lane that is not `told` says is held back."""
    with tempfile.TemporaryDirectory(prefix="lianhu-") as folder, (Path(folder) / "said").open("w+") as said:
        try:
            results = [_pytest(stage, Path(folder), None if told else said) for stage in stages]
        finally:
            life.stop(Settings(var=Path(folder)))
        said.seek(0)
        return results, said.read()


def _checks() -> Iterator[Result]:
    for stage, commands in CHECKS.items():
        print(f"\n── {stage}", flush=True)
        began = time.monotonic()
        codes = [subprocess.run([str(BIN / name), *rest], cwd=ROOT).returncode for name, *rest in commands]
        failed = sum(code != 0 for code in codes)
        yield Result(stage, time.monotonic() - began, len(codes) - failed, failed)


def _pytest(stage: str, var: Path, said: TextIO | None) -> Result:
    print(f"\n── {stage}", file=said, flush=True)
    began = time.monotonic()
    report = var / f"{stage}.xml"
    command = [sys.executable, "-m", "pytest", *PYTEST[stage], f"--junitxml={report}"]
    environment = os.environ | {"TEST_VAR": str(var)}
    code = subprocess.run(command, cwd=ROOT, env=environment, stdout=said, stderr=said).returncode
    passed, failed = _counts(report)
    if code not in (0, 5) and not failed:  # 5: the stage has no test yet; else pytest itself broke off
        failed = 1
    return Result(stage, time.monotonic() - began, passed, failed)


def _counts(report: Path) -> tuple[int, int]:
    if not report.is_file():
        return 0, 0
    suites = list(ElementTree.parse(report).getroot().iter("testsuite"))
    failed = sum(int(suite.get(kind, 0)) for suite in suites for kind in ("failures", "errors"))
    return sum(int(suite.get("tests", 0)) - int(suite.get("skipped", 0)) for suite in suites) - failed, failed


def _table(results: list[Result], seconds: float) -> None:
    print(f"\n{'stage':<10}{'seconds':>9}{'passed':>9}{'failed':>9}")
    for result in results:
        print(f"{result.stage:<10}{result.seconds:>9.1f}{result.passed:>9}{result.failed:>9}")
    print(f"{'all':<10}{seconds:>9.1f}    by the clock\n")


if __name__ == "__main__":
    sys.exit(main())
