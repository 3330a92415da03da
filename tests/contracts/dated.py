"""The rule that no answer rests on what is over, as a check of a statement's text.

Every relationship pattern has a name and a type, and each name stands with the text of `graph_schema.cypher.current`,
once for every pattern that binds it. A walk may say so of all its links at once: `all(x IN links WHERE …)`, or
`all(x IN relationships(path) WHERE …)` for the path that it is part of. A header's `history: [r]` names those of which
every period is meant.
"""

import re
from collections import Counter
from collections.abc import Iterator

from graph_schema.cypher import current
from graph_schema.relationships import RELATIONSHIPS
from queries.statement import Statement, blanked

_PATTERN = re.compile(r"(?:<-|(?<=[)}\s])-)\s*\[(?P<inside>[^\[\]]*)\]\s*-")
_INSIDE = re.compile(
    r"(?P<name>[A-Za-z_]\w*)?\s*(?::\s*(?P<types>[A-Z_|:]+))?\s*(?P<length>\*[\d.]*)?\s*(?P<rest>.*)", re.DOTALL
)
_BARE = re.compile(r"\)\s*(?:<--|-->|--)\s*\(")
_PATH = re.compile(
    r"(?P<path>[A-Za-z_]\w*)\s*=\s*(?:shortestPath\s*\()?\s*\((?P<pattern>.*?)(?=\bWHERE\b|\bWITH\b|\bRETURN\b|\bMATCH\b|,\s*\w+\s*=)",
    re.DOTALL,
)


def faults(statement: Statement) -> Iterator[str]:
    """What a statement's text says about relationships without saying when."""
    text = blanked(statement.text)
    if _BARE.search(text):
        yield "a relationship without brackets: --> has neither name nor type"
    history = set(statement.header.get("history", ()))
    bound: Counter[str] = Counter()
    for found in _PATTERN.finditer(text):
        inside = _INSIDE.fullmatch(found["inside"].strip())
        assert inside is not None
        yield from _unknown(inside)
        if inside["length"] and _whole_path_is_current(text, found.start()):
            continue
        if not inside["name"]:
            yield f"[{found['inside']}] has no name, so nothing can say when it holds"
        elif inside["types"] and inside["name"] not in history:
            bound[inside["name"]] += 1
    for name, times in bound.items():
        said = statement.text.count(current(name)) + len(_all_of(text, name))
        if said < times:
            yield f"{name} is bound {times} times, and {said} times stands with: {current(name)}"


def _unknown(inside: re.Match[str]) -> Iterator[str]:
    types = (inside["types"] or "").split("|")
    if types == [""]:
        yield f"[{inside.group()}] has no type"
    yield from (f"there is no relationship {type_}" for type_ in types if type_ and type_ not in RELATIONSHIPS)


def _whole_path_is_current(text: str, position: int) -> bool:
    """Whether the pattern at this position is part of a path of which every link is said to be current."""
    paths = [found["path"] for found in _PATH.finditer(text) if found.start() < position < found.end()]
    return any(_all_of(text, rf"relationships\(\s*{path}\s*\)") for path in paths)


def _all_of(text: str, links: str) -> list[str]:
    found = re.findall(rf"\ball\s*\(\s*(\w+)\s+IN\s+{links}\s+WHERE\s+(.*?)\)\s*\)", text, re.IGNORECASE | re.DOTALL)
    return [name for name, condition in found if current(name) in f"{condition})"]
