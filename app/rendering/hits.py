"""What a search found, as a JSON document and as lines on a terminal."""

from collections.abc import Iterable, Iterator
from typing import Any

from graph_schema.nodes import NODES
from graph_schema.roles import ROLES
from queries.search import GROUPS, Group, tried


def as_json(groups: Iterable[Group]) -> list[dict[str, Any]]:
    """One entry a hit, in the order of the groups; `role` is a code."""
    return [
        {
            "group": hit.group,
            "code": hit.code,
            "title": hit.title,
            "path": hit.path,
            "match": hit.match,
            "role": hit.role,
            "phone": hit.phone,
        }
        for group in groups
        for hit in group.hits
    ]


def told(groups: Iterable[Group], locale: str) -> Iterator[str]:
    """A line for each group with its total, and one for each hit."""
    for group in groups:
        node = NODES[GROUPS[group.name]]
        yield f"{node.zh if locale == 'zh' else node.en} {group.total_text}"
        for hit in group.hits:
            role = ROLES[hit.role].zh if hit.role in ROLES else ""
            parts = (hit.title, role, hit.phone, hit.path, hit.code)
            yield "  " + "  ".join(part for part in parts if part)


def nothing(text: str, locale: str) -> str:
    """That nothing was found, and what was tried."""
    looked = [words.text(locale) for words in tried(text)]
    if locale == "zh":
        return f"没有找到“{text}”。查过：{'；'.join(looked) or '没有可查的内容'}。"
    return f"Nothing was found for {text}. Looked for: {'; '.join(looked) or 'nothing that can be looked for'}."
