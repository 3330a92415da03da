"""Words of the schema, dates and shares as templates show them. Fixed terms stay Chinese in English, with a gloss."""

from __future__ import annotations

from datetime import date
from typing import Any

from babel.dates import format_date
from flask import Flask
from flask_babel import gettext

from app.rendering.answer import said
from app.rendering.language import locale
from graph_schema.nodes import NODES
from graph_schema.roles import ROLES
from queries.answer import Column, Kind
from queries.contacts import words as contact_words
from queries.gaps import RULES

# These labels stay Chinese in both languages; the rest translate.
_KEPT = frozenset({"Community", "Grid", "MicroGrid"})
_WHOLE_DATE = len("2025-03-01")


def register(app: Flask) -> None:
    """Makes them filters of templates."""
    app.jinja_env.filters.update(
        day=day, weekday=weekday, role=role, label=label, choice=choice, duty_phone=duty_phone, count=count,
        reason=reason, stands_in=stands_in, because=because, level_word=level_word, rule=rule, shown=shown,
    )  # fmt: skip
    app.jinja_env.globals.update(percent=percent, percent_number=percent_number, rules=RULES)


def day(value: date | str | None, today: date) -> str:
    """11-02 in this year, 2025-03-01 otherwise (2 Nov in English); what is only a month or a year stays as it is."""
    if value is None or value == "":
        return ""
    if isinstance(value, str):
        if len(value) != _WHOLE_DATE:
            return value
        value = date.fromisoformat(value)
    if value.year != today.year:
        return f"{value:%Y-%m-%d}"
    return f"{value:%m-%d}" if locale() == "zh" else str(format_date(value, "d MMM", locale="en"))


def weekday(value: date) -> str:
    """周二, Tue."""
    return str(format_date(value, "EEE", locale="zh_Hans" if locale() == "zh" else "en"))


def role(code: str) -> str:
    """楼栋长; in English 楼栋长 (building leader)."""
    known = ROLES.get(code)
    if known is None:
        return contact_words.role(code).text(locale())
    return known.zh if locale() == "zh" else f"{known.zh} ({known.en})"


def label(name: str) -> str:
    """What a label is called."""
    node = NODES[name]
    if locale() == "zh":
        return node.zh
    return f"{node.zh} ({node.en})" if name in _KEPT else node.en.capitalize()


def choice(code: str | None, owner: str, name: str) -> str:
    """The word for one of a property's choices; `owner` is a label."""
    found = NODES[owner].by_name[name].choice(code or "")
    if found is None:
        return code or ""
    return found.zh if locale() == "zh" else found.en.capitalize()


def duty_phone(place: str) -> str:
    """What the duty phone of a county, town or community is called."""
    return str(gettext("%(place)s值班电话", place=place))


def reason(code: str) -> str:
    """Why somebody was passed over."""
    return contact_words.REASONS[code].text(locale())


def stands_in(code: str) -> str:
    """How somebody stands in."""
    return contact_words.STANDS_IN[code].text(locale())


def because(type_: str) -> str:
    """The relationship that an answer rests on."""
    return contact_words.relationship(type_).text(locale())


def level_word(level: str) -> str:
    """The level at which a path is broken."""
    return contact_words.LEVELS[level].text(locale())


def rule(id_: str) -> str:
    """The title of a gap rule; nothing for one that is only named so far."""
    known = RULES.get(id_)
    return known.title.text(locale()) if known is not None else ""


def count(number: Any) -> str:
    """22,947."""
    return f"{number:,}"


def percent_number(part: float, whole: float) -> str:
    """97.8, and 100 only where nothing is missing."""
    share = min(100.0, 100 * part / whole)  # what stands beside a rule's subjects is in no whole
    if 0 < share < 0.05 or 99.95 <= share < 100:
        return "0.1" if share < 50 else "99.9"
    return f"{share:.1f}".removesuffix(".0")


def percent(part: float, whole: float) -> str:
    """97.8%; — of nothing."""
    return f"{percent_number(part, whole)}%" if whole else "—"


def shown(value: Any, column: Column) -> str:
    """A value of a gap's detail."""
    if value is None or value == "":
        return "—"
    if column.kind is Kind.COUNT:
        return count(value)
    if column.kind is Kind.TRUTH:
        return str(gettext("是") if value else gettext("否"))
    return str(said(column, value, locale()))
