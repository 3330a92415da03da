"""Rows that are no data: totals, signatures, notes, section rows, headers repeated on a new page, hidden people."""

import re

from graph_schema.values import text
from graph_schema.values.masked import is_masked
from loaders.files.book import Row
from loaders.recognise import Table

TOTAL, SIGNATURE, EXPLANATION, SECTION, HEADER, BLANK, MASKED = (
    "subtotal_and_total",
    "signature",
    "explanation",
    "section",
    "header",
    "blank",
    "masked",
)
_TOTAL = re.compile(r".{0,12}(?:合\s*计|小\s*计|共\s*计|总\s*计|总\s*数|累\s*计)(?:\(.{0,6}\))?[::]?(?:\s*\d+\D{0,3})?")
_BARE_TOTAL = re.compile(r"[合小共总]\s*计\s*:?")
_SIGNATURE = re.compile(
    r"(?:制表|审核|填表|填报|经办|统计|复核|校对|录入|报送|审批|负责|分管|联系)(?:人|单位|领导|日期|时间)?(?:签字|签名|签章|\(签字\)|\(盖章\))?\s*:"
    r"|\((?:签字|盖章|公章)\)|(?:签字|盖章|签章|公章)\s*:|\d{4}年\d{1,2}月\d{1,2}日$"
)
_NOTE = re.compile(
    r"(?:填表|填报|填写)?(?:注|备注|说明|注意|提示|附注|注释|须知|要求)(?:事项)?\s*[::.、1一]|[※*★]|\d[.、)]|[一二三四五]、.{16,}"
)
_EXAMPLE = re.compile(r"(?:如|例|例如|示例|必填|选填|填写|格式|下拉|文本格式|\(必填\)|\(选填\)|请填)[::]?.*")
_LONGEST_SECTION = 24
_WIDE = 3  # columns
_ROOMS = frozenset(("room", "address", "household_number"))


def kind_of(row: Row, table: Table) -> str:
    """What kind of other row it is, "" for data."""
    tidied = [(column, text.tidy(cell)) for column, cell in enumerate(row.cells) if cell != ""]
    filled = tuple(column for column, cell in tidied if cell)
    written = [cell for _, cell in tidied if cell]
    if _only_numbered(filled, written, table):
        return BLANK
    if any("*" in cell for cell in written) and _hides_itself(row, table):
        return MASKED
    if any(_TOTAL.fullmatch(cell) for cell in written[:3] if "计" in cell or "总" in cell):
        return TOTAL
    if any(_BARE_TOTAL.fullmatch(cell) for cell in written[3:] if "计" in cell):
        return TOTAL
    if _repeats_header(filled, written, table):
        return HEADER
    if len(filled) <= 4 and _SIGNATURE.search(" ".join(written)) and not _fills_subject(row, table):
        return SIGNATURE
    if len(filled) <= 2 and _NOTE.match(written[0]) and not written[0].replace(".", "").isdecimal():
        return EXPLANATION
    if len(filled) == 1 and (_is_wide(row, table) or _in_number_column(row, table)):
        return SECTION if len(written[0]) <= _LONGEST_SECTION else EXPLANATION
    if row.line == table.header_lines[-1] + 1 and _explains_columns(written):
        return EXPLANATION
    return ""


def _only_numbered(filled: tuple[int, ...], written: list[str], table: Table) -> bool:
    """A line of an empty form: its number, or cells in columns that nobody reads, and nothing else."""
    if not table.layout.used.isdisjoint(filled):
        return False
    return all(cell.replace(".", "").isdecimal() for cell in written)


def _hides_itself(row: Row, table: Table) -> bool:
    """Whether what the row is about is masked, as in forms that come back from somebody who may not see it.

    That is a name (张*), a room, or the one column of a kind that the roster needs: nobody is told what the row says.
    """
    layout = table.layout
    masked = {layout.named(column) for column in row.filled if is_masked(row.cell(column))}
    groups = (layout.found & set(group) for group in table.roster.needed)
    about = any(len(group) == 1 and group <= masked for group in groups)
    return about or not masked.isdisjoint(layout.people) or not masked.isdisjoint(_ROOMS)


def _repeats_header(filled: tuple[int, ...], written: list[str], table: Table) -> bool:
    headings = table.layout.headings
    same = sum(1 for column, cell in zip(filled, written, strict=True) if headings.get(column) == cell)
    return same >= 3 and same * 2 >= len(filled)


def _fills_subject(row: Row, table: Table) -> bool:
    """Whether names or places stand under their headings, so that 负责人：张三 in a remark makes no signature of it."""
    columns = [c for c, name in table.layout.fields.items() if name in ("building", "room", "grid", "community")]
    return any(column in row.filled for column in (*columns, *table.layout.people.values())) and len(row.filled) > 1


def _is_wide(row: Row, table: Table) -> bool:
    at = row.filled[0]
    return any(
        m.top <= row.line <= m.bottom and m.left <= at <= m.right and m.right - m.left + 1 >= _WIDE
        for m in table.sheet.merges
    )


def _in_number_column(row: Row, table: Table) -> bool:
    """Words alone in the first column, or in one that nobody reads (序号): 二、石桥社区."""
    at = row.filled[0]
    return at in table.layout.ignored or at not in table.layout.headings


def _explains_columns(written: list[str]) -> bool:
    """Below the header: numbers of the columns (1 2 3 4), or how to fill them in (如：张三)."""
    numbers = [cell.removesuffix(".0") for cell in written]
    if len(numbers) >= 4 and numbers == [str(n) for n in range(1, len(numbers) + 1)]:
        return True
    return sum(1 for cell in written if _EXAMPLE.fullmatch(cell)) >= 2
