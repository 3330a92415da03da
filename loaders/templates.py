"""A template for each roster: its main headings, a line that shows how, drop-downs, and text cells for numbers."""

import datetime as dt
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from loaders.examples import example_of
from loaders.headings import attributes_of, lay_out
from loaders.roster import CROSSTAB, Column, Post, Roster
from loaders.sources.columns import HOLDER
from loaders.written import choices_of

ROWS = 200  # lines that are prepared for filling in
SHOWN = "例："  # how every cell of the line that shows how begins: such a line is no data, see remarks.py
_OPTIONS = {"in_memory": True, "strings_to_numbers": False, "strings_to_formulas": False, "strings_to_urls": False}
_FIRST_DAY = dt.date(2026, 1, 5)  # of the days across a cross-tab; whoever fills it in writes their own
_DAYS = 7
DAY = "on_duty"  # the field of a column that is a day
_LONGEST_LIST = 250  # signs; a longer one does not fit into a cell's drop-down
_NUMBERS = frozenset(("integer", "number"))
# Another column of the same roster says it already.
_INSTEAD: Mapping[str, str] = {
    "area": "community",
    "area_code": "community_code",
    "grid_buildings": "grid_extent",
    "extent_grid": "extent",
    "extent_compound": "extent",
    "extent_building": "extent",
    "unit:own": "extent",
    "office_m2": "area_m2",
    "service_m2": "area_m2",
    "activity_m2": "area_m2",
    "elder_m2": "area_m2",
    "address": "room",
    "household_number": "room",
    "county_code": "community_code",
    "town_code": "community_code",
}
# What the words above such a table say.
_LEFT_OUT: Mapping[str, frozenset[str]] = {
    "activity_sign_in": frozenset(("activity_on", "activity_kind", "activity_title")),
}
_IDENTITY = frozenset(("id", "birth"))
_CARED_FOR = "helped"  # whose birth tells them apart, where many have no phone
_DATES = frozenset(("since", "until"))
# What stands in the rosters of these roles alone; when a post ended is said where it ends.
_OF_ROLES: Mapping[str, frozenset[str]] = {
    "full_time": frozenset(("grid_worker",)),
    "duties": frozenset(("community_cadre", "point_cadre")),
    "night_ok": frozenset(("community_cadre", "volunteer", "grid_worker")),
    "until": frozenset(),
}


@dataclass(frozen=True)
class Heading:
    """A column of a template. `field`: what it is, as `post.attribute` for what is said of a person."""

    text: str
    field: str
    reads: str
    choices: tuple[str, ...]
    example: str


def template(roster: Roster, starts: dt.date = _FIRST_DAY) -> bytes:
    """The .xlsx. `starts`: of a cross-tab the first of seven days across."""
    headings = headings_of(roster, starts)
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, _OPTIONS) as book:
        page = book.add_worksheet(roster.zh[:31])
        _head(book, page, roster, headings)
        _body(book, page, headings)
        _explain(book, headings)
    return target.getvalue()


def headings_of(roster: Roster, starts: dt.date = _FIRST_DAY) -> tuple[Heading, ...]:
    """The columns of a roster's template: places, people with what is said of them, organisations, all else."""
    attributes = attributes_of(roster)
    fields = {column.field for column in roster.columns}
    left_out = _LEFT_OUT.get(roster.code, frozenset())
    plain = [
        column
        for column in roster.columns
        if column.field not in attributes | left_out and _INSTEAD.get(column.field) not in fields
    ]
    places = [column for column in plain if column.hold]
    found = [_heading(roster, column.headings[0], column.field, column.reads) for column in places]
    for position, post in enumerate(post for post in roster.posts if post.headings):
        found += _of_post(roster, post, first=position == 0)
    found += [_heading(roster, party.headings[0], party.field, "text") for party in roster.parties]
    found += [_heading(roster, c.headings[0], c.field, c.reads) for c in plain if not c.hold]
    if roster.shape == CROSSTAB:
        days = (starts + dt.timedelta(days=number) for number in range(_DAYS))
        found += [Heading(f"{day:%Y-%m-%d}", DAY, "names", (), "李四、王五") for day in days]
    return tuple(found)


