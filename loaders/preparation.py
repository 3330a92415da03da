"""The walk from files to a difference: read → recognise → rows → places and people → codes → diff → report."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from database.reading import Reader
from graph_schema.facts import Change
from graph_schema.problems import FileRefused, ValueProblem
from graph_schema.values.seal import Seal
from loaders.cells import Management
from loaders.codes import allot
from loaders.crosstab import lending, spread
from loaders.diff import Difference, compare
from loaders.draft import Draft
from loaders.faults import At, Fault, Review
from loaders.files.book import column_letter
from loaders.organisations import Organisations, beginnings
from loaders.people.candidates import Candidates
from loaders.people.holders import Holders
from loaders.people.review import Held
from loaders.places.directory import Directory
from loaders.places.placing import fetch_places
from loaders.places.problem import FieldProblem
from loaders.read import read
from loaders.recognise import Leaf, Recognised, Stranger, Table, recognise
from loaders.report import FileReport, Report, SheetReport
from loaders.roster import CROSSTAB
from loaders.rows import Sorted, TypedRow, sort_rows
from loaders.statements import state_row

Progress = Callable[[str, int, int], None]  # stage, done, of how many


@dataclass(frozen=True)
class Prepared:
    """What an import would do. `counters` are the Ledger's values that belong to it."""

    changes: tuple[Change, ...]
    report: Report
    counters: Mapping[str, int]


@dataclass
class _Page:
    """A sheet on its way: what it is, its rows, and what came of them."""

    file_number: int
    sheet_number: int
    found: Recognised
    rows: Sorted | None = None
    faults: list[Fault] = field(default_factory=list)
    notices: list[Fault] = field(default_factory=list)
    held: list[tuple[Held, At]] = field(default_factory=list)
    refused: int = 0
    accepted: int = 0


def prepare(
    paths: Sequence[Path],
    reader: Reader,
    *,
    import_id: str,
    today: dt.date,
    seal: Seal,
    ledger: Mapping[str, int],
    answers: Mapping[str, str] | None = None,
    area: str = "",
    progress: Progress | None = None,
) -> Prepared:
    """The difference that the files make, and the report on them. Nothing is written.

    Several files are one import: places first, then homes, then rosters of roles, whatever their order.
    `answers` are remembered decisions on reviews: key → person_id, or "new". `area` is the code of the county, town
    or community that the files are about: a namesake of its communities elsewhere is then never meant.
    """
    tell = progress or (lambda _stage, _done, _total: None)
    refusals: dict[int, FileRefused] = {}
    pages = _read_all(paths, refusals, tell)
    draft = Draft()
    directory = Directory(reader, draft, area)
    candidates = Candidates(draft)
    organisations = Organisations(draft)
    tables = [page for page in pages if page.rows is not None]
    _fetch(tables, reader, candidates, organisations, seal)
    holders = Holders(candidates, seal, answers or {}, directory)
    _state_all(tables, directory, organisations, holders, import_id, tell)
    counters = allot(draft, candidates.new, reader, ledger)
    difference = compare(draft, candidates.everybody(), reader, today=today, seal=seal)
    report = _report(paths, pages, refusals, difference, import_id)
    return Prepared(tuple(difference.changes), report, counters)


def _read_all(paths: Sequence[Path], refusals: dict[int, FileRefused], tell: Progress) -> list[_Page]:
    pages = []
    for number, path in enumerate(paths, 1):
        tell("read", number, len(paths))
        try:
            found = recognise(read(path))
        except FileRefused as refused:
            refusals[number] = refused
            continue
        if all(isinstance(sheet, Leaf) for sheet in found):
            refusals[number] = FileRefused("file_without_table", file=path.name)
        for sheet_number, sheet in enumerate(found, 1):
            rows = sort_rows(sheet, number, sheet_number) if isinstance(sheet, Table) else None
            pages.append(_Page(number, sheet_number, sheet, rows))
        _spread([page for page in pages if page.file_number == number])
    return pages


def _spread(pages: list[_Page]) -> None:
    """The cells of cross-tabs become rows; lists of the same file lend them phones."""
    phones = lending(page.rows for page in pages if page.rows is not None)
    for page in pages:
        if page.rows is not None and isinstance(page.found, Table) and page.found.roster.shape == CROSSTAB:
            page.rows = spread(page.rows, phones)


def _fetch(
    tables: Iterable[_Page],
    reader: Reader,
    candidates: Candidates,
    organisations: Organisations,
    seal: Seal,
) -> None:
    """Everyone of the graph that the rows may mean, in a handful of queries."""
    rows = [row for page in tables for row in _typed(page)]
    claims = [claim for row in rows for claim in row.people]
    candidates.load(reader, {c.name for c in claims}, {seal.digest(c.id.number, "id") for c in claims if c.id})
    parties = {str(value) for row in rows for name, value in row.values.items() if name.startswith("party:")}
    organisations.load(reader, "PartyOrg", parties)
    units = [value for row in rows for name, value in row.values.items() if name.startswith("unit:")]
    companies = {unit.company if isinstance(unit, Management) else str(unit) for unit in units} - {""}
    works = {str(claim.more.get("workplace") or "").replace(" ", "") for claim in claims}
    organisations.load(reader, "Unit", companies | {name for work in works for name in beginnings(work)})


