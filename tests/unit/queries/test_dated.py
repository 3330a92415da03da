"""The contract that no answer rests on what is over finds what it is there to find."""

from pathlib import Path

import pytest

from graph_schema.cypher import current
from queries.statement import Statement
from tests.contracts.dated import faults

R, X = current("r"), current("x")


def found(text: str, **header: object) -> list[str]:
    return list(faults(Statement(Path("a/b.cypher"), header, text)))


@pytest.mark.parametrize(
    "text",
    [
        f"MATCH (a:Grid)<-[r:SERVES]-(p) WHERE r.role = $role AND {R} RETURN a",
        f"MATCH (a:Grid)-[r:PART_OF WHERE {R}]->{{0,7}}(b) RETURN a",
        f"MATCH way = (a:Grid)-[:PART_OF*0..8]->(b) WHERE all(x IN relationships(way) WHERE {X}) RETURN a",
        f"MATCH (a:Grid)-[links:PART_OF*0..8]->(b) WHERE all(x IN links WHERE {X}) RETURN a",
        f"RETURN EXISTS {{ (a)-[r:COVERS|MANAGES]->(b) WHERE {R} }} OR EXISTS {{ (b)<-[r:SERVES]-(c) WHERE {R} }} AS x",
        "MATCH (a:Grid) RETURN [x IN a.names WHERE x > 1] AS names",
        "// (a)-[:SERVES]->(b)\nMATCH (a:Grid) RETURN a",
    ],
)
def test_what_is_current_is_in_order(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "MATCH (a:Grid)<-[r:SERVES]-(p) RETURN a",
        "MATCH (a:Grid)<-[r:SERVES]-(p) WHERE r.until IS NULL RETURN a",
        "MATCH (a:Grid)<-[:SERVES]-(p) RETURN a",
        "MATCH (a:Grid)-->(p) RETURN a",
        "MATCH (a:Grid)-[r]->(p) RETURN a",
        "MATCH (a:Grid)-[:PART_OF*0..8]->(b) RETURN a",
        "MATCH way = (a:Grid)-[:PART_OF*0..8]->(b) RETURN a",
        f"MATCH (a:Grid)-[r:SERVS]->(b) WHERE {R} RETURN a",
        f"RETURN EXISTS {{ (a)-[r:COVERS]->(b) WHERE {R} }} AND EXISTS {{ (b)<-[r:SERVES]-(c) }} AS has",
    ],
)
def test_what_may_be_over_is_found(text: str) -> None:
    assert found(text)


def test_history_may_be_meant() -> None:
    assert found("MATCH (a:Grid)<-[r:SERVES]-(p) RETURN r.since AS since", history=["r"]) == []
