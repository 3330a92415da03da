"""`flask questions`: what can be asked."""

from __future__ import annotations

import json
from typing import Any

import click

from app import current
from queries.catalog import Question
from queries.listing import theme_words, themes
from queries.parameter import Parameter


@click.command("questions")
@click.option("--like", default="", metavar="WORDS", help="Only those whose words hold this.")
@click.option("--all", "every", is_flag=True, help="Also those that pages of their own rest on.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@click.option("--locale", type=click.Choice(["zh", "en"]), help="The language of what is said.")
def command(like: str, every: bool, as_json: bool, locale: str | None) -> None:
    """Lists the questions by theme, each with what it takes; `flask ask` asks them.

    Example: flask questions --like 党员
    """
    locale = locale or current.settings().locale
    found = themes(like=like, every=every)
    if as_json:
        click.echo(json.dumps([_document(q) for questions in found.values() for q in questions], ensure_ascii=False))
        return
    for theme, questions in found.items():
        click.echo(theme_words(theme).text(locale))
        for question in questions:
            taken = " ".join(_taken(question, parameter) for parameter in question.parameters)
            click.echo(f"  {question.id} {taken}".rstrip())
            click.echo(f"    {question.question.text(locale)}")


def _taken(question: Question, parameter: Parameter) -> str:
    """place=429091101001, in brackets where it may be left out."""
    said = f"{parameter.name}={parameter.example}"
    may_be_left_out = parameter.has_default or (question.scoped == "within" and parameter.name == "place")
    return f"[{said}]" if may_be_left_out else said


def _document(question: Question) -> dict[str, Any]:
    return {
        "question": question.id,
        "theme": question.theme,
        "title": {"zh": question.title.zh, "en": question.title.en},
        "text": {"zh": question.question.zh, "en": question.question.en},
        "scoped": question.scoped,
        "parameters": [
            {
                "name": parameter.name,
                "type": parameter.type,
                "label": {"zh": parameter.label.zh, "en": parameter.label.en},
                "example": parameter.example,
                "default": parameter.default,
                "options": list(parameter.options) or None,
            }
            for parameter in question.parameters
        ],
        "columns": [column.name for column in question.columns],
    }
