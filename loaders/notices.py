"""What is told about a table although it refuses nothing: columns that nobody reads, hidden rows, vacant posts."""

from collections.abc import Iterator

from graph_schema.problems import ValueProblem
from graph_schema.values import text
from loaders.faults import At, Fault
from loaders.files.book import column_letter
from loaders.recognise import Table

_MOST_VACANT = 200  # told one by one


def notices_of(table: Table, at: At) -> tuple[Fault, ...]:
    """In the order of columns and lines. `at` is the table's place, without a line."""
    return (*_unused(table, at), *_hidden(table, at), *_vacant(table, at))


def _unused(table: Table, at: At) -> Iterator[Fault]:
    """Columns that nobody reads: told, never dropped in silence."""
    for column in table.layout.unknown:
        heading = table.layout.headings[column].replace("\n", "")
        yield _notice("column_unknown", heading, at, table.header_lines[-1], column, heading)


def _hidden(table: Table, at: At) -> Iterator[Fault]:
    lines = sorted(row.line for row in table.body if row.line in table.sheet.hidden_lines)
    if lines:
        yield Fault.of(ValueProblem("rows_hidden", value=len(lines)), _in_line(at, lines[0]))


def _vacant(table: Table, at: At) -> Iterator[Fault]:
    """Posts of which a row says that nobody holds them: no fault, and more than a blank cell says."""
    columns = [column for post, column in table.layout.people.items() if table.roster.post(post).role]
    told = 0
    for row in table.body if columns else ():
        for column in columns:
            if text.is_vacant(row.cell(column)) and told < _MOST_VACANT:
                told += 1
                heading = table.layout.headings[column].replace("\n", "")
                yield _notice("post_vacant", text.tidy(row.cell(column)), at, row.line, column, heading)


def _notice(code: str, value: str, at: At, line: int, column: int, heading: str) -> Fault:
    return Fault.of(ValueProblem(code, value=value), _in_line(at, line), column_letter(column), heading)


def _in_line(at: At, line: int) -> At:
    return At(at.file, at.sheet, line, at.file_number, at.sheet_number)
