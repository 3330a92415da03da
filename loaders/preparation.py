"""The walk from files to a difference: read → recognise → rows → places and people → codes → diff → report."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from database.reading import Reader
from graph_schema.facts import Change
from graph_schema.problems import FileRefused
from graph_schema.values.seal import Seal
from loaders.cells import Management
from loaders.choices import CORRECT, NO_CHOICES, NOW, Choices
from loaders.codes import allot
from loaders.crosstab import spread
from loaders.diff import Meaning, compare
from loaders.draft import Draft, Node
from loaders.ending import end, hand_over, propose
from loaders.faults import Review
from loaders.files.book import Book
from loaders.lending import lend, lending, set_apart
from loaders.organisations import Organisations, beginnings, spellings
from loaders.page import Page, listed
from loaders.people.candidates import Candidates
from loaders.people.holders import Holders
from loaders.people.review import Held
from loaders.places.communities import community_around
from loaders.places.directory import Directory
from loaders.places.placing import fetch_places
from loaders.places.problem import FieldProblem
from loaders.recognise import Leaf, Table, recognise
from loaders.report import Report
from loaders.reporting import report
from loaders.roster import CROSSTAB
from loaders.rows import TypedRow, sort_rows
from loaders.sandbox import read
from loaders.statements import state_row
from loaders.titled import titled
from loaders.uncollected import uncollected

Progress = Callable[[str, int, int], None]  # stage, done, of how many


@dataclass(frozen=True)
class Prepared:
    """What an import would do. `counters` are the Ledger's values that belong to it.

    `answered`: by question the person_id that an answer of `choices` came to.
    """

    changes: tuple[Change, ...]
    report: Report
    counters: Mapping[str, int]
    answered: Mapping[str, str] = field(default_factory=dict)


@uncollected()
def prepare(
    paths: Sequence[Path],
    reader: Reader,
    *,
    import_id: str,
    today: dt.date,
    seal: Seal,
    ledger: Mapping[str, int],
    choices: Choices = NO_CHOICES,
    progress: Progress | None = None,
) -> Prepared:
    """The difference that the files make, and the report on them. Nothing is written.

    Several files are one import: places first, then homes, then rosters of roles, whatever their order.
    `choices` are what persons decided about them.
    """
    tell = progress or (lambda _stage, _done, _total: None)
    refusals: dict[int, FileRefused] = {}
    pages = _read_all(paths, choices, refusals, tell)
    draft = Draft()
    directory = Directory(reader, draft, choices.area)
    candidates = Candidates(draft)
    organisations = Organisations(draft)
    tables = [page for page in pages if page.rows is not None]
    for page in tables:
        page.stated = [] if page.means(NOW, choices) or page.means(CORRECT, choices) else None
    _fetch(tables, reader, candidates, organisations, directory, seal)
    candidates.remembers = any(page.names_by_place for page in tables)
    holders = Holders(candidates, seal, choices.answers, directory)
    _state_all(tables, directory, organisations, holders, import_id, tell)
    counters = allot(draft, candidates.new, reader, ledger)
    lists = [listed(page, pages, choices) for page in tables if page.stated is not None]
    proposals = propose(lists, draft, reader, import_id=import_id, today=today, ends=choices.ends)
    hand_over(proposals)
    corrections = tuple(f"{import_id}/{page.file_number}/" for page in tables if page.means(CORRECT, choices))
    meaning = Meaning(corrections, frozenset(proposal.fact_id for proposal in proposals if proposal.agreed))
    difference = compare(draft, candidates.everybody(), reader, today=today, seal=seal, meaning=meaning)
    proposals = end(proposals, difference.changes, difference.relationships)
    told = report([choices.name(path) for path in paths], pages, refusals, proposals, difference, import_id)
    return Prepared(tuple(difference.changes), told, counters, candidates.by_answers)


def _read_all(paths: Sequence[Path], choices: Choices, refusals: dict[int, FileRefused], tell: Progress) -> list[Page]:
    pages = []
    for number, path in enumerate(paths, 1):
        tell("read", number, len(paths))
        try:
            found = recognise(_book(path, choices.name(path)), choices.layouts)
        except FileRefused as refused:
            refusals[number] = refused
            continue
        if all(isinstance(sheet, Leaf) for sheet in found):
            refusals[number] = FileRefused("file_without_table", file=choices.name(path))
        for sheet_number, sheet in enumerate(found, 1):
            rows = sort_rows(sheet, number, sheet_number) if isinstance(sheet, Table) else None
            pages.append(Page(number, sheet_number, sheet, rows))
        _spread([page for page in pages if page.file_number == number])
    return pages


def _book(path: Path, name: str) -> Book:
    """A file's rows under the name that people know it by, which recognition reads too."""
    try:
        return replace(read(path), file=name)
    except FileRefused as refused:
        raise refused.named(name) from None


