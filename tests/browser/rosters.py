"""Small rosters as an office writes them, for the pages of import: buildings, and those who answer for them."""

from collections.abc import Sequence
from pathlib import Path

import xlsxwriter
from playwright.sync_api import Page, expect

PATIENCE = 60_000  # ms that a job may take; the first plans of the gap rules take long on a busy machine
BUILDINGS = (
    ("序号", "县（市、区）", "镇（街道）", "社区", "社区代码", "网格", "小区名称", "楼栋", "层数", "单元数", "户数"),
    ("1", "云杉县", "松涛镇", "松涛社区", "429091101001", "第一网格", "松涛苑", "1栋", 6, 2, 24),
    ("2", "云杉县", "松涛镇", "松涛社区", "429091101001", "第一网格", "松涛苑", "2栋", 6, 2, 24),
    ("3", "云杉县", "松涛镇", "松涛社区", "429091101001", "第二网格", "松涛苑", "3栋", 6, 2, 24),
)
LEADERS = (
    ("序号", "社区", "小区名称", "楼栋名称", "楼栋长姓名", "性别", "手机号码", "任职时间", "血型"),
    ("1", "松涛社区", "松涛苑", "1栋", "张伟", "男", "19900002046", "2025年3月", "A"),
    ("2", "松涛社区", "松涛苑", "2栋", "覃秀珍", "女", "19900000172", "2024.6", "O"),
    ("3", "松涛社区", "松涛苑", "3栋", "何志远", "男", "1990000830", "2024.6", ""),
)
NOW = (
    LEADERS[0],
    LEADERS[1],
    ("2", "松涛社区", "松涛苑", "3栋", "何志远", "男", "19900008305", "2024.6", ""),
)
STRANGE = (
    ("序号", "所在小区", "楼号", "带头人", "手机号", "血型"),
    ("1", "松涛苑", "1栋", "张伟", "19900002046", "A"),
    ("2", "松涛苑", "2栋", "覃秀珍", "19900000172", "O"),
)
BLANK = (("序号", "小区名称", "楼栋名称", "楼栋长姓名", "手机号码", "血型"), ("1", "", "", "", "", ""))
NAMESAKE = (LEADERS[0], ("1", "松涛社区", "松涛苑", "3栋", "张伟", "男", "", "2026.6", ""))


def write(folder: Path, name: str, title: str, rows: Sequence[Sequence[object]]) -> Path:
    """One sheet with its title above the headings."""
    path = folder / name
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("名册")
        sheet.write(0, 0, title)
        for line, row in enumerate(rows, 1):
            for column, value in enumerate(row):
                sheet.write(line, column, value)
    return path


def buildings(folder: Path) -> Path:
    """Three buildings of one community."""
    return write(folder, "小区楼栋信息表.xlsx", "松涛镇小区楼栋信息表", BUILDINGS)


def leaders(folder: Path, rows: Sequence[Sequence[object]] = LEADERS, name: str = "楼栋长名册.xlsx") -> Path:
    """Their leaders; the third has a phone that lacks a digit, and nobody knows the last column."""
    return write(folder, name, "松涛社区楼栋长名册", rows)


def upload(page: Page, *files: Path) -> None:
    """Uploads files and waits for the check."""
    page.goto("/imports")
    page.set_input_files("#files", list(map(str, files)))
    page.get_by_role("button", name="上传并检查").click()
    expect(page.locator(".figs")).to_be_visible(timeout=PATIENCE)


def write_it(page: Page) -> None:
    """From the check to the receipt."""
    page.get_by_role("link", name="看会改什么").click()
    page.locator(".actionbar button.primary").click()
    expect(page.locator(".note.ok")).to_be_visible(timeout=PATIENCE)
