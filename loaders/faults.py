"""A fault: what is wrong with which cell, in words for whoever filled it in; and a row that is held for review."""

from dataclasses import dataclass

from graph_schema.problems import ValueProblem


@dataclass(frozen=True, slots=True)
class At:
    """Where a row stands. The numbers count the import's files and the file's sheets from 1."""

    file: str
    sheet: str
    line: int
    file_number: int = 0
    sheet_number: int = 0

    def source(self, import_id: str) -> str:
        """The `source` of what the row makes: import/file#/sheet#/line."""
        return f"{import_id}/{self.file_number}/{self.sheet_number}/{self.line}"


@dataclass(frozen=True)
class Fault:
    """Why a row is refused. `column` is the Excel letter; `value` as it may be shown, None for an ID number."""

    at: At
    column: str
    heading: str
    value: str | None
    problem: str
    message_zh: str
    message_en: str
    advice_zh: str
    advice_en: str

    @classmethod
    def of(cls, problem: ValueProblem, at: At, column: str = "", heading: str = "") -> "Fault":
        """The fault that a problem is at a place."""
        return cls(
            at,
            column,
            heading,
            problem.shown,
            problem.code,
            problem.what_zh,
            problem.what_en,
            problem.advice_zh,
            problem.advice_en,
        )


@dataclass(frozen=True)
class Aspect:
    """One thing that may tell who somebody is: as the row has it, as it is known, and what that says. Numbers masked.

    `aspect`: id, phone, birth, gender, where or posts. `verdict`: same, differs or unknown.
    """

    aspect: str
    row: str
    known: str
    verdict: str


@dataclass(frozen=True)
class Side:
    """Somebody whom a row may mean, in one line and beside the row.

    `as_row`: of somebody who is new in the same import, the question of the row that brings them; until it is written
    the person_id may still become another's.
    """

    person_id: str
    described: str
    aspects: tuple[Aspect, ...]
    as_row: str = ""


@dataclass(frozen=True)
class Review:
    """A row that waits for somebody to say who it is. `key` names the question, the same at every load."""

    at: At
    name: str
    key: str
    where: str
    sides: tuple[Side, ...]
    problem: str = "possible_duplicate"

    @property
    def candidates(self) -> tuple[tuple[str, str], ...]:
        """Whom it may mean: person_id and what describes them."""
        return tuple((side.person_id, side.described) for side in self.sides)