def _state_all(
    tables: list[_Page],
    directory: Directory,
    organisations: Organisations,
    holders: Holders,
    import_id: str,
    tell: Progress,
) -> None:
    ordered = sorted(tables, key=_turn)
    total = sum(len(_typed(page)) for page in ordered)
    done = 0
    for page in ordered:
        fetch_places(_typed(page), directory)
        for row in _typed(page):
            _state(row, page, directory, organisations, holders, import_id)
            done += 1
            if done % 500 == 0 or done == total:
                tell("rows", done, total)


def _turn(page: _Page) -> tuple[object, ...]:
    """Places, homes, roles; then by name, so that the order in which files are named does not matter."""
    table = page.found
    if not isinstance(table, Table):
        raise TypeError("only a table has a turn")
    return table.roster.rank, table.roster.code, table.file, page.sheet_number


def _state(
    row: TypedRow,
    page: _Page,
    directory: Directory,
    organisations: Organisations,
    holders: Holders,
    import_id: str,
) -> None:
    try:
        notices = state_row(row, directory, organisations, holders, row.at.source(import_id))
        page.accepted += 1
        page.notices += [row.fault(problem, name) for name, problem in notices]
    except FieldProblem as wrong:
        page.refused += 1
        fault = row.fault(wrong.problem, wrong.field)
        if fault not in page.faults:  # the cells of a cross-tab's line share what is wrong with the line
            page.faults.append(fault)
    except Held as held:
        page.held.append((held, row.at))


def _typed(page: _Page) -> tuple[TypedRow, ...]:
    return page.rows.typed if page.rows else ()


def _report(
    paths: Sequence[Path],
    pages: list[_Page],
    refusals: Mapping[int, FileRefused],
    difference: Difference,
    import_id: str,
) -> Report:
    conflicts = {c.source: c for c in difference.conflicts}
    files = []
    for number, path in enumerate(paths, 1):
        sheets = tuple(_sheet(page, conflicts, import_id) for page in pages if page.file_number == number)
        files.append(FileReport(path.name, sheets, refusals.get(number)))
    return Report(import_id, tuple(files), difference.nodes, difference.relationships)


def _sheet(page: _Page, conflicts: Mapping[str, object], import_id: str) -> SheetReport:
    found = page.found
    if isinstance(found, Leaf):
        return SheetReport(found.sheet.name, "hidden" if found.sheet.hidden else "without_table")
    at = At("", found.sheet.name, 0, page.file_number, page.sheet_number)
    if isinstance(found, Stranger):
        problem = ValueProblem("roster_unknown", headings="、".join(found.headings), nearest=found.nearest.zh)
        fault = Fault.of(problem, _in_line(at, found.header_line))
        return SheetReport(found.sheet.name, "unknown", header_line=found.header_line, faults=(fault,))
    rows = page.rows or Sorted((), (), 0, {})
    header = found.header_lines[-1]
    return SheetReport(
        found.sheet.name,
        "read",
        found.roster.code,
        header,
        rows=len(rows.typed) + rows.refused,
        accepted=page.accepted,
        refused=rows.refused + page.refused,
        not_data=rows.not_data,
        faults=tuple(sorted((*rows.faults, *page.faults), key=lambda fault: fault.at.line)),
        reviews=tuple(held.review(at) for held, at in page.held),
        notices=(*_unused(found, at), *page.notices, *_conflicts(page, conflicts, import_id)),
    )


def _in_line(at: At, line: int) -> At:
    return At(at.file, at.sheet, line, at.file_number, at.sheet_number)


def _unused(table: Table, at: At) -> tuple[Fault, ...]:
    """Columns that nobody reads: told, never dropped in silence."""
    return tuple(
        Fault.of(
            ValueProblem("column_unknown", value=table.layout.headings[column]),
            _in_line(at, table.header_lines[-1]),
            column_letter(column),
            table.layout.headings[column],
        )
        for column in table.layout.unknown
    )


def _conflicts(page: _Page, conflicts: Mapping[str, object], import_id: str) -> tuple[Fault, ...]:
    found = []
    for row in _typed(page):
        conflict = conflicts.get(row.at.source(import_id))
        if conflict is not None:
            problem = ValueProblem(
                "value_conflict", value=getattr(conflict, "name", ""), other=getattr(conflict, "other", "")
            )
            found.append(row.fault(problem, next(iter(row.table.layout.people), "")))
    return tuple(found)


__all__ = ["Prepared", "Progress", "Review", "prepare"]
