"""What comes out of a question: named columns, rows of plain values, and the moment for which they hold."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from graph_schema.model import Property
from graph_schema.values.moment import Moment

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Words:
    """The same thing said in both languages."""

    zh: str
    en: str

    def text(self, locale: str = "zh") -> str:
        """The words in one of the two languages."""
        return self.en if locale.startswith("en") else self.zh


class Kind(StrEnum):
    """What the values of a column are, where they are no property. What each must look like: queries/ask/mask.py."""

    COUNT = "count"  # a number
    DATE = "date"  # a date or moment, or {on, precision}: comes out as the text 2026, 2026-03 or 2026-03-01
    CODE = "code"  # the key of something: a place's code, a person_id
    LABEL = "label"  # a label of the schema
    ROLE = "role"  # the code of a role, or a list of them
    PLACE = "place"  # the name of a place that is no home, or a list of them
    PATH = "path"  # a list of {label, code, name}, from the widest place down
    TRUTH = "truth"  # true or false
    PHONE = "phone"  # {cipher, last4, public}: comes out as the text that the viewer may see
    SOURCE = "source"  # import/file#/sheet#/line
    WORD = "word"  # one of the words that the statement itself writes, never a value of the graph


@dataclass(frozen=True)
class Column:
    """One column: its words, and what its values are. `owner` is the label of the property, as in Person.name.

    `holder`: the person holds a role, so that the name is S1 and the number shows its first three digits.
    `fact`: the value tells that this fact is there (HAS_NEED), and is hidden from whoever may not know of such facts.
    `small`: counts of fewer than five are hidden from them too. `words`: what the words of a statement mean.
    """

    name: str
    title: Words
    property: Property | None = None
    owner: str = ""
    kind: Kind | None = None
    holder: bool = False
    fact: str = ""
    small: bool = False
    words: tuple[tuple[str, Words], ...] = ()


@dataclass(frozen=True)
class Answer:
    """The answer to one question, masked for whoever asked. `question` is its id.

    `truncated`: there is more than was asked for at most.
    """

    question: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    moment: Moment
    truncated: bool = False

    @property
    def first(self) -> Row | None:
        """The first row, for questions that have one."""
        return self.rows[0] if self.rows else None
