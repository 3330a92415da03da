"""A cross-tab: days across, people in the cells, every filled cell a row of its own."""

import datetime as dt

from graph_schema.values.phone import parse
from loaders.crosstab import days_of, spread
from loaders.files.book import Book, Row, Sheet
from loaders.lending import Lent, lending
from loaders.recognise import Table, recognise
from loaders.rows import Sorted, sort_rows

HEADINGS = ("卡点编号", "卡点名称", "所属社区", "所属网格", "每班人数", "班次")


def table(days: tuple[object, ...], *lines: tuple[object, ...], title: str = "值守排班表（2026年11月）") -> Table:
    rows = (Row(1, (title,)), Row(2, (*HEADINGS, *days)), *(Row(n, line) for n, line in enumerate(lines, 3)))
    [found] = recognise(Book("排班.xlsx", (Sheet("排班表", rows),)))
    assert isinstance(found, Table)
    return found


def line(*cells: object, number: object = "KD-01", shift: str = "早班 07:00-15:00") -> tuple[object, ...]:
    return (number, "东门", "松涛社区", "第一网格", 2, shift, *cells)


def cells_of(found: Table) -> Sorted:
    return spread(sort_rows(found, 1, 1), {})


def test_the_days_take_their_year_from_the_title() -> None:
    found = table(("11月16日\n星期一", "11月17日（周二）"), line("张三", "李四"))
    assert [day.date for day in days_of(found).values()] == [dt.date(2026, 11, 16), dt.date(2026, 11, 17)]


def test_headings_may_be_dates() -> None:
    found = table((dt.datetime(2026, 11, 16), dt.datetime(2026, 11, 17)), line("张三", "李四"))
    assert [day.date for day in days_of(found).values()] == [dt.date(2026, 11, 16), dt.date(2026, 11, 17)]


def test_a_line_and_each_filled_cell_are_rows() -> None:
    rows = cells_of(table(("11月16日", "11月17日", "11月18日"), line("张三、李四", "待定", "")))
    assert [(row.column, [claim.name for claim in row.people]) for row in rows.typed] == [
        (None, []),
        (6, ["张三", "李四"]),
    ]


def test_a_bad_cell_refuses_itself_and_not_its_line() -> None:
    rows = cells_of(table(("11月16日", "11月17日"), line("=VLOOKUP(A1)", "李四")))
    assert [(fault.at.line, fault.column, fault.heading) for fault in rows.faults] == [(3, "G", "11月16日")]
    assert [row.column for row in rows.typed] == [None, 7]


def test_a_heading_that_is_no_day_is_told_cell_by_cell() -> None:
    rows = cells_of(table(("11月16日", "11月31日"), line("张三", "李四")))
    assert [(fault.column, fault.problem) for fault in rows.faults] == [("H", "date_invalid")]


def test_a_list_of_the_same_file_lends_its_phones() -> None:
    lent = {"张三": Lent((parse("19900000001"),)), "王五": Lent((), ("0003",))}
    rows = spread(sort_rows(table(("11月16日", "11月17日"), line("张三", "李四、王五")), 1, 1), lent)
    found = [[(claim.phones, claim.masked) for claim in row.people] for row in rows.typed[1:]]
    assert found == [[lent["张三"]], [((), ()), ((), ("0003",))]]


def test_a_name_that_is_twice_in_the_list_lends_nothing() -> None:
    sheet = (Row(1, ("值守人员通讯录",)), Row(2, ("姓名", "工作单位", "联系电话")))
    people = tuple(
        Row(n, (name, "某局", phone))
        for n, (name, phone) in enumerate(
            (("张三", "19900000001"), ("张三", "19900000002"), ("李四", "19900000003")), 3
        )
    )
    [found] = recognise(Book("排班.xlsx", (Sheet("通讯录", (*sheet, *people)),)))
    assert isinstance(found, Table)
    assert list(lending([sort_rows(found, 1, 1)])) == ["李四"]


def test_a_list_of_names_and_phones_without_such_a_title_is_not_taken_for_duty_staff() -> None:
    rows = (Row(1, ("单位名单",)), Row(2, ("姓名", "工作单位", "联系电话")), Row(3, ("张三", "某局", "19900000001")))
    [found] = recognise(Book("名单.xlsx", (Sheet("名单", rows),)))
    assert not isinstance(found, Table) or found.roster.code != "duty_staff"


def test_a_table_knows_the_titles_of_its_file() -> None:
    shifts = (Row(1, ("松涛镇值守排班表（2026年11月）",)), Row(2, (*HEADINGS, "11月16日")), Row(3, line("张三")))
    staff = (Row(1, ("值守人员通讯录",)), Row(2, ("姓名", "工作单位", "联系电话")), Row(3, ("张三", "", "19900000001")))
    found = recognise(Book("排班.xlsx", (Sheet("排班表", shifts), Sheet("通讯录", staff))))
    assert [isinstance(each, Table) and "松涛镇" in each.beside for each in found] == [True, True]
