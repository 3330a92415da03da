"""Poisoned cells: what stands in one cell of an honest building leaders' roster, and the problem that it is."""

from pathlib import Path

from openpyxl import Workbook

from tests.poison.packages import HEADINGS

_GOOD = ("1栋", "张三", "19900000001", "", "2026-03-01", "松涛苑")
NAME, PHONE, ID, SINCE = 1, 2, 3, 4

CELLS: dict[str, tuple[int, str | float, str]] = {
    "名字是命令": (NAME, "=cmd|'/c calc'!A0", "name_not_a_name"),
    "名字以加号开头": (NAME, "+cmd|' /C calc'!A0", "name_not_a_name"),
    "名字以at开头": (NAME, "@SUM(1+1)*cmd", "name_not_a_name"),
    "名字是脚本": (NAME, "<script>alert(1)</script>", "name_not_a_name"),
    "名字是查询": (NAME, "x'}) DETACH DELETE n //", "name_not_a_name"),
    "名字是表情": (NAME, "😀😀", "name_not_a_name"),
    "名字是数": (NAME, 12345, "name_not_a_name"),
    "名字太长": (NAME, "张" * 5_000, "name_not_a_name"),
    "名字有很多空格": (NAME, "张 " * 10_000, "name_not_a_name"),
    "名字有很多括号": (NAME, "(" * 20_000, "name_not_a_name"),
    "名字有很多点": (NAME, "张·" * 10_000 + "1", "name_not_a_name"),
    "名字是公式错误": (NAME, "#REF!", "cell_error"),
    "名字是同上": (NAME, "同上", "person_filled_down"),
    "电话成了科学计数": (PHONE, "1.99E+10", "phone_scientific"),
    "电话少一位": (PHONE, "1990000000", "phone_length"),
    "电话是文字": (PHONE, "问他爱人", "phone_invalid"),
    "电话有很多空格": (PHONE, "1 " * 10_000, "phone_length"),
    "电话有很多横线": (PHONE, "-" * 20_000 + "x", "phone_invalid"),
    "电话很长": (PHONE, "1" * 30_000, "phone_length"),
    "电话是半张网页": (PHONE, "<img src=x onerror=alert(1)>", "phone_invalid"),
    "身份证成了数值": (ID, 429091199001011234.0, "id_scientific"),
    "身份证科学计数": (ID, "4.29091E+17", "id_scientific"),
    "身份证把零写成字母": (ID, "42909119900101O21X", "id_format"),
    "身份证十五位": (ID, "429091900101123", "id_length"),
    "身份证校验码不对": (ID, "429091199001011234", "id_checksum"),
    "身份证很长": (ID, "4" * 30_000, "id_length"),
    "日期不存在": (SINCE, "2026-02-30", "date_invalid"),
    "日期是一串数": (SINCE, "9" * 5_000, "date_invalid"),
    "日期成了小数": (SINCE, 2026.1, "date_ambiguous"),
    "日期很大": (SINCE, 1e300, "date_invalid"),
    "日期是文字": (SINCE, "去年夏天", "date_invalid"),
}


def write(path: Path, column: int, cell: str | float) -> None:
    """A roster of which one row holds the cell; formulas are texts, as a person may have typed them."""
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet.append(HEADINGS)
    sheet.append(_GOOD)
    sheet.append(["2栋", "李四", "", "", "", "松涛苑"])
    found = sheet.cell(3, column + 1)
    found.value = cell
    if isinstance(cell, str):
        found.data_type = "s"
    workbook.save(path)
