"""Renders docs/questions.md from the catalogue: `python -m queries.document` writes it, a test keeps it fresh."""

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from queries.answer import Column, Kind
from queries.catalog import QUESTIONS, Question
from queries.parameter import ParameterType

FILE = Path(__file__).resolve().parent.parent / "docs" / "questions.md"

_HEAD = f"""# The questions that the graph can answer

Made from the headers of `queries/library/<theme>/<question>.cypher` by `make docs`; do not edit.

To add a question: one file, its header in a `/*--- … ---*/` comment, then one statement. The header says

- `id` (the file's name), `anchor` (what it starts at: place, household, building, person, …), `title` and `question` in
  zh and en, `scoped`: `within` (everywhere or in one place), `whole` (everywhere), `none` (about one thing by its key)
- `parameters`: name: {{type, label, example, default, choices}}; types: {", ".join(ParameterType)}. `$on` (the day) and
  `$at` (the moment) are always there; a question never asks the clock
- `columns`: name: {{zh, en}} and either `property: Person.name`, whose mask follows from the schema, or
  `kind:` {", ".join(Kind)}. A column that says neither is hidden. `holder: true`: the person holds a role.
  `fact: HAS_NEED`: the value tells who has a need, and is hidden below S3. `small: hidden`: so are counts below five
- `watermark: true`: the question lists people with needs; exports and prints say who asked, when and what for

Every relationship stands with the text of `graph_schema.cypher.current`, so that no answer rests on what is over.
`history: [name]` in the header is for those of which every period is meant. `tests/contracts` checks all of this.
"""


def render() -> str:
    """The whole document."""
    themes = groupby(sorted(QUESTIONS.values(), key=lambda q: (q.theme, q.id)), key=lambda q: q.theme)
    return "\n".join((_HEAD, *(line for theme, questions in themes for line in _theme(theme, list(questions))))) + "\n"


def _theme(theme: str, questions: list[Question]) -> Iterator[str]:
    yield f"## {theme}\n"
    for question in questions:
        yield f"### `{question.id}` {question.title.zh} · {question.title.en}\n"
        yield f"{question.question.zh} {question.question.en}\n"
        taken = (f"`{p.name}` {p.label.zh} ({p.type}, as {p.example})" for p in question.parameters)
        yield f"- anchor: {question.anchor} · scoped: {question.scoped}"
        yield f"- takes: {' · '.join(taken) or 'nothing'}"
        yield f"- gives: {' · '.join(map(_column, question.columns))}\n"


def _column(column: Column) -> str:
    what = f"{column.owner}.{column.property.name}" if column.property else column.kind
    return f"`{column.name}` {column.title.zh} ({what})"


if __name__ == "__main__":
    FILE.write_text(render(), "utf-8")
