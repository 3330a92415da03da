"""The questions by theme, one with its form and its answer, and that answer as JSON, CSV and a workbook."""

from __future__ import annotations

from urllib.parse import quote

from flask import Blueprint, Response, jsonify, make_response, request

from app import asked, current
from app.cases import asking
from app.rendering.answer import as_csv, as_json
from app.rendering.asked import Notes, columns, notes, table
from app.rendering.language import locale
from app.rendering.page import page
from app.rendering.workbook import MIMETYPE, as_workbook
from queries.answer import Answer
from queries.catalog import Question
from queries.listing import known, theme_words, themes

blueprint = Blueprint("ask", __name__)
_OF_THE_PAGE = frozenset({"at", "purpose"})


@blueprint.get("/ask")
def listing() -> str:
    """What can be asked, by theme, narrowed down by `?q=`."""
    query = request.args.get("q", "").strip()
    return page("ask/list.html", found=themes(like=query), query=query, theme_words=theme_words)


@blueprint.get("/ask/<id_>")
def question(id_: str) -> Response:
    """The form and, once it is filled in, the answer."""
    moment = asked.moment()
    found = asking.try_answer(current.connection(), current.seal(), id_, _given(), moment=moment, sight=current.sight())
    told = _notes(found.question, found.answer) if found.answer else None
    shown = page(
        "ask/question.html",
        found=found,
        told=told,
        moment=moment,
        required=asking.required,
        columns=columns(found.answer) if found.answer else (),
        rows=list(table(found.answer, locale())) if found.answer else [],
        family=theme_words(found.question.theme),
    )
    response = make_response(shown)
    response.status_code = 400 if found.trouble else 200
    return response


@blueprint.get("/ask/<id_>.json")
def as_document(id_: str) -> Response:
    """The answer for programs."""
    answer = _answer(id_)
    told = _notes(known(id_), answer)
    return jsonify(as_json(answer) | {"made": told.made, "watermark": told.watermark or None})


@blueprint.get("/ask/<id_>.csv")
def as_text(id_: str) -> Response:
    """The answer for a spreadsheet."""
    answer = _answer(id_)
    return _file(id_, "csv", as_csv(answer, locale(), _notes(known(id_), answer).below), "text/csv")


@blueprint.get("/ask/<id_>.xlsx")
def as_sheet(id_: str) -> Response:
    """The answer as a workbook."""
    answer, title = _answer(id_), known(id_).title.text(locale())
    return _file(id_, "xlsx", as_workbook(answer, title, _notes(known(id_), answer), locale()), MIMETYPE)


def _given() -> dict[str, str]:
    return {name: value for name, value in request.args.items() if name not in _OF_THE_PAGE}


def _answer(id_: str) -> Answer:
    return asking.answer(
        current.connection(),
        current.seal(),
        id_,
        _given(),
        moment=asked.moment(),
        sight=current.sight(),
        at_most=asking.ROWS_IN_A_FILE,
    )


def _notes(asked_for: Question, answer: Answer) -> Notes:
    purpose = request.args.get("purpose", "").strip()[:80]
    return notes(asked_for, answer, _given(), made=asked.now(), locale=locale(), purpose=purpose)


def _file(id_: str, ending: str, content: str | bytes, mimetype: str) -> Response:
    name = quote(f"{known(id_).title.text(locale())}.{ending}")
    attached = f"attachment; filename=\"{id_}.{ending}\"; filename*=UTF-8''{name}"
    return Response(content, mimetype=mimetype, headers={"Content-Disposition": attached})
