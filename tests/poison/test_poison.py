"""Every poisoned file is answered with its problem in both languages, in little time; none harms the next."""

import time
from pathlib import Path

import pytest

from graph_schema.problems import PROBLEMS, FileRefused
from loaders.faults import Fault
from loaders.recognise import Stranger, Table, recognise
from loaders.rows import sort_rows
from loaders.sandbox import read
from tests.poison.files import POISONS, Poison

LIMIT = 60.0  # seconds on the busiest machine; on a quiet one each takes a fraction of one


def answers(path: Path) -> list[FileRefused | Fault | str]:
    """What reading a file says is wrong with it."""
    try:
        found = recognise(read(path))
    except FileRefused as refused:
        return [refused]
    tables = [table for table in found if isinstance(table, Table)]
    if not tables:
        return ["roster_unknown" if any(isinstance(each, Stranger) for each in found) else "file_without_table"]
    return [fault for table in tables for fault in sort_rows(table, 1, 1).faults]


@pytest.mark.parametrize("poison", POISONS, ids=lambda poison: poison.name)
def test_a_poisoned_file_is_answered(tmp_path: Path, poison: Poison) -> None:
    path = tmp_path / poison.name
    poison.make(path)
    began = time.monotonic()

    found = answers(path)

    assert [answer if isinstance(answer, str) else _code(answer) for answer in found] == [poison.problem]
    assert time.monotonic() - began < LIMIT
    assert not list(tmp_path.parent.rglob("poison-was-here*"))
    for answer in found:
        _is_told(answer, path)


def test_there_are_many_of_them() -> None:
    assert len({poison.name for poison in POISONS}) == len(POISONS) >= 60


def test_the_next_file_is_read_by_a_child_that_lives(tmp_path: Path) -> None:
    bomb = next(poison for poison in POISONS if poison.problem == "file_corrupt")
    (tmp_path / "a.csv").write_text("楼栋,楼栋长,手机号码\n1栋,张三,19900000001\n")
    bomb.make(tmp_path / bomb.name)

    with pytest.raises(FileRefused):
        read(tmp_path / bomb.name)

    assert [row.cells[1] for row in read(tmp_path / "a.csv").sheets[0].rows] == ["楼栋长", "张三"]


def _code(answer: FileRefused | Fault) -> str:
    return answer.code if isinstance(answer, FileRefused) else answer.problem


def _is_told(answer: FileRefused | Fault | str, path: Path) -> None:
    if isinstance(answer, FileRefused):
        assert path.name in answer.what_zh and path.name in answer.what_en
        assert answer.advice_zh and answer.advice_en
    elif isinstance(answer, Fault):
        assert (answer.at.file, answer.at.line) == (path.name, 3) and answer.column and answer.heading
        assert answer.message_zh and answer.message_en and answer.advice_zh and answer.advice_en
        assert len(answer.value or "") <= 80
    else:
        assert PROBLEMS[answer].zh and PROBLEMS[answer].en
