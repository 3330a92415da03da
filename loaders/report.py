"""What an import found and would do: as the JSON of `flask load --json`, and as text for the terminal."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from graph_schema.problems import PROBLEMS, Refusal, ValueProblem
from loaders.ending import Proposal
from loaders.faults import Fault, Review
from loaders.meanings import ColumnMeaning
from loaders.sources import ROSTERS


@dataclass(frozen=True)
class SheetReport:
    """One sheet: its roster ("" where nobody reads it), its rows, and what is wrong with them.

    `state`: read · hidden · without_table · unknown. `notices` are faults that refuse nothing. `shape`: what tables of
    the same headings have in common, by which a correction is remembered. `columns`: what each is understood as.
    """

    sheet: str
    state: str
    roster: str = ""
    header_line: int | None = None
    rows: int = 0
    accepted: int = 0
    refused: int = 0
    not_data: Mapping[str, int] = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()
    reviews: tuple[Review, ...] = ()
    notices: tuple[Fault, ...] = ()
    shape: str = ""
    columns: tuple[ColumnMeaning, ...] = ()

    @property
    def held(self) -> int:
        """How many rows wait for a decision."""
        return len(self.reviews)

    @property
    def skipped(self) -> int:
        """Rows below the header that are no data: totals, notes, signatures, section rows."""
        return sum(count for kind, count in self.not_data.items() if kind not in ("title", "header", "blank"))


@dataclass(frozen=True)
class FileReport:
    """One file: why it was refused as a whole, or its sheets. `proposals`: what it leaves out, as perhaps ended."""

    file: str
    sheets: tuple[SheetReport, ...] = ()
    refusal: Refusal | None = None
    proposals: tuple[Proposal, ...] = ()


@dataclass(frozen=True)
class Report:
    """Everything about one import, files in the order given."""

    import_id: str
    files: tuple[FileReport, ...]
    nodes: Mapping[tuple[str, str], int] = field(default_factory=dict)
    relationships: Mapping[tuple[str, str], int] = field(default_factory=dict)

    @property
    def sheets(self) -> Iterator[SheetReport]:
        """Every sheet of every file."""
        return (sheet for file in self.files for sheet in file.sheets)

    @property
    def faults(self) -> tuple[Fault, ...]:
        """Every fault that refuses a row or a sheet."""
        return tuple(fault for sheet in self.sheets for fault in sheet.faults)

    @property
    def reviews(self) -> tuple[Review, ...]:
        """Every row that waits for a decision."""
        return tuple(review for sheet in self.sheets for review in sheet.reviews)

    @property
    def refusals(self) -> tuple[Refusal, ...]:
        """Why files were refused as a whole."""
        return tuple(file.refusal for file in self.files if file.refusal is not None)

    @property
    def clean(self) -> bool:
        """Whether nothing was refused and nothing waits."""
        return not (self.faults or self.reviews or self.refusals)

    @property
    def changes_nothing(self) -> bool:
        """Whether the graph says all of it already."""
        counts = (*self.nodes.items(), *self.relationships.items())
        return not any(count for (_, kind), count in counts if kind != "same")

    def json(self, locale: str = "zh") -> dict[str, Any]:
        """The document of `flask load --json`, without what applying it adds."""
        return {
            "import": self.import_id,
            "files": [_file(file, locale) for file in self.files],
            "difference": {
                "nodes": _counts(self.nodes, ("created", "changed", "same")),
                "relationships": _counts(self.relationships, ("created", "changed", "ended", "same")),
            },
        }

    def text(self, locale: str = "zh") -> str:
        """For the terminal: files, what is wrong with which cell and what to do, then the difference."""
        return "\n".join(_lines(self, _ENGLISH if locale.startswith("en") else _CHINESE, locale))


def _file(file: FileReport, locale: str) -> dict[str, Any]:
    document: dict[str, Any] = {"file": file.file, "sheets": [_sheet(sheet, locale) for sheet in file.sheets]}
    document["proposals"] = [_proposal(proposal) for proposal in file.proposals]
    if file.refusal is not None:
        document["problem"] = file.refusal.code
        document["message"] = file.refusal.what_en if _is_english(locale) else file.refusal.what_zh
        document["advice"] = file.refusal.advice_en if _is_english(locale) else file.refusal.advice_zh
    return document


def _sheet(sheet: SheetReport, locale: str) -> dict[str, Any]:
    return {
        "sheet": sheet.sheet,
        "state": sheet.state,
        "roster": sheet.roster or None,
        "header_line": sheet.header_line,
        "rows": sheet.rows,
        "accepted": sheet.accepted,
        "refused": sheet.refused,
        "held": sheet.held,
        "skipped": sheet.skipped,
        "not_data": dict(sheet.not_data),
        "faults": [_fault(fault, locale) for fault in sheet.faults],
        "reviews": [_review(review, locale) for review in sheet.reviews],
        "notices": [_fault(fault, locale) for fault in sheet.notices],
        "shape": sheet.shape or None,
        "columns": [_column(column, locale) for column in sheet.columns],
    }


def _proposal(proposal: Proposal) -> dict[str, Any]:
    """`until` is the first day on which it would not hold any more; `agreed`: this import ends it."""
    return {
        "fact_id": proposal.fact_id,
        "role": proposal.role,
        "person_id": proposal.person_id,
        "name": proposal.name,
        "target": proposal.target,
        "since": proposal.since or None,
        "source": proposal.source,
        "until": proposal.until.isoformat(),
        "agreed": proposal.agreed,
    }


def _column(column: ColumnMeaning, locale: str) -> dict[str, Any]:
    meaning = column.en if _is_english(locale) else column.zh
    return {
        "letter": column.letter,
        "heading": column.heading,
        "field": column.field or None,
        "meaning": meaning or None,
    }


def _fault(fault: Fault, locale: str) -> dict[str, Any]:
    english = _is_english(locale)
    return {
        "line": fault.at.line,
        "column": fault.column or None,
        "heading": fault.heading or None,
        "value": fault.value,
        "problem": fault.problem,
        "message": fault.message_en if english else fault.message_zh,
        "advice": fault.advice_en if english else fault.advice_zh,
    }


def _review(review: Review, locale: str) -> dict[str, Any]:
    said = ValueProblem(review.problem, value=review.name)
    return {
        "line": review.at.line,
        "name": review.name,
        "problem": review.problem,
        "key": review.key,
        "candidates": [described for _, described in review.candidates],
        "candidate_ids": [person_id for person_id, _ in review.candidates],
        "where": review.where,
        "sides": [asdict(side) for side in review.sides],
        "message": said.what_en if _is_english(locale) else said.what_zh,
        "advice": said.advice_en if _is_english(locale) else said.advice_zh,
    }


def _counts(counts: Mapping[tuple[str, str], int], kinds: tuple[str, ...]) -> dict[str, dict[str, int]]:
    names = sorted({name for (name, _), count in counts.items() if count})
    return {name: {kind: counts.get((name, kind), 0) for kind in kinds} for name in names}


def _is_english(locale: str) -> bool:
    return locale.startswith("en")


_CHINESE = {
    "read": "  {sheet}：{roster}，表头第{header}行，{rows}行数据：接受{accepted}，拒绝{refused}，"
    "待核对{held}，非数据行{skipped}",
    "hidden": "  {sheet}：隐藏的工作表，未读",
    "without_table": "  {sheet}：没有表格，跳过",
    "unknown": "  {sheet}：认不出的表格",
    "row": "    第{line}行 {column}“{heading}” {message}。{advice}",
    "sheet": "    第{line}行 {message}。{advice}",
    "review": "    第{line}行 {message}：{candidates}",
    "created": "新增",
    "changed": "更改",
    "ended": "结束",
    "same": "不变",
    "nothing": "没有变化。",
    "colon": "：",
}
_ENGLISH = {
    "read": "  {sheet}: {roster}, header in line {header}, {rows} rows: {accepted} accepted, {refused} refused, "
    "{held} held for review, {skipped} not data",
    "hidden": "  {sheet}: hidden, not read",
    "without_table": "  {sheet}: no table, skipped",
    "unknown": "  {sheet}: a table that no roster knows",
    "row": "    line {line} {column} “{heading}”: {message}. {advice}",
    "sheet": "    line {line}: {message}. {advice}",
    "review": "    line {line}: {message}: {candidates}",
    "created": "created",
    "changed": "changed",
    "ended": "ended",
    "same": "same",
    "nothing": "Nothing changes.",
    "colon": ": ",
}


def _lines(report: Report, words: Mapping[str, str], locale: str) -> Iterator[str]:
    english = _is_english(locale)
    for file in report.files:
        yield file.file
        if file.refusal is not None:
            yield "  " + file.refusal.message(locale)
        for sheet in file.sheets:
            yield _sheet_line(sheet, words, english)
            for fault in (*sheet.faults, *sheet.notices):
                message, advice = (
                    (fault.message_en, fault.advice_en) if english else (fault.message_zh, fault.advice_zh)
                )
                template = words["row"] if fault.column else words["sheet"]
                yield template.format(
                    line=fault.at.line, column=fault.column, heading=fault.heading, message=message, advice=advice
                )
            for review in sheet.reviews:
                problem = PROBLEMS[review.problem]
                message = problem.told(problem.en if english else problem.zh, {"value": review.name})
                named = "；".join(described for _, described in review.candidates)
                yield words["review"].format(line=review.at.line, message=message, candidates=named)
    yield from _difference_lines(report, words)


def _sheet_line(sheet: SheetReport, words: Mapping[str, str], english: bool) -> str:
    roster = ROSTERS.get(sheet.roster)
    return words[sheet.state].format(
        sheet=sheet.sheet or "CSV",
        roster=(roster.en if english else roster.zh) if roster else "",
        header=sheet.header_line,
        rows=sheet.rows,
        accepted=sheet.accepted,
        refused=sheet.refused,
        held=sheet.held,
        skipped=sheet.skipped,
    )


def _difference_lines(report: Report, words: Mapping[str, str]) -> Iterator[str]:
    if report.changes_nothing:
        yield words["nothing"]
    together: Counter[tuple[str, str]] = Counter(dict(report.nodes))
    together.update(report.relationships)
    for name in sorted({name for name, _ in together}):
        kinds = (kind for kind in ("created", "changed", "ended", "same") if together[name, kind])
        said = " ".join(f"{words[kind]} {together[name, kind]}" for kind in kinds)
        yield f"  {name}{words['colon']}{said}"
