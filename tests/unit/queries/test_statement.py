"""A .cypher file taken apart: what it takes, what it returns, and which headers are refused."""

from pathlib import Path

import pytest

from queries.statement import Refused, Statement, blanked, load


def statement(text: str) -> Statement:
    return Statement(Path("library/places/some.cypher"), {}, text)


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("MATCH (n) RETURN n.code AS code, n", ("code", "n")),
        ("MATCH (n) RETURN DISTINCT n.code AS code ORDER BY code", ("code",)),
        ("MATCH (n) RETURN {a: n.a, b: [x IN n.c | x]} AS detail, f(n.a, 1) AS x LIMIT 3", ("detail", "x")),
        ("CALL () { MATCH (n) RETURN n.hidden AS hidden } RETURN hidden AS shown", ("shown",)),
        ("RETURN 1 AS a UNION ALL RETURN 2 AS a", ("a",)),
        ("RETURN 'x AS y, z' AS text // , AS nothing\n", ("text",)),
        ("RETURN CASE WHEN n.a = 1 THEN 'AS b' ELSE null END AS a", ("a",)),
        ("RETURN EXISTS { MATCH (m) RETURN m.x AS x } AS has", ("has",)),
    ],
)
def test_columns_are_those_of_the_outermost_return(text: str, columns: tuple[str, ...]) -> None:
    assert statement(text).columns == columns


@pytest.mark.parametrize("text", ["MATCH (n) RETURN n.code", "MATCH (n)", "CALL () { RETURN 1 AS a }", "RETURN *"])
def test_a_return_without_names_is_refused(text: str) -> None:
    with pytest.raises(Refused):
        _ = statement(text).columns


def test_parameters_in_comments_and_texts_are_none() -> None:
    assert statement("// $no\nMATCH (n {a: $yes}) WHERE n.b = '$no' /* $no */ RETURN n").parameters == {"yes"}


def test_blanking_moves_nothing() -> None:
    text = "MATCH (n) // so\nWHERE n.a = 'it\\'s' RETURN n"
    assert len(blanked(text)) == len(text)
    assert blanked(text).index("RETURN") == text.index("RETURN")


def test_a_file_without_header_is_all_statement(tmp_path: Path) -> None:
    file = tmp_path / "facts.cypher"
    file.write_text("RETURN 1 AS a\n", "utf-8")
    assert load(file) == Statement(file, {}, "RETURN 1 AS a\n")


@pytest.mark.parametrize("header", ["a: [", "- a list", "just text"])
def test_a_header_that_is_no_mapping_is_refused(tmp_path: Path, header: str) -> None:
    file = tmp_path / "some.cypher"
    file.write_text(f"/*---\n{header}\n---*/\nRETURN 1 AS a\n", "utf-8")
    with pytest.raises(Refused, match=r"some\.cypher: the header"):
        load(file)
