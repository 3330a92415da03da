"""Each error of the tree becomes one answer: a status, words that say what to do, and never a trace."""

from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app import create_app
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
from settings import Settings

NEAR = (Nearby("Building", "429051101001B00003", "<b>3栋</b>"),)
ERRORS = {
    404: NotFound("没有这一户", "no such household", NEAR),
    400: InputError("日期不能用", "that date cannot be used"),
    409: Conflict("图已变了", "the graph has moved on"),
    503: DatabaseUnavailable("bolt://127.0.0.1:1"),
    504: TooLong("太久", "too long"),
    500: LianhuError("出错", "failed"),
}


@pytest.fixture
def application(tmp_path: Path) -> Flask:
    """An application with an address that raises what it is told to."""
    made = create_app(Settings(var=tmp_path))
    failing: dict[str, Exception] = {str(status): error for status, error in ERRORS.items()}
    failing |= {"ambiguous": Ambiguous("有两个", "two of them", NEAR), "busy": Busy("忙", "busy")}
    failing["unforeseen"] = ZeroDivisionError("secret 19900002046")

    def fail(name: str) -> str:
        raise failing[name]

    made.add_url_rule("/fail/<name>", view_func=fail)
    return made


@pytest.fixture
def client(application: Flask) -> FlaskClient:
    return application.test_client()


@pytest.mark.parametrize("status", ERRORS)
def test_a_page_says_what_is_wrong(client: FlaskClient, status: int) -> None:
    answer = client.get(f"/fail/{status}")
    assert answer.status_code == status
    assert ERRORS[status].message_zh in answer.text
    assert "Traceback" not in answer.text


@pytest.mark.parametrize("status", ERRORS)
def test_json_says_the_same(client: FlaskClient, status: int) -> None:
    answer = client.get(f"/fail/{status}", headers={"Accept": "application/json"})
    assert (answer.status_code, answer.get_json()["error"]) == (status, ERRORS[status].message_zh)


def test_a_fragment_has_no_layout(client: FlaskClient) -> None:
    answer = client.get("/fail/404", headers={"HX-Request": "true", "HX-Request-Type": "partial"})
    assert "没有这一户" in answer.text
    assert "<html" not in answer.text


def test_the_nearest_are_links_and_text(client: FlaskClient) -> None:
    text = client.get("/fail/404").text
    assert '<a href="/place/429051101001B00003">&lt;b&gt;3栋&lt;/b&gt;</a>' in text


def test_candidates_are_shown_like_the_nearest(client: FlaskClient) -> None:
    answer = client.get("/fail/ambiguous")
    assert answer.status_code == 400
    assert "/place/429051101001B00003" in answer.text


@pytest.mark.parametrize("name", ["503", "busy"])
def test_what_passes_asks_again(client: FlaskClient, name: str) -> None:
    answer = client.get(f"/fail/{name}")
    assert answer.headers["Retry-After"] == "10"
    assert '<meta http-equiv="refresh" content="10">' in answer.text


def test_the_unforeseen_keeps_its_secrets(client: FlaskClient, caplog: pytest.LogCaptureFixture) -> None:
    answer = client.get("/fail/unforeseen")
    assert answer.status_code == 500
    assert "19900002046" not in answer.text
    reference = caplog.records[-1].getMessage().split()[2]
    assert reference in answer.text


def test_an_unknown_page_is_answered_in_the_language_of_the_cookie(client: FlaskClient) -> None:
    client.set_cookie("language", "en")
    answer = client.get("/nowhere")
    assert answer.status_code == 404
    assert "There is no such page" in answer.text


def test_every_answer_carries_the_policy(client: FlaskClient) -> None:
    policy = client.get("/fail/500").headers["Content-Security-Policy"]
    assert "script-src 'self';" in policy
    assert "style-src-attr 'none'" in policy
    assert "frame-ancestors 'none'" in policy


def test_a_post_without_its_token_is_refused(client: FlaskClient) -> None:
    assert client.post("/preferences/language", data={"language": "en"}).status_code == 400
