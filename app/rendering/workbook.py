"""An answer as a workbook: text stays text, whatever it begins with, and the sheet says what and when it is."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from xlsxwriter import Workbook

from app.rendering.answer import in_words

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

    from app.rendering.asked import Notes
    from queries.answer import Answer

MIMETYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_TEXT_AS_TEXT = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}
_LONGEST_TEXT = 32_767  # what a cell can hold
_WIDEST, _NARROWEST = 48, 8  # characters


def as_workbook(answer: Answer, title: str, told: Notes, locale: str) -> bytes:
    """The whole file: title, when and what for, headings, rows."""
    file = io.BytesIO()
    with Workbook(file, _TEXT_AS_TEXT) as book:
        sheet = book.add_worksheet()
        bold, wrapped = book.add_format({"bold": True}), book.add_format({"text_wrap": True, "valign": "top"})
        above = [title, told.made, *told.below]
        for line, text in enumerate(above):
            sheet.write_string(line, 0, text, bold if line == 0 else None)
        _rows(sheet, len(above), answer, locale, (bold, wrapped))
        _for_print(sheet, len(above), told)
    return file.getvalue()


def _rows(sheet: Worksheet, start: int, answer: Answer, locale: str, formats: tuple[Any, Any]) -> None:
    heads = [column.title.text(locale) for column in answer.columns]
    widths = [_width(head) for head in heads]
    for column, head in enumerate(heads):
        sheet.write_string(start, column, head, formats[0])
    for line, row in enumerate(in_words(answer, locale), start + 1):
        for column, value in enumerate(row):
            _write(sheet, line, column, value, formats[1])
            widths[column] = max(widths[column], _width(value))
    for column, width in enumerate(widths):
        sheet.set_column(column, column, min(max(width, _NARROWEST), _WIDEST))


def _write(sheet: Worksheet, line: int, column: int, value: Any, wrapped: Any) -> None:
    if value is None or value == "":
        return
    if isinstance(value, int | float) and not isinstance(value, bool):
        sheet.write_number(line, column, value)
    else:
        sheet.write_string(line, column, str(value)[:_LONGEST_TEXT], wrapped)


def _for_print(sheet: Worksheet, head: int, told: Notes) -> None:
    """A4, as wide as the paper, the headings on every page and the watermark under each."""
    sheet.set_paper(9)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.freeze_panes(head + 1, 0)
    sheet.repeat_rows(head)
    # An & begins a code in a footer, and 255 characters are all it holds.
    sheet.set_footer(f"&L{(told.watermark or told.made).replace('&', '&&')[:230]}&R&P/&N")


def _width(value: Any) -> int:
    """A Chinese character is as wide as two."""
    return sum(2 if ord(sign) > 0x2E80 else 1 for sign in str(value if value is not None else "")) + 2
