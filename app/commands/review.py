"""`flask review`: the rows that wait for somebody to say who they are."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from app import current
from app.commands.load import who

if TYPE_CHECKING:
    from app.cases.reviewing import Question, Reviewing
    from records.answers import Answer

_ASPECTS = {
    "id": ("身份证号", "ID number"),
    "phone": ("电话", "phone"),
    "birth": ("出生年", "born"),
    "gender": ("性别", "gender"),
    "where": ("地点", "place"),
    "posts": ("职责", "posts"),
}
_VERDICTS = {"same": ("一致", "agrees"), "differs": ("不同", "differs"), "unknown": ("一方未填", "one side is silent")}
_LOCALE = click.option("--locale", type=click.Choice(["zh", "en"]), help="The language of what is said.")
_JSON = click.option("--json", "as_json", is_flag=True, help="One JSON document.")


@click.group("review")
def command() -> None:
    """Says who is who where names alone cannot: every answer is remembered, and can be taken back.

    Example: flask review list
    """


@command.command("list")
@click.option("--answered", is_flag=True, help="The answers that stand instead.")
@_JSON
@_LOCALE
def show(answered: bool, as_json: bool, locale: str | None) -> None:
    """Lists the questions that wait, with their candidates, and what agrees and differs. Example: flask review list"""
    case, english = _case(), (locale or current.settings().locale) == "en"
    if answered:
        given = case.answered()
        _tell([_document(each) for each in given], as_json, (_given(each, english) for each in given))
        return
    waiting = case.queue()
    lines = (line for question in waiting for line in _lines(question, english))
    _tell([question.json() for question in waiting], as_json, lines)
    if not waiting and not as_json:
        click.echo("Nothing waits." if english else "没有待核对的行。")


@command.command("answer")
@click.argument("key")
@click.argument("answer", metavar="PERSON|new|later")
@_LOCALE
def answer(key: str, answer: str, locale: str | None) -> None:
    """Answers the question KEY: PERSON is the same person, new is somebody else, later puts it off.

    The row comes in when its file is loaded again. Example: flask review answer 5f0c… new
    """
    case = _case()
    question = case.find(key)
    case.answer(key, answer, by=who())
    english = (locale or current.settings().locale) == "en"
    said = f"Remembered. Load {question.file} again." if english else f"已记住。请重新导入 {question.file}。"
    click.echo(said)


@command.command("undo")
@click.argument("key")
@_LOCALE
def take_back(key: str, locale: str | None) -> None:
    """Takes the answer to KEY back: the question is open again. Example: flask review undo 5f0c…"""
    ended = _case().take_back(key, by=who())
    english = (locale or current.settings().locale) == "en"
    click.echo("The question is open again." if english else "问题已重新打开。")
    if ended.used_in:
        used = ", ".join(ended.used_in)
        click.echo(
            f"Imports that went by the answer stay until they are undone: {used}."
            if english
            else f"按此回答写入的导入不会自动撤销：{used}。需要时用 flask undo 撤销。"
        )


def _case() -> Reviewing:
    from app.cases.reviewing import Reviewing

    return Reviewing(current.records())


def _tell(document: Sequence[Any], as_json: bool, lines: Iterator[str]) -> None:
    if as_json:
        click.echo(json.dumps(document, ensure_ascii=False, indent=2))
        return
    for line in lines:
        click.echo(line)


def _lines(question: Question, english: bool) -> Iterator[str]:
    yield f"{question.key}  {question.name}  {question.where}"
    yield f"  {question.file} · {question.sheet} · {question.line}"
    for side in question.sides:
        yield f"  {side['person_id']}  {side['described']}"
        for one in side["aspects"]:
            aspect, verdict = _ASPECTS[one["aspect"]][english], _VERDICTS[one["verdict"]][english]
            yield f"    {aspect}: {one['row'] or '—'} | {one['known'] or '—'}  {verdict}"


def _given(given: Answer, english: bool) -> str:
    used = ", ".join(given.used_in) or ("not used yet" if english else "尚未用到")
    name, at = given.question.get("name", ""), f"{given.at:%Y-%m-%d %H:%M}"
    return f"{given.key}  {name}  → {given.answer}  {given.by}  {at}  {used}"


def _document(given: Answer) -> dict[str, Any]:
    return {**asdict(given), "at": given.at.isoformat(), "ended_at": None}
