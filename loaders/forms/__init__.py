"""The same headings backwards: somebody else's blank form, filled from the graph for a place."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from openpyxl.worksheet.worksheet import Worksheet

from database.reading import Reader
from graph_schema.problems import FileRefused, ValueProblem
from graph_schema.sensitivity import Sight
from graph_schema.values.moment import Moment
from graph_schema.values.seal import Seal
from loaders.files.book import Book, column_letter
from loaders.files.checks import check
from loaders.files.original import opened, packed
from loaders.forms import sheet as sheets
from loaders.forms.asking import Asking
from loaders.forms.elsewhere import known_elsewhere
from loaders.forms.given import given, left_over
from loaders.forms.line import refuse_more
from loaders.forms.lines import lines_of
from loaders.forms.showing import Cells, Showing
from loaders.forms.where import find_place, of_sheet
from loaders.read import read
from loaders.recognise import Stranger, Table, recognise

UNKNOWN, NOTHING, HIDDEN = "unknown", "nothing", "hidden"  # why a column stays empty


@dataclass(frozen=True)
class Column:
    """A column of the form: its sheet, letter and heading. `why` it stays empty: nobody knows what it is (unknown),
    the graph has nothing for it (nothing), or the viewer may not see it (hidden).
    """

    sheet: str
    letter: str
    heading: str
    why: str = ""


@dataclass(frozen=True)
class Filled:
    """A filled form. `rows`: how many lines were filled in; `left_over`: how many more the graph has, where the form
    says itself which places it is about. `rosters`: codes of what its tables were taken for.
    """

    content: bytes
    filled_columns: tuple[Column, ...]
    empty_columns: tuple[Column, ...]
    rows: int
    rosters: tuple[str, ...] = ()
    left_over: int = 0


@dataclass(frozen=True)
class _Part:
    """What came of one table."""

    columns: tuple[Column, ...]
    rows: int
    left_over: int


def fill(
    path: Path, reader: Reader, place: str, sight: Sight, at: Moment, seal: Seal | None = None, name: str = ""
) -> Filled:
    """The form with what the graph knows of a place at a moment, as the viewer may see it.

    `name`: what people call the file, where it lies under another name; it may say which community it is about.

    Styles, widths, merged cells and drop-downs stay; a text is written as a text whatever it begins with. Raises
    FileRefused or roster_unknown where the form cannot be read, NotFound where there is no such place in sight.
    """
    book = replace(read(path), file=name or path.name)
    if check(path) != "xlsx":
        raise FileRefused("file_not_a_workbook", file=path.name)
    tables = _tables(book)
    asking = Asking(reader, find_place(reader, place, sight), at)
    workbook = opened(path)
    parts = [
        _fill(table, workbook[table.sheet.name], _until(table, tables), asking, Showing(sight, seal, table.layout))
        for table in reversed(tables)  # rows that are made move what stands below them
    ]
    columns = [column for part in reversed(parts) for column in part.columns]
    return Filled(
        packed(workbook, path),
        tuple(column for column in columns if not column.why),
        tuple(column for column in columns if column.why),
        sum(part.rows for part in parts),
        tuple(table.roster.code for table in tables),
        sum(part.left_over for part in parts),
    )


def _tables(book: Book) -> list[Table]:
    found = recognise(book)
    tables = [table for table in found if isinstance(table, Table)]
    if tables:
        return tables
    stranger = next((each for each in found if isinstance(each, Stranger)), None)
    if stranger is None:
        raise FileRefused("file_without_table", file=book.file)
    raise ValueProblem("roster_unknown", headings="、".join(stranger.headings), nearest=stranger.nearest.zh)


def _until(table: Table, tables: Sequence[Table]) -> int | None:
    """The last line that belongs to a table; None where nothing stands below it on its sheet."""
    begins = [
        other.sheet.rows[0].line
        for other in tables
        if other is not table
        and other.sheet.name == table.sheet.name
        and other.header_lines[0] > table.header_lines[-1]
    ]
    return min(begins) - 1 if begins else None


def _fill(table: Table, page: Worksheet, until: int | None, asking: Asking, showing: Showing) -> _Part:
    lines = showing.visible(of_sheet(lines_of(table, asking), table, asking.reader))
    refuse_more(len(lines))
    cells: Sequence[Cells] = showing.cells(lines)
    before = given(table, cells)
    if before:
        sheets.complete(page, before)
        more, cells = left_over(table, cells), [row for row in before.values() if row]
    else:
        sheets.write(page, sheets.body_of(table, page, until), cells)
        more = 0
    return _Part(tuple(_columns(table, cells, showing.hidden(lines))), len(cells), more)


def _columns(table: Table, cells: Sequence[Cells], hidden: frozenset[int]) -> Iterator[Column]:
    """Every column that people are to fill in, with why it is empty; one for numbering is none."""
    counted = sheets.counted(table)
    filled = {column for row in cells for column, value in row.items() if value is not None}
    for column, heading in sorted(table.layout.headings.items()):
        if column in counted:
            continue
        used = table.layout.used | table.layout.crossings.keys() | known_elsewhere(table.layout).keys()
        unknown = column not in used
        why = UNKNOWN if unknown else HIDDEN if column in hidden else NOTHING if column not in filled else ""
        yield Column(table.sheet.name, column_letter(column), heading.split("\n")[0], why)
