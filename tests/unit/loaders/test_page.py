"""A page hands out its rows in their order; those of a list of residents are let go, and are counted all the same."""

from pathlib import Path

from loaders.page import Page
from tests.unit.loaders.test_rows import homes, leaders
from tests.unit.loaders.workbooks import rows_of, table_of


def page(path: Path) -> Page:
    return Page(1, 1, table_of(path), rows_of(path))


def test_rows_of_residents_are_let_go(tmp_path: Path) -> None:
    first: list[str | int | float | None] = ["松涛社区", "松涛苑", "3栋", 1, 501, "张三", "", "", "自住"]
    bad: list[str | int | float | None] = ["", "", "", "", "", "李四", "12345", "", ""]
    residents = page(homes(tmp_path, first, ["", "", "", "", "", "王五", "", "", ""], bad))

    assert residents.count == 3
    assert [row.people[0].name for row in residents.handed_out()] == ["张三", "王五"]
    assert (residents.typed, residents.count) == ((), 3)


def test_rows_of_posts_stay(tmp_path: Path) -> None:
    posts = page(leaders(tmp_path, [1, "松涛苑", "1栋", "张三", "", ""], [2, "", "2栋", "李四", "", ""]))

    assert [row.at.line for row in posts.handed_out()] == [row.at.line for row in posts.typed] == [2, 3]
