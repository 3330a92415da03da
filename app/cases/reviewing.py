"""The review queue: rows that wait for somebody to say who they are, the answers, and taking an answer back."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from graph_schema.errors import InputError, NotFound
from graph_schema.values.moment import CHINA
from records import answers, imports
from records.answers import LATER, NEW, Answer
from records.imports import Import
from records.store import Records


def china_now() -> datetime:
    """The present moment: when an answer is given."""
    return datetime.now(CHINA)


@dataclass(frozen=True)
class Question:
    """A row of the newest import of its file that is held until somebody answers, as that import's report told it.

    `sides`: the candidates, each {person_id, described, aspects: [{aspect, row, known, verdict}]}; numbers are masked.
    `answer`: what was answered since; the row comes in when the file is loaded again.
    """

    key: str
    name: str
    where: str
    import_id: str
    file: str
    sheet: str
    line: int
    sides: Sequence[Mapping[str, Any]]
    answer: Answer | None = None

    @property
    def candidates(self) -> tuple[str, ...]:
        """The person_ids of whom it may mean."""
        return tuple(side["person_id"] for side in self.sides)

    def json(self) -> dict[str, Any]:
        """As scripts read it."""
        place = {"import": self.import_id, "file": self.file, "sheet": self.sheet, "line": self.line}
        told = {"key": self.key, "name": self.name, "where": self.where, "source": place, "sides": list(self.sides)}
        return told | {"answer": self.answer.answer if self.answer else None}


class Reviewing:
    """The questions of all imports that stand, and what was answered."""

    def __init__(self, records: Records, *, now: Callable[[], datetime] = china_now) -> None:
        self._records = records
        self._now = now

    def queue(self) -> tuple[Question, ...]:
        """Every question that is open: those put off last, else the newest import's first, in the order of its rows."""
        waiting = [q for q in self._questions() if q.answer is None or q.answer.answer == LATER]
        return tuple(sorted(waiting, key=lambda question: question.answer is not None))

    def to_load_again(self) -> tuple[Question, ...]:
        """Every question that is answered and whose row is still held, because its file was not loaded since."""
        return tuple(q for q in self._questions() if q.answer is not None and q.answer.answer != LATER)

    def answered(self) -> tuple[Answer, ...]:
        """Every answer that stands, the newest first."""
        with self._records.reading() as session:
            return answers.standing(session)

    def find(self, key: str) -> Question:
        """The question with this key, open or answered. Raises NotFound."""
        found = next((question for question in self._questions() if question.key == key), None)
        if found is None:
            raise NotFound(
                f"没有待核对的问题 {key}。用 flask review list 查看。",
                f"There is no question {key}. `flask review list` shows those that wait.",
            )
        return found

    def answer(self, key: str, answer: str, *, by: str) -> Answer:
        """Remembers who it is: a candidate's person_id, "new" for nobody of them, "later" to put it off."""
        question = self.find(key)
        if answer not in (NEW, LATER, *question.candidates):
            raise InputError(
                f"{answer} 不是这个问题的候选人。可以回答：{'、'.join(question.candidates)}，"
                "或 new（另一人）、later（以后再定）。",
                f"{answer} is no candidate of this question. Answer one of {', '.join(question.candidates)}, or new, "
                "or later.",
            )
        asked = {name: value for name, value in question.json().items() if name != "answer"}
        asked["sides"] = [{**side, "as_row": ""} for side in question.sides]  # they are in the graph by now
        with self._records.writing() as session:
            return answers.give(session, key, answer, asked, by=by, at=self._now())

    def take_back(self, key: str, *, by: str) -> Answer:
        """The question is open again; `used_in` of what is returned names the imports that had gone by the answer."""
        with self._records.writing() as session:
            return answers.take_back(session, key, by=by, at=self._now())

    def _questions(self) -> tuple[Question, ...]:
        with self._records.reading() as session:
            made = imports.in_state(session, imports.APPLIED)
            given = {answer.key: answer for answer in answers.standing(session)}
        return tuple({question.key: question for question in _held(made, given)}.values())


def _held(made: Sequence[Import], given: Mapping[str, Answer]) -> Iterator[Question]:
    """What is held in the newest import of each sheet: an older one of the same file and roster is superseded by it."""
    seen: set[tuple[str, str, str]] = set()
    for one in (one for one in reversed(made) if one.kind == imports.LOAD):
        sheets = [(file["file"], sheet) for file in one.report for sheet in file.get("sheets", ())]
        for file, sheet in sheets:
            if _identity(file, sheet) not in seen:
                yield from of_sheet(one.id, file, sheet, given)
        seen |= {_identity(file, sheet) for file, sheet in sheets}


def _identity(file: str, sheet: Mapping[str, Any]) -> tuple[str, str, str]:
    return file, sheet["sheet"] or "", sheet.get("roster") or ""


def of_sheet(import_id: str, file: str, sheet: Mapping[str, Any], given: Mapping[str, Answer]) -> Iterator[Question]:
    """The questions of a sheet, as a report told them; `import_id` is "" before anything is written."""
    for review in sheet.get("reviews", ()):
        if review["problem"] == "possible_duplicate":
            yield Question(
                review["key"],
                review["name"],
                review.get("where", ""),
                import_id,
                file,
                sheet["sheet"] or "",
                review["line"],
                review.get("sides", ()),
                given.get(review["key"]),
            )
