"""An answer as a JSON document and as CSV."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from app.rendering.table import csv_text
from graph_schema.nodes import NODES
from graph_schema.reference import NEEDS, SKILLS
from graph_schema.roles import ROLES
from queries.answer import Answer, Column, Kind

_SHIPPED = {
    "Skill": {said["name_zh"]: said["name_en"] for said in SKILLS.values()},
    "Need": {said["name_zh"]: said["name_en"] for said in NEEDS.values()},
}
_TRUTHS = {"zh": ("否", "是"), "en": ("no", "yes")}


def as_json(answer: Answer) -> dict[str, Any]:
    """The document: columns with both titles, rows by column name; dates as ISO text, codes as codes."""
    return {
        "question": answer.question,
        "at": answer.moment.text,
        "truncated": answer.truncated,
        "columns": [{"name": c.name, "zh": c.title.zh, "en": c.title.en} for c in answer.columns],
        "rows": [{name: _plain(value) for name, value in row.items()} for row in answer.rows],
    }


def as_csv(answer: Answer, locale: str = "zh", below: Sequence[str] = ()) -> str:
    """The rows with titles and words of one language; the lines `below` stand under them, one a line."""
    heads = [column.title.text(locale) for column in answer.columns]
    return csv_text(heads, (*in_words(answer, locale), *([line] for line in below)))


def in_words(answer: Answer, locale: str) -> Iterator[list[Any]]:
    """The rows as a person reads them, in the order of the columns."""
    for row in answer.rows:
        yield [said(column, row[column.name], locale) for column in answer.columns]


def said(column: Column, value: Any, locale: str = "zh") -> Any:
    """A value in words: the choice behind a code, a role's name, a list in one text."""
    if isinstance(value, list):
        between = " › " if column.kind is Kind.PATH else "、"
        return between.join(str(said(column, item, locale)) for item in value)
    if column.words:
        known = dict(column.words).get(value)
        return value if known is None else known.text(locale)
    if column.owner in _SHIPPED and locale.startswith("en"):
        return _SHIPPED[column.owner].get(value, value)
    if column.property is not None and isinstance(value, str):
        choice = column.property.choice(value)
        return value if choice is None else _word(choice, locale)
    if column.kind is Kind.ROLE and value in ROLES:
        return _word(ROLES[value], locale)
    if column.kind is Kind.LABEL and value in NODES:
        return _word(NODES[value], locale)
    if column.kind is Kind.PATH and isinstance(value, Mapping):
        return value.get("name") or value.get("code")
    if isinstance(value, bool):
        return _TRUTHS[locale[:2]][value]
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M}"
    return _plain(value)


def _word(known: Any, locale: str) -> str:
    return str(known.en if locale.startswith("en") else known.zh)


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if isinstance(value, Mapping):
        return {name: _plain(item) for name, item in value.items()}
    return value
