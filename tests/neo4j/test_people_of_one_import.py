"""Two rows of one import that may be one person: asked before anything is written, and answered by the row."""

from pathlib import Path

import pytest

from database.connection import Connection
from database.reading import read
from graph_schema.values.seal import Seal
from loaders.choices import Choices
from loaders.faults import Review
from tests.neo4j.rosters_world import load, rehearse
from tests.neo4j.test_rosters_again import PLACES, homes, leaders, written


@pytest.fixture
def graph(empty_graph: Connection, seal: Seal, tmp_path: Path) -> Connection:
    """One community with two buildings."""
    start = ["云杉县", "松涛镇", "松涛社区", "429091101001", "第一网格", "松涛苑"]
    load(empty_graph, seal, [written(tmp_path / "楼栋信息.csv", [PLACES, [*start, "1栋", "6"], [*start, "2栋", "6"]])])
    return empty_graph


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Two of one name, with a number each."""
    return leaders(tmp_path, ["1栋", "王芳", "19900000101", ""], ["2栋", "王芳", "19900000102", ""])


@pytest.fixture
def review(graph: Connection, seal: Seal, file: Path) -> Review:
    (found,) = rehearse(graph, seal, [file]).report.reviews
    return found


def people(graph: Connection) -> int:
    return int(read(graph, "MATCH (p:Person) RETURN count(p) AS n")[0]["n"])


def test_the_same_person_has_both_numbers(graph: Connection, seal: Seal, file: Path, review: Review) -> None:
    said = Choices(answers={review.key: f"as:{review.sides[0].as_row}:"})
    prepared = load(graph, seal, [file], choices=said)

    assert read(graph, "MATCH (p:Person) RETURN p.phone_last4 AS one, p.phone2_last4 AS two") == [
        {"one": "0101", "two": "0102"}
    ]
    assert prepared.answered == {review.key: "P00000001"}
    assert rehearse(graph, seal, [file], choices=said).changes == ()


def test_somebody_else_is_another(graph: Connection, seal: Seal, file: Path, review: Review) -> None:
    prepared = load(graph, seal, [file], choices=Choices(answers={review.key: "new"}))

    assert (people(graph), prepared.report.reviews) == (2, ())
    again = Choices(answers={review.key: f"new:{prepared.answered[review.key]}"})
    assert rehearse(graph, seal, [file], choices=again).changes == ()


def test_two_rows_that_say_the_same_are_two_where_somebody_says_so(
    graph: Connection, seal: Seal, tmp_path: Path
) -> None:
    file = homes(tmp_path, *[["1栋", "1", "101", "王芳", "", "", "", ""]] * 2)
    (review,) = rehearse(graph, seal, [file]).report.reviews
    load(graph, seal, [file], choices=Choices(answers={review.key: "new"}))

    assert people(graph) == 2
