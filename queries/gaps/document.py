"""Renders docs/gaps.md from the rules: `python -m queries.gaps.document` writes it, a test keeps it fresh."""

from collections.abc import Iterator
from pathlib import Path

from queries.gaps.rules import OF, RULES, Rule

FILE = Path(__file__).resolve().parents[2] / "docs" / "gaps.md"

_HEAD = """# Coverage gaps: where nobody is responsible

Made from the headers of `queries/gaps/*.cypher` by `make docs`; do not edit. *Unknown* stands apart from *gap*: the
files that were loaded do not say enough to decide. A rule's percentage is of decided subjects only. Mark: S the policy
article, N a published norm, I our own inference. `flask gaps --rule G04` lists what a rule finds, `--summary` counts.

To add a rule: one file `queries/gaps/<id>_<name>.cypher` with such a header. Its statement starts with a `MATCH` of its
anchor, so that it can be held to one place, and returns `subject`, `label`, `name`, `status` (gap, unknown, or note for
what is in order but worth saying), `place` (the code of the place under which it is listed) and `detail`. What it is a
percentage of is a count in `queries/gaps/of/`, which rules share. Then `make docs`, and in `tests/world` one row that
breaks it and one that does not.
"""
_SEVERITIES = {"critical": "严重 critical", "high": "重要 high", "medium": "一般 medium"}
_MARKS = {"S": "the policy article", "N": "a published norm", "I": "our own inference"}


def render() -> str:
    """The whole document."""
    return (
        "\n".join((_HEAD, *_overview(), *(line for rule in RULES.values() for line in _rule(rule)), *_counts())) + "\n"
    )


def _overview() -> Iterator[str]:
    yield "| id | 名称 | name | severity | percent of |\n|---|---|---|---|---|"
    for rule in RULES.values():
        yield f"| {rule.id} | {rule.title.zh} | {rule.title.en} | {rule.severity} | {rule.percent_of.en} |"
    yield ""


def _rule(rule: Rule) -> Iterator[str]:
    yield f"## {rule.id} {rule.title.zh} · {rule.title.en}\n"
    yield f"{rule.definition.zh}。{rule.definition.en}\n"
    yield f"- severity: {_SEVERITIES[rule.severity]} · mark: {rule.mark}, {_MARKS[rule.mark]} · name: `{rule.name}`"
    yield f"- percent of: {rule.percent_of.zh} {rule.percent_of.en} (`of/{rule.of}.cypher`)"
    yield f"- what to do: {rule.advice.zh}。{rule.advice.en}"
    yield f"- unknown: {rule.unknown.zh}。{rule.unknown.en}"
    if rule.note:
        yield f"- note: {rule.note.zh} · {rule.note.en}"
    if rule.thresholds:
        yield f"- thresholds: {' · '.join(f'`{name}` {value:g}' for name, value in rule.thresholds.items())}"
    details = (f"`{column.name}` {column.title.zh} {column.title.en}" for column in rule.detail)
    yield f"- detail: {' · '.join(details)}\n"


def _counts() -> Iterator[str]:
    yield "## Counts that rules share\n"
    for of in OF.values():
        users = ", ".join(rule.id for rule in RULES.values() if rule.of == of.id)
        yield f"- `{of.id}`: {of.title.zh} · {of.title.en} ({users})"


if __name__ == "__main__":
    FILE.write_text(render(), "utf-8")
