"""Files are read by a child: quickly the second time, within limits, and whatever one does the next is read."""

import gc
import time
from pathlib import Path

import pytest

from graph_schema.problems import FileRefused
from loaders import sandbox
from loaders.read import read
from tests.unit.loaders.variations import SAMPLES, write_csv, write_xlsx


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.*")), ids=lambda path: path.stem)
def test_it_reads_what_the_reader_reads(path: Path) -> None:
    assert sandbox.read(path) == read(path)


def test_a_name_that_is_a_path_or_a_command_is_a_name(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "..名册;rm -rf $(HOME)\n=cmd.csv", [("楼栋", "楼栋长")], "utf-8")

    assert sandbox.read(path).sheets[0].rows[0].cells == ("楼栋", "楼栋长")


def test_who_takes_too_long_is_ended(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "a.csv", [("楼栋", "楼栋长", "电话")] * 200_000, "utf-8")
    began = time.monotonic()

    with pytest.raises(FileRefused) as caught:
        sandbox.read(path, time_limit=0.05)

    assert caught.value.code == "file_too_slow"
    assert time.monotonic() - began < 30


def test_who_takes_too_much_memory_is_ended(tmp_path: Path) -> None:
    far = [[""] * 300 + ["x"], *[[]] * 400_000, ["y"]]
    path = write_xlsx(tmp_path / "a.xlsx", {"表": [["x", *[""] * 16_000, "z"], *far]})
    with pytest.raises(FileRefused) as caught:
        sandbox.read(path)

    assert caught.value.code == "file_expands_too_much"
    assert sandbox.read(write_csv(tmp_path / "b.csv", [("甲",)], "utf-8")).sheets[0].rows[0].cells == ("甲",)


def test_many_files_cost_one_child(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write_csv(tmp_path / "a.csv", [("楼栋", "楼栋长")], "utf-8")
    sandbox.read(path)
    monkeypatch.setattr(sandbox, "_Child", None)  # none can be started

    for _ in range(20):
        assert sandbox.read(path).sheets[0].rows[0].cells == ("楼栋", "楼栋长")


@pytest.mark.parametrize("name", ["a.et", "A.XLS"])
def test_a_workbook_of_wps_and_one_in_capitals(tmp_path: Path, name: str) -> None:
    sample = next(SAMPLES.glob("*.xls"))
    (tmp_path / name).write_bytes(sample.read_bytes())

    assert sandbox.read(tmp_path / name).sheets == read(sample).sheets


def test_a_child_that_served_its_time_or_left_is_ended_and_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_csv(tmp_path / "a.csv", [("楼栋", "楼栋长")], "utf-8")
    monkeypatch.setattr(sandbox, "_SERVES", 2)

    for _ in range(5):
        assert sandbox.read(path).sheets[0].rows[0].cells == ("楼栋", "楼栋长")

    gc.collect()  # what was left running or open would be a warning, and so a failure
