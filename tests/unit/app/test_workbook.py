"""An answer as a workbook: text is text, whatever it begins with, and the sheet says what it is."""

import io
from datetime import date

from openpyxl import load_workbook

from app.rendering.asked import Notes, notes
from app.rendering.workbook import as_workbook
from graph_schema.nodes import PERSON
from graph_schema.values.moment import Moment
from queries.answer import Answer, Column, Kind, Words
from queries.catalog import QUESTIONS

COLUMNS = (
    Column("name", Words("姓名", "Name"), PERSON.by_name["name"], "Person"),
    Column("homes", Words("户数", "Homes"), kind=Kind.COUNT),
    Column("paired", Words("已结对", "Paired"), kind=Kind.TRUTH),
    Column("on", Words("日期", "On"), kind=Kind.DATE),
)
FORMULA, LINK = '=HYPERLINK("x")', "http://a.b"
ROWS = (
    {"name": FORMULA, "homes": 3, "paired": True, "on": date(2026, 11, 20)},
    {"name": LINK, "homes": "<5", "paired": None, "on": "2026-03"},
)
AT = Moment.of_day(date(2026, 11, 20))
ANSWER = Answer("needs_paired", COLUMNS, ROWS, AT)


def test_text_stays_text_and_numbers_stay_numbers() -> None:
    sheet = load_workbook(io.BytesIO(as_workbook(ANSWER, "题", Notes("made"), "zh"))).active
    assert sheet is not None
    assert [[cell.value for cell in row] for row in sheet.iter_rows()] == [
        ["题", None, None, None],
        ["made", None, None, None],
        ["姓名", "户数", "已结对", "日期"],
        [FORMULA, 3, "是", "2026-11-20"],
        [LINK, "<5", None, "2026-03"],
    ]
    assert {cell.data_type for row in sheet.iter_rows(min_row=4, max_col=1) for cell in row} == {"s"}
    assert sheet["A5"].hyperlink is None


def test_the_notes_say_what_was_asked_and_mark_lists_of_needs() -> None:
    question, made = QUESTIONS["needs_paired"], Moment.parse("2026-11-25T07:40")
    told = notes(question, ANSWER, {"place": "松涛社区"}, made=made, locale="zh", purpose="入户走访")
    assert told.made == "特需居民结对了吗 · 范围 松涛社区 · 时点 2026-11-20 · 生成于 2026-11-25 07:40"
    assert told.watermark.endswith("office · 2026-11-25 07:40 · 用途：入户走访")
    assert told.truncated == ""


def test_a_cut_answer_says_so_in_every_language() -> None:
    cut = Answer("on_duty", COLUMNS, ROWS, AT, truncated=True)
    for locale in ("zh", "en"):
        told = notes(QUESTIONS["on_duty"], cut, {}, made=AT, locale=locale)
        assert "已截断" in told.truncated
        assert told.below == (told.truncated,)
