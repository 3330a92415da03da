"""Rows as CSV that Excel opens rightly: UTF-8 with its mark, and no cell that a spreadsheet takes for a formula."""

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Any

MARK = "\ufeff"
_FORMULAS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def csv_text(heads: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    """The whole file, one line a row."""
    written = io.StringIO()
    lines = csv.writer(written, lineterminator="\r\n")
    lines.writerows([cell(value) for value in row] for row in (heads, *rows))
    return MARK + written.getvalue()


def cell(value: Any) -> Any:
    """A number as it is; everything else as text that a spreadsheet takes for text."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, int | float):
        return value
    text = str(value)
    return f"'{text}" if text.startswith(_FORMULAS) else text
