"""What stands beside an answer: what was asked and when, who asked for what, and whether it was cut."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from app.rendering.answer import said
from graph_schema.values.moment import Moment
from queries.answer import Answer, Column, Kind, Row
from queries.catalog import Question

OFFICE = "office"  # who asks, until there are accounts
# A key is no news to a reader: it makes a link of the column that it belongs to.
_KEYS = {
    "person_id": ("Person", ("name", "helper")),
    "unit_id": ("Unit", ("unit",)),
    "org_id": ("PartyOrg", ("organisation",)),
}


@dataclass(frozen=True)
class Notes:
    """The lines of one answer; `watermark` and `truncated` are empty where they do not apply."""

    made: str
    watermark: str = ""
    truncated: str = ""

    @property
    def below(self) -> tuple[str, ...]:
        """What a file must say even if nobody asks."""
        return tuple(filter(None, (self.watermark, self.truncated)))


@dataclass(frozen=True)
class Cell:
    """One cell of the table: its words, and the label and key of the page that it leads to."""

    text: str
    label: str = ""
    key: str = ""
    number: bool = False


def notes(
    question: Question, answer: Answer, given: Mapping[str, str], *, made: Moment, locale: str, purpose: str = ""
) -> Notes:
    """The lines of an answer that was made at that moment, for whoever asked."""
    stamp, for_what = f"{made.at:%Y-%m-%d %H:%M}", purpose or question.title.text(locale)
    if locale == "zh":
        watermark = f"仅供工作使用，不得外传 · {OFFICE} · {stamp} · 用途：{for_what}"
        cut = f"已截断：只列出前 {len(answer.rows)} 行，请缩小范围再问。"
    else:
        watermark = f"For work only, not to be passed on · {OFFICE} · {stamp} · purpose: {for_what}"
        cut = f"已截断 (cut): only the first {len(answer.rows)} rows. Ask again for a smaller place."
    return Notes(
        _made(question, answer.moment, given, stamp, locale),
        watermark if question.watermark else "",
        cut if answer.truncated else "",
    )


def columns(answer: Answer) -> tuple[Column, ...]:
    """The columns that a page shows: keys become links, where there is something to link."""
    names = {column.name for column in answer.columns}
    return tuple(column for column in answer.columns if not _links(column, names))


def table(answer: Answer, locale: str) -> Iterator[list[Cell]]:
    """The rows of a page's table."""
    shown = columns(answer)
    for row in answer.rows:
        yield [_cell(column, row, answer, locale) for column in shown]


def _made(question: Question, at: Moment, given: Mapping[str, str], stamp: str, locale: str) -> str:
    labels = {parameter.name: parameter.label.text(locale) for parameter in question.parameters}
    asked = [f"{labels.get(name, name)} {value}" for name, value in given.items() if value]
    when = at.on.isoformat() if at.whole_day else f"{at.at:%Y-%m-%d %H:%M}"
    title = question.title.text(locale)
    words = (f"时点 {when}", f"生成于 {stamp}") if locale == "zh" else (f"as of {when}", f"made {stamp}")
    return " · ".join((title, *asked, *words))


def _links(column: Column, names: set[str]) -> bool:
    if column.kind is not Kind.CODE:
        return False
    return column.name == "code" or any(name in names for name in _KEYS.get(column.name, ("", ()))[1])


def _cell(column: Column, row: Row, answer: Answer, locale: str) -> Cell:
    value = row[column.name]
    text = "—" if value is None or value in ("", []) else str(said(column, value, locale))
    label, key = _target(column, row, answer)
    return Cell(text, label, key, isinstance(value, int) and not isinstance(value, bool))


def _target(column: Column, row: Row, answer: Answer) -> tuple[str, str]:
    """The page that a cell leads to; the first column leads to the place whose code the row has."""
    for name, (label, targets) in _KEYS.items():
        if column.name in targets and row.get(name):
            return label, row[name]
    first = next(each for each in answer.columns if each.kind is not Kind.CODE and each.kind is not Kind.LABEL)
    if column is first and row.get("code"):
        return ("Household" if column.owner == "Household" else "Place"), row["code"]
    return "", ""