def _spread(pages: list[Page]) -> None:
    """The cells of cross-tabs, and people who stand for themselves, become rows; lists of the file lend them phones."""
    phones = lending(page.rows for page in pages if page.rows is not None)
    for page in pages:
        if page.rows is None or not isinstance(page.found, Table):
            continue
        if page.found.roster.shape == CROSSTAB:
            page.rows = spread(page.rows, phones)
            continue
        page.rows = titled(lend(page.rows, phones), page.found)
        if page.found.roster.apart:
            page.rows = set_apart(page.rows)


def _fetch(
    tables: Iterable[Page],
    reader: Reader,
    candidates: Candidates,
    organisations: Organisations,
    directory: Directory,
    seal: Seal,
) -> None:
    """Everyone of the graph that the rows may mean, in a handful of queries."""
    rows = [row for page in tables for row in page.typed]
    claims = [claim for row in rows for claim in row.people]
    candidates.load(reader, {c.name for c in claims}, {seal.digest(c.id.number, "id") for c in claims if c.id})
    parties = {said for row in rows for said in _parties_of(row, directory)}
    awardees = {str(row.values["awardee"]) for row in rows if row.values.get("awardee")}
    organisations.load(reader, "PartyOrg", parties | awardees)
    units = [value for row in rows for name, value in row.values.items() if name.startswith("unit:")]
    companies = {unit.company if isinstance(unit, Management) else str(unit) for unit in units} - {""}
    companies |= {name.replace(" ", "") for name in companies} | awardees
    works = {str(claim.more.get("workplace") or "").replace(" ", "") for claim in claims}
    organisations.load(reader, "Unit", companies | {name for work in works for name in beginnings(work)})
    organisations.load_coded(reader, {str(row.values["uscc"]) for row in rows if row.values.get("uscc")})


def _parties_of(row: TypedRow, directory: Directory) -> Iterator[str]:
    """The party organisations that a row names, also as their community's members may call them."""
    names = [str(value) for name, value in row.values.items() if name.startswith("party:")]
    if not names:
        return
    around = row.places.get("community") or community_around(row, directory)
    within = around.name if isinstance(around, Node) else str(around or "")
    for name in names:
        yield from spellings(name, within)


def _state_all(
    tables: list[Page],
    directory: Directory,
    organisations: Organisations,
    holders: Holders,
    import_id: str,
    tell: Progress,
) -> None:
    ordered = sorted(tables, key=_turn)
    total = sum(len(page.typed) for page in ordered)
    done = 0
    for page in ordered:
        fetch_places(page.typed, directory)
        for row in page.handed_out():
            _state(row, page, directory, organisations, holders, import_id)
            done += 1
            if done % 500 == 0 or done == total:
                tell("rows", done, total)
    directory.last = None  # which holds its table


def _turn(page: Page) -> tuple[object, ...]:
    """Places, homes, roles; then by name, so that the order in which files are named does not matter."""
    table = page.found
    if not isinstance(table, Table):
        raise TypeError("only a table has a turn")
    return table.roster.rank, table.roster.code, table.file, page.sheet_number


def _state(
    row: TypedRow,
    page: Page,
    directory: Directory,
    organisations: Organisations,
    holders: Holders,
    import_id: str,
) -> None:
    try:
        stating = state_row(row, directory, organisations, holders, row.at.source(import_id))
        page.accepted += 1
        page.notices += [row.fault(problem, name) for name, problem in stating.notices]
        if page.stated is not None:
            page.stated.append(stating)
    except FieldProblem as wrong:
        page.refused += 1
        # Each once: the cells of a cross-tab's line share what is wrong with the line.
        page.faults[row.fault(wrong.problem, wrong.field)] = None
    except Held as held:
        page.held.append((held, row.at))


__all__ = ["Prepared", "Progress", "Review", "prepare"]
