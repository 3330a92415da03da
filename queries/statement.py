"""A .cypher file taken apart: its YAML header, the statement, and what the statement takes and returns."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

_HEADER = re.compile(r"/\*---\n(?P<yaml>.*?)\n---\*/\n?", re.DOTALL)
# Inside braces YAML ends a plain text at its question mark, which every question has.
_ASKED = re.compile(r"(?P<before>\b(?:zh|en): )(?P<words>[^'\"\[\]{},\n]*\?)(?=\s*[,}])")
_ASIDE = re.compile(r"//[^\n]*|/\*.*?\*/|'(?:\\.|[^'\\])*'|\"(?:\\.|[^\"\\])*\"", re.DOTALL)
_PARAMETER = re.compile(r"\$([A-Za-z_]\w*)")
_RETURN = re.compile(r"\bRETURN\b(?:\s+DISTINCT\b)?", re.IGNORECASE)
_CLAUSE_AFTER_RETURN = re.compile(r"\b(?:ORDER\s+BY|SKIP|OFFSET|LIMIT|UNION)\b|;", re.IGNORECASE)
_LIMIT = re.compile(r"\bLIMIT\b", re.IGNORECASE)
_ALIAS = re.compile(r"(?:.*\bAS\s+)?(?P<name>[A-Za-z_]\w*)", re.IGNORECASE | re.DOTALL)
_OPEN, _CLOSE = "([{", ")]}"


class Refused(ValueError):
    """A .cypher file whose header and statement do not fit; the message names the file and says what to change."""

    def __init__(self, file: Path, why: str) -> None:
        super().__init__(f"{file.parent.name}/{file.name}: {why}")


@dataclass(frozen=True)
class Statement:
    """One .cypher file: `header` is {} where there is none; `text` is the Cypher without it."""

    file: Path
    header: Mapping[str, Any]
    text: str

    @property
    def parameters(self) -> frozenset[str]:
        """The names behind the $ signs."""
        return frozenset(_PARAMETER.findall(blanked(self.text)))

    @property
    def columns(self) -> tuple[str, ...]:
        """What the last RETURN names, in its order."""
        return tuple(_name(self.file, item) for item in _items(self.file, blanked(self.text)))

    def only(self, *, required: frozenset[str], allowed: frozenset[str]) -> None:
        """Refuses a header that lacks a key or has one that nobody reads."""
        if lacking := sorted(required - self.header.keys()):
            raise Refused(self.file, f"the header lacks {', '.join(lacking)}")
        if unknown := sorted(self.header.keys() - required - allowed):
            known, names = ", ".join(sorted(required | allowed)), ", ".join(map(str, unknown))
            raise Refused(self.file, f"the header has {names}, which nobody reads; known are {known}")


def load(file: Path) -> Statement:
    """The file, taken apart. Raises Refused when its header is not a YAML mapping."""
    written = file.read_text("utf-8")
    found = _HEADER.match(written)
    if found is None:
        return Statement(file, {}, written)
    try:
        header = yaml.safe_load(_ASKED.sub(r'\g<before>"\g<words>"', found["yaml"]))
    except yaml.YAMLError as error:
        raise Refused(file, f"the header is not YAML: {error}") from None
    if not isinstance(header, dict):
        raise Refused(file, "the header is not a mapping of names to values")
    return Statement(file, header, written[found.end() :].strip() + "\n")


def blanked(text: str) -> str:
    """The text with comments and literal strings blanked out, every other sign where it was."""
    return _ASIDE.sub(lambda found: re.sub(r"[^\n]", " ", found.group()), text)


def limited(text: str) -> str:
    """The text that gives `$row_limit` rows at most; one that has a limit of its own stays as it is."""
    plain = blanked(text)
    start = max((found.end() for found in _RETURN.finditer(plain) if not _depth(plain, found.start())), default=0)
    ends = any(not _depth(plain, start + found.start()) for found in _LIMIT.finditer(plain[start:]))
    return text if ends else f"{text.rstrip()}\nLIMIT $row_limit\n"


def _items(file: Path, text: str) -> list[str]:
    """The expressions of the last RETURN that no bracket encloses."""
    starts = [match.end() for match in _RETURN.finditer(text) if not _depth(text, match.start())]
    if not starts:
        raise Refused(file, "no RETURN that is not inside a bracket")
    rest = text[starts[-1] :]
    end = next((m.start() for m in _CLAUSE_AFTER_RETURN.finditer(rest) if not _depth(rest, m.start())), len(rest))
    return [item for item in _split(rest[:end]) if item]


def _depth(text: str, position: int) -> int:
    before = text[:position]
    return sum(map(before.count, _OPEN)) - sum(map(before.count, _CLOSE))


def _split(text: str) -> Iterator[str]:
    start = 0
    for position, sign in enumerate(text):
        if sign == "," and not _depth(text, position):
            yield text[start:position].strip()
            start = position + 1
    yield text[start:].strip()


def _name(file: Path, item: str) -> str:
    found = _ALIAS.fullmatch(item)
    if found is None:
        raise Refused(file, f"RETURN {item}: give it a name with AS")
    return found["name"]
