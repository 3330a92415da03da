"""The one place where an error becomes an answer: page, fragment or JSON, with what to do next and never a trace."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass

from flask import Flask, Response, current_app, jsonify, make_response, request
from werkzeug.exceptions import HTTPException

from app.rendering.language import locale
from app.rendering.page import page
from graph_schema.errors import (
    Ambiguous,
    Busy,
    Conflict,
    DatabaseUnavailable,
    InputError,
    LianhuError,
    Nearby,
    NotFound,
    TooLong,
)

STATUS: Mapping[type[LianhuError], int] = {
    NotFound: 404,
    Ambiguous: 400,
    InputError: 400,
    Conflict: 409,
    Busy: 503,
    DatabaseUnavailable: 503,
    TooLong: 504,
    LianhuError: 500,
}
AGAIN = 10  # seconds after which a page that could not be answered asks again


@dataclass(frozen=True)
class Trouble:
    """An error as a person reads it. `reference` finds it in the log."""

    status: int
    message: str
    nearest: tuple[Nearby, ...] = ()
    reference: str = ""

    @property
    def passes(self) -> bool:
        """Whether it mends itself, so that the page may ask again."""
        return self.status == 503


def register(app: Flask) -> None:
    """Catches everything that a view lets through."""
    app.register_error_handler(LianhuError, lambda error: answer(_ours(error)))
    app.register_error_handler(HTTPException, lambda error: answer(_of_http(error)))
    app.register_error_handler(Exception, lambda error: answer(_unforeseen(error)))


def answer(trouble: Trouble) -> Response:
    """The answer in the form that was asked for."""
    if _wants_json():
        told = {"error": trouble.message, "nearest": [near.__dict__ for near in trouble.nearest]}
        response = jsonify(told | ({"reference": trouble.reference} if trouble.reference else {}))
    else:
        asks_again = AGAIN if trouble.passes and request.method == "GET" else 0
        response = make_response(page("error/page.html", fragment="trouble", trouble=trouble, again=asks_again))
    response.status_code = trouble.status
    if trouble.passes:
        response.headers["Retry-After"] = str(AGAIN)
    return response


def _wants_json() -> bool:
    accepted = request.accept_mimetypes
    asked = accepted["application/json"] > accepted["text/html"]
    return request.path.endswith(".json") or request.path == "/health" or asked


def _ours(error: LianhuError) -> Trouble:
    status = next(STATUS[kind] for kind in type(error).__mro__ if kind in STATUS)
    nearest = getattr(error, "nearest", ()) or getattr(error, "candidates", ())
    if status == 500:
        current_app.logger.error("%s", error)
    said = error.message_en if locale() == "en" else error.message_zh
    return Trouble(status, said, nearest)


def _of_http(error: HTTPException) -> Trouble:
    zh, en = _HTTP.get(error.code or 500, _HTTP[500])
    return Trouble(error.code or 500, en if locale() == "en" else zh)


def _unforeseen(error: Exception) -> Trouble:
    """The trace goes to the log under a reference; neither values nor the trace reach the page."""
    reference = secrets.token_hex(3).upper()
    current_app.logger.error("unforeseen error %s on %s", reference, request.path, exc_info=error)
    zh, en = _HTTP[500]
    return Trouble(500, en if locale() == "en" else zh, reference=reference)


_HTTP: Mapping[int, tuple[str, str]] = {
    400: (
        "这次提交不能用：页面可能开得太久。请回到上一页，刷新后再试。",
        "This could not be used: the page may have been open too long. Go back, reload it and try again.",
    ),
    404: (
        "没有这一页。地址可能写错了，或者内容已经移走。",
        "There is no such page. The address may be wrong, or it has moved.",
    ),
    405: (
        "这个地址不能这样用。请从页面上的按钮进入。",
        "This address cannot be used that way. Use the buttons of the pages.",
    ),
    413: (
        "一次传的内容太大，什么也没有收下。请分几次上传，或请管理员调大 LIANHU_UPLOAD_MB。",
        "That is too much at once; nothing was taken in. Upload it in several turns, or have LIANHU_UPLOAD_MB raised.",
    ),
    500: (
        "出了意外，已经记下。请稍后再试；如果还是不行，把编号告诉管理员。",
        "Something unforeseen happened and was noted. Try again; if it stays, give the reference to whoever runs this.",
    ),
}