def _of_post(roster: Roster, post: Post, *, first: bool) -> Iterator[Heading]:
    """The column of names, and what stands beside it; of a further post its phone, under a heading that names it."""
    yield _heading(roster, post.headings[0], post.field, "names")
    bare = min((heading.removesuffix("姓名") for heading in post.headings), key=len) or post.headings[0]
    for column in roster.columns:
        if column.field not in attributes_of(roster) or not _is_asked(roster, column, post, first):
            continue
        named = f"{post.headings[0].removesuffix('姓名') or bare}{_shortest(column)}"
        plain = first or column.field != "phone" or not _means(roster, named, post, column)
        text = column.headings[0] if plain else named
        yield _heading(roster, text, f"{post.field}.{column.field}", column.reads)


def _is_asked(roster: Roster, column: Column, post: Post, first: bool) -> bool:
    """Of the first person all that their roster is about; of a further one, and of one who is known, the phone.

    Days are of who holds a post. An ID number is asked for only where homes or members are registered.
    """
    posts = [each for each in roster.posts if each.headings]
    if column.field in _DATES and not any(each.role or each.positions for each in posts):
        return post is posts[-1] and column not in HOLDER
    if not first or post.known or post.field in roster.apart:
        return column.field == "phone"
    if column.field in _IDENTITY:
        registered = roster.subject == "room" or any(each.field == "joined_on" for each in roster.columns)
        return registered or (post.field == _CARED_FOR and column.field == "birth")
    roles = {each.role for each in posts} | {role for each in posts for _, role in each.positions}
    return column not in HOLDER or column.field not in _OF_ROLES or bool(roles & _OF_ROLES[column.field])


def _shortest(column: Column) -> str:
    return min(column.headings, key=len)


def _means(roster: Roster, heading: str, post: Post, column: Column) -> bool:
    """Whether the loader takes a heading for this very attribute of this very post."""
    layout = lay_out(roster, {0: post.headings[0], 1: "姓名", 2: heading})
    return layout.attributes.get(post.field, {}).get(column.field) == [2]


def _heading(roster: Roster, text: str, field: str, reads: str) -> Heading:
    return Heading(text, field, reads, tuple(choices_of(reads).values()), example_of(roster, field, reads))


def _head(book: xlsxwriter.Workbook, page: Worksheet, roster: Roster, headings: tuple[Heading, ...]) -> None:
    last = len(headings) - 1
    title = book.add_format({"bold": True, "align": "center", "font_size": 14})
    heading = book.add_format({"bold": True, "border": 1, "text_wrap": True, "align": "center", "bg_color": "#E8EEF4"})
    day = book.add_format({"bold": True, "border": 1, "num_format": 'm"月"d"日"', "bg_color": "#E8EEF4"})
    shown = book.add_format({"italic": True, "font_color": "#6B7280", "border": 1, "text_wrap": True})
    page.merge_range(0, 0, 0, last, roster.zh, title)
    for column, each in enumerate(headings):
        if each.field == DAY:
            page.write_datetime(1, column, dt.datetime.fromisoformat(each.text), day)
        else:
            page.write_string(1, column, each.text, heading)
        page.write_string(2, column, f"{SHOWN}{each.example}", shown)
        page.set_column(column, column, max(10, min(24, 2 * len(each.text) + 2)))
    page.freeze_panes(3, 0)


def _body(book: xlsxwriter.Workbook, page: Worksheet, headings: tuple[Heading, ...]) -> None:
    """Empty lines: numbers of people and days are texts, so that no program turns them into something else."""
    words = book.add_format({"num_format": "@", "border": 1})
    number = book.add_format({"border": 1})
    for column, each in enumerate(headings):
        style = number if each.reads in _NUMBERS else words
        for line in range(3, 3 + ROWS):
            page.write_blank(line, column, None, style)
        if each.choices and len(",".join(each.choices)) <= _LONGEST_LIST:
            page.data_validation(
                3, column, 2 + ROWS, column, {"validate": "list", "source": list(each.choices), "error_type": "warning"}
            )


def _explain(book: xlsxwriter.Workbook, headings: tuple[Heading, ...]) -> None:
    """A sheet of words in one column, which nobody takes for a table."""
    page = book.add_worksheet("填写说明")
    page.set_column(0, 0, 90, book.add_format({"text_wrap": True, "valign": "top"}))
    lines = ["第三行是示例，可以删去，也可以留着：导入时会跳过。不知道的格留空。", "一格写多人时用顿号或换行隔开。"]
    lines += [f"{each.text}：例如 {each.example}{_of_choices(each)}" for each in headings]
    for line, said in enumerate(lines):
        page.write_string(line, 0, said)


def _of_choices(heading: Heading) -> str:
    return f"；可写 {'、'.join(heading.choices)}" if heading.choices else ""
