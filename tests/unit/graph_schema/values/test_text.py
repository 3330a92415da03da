"""The text of a cell."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_schema.values import text


@pytest.mark.parametrize(
    ("cell", "tidied"),
    [
        (None, ""),
        ("", ""),
        (1.0, "1"),
        (2.5, "2.5"),
        (float("nan"), ""),
        (19900004387.0, "19900004387"),
        ("３栋", "3栋"),
        ("\u202d19900000102\u202c", "19900000102"),
        ("\ufeff张\u200b三\xa0", "张三"),
        ("  周雪诗 \r\n 方永平  ", "周雪诗\n方永平"),
        ("松涛苑 \t 3栋", "松涛苑 3栋"),
        (dt.date(2026, 3, 1), "2026-03-01"),
        (dt.datetime(2026, 3, 1), "2026-03-01"),
        (dt.datetime(2026, 3, 1, 7, 30), "2026-03-01 07:30:00"),
    ],
)
def test_a_cell_becomes_clean_text(cell: object, tidied: str) -> None:
    assert text.tidy(cell) == tidied


@given(st.text())
def test_tidying_twice_changes_nothing_more(written: str) -> None:
    once = text.tidy(written)

    assert text.tidy(once) == once


@pytest.mark.parametrize(
    "cell", ["无", "/", "—", "－", "-", "待定", "暂缺", "空缺", "（空缺）", "缺", "空", "N/A", "、"]
)
def test_words_for_nobody_and_nothing(cell: str) -> None:
    assert text.is_nothing(cell)


@pytest.mark.parametrize("cell", ["", "空明", "无锡路", "张三", 0.0, "1/2"])
def test_other_cells_are_something(cell: object) -> None:
    assert not text.is_nothing(cell)


@pytest.mark.parametrize("cell", ["同上", "〃", "″", '"', "〃 〃", " 同上 ", "”"])
def test_signs_for_as_above(cell: str) -> None:
    assert text.is_ditto(cell)


@pytest.mark.parametrize("cell", ["", "/", "上同村", "同"])
def test_other_cells_are_not_as_above(cell: str) -> None:
    assert not text.is_ditto(cell)


def test_errors_and_formulas_are_told_apart() -> None:
    assert text.is_error("#N/A")
    assert text.is_error("#REF!")
    assert not text.is_error("3#")
    assert text.is_formula_text("=A1")
    assert not text.is_formula_text("=")


@pytest.mark.parametrize(
    "ordered",
    [
        ["第一网格", "第二网格", "第三网格", "第十网格", "第十一网格", "第二十网格"],
        ["1栋", "2栋", "10栋", "A栋"],
        ["1-101", "1-102", "1-1001", "2-101"],
    ],
)
def test_numbers_in_names_are_ordered_as_numbers(ordered: list[str]) -> None:
    shuffled = ordered[::-1]

    assert sorted(shuffled, key=text.sort_key) == ordered


@given(st.lists(st.text(alphabet="一二十百3 0栋A网", max_size=6), unique=True))
def test_the_order_is_total(names: list[str]) -> None:
    keys = [text.sort_key(name) for name in names]

    assert len(set(keys)) == len(names)
    assert [names[keys.index(key)] for key in sorted(keys)] == sorted(names, key=text.sort_key)
