"""What became of the pages of an import, as its report."""

from collections.abc import Mapping, Sequence

from graph_schema.problems import FileRefused, ValueProblem
from loaders.diff import Difference
from loaders.ending import Proposal
from loaders.faults import At, Fault
from loaders.meanings import columns_of
from loaders.notices import notices_of
from loaders.page import Page
from loaders.recognise import Leaf, Stranger
from loaders.report import FileReport, Report, SheetReport
from loaders.rows import Sorted


def report(
    names: Sequence[str],
    pages: list[Page],
    refusals: Mapping[int, FileRefused],
    proposals: Sequence[Proposal],
    difference: Difference,
    import_id: str,
) -> Report:
    """Everything about an import; `names` are those of its files, in their order."""
    conflicts = {c.source: c for c in difference.conflicts}
    files = []
    for number, name in enumerate(names, 1):
        sheets = tuple(_sheet(page, conflicts, import_id) for page in pages if page.file_number == number)
        left_out = tuple(proposal for proposal in proposals if proposal.file_number == number)
        files.append(FileReport(name, sheets, refusals.get(number), left_out))
    return Report(import_id, tuple(files), difference.nodes, difference.relationships)


def _sheet(page: Page, conflicts: Mapping[str, object], import_id: str) -> SheetReport:
    found = page.found
    if isinstance(found, Leaf):
        return SheetReport(found.sheet.name, "hidden" if found.sheet.hidden else "without_table")
    at = At("", found.sheet.name, 0, page.file_number, page.sheet_number)
    if isinstance(found, Stranger):
        problem = ValueProblem("roster_unknown", headings="、".join(found.headings), nearest=found.nearest.zh)
        if found.missing:
            problem = ValueProblem("column_missing", value=found.missing)
        fault = Fault.of(problem, _in_line(at, found.header_line))
        return SheetReport(
            found.sheet.name,
            "unknown",
            header_line=found.header_line,
            faults=(fault,),
            shape=found.shape,
            columns=columns_of(found),
        )
    rows = page.rows or Sorted((), (), 0, {})
    header = found.header_lines[-1]
    return SheetReport(
        found.sheet.name,
        "read",
        found.roster.code,
        header,
        rows=page.count,
        accepted=page.accepted,
        refused=rows.refused + page.refused,
        not_data=rows.not_data,
        faults=tuple(sorted((*rows.faults, *page.faults), key=lambda fault: fault.at.line)),
        reviews=tuple(held.review(at) for held, at in page.held),
        notices=(*notices_of(found, at), *page.notices, *_conflicts(page, conflicts, import_id)),
        shape=found.shape,
        columns=columns_of(found),
    )


def _in_line(at: At, line: int) -> At:
    return At(at.file, at.sheet, line, at.file_number, at.sheet_number)


def _conflicts(page: Page, conflicts: Mapping[str, object], import_id: str) -> tuple[Fault, ...]:
    found = []
    for row in page.typed if conflicts else ():
        conflict = conflicts.get(row.at.source(import_id))
        if conflict is not None:
            problem = ValueProblem(
                "value_conflict", value=getattr(conflict, "name", ""), other=getattr(conflict, "other", "")
            )
            found.append(row.fault(problem, next(iter(row.table.layout.people), "")))
    return tuple(found)
