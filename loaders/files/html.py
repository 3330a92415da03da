"""An HTML page that a program saved as .xls: its tables as sheets. Scripts, links and pictures are text at most."""

from html.parser import HTMLParser
from pathlib import Path

from graph_schema.problems import FileRefused
from loaders.files.book import Book, Merge, Row, Sheet
from loaders.files.encoding import decode

_MOST_CELLS = 6_000_000
_WIDEST, _TALLEST = 1_000, 100_000  # of a merged cell
_DEEPEST = 20  # tables within tables
_SILENT = frozenset(("script", "style", "head", "title", "template", "noscript"))
_BREAKS = frozenset(("br", "p", "div", "li"))
_VOID = frozenset(("br", "img", "hr", "meta", "link", "input", "col"))


class TooMuch(Exception):
    """More cells than a roster has."""


def read_html(path: Path) -> Book:
    """A sheet per table; the n-th row of a table is its line n. Raises FileRefused."""
    text = decode(path.read_bytes(), declared=True)
    if text is None:
        raise FileRefused("file_corrupt", file=path.name)
    parser = _Tables()
    try:
        parser.feed(text)
        parser.close()
    except (TooMuch, RecursionError):
        raise FileRefused("file_expands_too_much", file=path.name) from None
    tables = [table for table in parser.done if table.rows]
    if not tables:
        raise FileRefused("file_not_a_workbook", file=path.name)
    names = [""] if len(tables) == 1 else [f"表{number}" for number in range(1, len(tables) + 1)]
    return Book(path.name, tuple(table.sheet(name) for name, table in zip(names, tables, strict=True)))


class _Table:
    """A table while it is read. Cells lie where the spans of earlier ones leave room."""

    def __init__(self) -> None:
        self.rows: dict[int, dict[int, str]] = {}
        self.merges: list[Merge] = []
        self.line = 0
        self.hidden: set[int] = set()
        self._column = 0
        self._spans: dict[int, int] = {}  # column → last line that a cell from above reaches
        self._text: list[str] | None = None
        self._span = (1, 1)

    def begin_row(self) -> None:
        self.end_cell()
        self.line += 1
        self._column = 0

    def begin_cell(self, wide: int, tall: int) -> None:
        self.end_cell()
        self.line = self.line or 1
        self._text, self._span = [], (wide, tall)

    def say(self, text: str) -> None:
        if self._text is not None:
            self._text.append(text)

    def end_cell(self) -> int:
        """How many columns the cell took; 0 where none was open."""
        if self._text is None:
            return 0
        while self._spans.get(self._column, 0) >= self.line:
            self._column += 1
        wide, tall = self._span
        written = "".join(self._text).strip()
        if written:
            self.rows.setdefault(self.line, {})[self._column] = written
        if wide > 1 or tall > 1:
            bottom, right = self.line + tall - 1, self._column + wide - 1
            self.merges.append(Merge(self.line, self._column, bottom, right))
            self._spans |= dict.fromkeys(range(self._column, right + 1), bottom)
        self._column += wide
        self._text = None
        return wide

    def sheet(self, name: str) -> Sheet:
        rows = tuple(Row(line, _filled_up(cells)) for line, cells in sorted(self.rows.items()))
        return Sheet(name, rows, tuple(self.merges), hidden_lines=frozenset(self.hidden))


class _Tables(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.done: list[_Table] = []
        self._open: list[_Table] = []
        self._silent = 0
        self._cells = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self._silent += 1
        elif tag == "table":
            self._begin_table()
        elif self._open:
            self._inside(tag, dict(attrs))

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        elif tag == "table" and self._open:
            self._open.pop().end_cell()
        elif tag in ("td", "th", "tr") and self._open:
            self._count(self._open[-1].end_cell())

    def handle_data(self, data: str) -> None:
        if self._open and not self._silent:
            self._open[-1].say(" ".join(data.split()) if data.strip() else " " if data else "")

    def _begin_table(self) -> None:
        if len(self._open) >= _DEEPEST:
            raise TooMuch
        table = _Table()
        self.done.append(table)
        self._open.append(table)

    def _inside(self, tag: str, attributes: dict[str, str | None]) -> None:
        table = self._open[-1]
        if tag == "tr":
            table.begin_row()
            if "display:none" in (attributes.get("style") or "").replace(" ", "").lower():
                table.hidden.add(table.line)
        elif tag in ("td", "th"):
            wide = _number(attributes.get("colspan"), _WIDEST)
            self._count(table.end_cell())
            table.begin_cell(wide, _number(attributes.get("rowspan"), _TALLEST))
        elif tag in _BREAKS:
            table.say("\n")

    def _count(self, cells: int) -> None:
        self._cells += cells
        if self._cells > _MOST_CELLS:
            raise TooMuch


def _number(written: str | None, most: int) -> int:
    plain = (written or "").strip()
    return min(max(int(plain[:9]), 1), most) if plain.isdecimal() and plain.isascii() else 1


def _filled_up(cells: dict[int, str]) -> tuple[str, ...]:
    return tuple(cells.get(column, "") for column in range(max(cells) + 1))
