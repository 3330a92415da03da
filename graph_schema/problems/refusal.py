"""A problem raised: the errors of the tree that carry a code of the registry."""

from collections.abc import Mapping
from types import MappingProxyType

from graph_schema.errors import InputError
from graph_schema.problems.problem import shown
from graph_schema.problems.registry import PROBLEMS


class Refusal(InputError):
    """Something refused, with its problem and the details that its message needs."""

    def __init__(self, code: str, value: object = "", **details: object) -> None:
        self.problem = PROBLEMS[code]
        self.shown = shown(value, self.problem.shows)
        self.details: Mapping[str, object] = MappingProxyType(details)
        said = {**details, "value": self.shown}
        problem = self.problem
        self.advice_zh = problem.told(problem.advice_zh, said)
        self.advice_en = problem.told(problem.advice_en, said)
        self.what_zh = problem.told(problem.zh, said)
        self.what_en = problem.told(problem.en, said)
        super().__init__(f"{self.what_zh}。{self.advice_zh}", f"{self.what_en}. {self.advice_en}")

    @property
    def code(self) -> str:
        """The problem's code."""
        return self.problem.code

    def __reduce__(self) -> tuple[object, ...]:
        return _again, (type(self), self.code, self.shown or "", dict(self.details))


class ValueProblem(Refusal):
    """A cell that cannot be accepted. It keeps the masked value alone, never what stood in the cell."""


class FileRefused(Refusal):
    """A file that cannot be read; `file` among its details."""

    def named(self, file: str) -> "FileRefused":
        """The same of a file that people know by another name than the disk does."""
        return FileRefused(self.code, self.shown or "", **{**self.details, "file": file})


def _again(kind: type[Refusal], code: str, value: str, details: Mapping[str, object]) -> Refusal:
    return kind(code, value, **details)
