"""Columns are read by their distinct cells: a remembered cell says what it said, and a fault stays a fault."""

import datetime as dt
import gc
import traceback

import pytest

from graph_schema.problems import ValueProblem
from graph_schema.values import text
from loaders import reading
from loaders.headings import may_know
from loaders.reading import Reader
from loaders.sources import ROSTERS
from loaders.uncollected import uncollected


def test_equal_cells_of_different_kinds_are_told_apart() -> None:
    reader = Reader("raw")

    said = [reader.said(cell).value for cell in (1, 1.0, True, "1", 1)]

    assert [(type(value), value) for value in said] == [(int, 1), (float, 1.0), (bool, True), (str, "1"), (int, 1)]


@pytest.mark.parametrize(
    ("cell", "blank", "ditto"), [("", True, False), ("　", True, False), ("〃", False, True), ("男", False, False)]
)
def test_says_whether_a_cell_is_blank_or_as_above(cell: str, blank: bool, ditto: bool) -> None:
    said = Reader("text").said(cell)

    assert (said.blank, said.ditto) == (blank, ditto)


def test_a_wrong_cell_is_as_wrong_the_second_time() -> None:
    reader, depths = Reader("day"), []
    for _ in range(3):
        with pytest.raises(ValueProblem) as refused:
            reader.value("二月三十")
        depths.append(len(traceback.extract_tb(refused.value.__traceback__)))

    assert refused.value.code == "date_invalid"
    assert len(set(depths)) == 1


def test_a_column_of_many_values_does_not_grow_without_end() -> None:
    reader = Reader("text")
    for number in range(reading._KEPT * 2 + 1):
        assert reader.said(f"第{number}户").value == f"第{number}户"

    assert len(reader._known) <= reading._KEPT


def test_a_long_cell_is_tidied_and_not_kept() -> None:
    before = text._tidy_kept.cache_info().currsize

    assert text.tidy("　" + "长" * 500) == "长" * 500
    assert text._tidy_kept.cache_info().currsize == before


def test_every_heading_of_a_roster_may_be_known_and_a_name_is_not() -> None:
    known = may_know(ROSTERS.values())
    headings = [h for roster in ROSTERS.values() for column in roster.columns for h in column.headings]
    headings += [h for roster in ROSTERS.values() for post in roster.posts for h in post.headings]

    assert [heading for heading in headings if not known(heading)] == []
    assert not any(map(known, ("张三丰", "529093194706204040", "19900000102")))
    assert all(map(known, ("11月19日", "所属社区名称", "楼栋长电话")))


def test_natural_order_is_kept_by_texts_that_begin_alike() -> None:
    names = ["1栋", "2栋", "10栋", "甲", "甲1", "甲2", "甲10", "甲乙", "第三网格", "第十网格", "第十网格甲"]

    assert sorted(sorted(names, reverse=True), key=text.sort_key) == names


def test_cycles_are_looked_for_again_afterwards() -> None:
    with pytest.raises(ZeroDivisionError), uncollected():
        assert not gc.isenabled()
        _ = 1 / 0

    assert gc.isenabled()


@pytest.mark.parametrize(
    ("reads", "cell"),
    [
        *(
            ("names", name)
            for name in "张三 欧阳修 李和平 同上 无 没有 待定 合计 签名 户主 张先生 王某 上官婉儿 空缺".split()
        ),
        *(("phones", number) for number in "19900000102 16600000000 12345678901 1990000010 无".split()),
    ],
)
def test_a_plain_cell_says_what_it_says_with_an_invisible_sign(reads: str, cell: str) -> None:
    assert outcome(reads, cell) == outcome(reads, cell + "\u200b")


def outcome(reads: str, cell: str) -> object:
    value = Reader(reads).said(cell).value
    return value.code if isinstance(value, ValueProblem) else value


def test_a_date_is_no_text() -> None:
    reader = Reader("day")

    assert reader.said(dt.date(2026, 3, 1)).value == reader.said("2026-03-01").value
