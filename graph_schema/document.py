"""Renders docs/schema.md from the declarations: `python -m graph_schema.document` writes it, a test keeps it fresh."""

from collections.abc import Iterator
from pathlib import Path

from graph_schema.cypher import constraints, current, indexes
from graph_schema.model import Property, RelationshipType
from graph_schema.nodes import NODES, PLACES
from graph_schema.relationships import DATED, RELATIONSHIPS
from graph_schema.roles import ROLES

FILE = Path(__file__).resolve().parent.parent / "docs" / "schema.md"

_HEAD = """# The graph: node types, relationships, roles

Made from the declarations in `graph_schema/` by `make docs`; do not edit. `*` = needed for answers, reported where it
is missing. Sensitivity: S0 public · S1 in the office · S2 personal · S3 sensitive · S4 never in clear. *derived*
properties are computed by Lianhu and left out of the graph's hash.
"""


def render() -> str:
    """The whole document."""
    return "\n".join((_HEAD, *_nodes(), *_relationships(), *_roles(), *_database())) + "\n"


def _nodes() -> Iterator[str]:
    yield "## Node types\n"
    yield f"Second label `Place`: {', '.join(PLACES)}. `code` is unique over all places.\n"
    for node in NODES.values():
        yield f"### {node.label} {node.zh} ({node.en})\n"
        yield f"An extra label of `{node.of}`.\n" if node.of else f"Key: `{node.key}`.\n"
        yield from _table(node.properties)


def _relationships() -> Iterator[str]:
    yield "## Relationship types\n"
    yield "Dated ones hold on the half-open days `[since, until)`; in Cypher *current* is always written\n"
    yield f"```cypher\n{current('r')}\n```\n\nand they all carry:\n"
    yield from _table(DATED)
    for relationship in RELATIONSHIPS.values():
        yield f"### {relationship.type} {relationship.zh} ({relationship.en})\n"
        yield f"{_ends(relationship)}. {relationship.sensitivity.name}{_limits(relationship)}.\n"
        if relationship.properties:
            yield from _table(relationship.properties)


def _limits(relationship: RelationshipType) -> str:
    one = ""
    if relationship.at_most_one:
        one = f", at most one at a time{' of each kind' if relationship.discriminator else ''}"
    return one if relationship.dated else f"{one}, reference data without dates"


def _ends(relationship: RelationshipType) -> str:
    targets: dict[str, list[str]] = {}
    for start, end in relationship.ends:
        targets.setdefault(start, []).append(end)
    return " · ".join(f"{start} → {', '.join(ends)}" for start, ends in targets.items())


def _table(properties: tuple[Property, ...]) -> Iterator[str]:
    yield "| property | 中文 | kind | sensitivity | values, source |\n|---|---|---|---|---|"
    for p in properties:
        kind = f"{p.kind}{' + precision' if p.precision else ''}{' *derived*' if p.derived else ''}"
        values = " · ".join(f"`{c.code}` {c.zh}" for c in p.choices if len(p.choices) < 12) or p.norm
        yield f"| `{p.name}`{'*' if p.needed else ''} | {p.zh} | {kind} | {p.sensitivity.name} | {values} |"
    yield ""


def _roles() -> Iterator[str]:
    yield "## Roles (`SERVES.role`)\n"
    yield "| code | 中文 | gloss | a vacant slot breaks |\n|---|---|---|---|"
    for role in ROLES.values():
        yield f"| `{role.code}` | {role.zh} | {role.en} | {role.gap} |"
    yield ""


def _database() -> Iterator[str]:
    yield "## What the database is told\n\n```cypher"
    yield from (f"{text};" for text in (*constraints(), *indexes()))
    yield "```"


if __name__ == "__main__":
    FILE.write_text(render(), "utf-8")
