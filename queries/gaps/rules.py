"""The rules: every .cypher file of this folder, and the shared counts in of/ of which they are a percentage.

A rule's text returns `subject` (a key), `label`, `name`, `status` (gap, unknown, note), `place` (the code of the place
under which it is listed) and `detail` (a map). A shared count's text returns `place` and `total`: how many decided
subjects lie there; unknown ones are in no denominator.
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from graph_schema.errors import NotFound
from queries import catalog, scoping
from queries.answer import Column, Words
from queries.statement import Refused, Statement, load

FOLDER = Path(__file__).parent

_RULE_COLUMNS = ("subject", "label", "name", "status", "place", "detail")
_OF_COLUMNS = ("place", "total")
_WORDS = ("title", "percent_of", "definition", "counts", "advice", "unknown")
_REQUIRED = frozenset({"id", "name", "severity", "mark", "anchor", "of", "detail", *_WORDS})
_ALLOWED = frozenset({"thresholds", "note", "history"})


class Severity(StrEnum):
    """How much a gap weighs."""

    CRITICAL = "critical"
    HIGH = "high"
    MEDIUM = "medium"


@dataclass(frozen=True)
class Of:
    """A count that rules share as their denominator."""

    id: str
    anchor: str
    title: Words
    text: str


@dataclass(frozen=True)
class Rule:
    """One coverage-gap rule. `mark`: S policy article, N published norm, I our own inference.

    `thresholds` are its defaults; an office's own reach `find` as parameters. `note` says what its notes are about.
    """

    id: str
    name: str
    title: Words
    severity: Severity
    mark: str
    anchor: str
    of: str
    percent_of: Words
    definition: Words
    counts: Words
    advice: Words
    unknown: Words
    note: Words | None
    thresholds: Mapping[str, float]
    detail: tuple[Column, ...]
    text: str

    @property
    def version(self) -> str:
        """Changes whenever the rule, its denominator or its default thresholds do: a snapshot keeps it."""
        told = "\x1f".join((self.text, OF[self.of].text, repr(sorted(self.thresholds.items()))))
        return hashlib.blake2b(told.encode(), digest_size=6).hexdigest()


def read_rule(file: Path) -> Rule:
    """The rule of one file. Raises Refused, which says what does not fit."""
    statement = load(file)
    statement.only(required=_REQUIRED, allowed=_ALLOWED)
    header = statement.header
    if file.stem != f"{header['id']}_{header['name']}":
        raise Refused(file, f"the file of rule {header['id']} is called {header['id']}_{header['name']}.cypher")
    if header["of"] not in OF:
        raise Refused(file, f"of: there is no count {header['of']} in of/; there are {', '.join(OF)}")
    if header["severity"] not in tuple(Severity):
        raise Refused(file, f"severity is one of {', '.join(Severity)}")
    thresholds = {name: float(value) for name, value in (header.get("thresholds") or {}).items()}
    _check(statement, _RULE_COLUMNS, frozenset(thresholds))
    said = {name: catalog.words(file, name, header[name]) for name in _WORDS}
    note = catalog.words(file, "note", header["note"]) if "note" in header else None
    return Rule(
        id=header["id"],
        name=header["name"],
        severity=Severity(header["severity"]),
        mark=header["mark"],
        anchor=header["anchor"],
        of=header["of"],
        note=note,
        thresholds=thresholds,
        detail=catalog.columns(file, header["detail"]),
        text=statement.text,
        **said,
    )


def read_of(file: Path) -> Of:
    """The shared count of one file."""
    statement = load(file)
    statement.only(required=frozenset({"id", "anchor", "title"}), allowed=frozenset({"about"}))
    if statement.header["id"] != file.stem:
        raise Refused(file, f"id {statement.header['id']} is not the name of the file")
    _check(statement, _OF_COLUMNS, frozenset())
    title = catalog.words(file, "title", statement.header["title"])
    return Of(statement.header["id"], statement.header["anchor"], title, statement.text)


def chosen(ids: Iterable[str] | None) -> tuple[Rule, ...]:
    """The rules of these ids, or all; raises NotFound, which says which there are."""
    if ids is None:
        return tuple(RULES.values())
    wanted = [id_.upper() for id_ in ids]
    if unknown := [id_ for id_ in wanted if id_ not in RULES]:
        zh = "、".join(f"{rule.id} {rule.title.zh}" for rule in RULES.values())
        en = ", ".join(f"{rule.id} {rule.name}" for rule in RULES.values())
        names = ", ".join(unknown)
        raise NotFound(f"没有规则 {names}。现有规则：{zh}。", f"There is no rule {names}. There are: {en}.")
    return tuple(rule for id_, rule in RULES.items() if id_ in wanted)


def _check(statement: Statement, columns: tuple[str, ...], thresholds: frozenset[str]) -> None:
    file, anchor = statement.file, statement.header["anchor"]
    if statement.columns != columns:
        raise Refused(file, f"it must RETURN {', '.join(columns)}, and returns {', '.join(statement.columns)}")
    if statement.parameters - catalog.GIVEN != thresholds:
        raise Refused(file, "its parameters beside $on and $at must be its thresholds, all of them")
    if not scoping.starts_at(statement.text, anchor):
        raise Refused(file, f"its first MATCH must be of its anchor, {anchor}, so that it can be held to a place")


OF: Mapping[str, Of] = {of.id: of for of in map(read_of, sorted((FOLDER / "of").glob("*.cypher")))}
RULES: Mapping[str, Rule] = {rule.id: rule for rule in map(read_rule, sorted(FOLDER.glob("*.cypher")))}
