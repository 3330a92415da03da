"""A sheet on its way through an import: what it is, its rows, and what came of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from loaders.choices import CORRECT, Choices
from loaders.cover import Listed, words_of
from loaders.faults import At, Fault
from loaders.files.book import Row
from loaders.people.review import Held
from loaders.recognise import Recognised, Stranger, Table
from loaders.rows import Sorted, TypedRow
from loaders.themes.stating import Stating


@dataclass
class Page:
    """A sheet, or one of its tables. `stated`: its rows as they were understood, where they are asked for later."""

    file_number: int
    sheet_number: int
    found: Recognised
    rows: Sorted | None = None
    faults: dict[Fault, None] = field(default_factory=dict)
    notices: list[Fault] = field(default_factory=list)
    held: list[tuple[Held, At]] = field(default_factory=list)
    stated: list[Stating] | None = None
    refused: int = 0
    accepted: int = 0
    let_go: int = 0

    @property
    def typed(self) -> tuple[TypedRow, ...]:
        """Its rows that could be read."""
        return self.rows.typed if self.rows else ()

    @property
    def count(self) -> int:
        """How many rows it has, refused ones too."""
        return self.let_go + len(self.typed) + (self.rows.refused if self.rows else 0)

    def handed_out(self) -> Iterator[TypedRow]:
        """Its rows that could be read. Those of a list without posts, of residents, are many, and let go one by one."""
        table, rows = self.found, self.rows
        if rows is None or not isinstance(table, Table) or any(p.role or p.positions for p in table.roster.posts):
            yield from self.typed
            return
        waiting = list(reversed(self.typed))
        self.let_go, self.rows = len(waiting), replace(rows, typed=())
        while waiting:
            yield waiting.pop()
        told = {fault.at.line for fault in (*rows.faults, *self.faults)} | {at.line for _, at in self.held}
        kept = (row for row in table.sheet.rows if row.line in told or row.line in table.sheet.hidden_lines)
        self.found = replace(table, sheet=replace(table.sheet, rows=tuple(kept)))

    @property
    def names_by_place(self) -> bool:
        """Whether it names people by the home, the place or the organisation where they belong."""
        posts = self.found.roster.posts if isinstance(self.found, Table) else ()
        return any(post.home or post.insider for post in posts)

    def means(self, meaning: str, choices: Choices) -> bool:
        """Whether somebody gave its file this meaning."""
        return isinstance(self.found, Table) and choices.meaning(self.found.file) == meaning


def listed(page: Page, pages: Sequence[Page], choices: Choices) -> Listed:
    """The sheet with what of its file did not come in: refused rows, rows that wait, sheets that nobody knows."""
    if not isinstance(page.found, Table):
        raise TypeError("only a table lists people")
    rows: list[Row] = []
    held: set[str] = set()
    for other in (other for other in pages if other.file_number == page.file_number):
        lines = {fault.at.line for fault in (*(other.rows.faults if other.rows else ()), *other.faults)}
        lines |= {at.line for _, at in other.held}
        unknown = isinstance(other.found, Stranger)
        rows += [row for row in other.found.sheet.rows if unknown or row.line in lines]
        held |= {known.node.key for waiting, _ in other.held for known in waiting.undecided.candidates}
    return Listed(
        page.file_number, page.found, page.stated or (), words_of(rows), frozenset(held), page.means(CORRECT, choices)
    )
