"""The catalogue of questions: every .cypher file of queries/library, checked against its own header when it is loaded.

`scoped` says where a question may look. `within`: everywhere or in one place, so its first MATCH is of the anchor.
`whole`: everywhere, so it is for viewers of the whole area alone. `none`: it is about one thing whose key it takes, and
whoever asks has found that thing within the viewer's area.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph_schema.model import Property
from graph_schema.nodes import NODES
from graph_schema.relationships import RELATIONSHIPS
from graph_schema.sensitivity import Sensitivity
from queries import header, scoping
from queries.answer import Column, Kind, Words
from queries.parameter import Parameter, ParameterType
from queries.statement import Refused, Statement, load

_COLUMN_KEYS = frozenset({"zh", "en", "property", "kind", "holder", "fact", "small", "words"})
LIBRARY = Path(__file__).with_name("library")
GIVEN = frozenset({"on", "at", "area", "row_limit"})  # bound for every question, declared by none


@dataclass(frozen=True)
class Question:
    """One question: its words, what it takes, what it gives, and its Cypher. `theme` is the folder it lies in.

    `watermark`: it lists people with needs, so that whatever leaves the page says who asked, when and what for.
    """

    id: str
    theme: str
    anchor: str
    title: Words
    question: Words
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    scoped: str
    text: str
    watermark: bool = False

    def within(self, *, area: bool = False) -> str:
        """The Cypher held to `$place`, and with `area` to `$area` too."""
        return scoping.within(self.text, area=area)


def read_question(file: Path) -> Question:
    """The question of one file. Raises Refused, which says what does not fit."""
    statement = load(file)
    header.check(file, statement.header)
    head = statement.header
    if head["id"] != file.stem:
        raise Refused(file, f"id {head['id']} is not the name of the file")
    question = Question(
        head["id"],
        file.parent.name,
        head["anchor"],
        _words(head["title"]),
        _words(head["question"]),
        tuple(_parameter(name, given) for name, given in (head.get("parameters") or {}).items()),
        columns(file, head["columns"]),
        head["scoped"],
        statement.text,
        head.get("watermark", False),
    )
    _check(statement, question)
    return question


def words(file: Path, name: str, given: object) -> Words:
    """Both languages of one header entry."""
    if not isinstance(given, Mapping) or given.keys() != {"zh", "en"} or not all(given.values()):
        raise Refused(file, f"{name} needs zh and en, and nothing else")
    return Words(str(given["zh"]), str(given["en"]))


def columns(file: Path, given: Mapping[str, Any]) -> tuple[Column, ...]:
    """The columns of a header, each with its property or kind looked up."""
    return tuple(_column(file, name, dict(entry)) for name, entry in given.items())


def _check(statement: Statement, question: Question) -> None:
    """Refuses a header that does not fit its Cypher."""
    file = statement.file
    declared = frozenset(parameter.name for parameter in question.parameters)
    used = statement.parameters - GIVEN
    unused = declared - used - ({"place"} if question.scoped == "within" else set())
    if used - declared or unused:
        lists = f"the text uses {_names(used)}, the header declares {_names(declared)}"
        raise Refused(file, f"parameters differ: {lists}")
    if tuple(column.name for column in question.columns) != statement.columns:
        headed = _names(column.name for column in question.columns)
        raise Refused(file, f"columns differ: RETURN gives {_names(statement.columns)}, the header {headed}")
    try:
        starts = scoping.starts_at(statement.text, question.anchor)
    except KeyError:
        raise Refused(file, f"anchor {question.anchor} is no label of the schema in snake_case") from None
    if question.scoped == "within" and not starts:
        raise Refused(file, f"scoped: within needs a first MATCH (x:{scoping.anchor_label(question.anchor)})")


def _names(names: Any) -> str:
    return ", ".join(names) or "nothing"


def _words(given: Mapping[str, Any]) -> Words:
    return Words(str(given["zh"]), str(given["en"]))


def _said(given: Mapping[str, Mapping[str, Any]]) -> tuple[tuple[str, Words], ...]:
    return tuple((str(code), _words(said)) for code, said in given.items())


def _parameter(name: str, given: Mapping[str, Any]) -> Parameter:
    return Parameter(
        name,
        ParameterType(given["type"]),
        _words(given["label"]),
        given["example"],
        given.get("default"),
        "default" in given,
        _said(given.get("choices", {})),
        given.get("least"),
        given.get("most"),
    )


def _column(file: Path, name: str, given: dict[str, Any]) -> Column:
    if unknown := given.keys() - _COLUMN_KEYS:
        raise Refused(file, f"column {name} has {_names(unknown)}, which nobody reads")
    title = words(file, f"column {name}", {key: given.get(key) for key in ("zh", "en")})
    kind = given.get("kind")
    if kind is not None and (kind not in tuple(Kind) or "property" in given):
        raise Refused(file, f"column {name}: kind is one of {_names(Kind)}, without a property beside it")
    found, owner = _property(file, name, given["property"]) if "property" in given else (None, "")
    fact, small = given.get("fact", ""), given.get("small") == "hidden"
    if fact and fact not in RELATIONSHIPS:
        raise Refused(file, f"column {name}: there is no relationship {fact}")
    if owner == "Need" and not fact:
        raise Refused(file, f"column {name} shows a need: say fact: HAS_NEED, or MET_BY where it is nobody's")
    holder, said = bool(given.get("holder", False)), _said(given.get("words", {}))
    return Column(name, title, found, owner, Kind(kind) if kind else None, holder, fact, small, said)


def _property(file: Path, column: str, written: str) -> tuple[Property, str]:
    owner, _, name = written.partition(".")
    declared = NODES.get(owner) or RELATIONSHIPS.get(owner)
    found = (declared.by_name if declared else {}).get(name)
    if found is None:
        raise Refused(file, f"column {column}: the schema has no property {written}")
    if found.sensitivity is Sensitivity.S4:
        raise Refused(file, f"column {column}: {written} is never shown; see kind: phone")
    return found, owner


def discover(folder: Path = LIBRARY) -> dict[str, Question]:
    """Every question under a folder by its id, in the order of their paths."""
    found: dict[str, Question] = {}
    for file in sorted(folder.rglob("*.cypher")):
        question = read_question(file)
        if question.id in found:
            raise Refused(file, f"a question {question.id} is there already, in {found[question.id].theme}")
        found[question.id] = question
    return found


QUESTIONS: Mapping[str, Question] = discover()
