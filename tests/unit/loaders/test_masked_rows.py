"""Forms that come back masked: what is hidden says nothing, what is left of a number tells who is meant."""

from pathlib import Path

import pytest

from loaders.draft import Draft, Node
from loaders.people.candidates import Candidates, Known
from loaders.people.decision import Evidence, Undecided, decide
from tests.unit.loaders.workbooks import rows_of, write

HEADINGS = ["社区", "楼栋", "楼栋长姓名", "手机号码", "任职时间"]
MEMBERS = ["姓名", "所在支部", "入党时间", "出生日期", "是否流动党员"]
BRANCH = "松涛社区第一网格党支部"


def leaders(folder: Path, *rows: list[str]) -> Path:
    return write(folder / "名册.xlsx", {"楼栋长": [HEADINGS, *rows]})


def test_a_masked_number_is_no_fault_and_no_number(tmp_path: Path) -> None:
    found = rows_of(leaders(tmp_path, ["松涛社区", "1栋", "张三", "199****5678", "2026-03"]))

    [claim] = found.typed[0].people
    assert (found.faults, claim.name, claim.phones, claim.masked) == ((), "张三", (), ("5678",))


def test_each_of_two_people_has_the_end_of_their_own_number(tmp_path: Path) -> None:
    found = rows_of(leaders(tmp_path, ["松涛社区", "1栋", "张三、李四", "199****0001、199****0002", ""]))
    assert [(claim.name, claim.masked) for claim in found.typed[0].people] == [("张三", ("0001",)), ("李四", ("0002",))]


def test_a_line_about_a_masked_name_is_no_data(tmp_path: Path) -> None:
    found = rows_of(leaders(tmp_path, ["松涛社区", "1栋", "张*", "***", ""], ["松涛社区", "2栋", "李四", "", ""]))

    assert (len(found.typed), found.faults, found.not_data["masked"]) == (1, (), 1)


def test_a_masked_day_says_nothing(tmp_path: Path) -> None:
    path = write(tmp_path / "党员名册.xlsx", {"党员": [MEMBERS, ["张三", BRANCH, "2001-07", "***", "***"]]})

    [row] = rows_of(path).typed
    assert (row.people[0].birth, row.people[0].more["flow"], row.is_masked("member.flow")) == (None, None, True)


def test_a_line_without_the_one_thing_that_it_is_about_is_no_data(tmp_path: Path) -> None:
    rows = [["提出人", "诉求内容", "提出日期", "状态"], ["张三", "***", "2026-10-12", "未认领"]]
    found = rows_of(write(tmp_path / "诉求台账.xlsx", {"诉求": rows}))

    assert (found.typed, found.faults, found.not_data["masked"]) == ((), (), 1)


@pytest.fixture
def namesakes() -> Candidates:
    """Two of one name, of whom the graph has a number each."""
    candidates = Candidates(Draft())
    for key, last4 in (("P00000001", "0001"), ("P00000002", "0002")):
        before = {"name": "张三", "phone_last4": last4}
        node = Node("Person", ("Person", key), "张三", "张三", None, key, before)
        candidates.add(Known(node, phones={f"digest {last4}": None}))
    return candidates


def evidence(*masked: str, gender: str = "") -> Evidence:
    return Evidence("张三", "429091", "key", gender=gender, masked=frozenset(masked))


def test_the_end_of_a_number_tells_namesakes_apart(namesakes: Candidates) -> None:
    found = decide(evidence("0002"), namesakes, {})
    assert isinstance(found, Known) and found.node.key == "P00000002"


@pytest.mark.parametrize("masked", [(), ("0003",), ("0002", "0003")], ids=["none", "another", "one more"])
def test_it_proves_nobody_whose_it_is_not(namesakes: Candidates, masked: tuple[str, ...]) -> None:
    assert isinstance(decide(evidence(*masked), namesakes, {}), Undecided)


def test_a_number_that_is_written_out_goes_before_it(namesakes: Candidates) -> None:
    said = Evidence("张三", "429091", "key", phone_digests=frozenset(("digest 0001",)), masked=frozenset(("0002",)))
    found = decide(said, namesakes, {})
    assert isinstance(found, Known) and found.node.key == "P00000001"
