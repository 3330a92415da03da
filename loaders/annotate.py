"""The user's own workbook back: red cells with a note at every fault, and one sheet more that lists them all.

Whole numbers stand in it, because they are the user's own; nothing else that Lianhu writes has them.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import column_index_from_string, quote_sheetname
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from graph_schema.problems import FileRefused
from graph_schema.values import text
from loaders.files.book import RESULTS
from loaders.files.checks import check
from loaders.files.original import cell_at, opened, packed, put, rebuilt
from loaders.read import read

MOST = 50_000  # rows; the library that keeps styles needs some kilobytes for each
_COLOURS = {"fault": "FFF4B4B4", "review": "FFFFE699", "notice": "FFDDEBF7"}
_KINDS = {"fault": ("拒绝", "refused"), "review": ("待核对", "to review"), "notice": ("提示", "notice")}
_HEADINGS = (
    ("类别", "Kind"),
    ("工作表", "Sheet"),
    ("行", "Line"),
    ("列", "Column"),
    ("标题", "Heading"),
    ("所填内容", "Written"),
    ("问题", "Problem"),
    ("怎么改", "What to do"),
)
_WIDTHS = (9, 18, 7, 7, 16, 22, 46, 46)
_NOTHING = ("没有问题。", "There is nothing wrong.")
_NOTE_WIDTH, _NOTE_HEIGHT = 320, 130  # pixels
_LONGEST_NOTE = 1_000


@dataclass(frozen=True)
class Remark:
    """One thing to say of one cell. `column` from 0, None where it is about the whole row."""

    kind: str
    line: int
    column: int | None
    heading: str
    message: str
    advice: str
    name: str = ""
    value: str = ""


def annotated(path: Path, told: Mapping[str, Any], locale: str = "zh") -> bytes:
    """An .xlsx with every fault, review and notice of the file at its cell. Raises FileRefused.

    `told`: what the report's JSON says of this file, one of its `files`, in the language that it was made for; the
    history of imports keeps it. A workbook keeps its styles; a file of another format comes back as a new workbook
    with the same lines. Of a file with more than MOST rows there is the list alone, with values as the report has them.
    """
    english = locale.startswith("en")
    listed: list[tuple[str, Remark, object]] = []
    if sum(sheet.get("rows") or 0 for sheet in told.get("sheets", ())) > MOST:
        listed = [(sheet["sheet"], each, each.value) for sheet in told["sheets"] for each in _remarks(sheet)]
        workbook = Workbook()
        _list(workbook, listed, english)
        workbook.remove(workbook.worksheets[0])
        return packed(workbook)
    workbook = _workbook(path)
    for sheet in told.get("sheets", ()):
        page = workbook[sheet["sheet"]] if sheet["sheet"] in workbook.sheetnames else workbook.worksheets[0]
        for remark in _remarks(sheet):
            cell = _cell(page, remark)
            listed.append((page.title, remark, cell.value))
            _mark(cell, remark, english)
    _list(workbook, listed, english)
    return packed(workbook, path if _is_xlsx(path) else None)


def _workbook(path: Path) -> Workbook:
    if not _is_xlsx(path):
        return rebuilt(read(path))
    try:
        return opened(path)
    except FileRefused:
        return rebuilt(read(path))  # read by one library, not by the other: better without styles than not at all


def _is_xlsx(path: Path) -> bool:
    return check(path) == "xlsx"


def _remarks(sheet: Mapping[str, Any]) -> Iterator[Remark]:
    for kind, faults in (("notice", "notices"), ("fault", "faults")):
        yield from (_of_fault(kind, fault) for fault in sheet.get(faults, ()))
    yield from (_of_review(review) for review in sheet.get("reviews", ()))


def _of_fault(kind: str, fault: Mapping[str, Any]) -> Remark:
    column = column_index_from_string(fault["column"]) - 1 if fault["column"] else None
    return Remark(
        kind, fault["line"], column, fault["heading"] or "", fault["message"], fault["advice"], "", fault["value"] or ""
    )


def _of_review(review: Mapping[str, Any]) -> Remark:
    named = "；".join(review["candidates"])
    message = f"{review['message']}：{named}" if named else review["message"]
    return Remark("review", review["line"], None, "", message, review["advice"], review["name"])


def _cell(page: Worksheet, remark: Remark) -> Cell:
    """The cell that a remark is about; of a row the one that holds the name, else its first that holds anything."""
    line = max(remark.line, 1)
    if remark.column is not None:
        return cell_at(page, line, remark.column)
    filled = [cell for cell in page[line] if isinstance(cell, Cell) and cell.value not in (None, "")]
    named = [cell for cell in filled if remark.name and remark.name in text.tidy(cell.value).replace(" ", "")]
    return next(iter(named or filled), cell_at(page, line, 0))


def _mark(cell: Cell, remark: Remark, english: bool) -> None:
    """Colours the cell and leaves a note; what stands in a note there already stays."""
    cell.fill = PatternFill("solid", start_color=_COLOURS[remark.kind], end_color=_COLOURS[remark.kind])
    said = f"{_KINDS[remark.kind][english]}：{remark.message}\n{remark.advice}"
    before = f"{cell.comment.text}\n" if cell.comment is not None else ""
    note = Comment(f"{before}{said}"[:_LONGEST_NOTE], "联户")
    note.width, note.height = _NOTE_WIDTH, _NOTE_HEIGHT
    cell.comment = note


def _list(workbook: Workbook, listed: list[tuple[str, Remark, object]], english: bool) -> None:
    """The last sheet: every remark in the order of sheets and lines, with a link to its cell."""
    for old in [sheet for sheet in workbook.worksheets if sheet.title in RESULTS]:
        workbook.remove(old)
    page = workbook.create_sheet(RESULTS[english])
    for column, (heading, width) in enumerate(zip(_HEADINGS, _WIDTHS, strict=True)):
        put(page, 1, column, heading[english])
        cell_at(page, 1, column).font = Font(bold=True)
        page.column_dimensions[cell_at(page, 1, column).column_letter].width = width
    page.freeze_panes = "A2"
    if not listed:
        put(page, 2, 0, _NOTHING[english])
    for line, (sheet, remark, value) in enumerate(listed, 2):
        _row(page, line, sheet, remark, value, english)
    if listed:
        page.auto_filter.ref = f"A1:H{len(listed) + 1}"


def _row(page: Worksheet, line: int, sheet: str, remark: Remark, value: object, english: bool) -> None:
    letter = "" if remark.column is None else cell_at(page, 1, remark.column).column_letter
    kind = _KINDS[remark.kind][english]
    written = text.tidy(value) or remark.name
    cells = (kind, sheet, remark.line, letter, remark.heading, written, remark.message, remark.advice)
    for column, cell in enumerate(cells):
        put(page, line, column, cell)
        cell_at(page, line, column).alignment = Alignment(wrap_text=True, vertical="top")
    colour = _COLOURS[remark.kind]
    cell_at(page, line, 0).fill = PatternFill("solid", start_color=colour, end_color=colour)
    if page.parent is None or sheet not in page.parent.sheetnames:
        return
    link = cell_at(page, line, 2)
    location = f"{quote_sheetname(sheet)}!{letter or 'A'}{max(remark.line, 1)}"
    link.hyperlink = Hyperlink(ref=link.coordinate, location=location)
    link.font = Font(underline="single", color="FF0563C1")
