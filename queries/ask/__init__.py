"""Asks a question of the catalogue: bind → scope → read → mask → Answer, for the viewer's sight, in one round trip."""

from typing import Any

from database.reading import Reader, read
from graph_schema.errors import InputError
from graph_schema.sensitivity import Sight
from graph_schema.values.moment import Moment
from graph_schema.values.seal import Seal
from queries.answer import Answer
from queries.ask.bind import bind
from queries.ask.mask import Masks
from queries.catalog import Question
from queries.listing import known
from queries.statement import limited


def ask(reader: Reader, question_id: str, *, sight: Sight, seal: Seal, moment: Moment, **parameters: Any) -> Answer:
    """The answer to one question. Raises NotFound for an unknown one, InputError for parameters that do not fit."""
    return ask_question(reader, known(question_id), sight=sight, seal=seal, moment=moment, **parameters)


def ask_question(
    reader: Reader,
    question: Question,
    *,
    sight: Sight,
    seal: Seal,
    moment: Moment,
    at_most: int | None = None,
    **given: Any,
) -> Answer:
    """The same for a question that need not stand in the catalogue. With `at_most` it says whether there was more."""
    bound = bind(question, given)
    text, place = _scoped(question, bound, sight)
    bound |= {"on": moment.on, "at": moment.at, "area": sight.area} | place
    if at_most is not None:
        text, bound = limited(text), bound | {"row_limit": at_most + 1}
    rows = read(reader, text, **bound)
    masks = Masks(sight, seal)
    shown = tuple(masks.row(question.columns, row) for row in rows[:at_most])
    return Answer(question.id, question.columns, shown, moment, truncated=len(rows) > len(shown))


def _scoped(question: Question, bound: dict[str, Any], sight: Sight) -> tuple[str, dict[str, Any]]:
    """The text that looks where this viewer may look, and the place it is held to."""
    if question.scoped == "whole" and sight.area is not None:
        raise InputError(
            f"“{question.title.zh}”只能由全域账号查看。",
            f"“{question.title.en}” is for viewers of the whole area only.",
        )
    if question.scoped != "within":
        return question.text, {}
    place = bound.get("place")
    if place is not None:
        return question.within(area=sight.area is not None), {}
    if sight.area is not None:
        return question.within(), {"place": sight.area}
    return question.text, {}
