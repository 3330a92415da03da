"""What persons answered to the question who somebody is: remembered for every later import, and taken back at will."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, Session, mapped_column

from graph_schema.errors import NotFound
from records.tables import Base, ChinaMoment, Document, document

NEW, LATER = "new", "later"  # nobody of the candidates · not decided yet
_AS = "as"  # whom another row means: see remembered()


@dataclass(frozen=True)
class Answer:
    """One answer. `key` names the question, `answer` is a person_id, "new" or "later".

    `question`: what was asked, as the report of the import had it, masked. `made`: who it was in the last import.
    `used_in`: the imports in which it decided a row. `ended_at`, `ended_by`: when and by whom it was taken back.
    """

    key: str
    answer: str
    by: str
    at: datetime
    question: Document
    made: str = ""
    used_in: tuple[str, ...] = ()
    ended_at: datetime | None = None
    ended_by: str | None = None


class AnswerRow(Base):
    """The table of answers; of one question at most one stands."""

    __tablename__ = "answers"

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(sa.String(40), index=True)
    answer: Mapped[str] = mapped_column(sa.String(40))
    by: Mapped[str] = mapped_column(sa.String(200))
    at: Mapped[datetime] = mapped_column(ChinaMoment)
    question: Mapped[Document] = mapped_column(document())
    made: Mapped[str] = mapped_column(sa.String(40), default="")
    used_in: Mapped[list[str]] = mapped_column(document(), default=list)
    ended_at: Mapped[datetime | None] = mapped_column(ChinaMoment)
    ended_by: Mapped[str | None] = mapped_column(sa.String(200))


def give(session: Session, key: str, answer: str, question: Document, *, by: str, at: datetime) -> Answer:
    """Remembers an answer in place of the one that stood."""
    standing = _standing(session, key)
    if standing is not None:
        _end(standing, by, at)
    row = AnswerRow(key=key, answer=answer, by=by, at=at, question=question, made="", used_in=[])
    session.add(row)
    session.flush()
    return _answer(row)


def take_back(session: Session, key: str, *, by: str, at: datetime) -> Answer:
    """The question is open again. What imports have written by the answer stays until they are undone."""
    row = _standing(session, key)
    if row is None:
        raise NotFound(
            f"问题 {key} 没有已作出的回答。用 flask review list --answered 查看。",
            f"The question {key} has no answer to take back. `flask review list --answered` shows those that have.",
        )
    _end(row, by, at)
    return _answer(row)


def standing(session: Session) -> tuple[Answer, ...]:
    """Every answer that stands, the newest first."""
    rows = sa.select(AnswerRow).where(AnswerRow.ended_at.is_(None)).order_by(AnswerRow.id.desc())
    return tuple(map(_answer, session.scalars(rows)))


def remembered(session: Session) -> dict[str, str]:
    """By question what an import goes by.

    A person_id; "new", or "new:P9" with the person whom an earlier import made; "as:QUESTION:P9" for somebody who was
    new in the import that was being prepared: whom the row of that question means, else who that became.
    """
    return {answer.key: _decided(answer) for answer in standing(session) if answer.answer != LATER}


def note_use(session: Session, import_id: str, used: Mapping[str, str]) -> None:
    """Keeps which answers have decided rows of an import, and which person that was: question → person_id."""
    for key, person_id in used.items():
        row = _standing(session, key)
        if row is not None:
            row.used_in = [*row.used_in, import_id]
            row.made = person_id


def _decided(answer: Answer) -> str:
    if answer.answer == NEW:
        return f"{NEW}:{answer.made}" if answer.made else NEW
    sides = answer.question.get("sides", ())
    row = next((side.get("as_row") for side in sides if side["person_id"] == answer.answer), "")
    return f"{_AS}:{row}:{answer.made}" if row else answer.answer


def _standing(session: Session, key: str) -> AnswerRow | None:
    return session.scalars(sa.select(AnswerRow).where(AnswerRow.key == key, AnswerRow.ended_at.is_(None))).first()


def _end(row: AnswerRow, by: str, at: datetime) -> None:
    row.ended_at, row.ended_by = at, by


def _answer(row: AnswerRow) -> Answer:
    return Answer(
        row.key, row.answer, row.by, row.at, row.question, row.made, tuple(row.used_in), row.ended_at, row.ended_by
    )
