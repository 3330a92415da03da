"""Who somebody is, answered before anything is written: the questions of an upload that was checked."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from app.cases.reviewing import Question, of_sheet
from graph_schema.errors import InputError, NotFound
from records import answers
from records.store import Records


def questions(records: Records, files: Sequence[Mapping[str, Any]]) -> tuple[Question, ...]:
    """The questions of a check's report, each once, with what was answered since."""
    with records.reading() as session:
        given = {answer.key: answer for answer in answers.standing(session)}
    sheets = ((file["file"], sheet) for file in files for sheet in file.get("sheets", ()))
    found = (question for file, sheet in sheets for question in of_sheet("", file, sheet, given))
    return tuple({question.key: question for question in found}.values())


def answer(records: Records, files: Sequence[Mapping[str, Any]], key: str, said: str, *, by: str, at: datetime) -> None:
    """Remembers who it is, for this upload and every later import. Raises NotFound, InputError."""
    question = next((each for each in questions(records, files) if each.key == key), None)
    if question is None:
        raise NotFound("这次上传里没有这个问题。", "There is no such question in this upload.")
    if said not in (answers.NEW, answers.LATER, *question.candidates):
        raise InputError("请从列出的人里选一个。", "Choose one of the people that are listed.")
    asked = {name: value for name, value in question.json().items() if name != "answer"}
    with records.writing() as session:
        answers.give(session, key, said, asked, by=by, at=at)
