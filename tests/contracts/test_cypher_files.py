"""What every .cypher file under queries/ promises, whoever wrote it and whenever."""

import re
from pathlib import Path

import pytest

import queries
from database.connection import Connection
from graph_schema.model import Kind as PropertyKind
from graph_schema.nodes import NODES
from graph_schema.sensitivity import Sensitivity
from queries import scoping
from queries.catalog import QUESTIONS
from queries.gaps import OF, RULES
from queries.statement import Statement, blanked, load
from tests.contracts.dated import faults

ROOT = Path(queries.__file__).parent
FILES = sorted(ROOT.rglob("*.cypher"))
SCOPED = {
    **{question.id: question.text for question in QUESTIONS.values() if question.scoped == "within"},
    **{rule.id: rule.text for rule in RULES.values()},
    **{of.id: of.text for of in OF.values()},
}
HISTORY = {statement.header.get("id"): statement.header.get("history", ()) for statement in map(load, FILES)}
_NOW = re.compile(r"\b(?:date|datetime|localdatetime|time|localtime|timestamp)\s*\(\s*\)", re.IGNORECASE)
_WRITES = re.compile(r"\b(?:CREATE|MERGE|SET|DELETE|REMOVE|DROP|LOAD\s+CSV|FOREACH)\b")


def named(file: Path) -> str:
    return str(file.relative_to(ROOT))


@pytest.fixture(params=FILES, ids=named)
def statement(request: pytest.FixtureRequest) -> Statement:
    return load(request.param)


def test_there_are_files() -> None:
    assert FILES


def test_every_relationship_is_current(statement: Statement) -> None:
    assert list(faults(statement)) == []


def test_now_is_a_parameter(statement: Statement) -> None:
    assert not _NOW.search(blanked(statement.text))


def test_nothing_is_written(statement: Statement) -> None:
    assert not _WRITES.search(blanked(statement.text))


def test_what_something_is_never_comes_out_as_an_extra_label(statement: Statement) -> None:
    extra = {f"'{label}'" for label, node in NODES.items() if node.of} | {"'Place'"}
    for left_out in re.findall(r"WHERE NOT l IN \[([^\]]*)\]", statement.text):
        assert set(left_out.split(", ")) == extra


def test_labels_are_of_the_schema(statement: Statement) -> None:
    labels = {
        label
        for found in re.finditer(r"\(\s*\w*\s*:\s*([A-Za-z|&!: ]+?)\s*[){W]", blanked(statement.text))
        for label in re.findall(r"[A-Z]\w+", found[1].removesuffix("W"))
    }
    assert labels <= {*NODES, "Place"}


@pytest.mark.neo4j
def test_the_server_plans_it(statement: Statement, connection: Connection) -> None:
    parameters = dict.fromkeys(statement.parameters)
    connection.rows(f"EXPLAIN {statement.text}", parameters, timeout=30)


@pytest.mark.neo4j
@pytest.mark.parametrize("id_", SCOPED)
@pytest.mark.parametrize("area", [False, True], ids=["place", "place and area"])
def test_the_server_plans_what_is_held_to_a_place(id_: str, area: bool, connection: Connection) -> None:
    held = Statement(ROOT, {"history": HISTORY[id_]}, scoping.within(SCOPED[id_], area=area))
    parameters = dict.fromkeys((*held.parameters, "place", "area"))
    connection.rows(f"EXPLAIN {held.text}", parameters, timeout=30)
    assert list(faults(held)) == []


@pytest.mark.parametrize("id_", QUESTIONS)
def test_every_column_says_what_it_is(id_: str) -> None:
    undeclared = [c.name for c in QUESTIONS[id_].columns if c.property is None and c.kind is None]
    assert undeclared == []


@pytest.mark.parametrize("id_", RULES)
def test_every_column_of_a_rules_detail_says_what_it_is(id_: str) -> None:
    assert [c.name for c in RULES[id_].detail if c.property is None and c.kind is None] == []


@pytest.mark.parametrize("id_", QUESTIONS)
def test_a_question_about_needs_has_a_watermark_and_hides_whose_they_are(id_: str) -> None:
    question = QUESTIONS[id_]
    if "HAS_NEED" not in blanked(question.text):
        return
    people = [column for column in question.columns if column.owner in ("Person", "Household")]
    assert question.watermark
    assert [column.name for column in people if column.fact != "HAS_NEED"] == []
    assert [c.name for c in question.columns if c.owner == "Need" and c.fact == "MET_BY" and people] == []


@pytest.mark.parametrize("id_", QUESTIONS)
def test_no_free_text_about_somebody_is_a_column(id_: str) -> None:
    free = [
        column.name
        for column in QUESTIONS[id_].columns
        if column.property is not None
        and column.property.sensitivity is Sensitivity.S3
        and column.property.kind is PropertyKind.TEXT
        and not column.property.choices
    ]
    assert free == []
