"""The catalogue refuses a header that does not fit its statement, and says what to change."""

from pathlib import Path

import pytest

from graph_schema.cypher import current
from graph_schema.nodes import PERSON
from queries import scoping
from queries.answer import Kind
from queries.catalog import read_question
from queries.statement import Refused

HEADER = """/*---
id: some_question
anchor: building
scoped: within
title: {zh: 一, en: one}
question: {zh: 一？, en: one?}
parameters:
  least: {type: int, label: {zh: 至少, en: At least}, example: 3, default: 1}
columns:
  building: {zh: 楼栋, en: Building, kind: place}
  leader: {zh: 楼栋长, en: Leader, property: Person.name, holder: true}
---*/
"""
TEXT = "MATCH (b:Building) WHERE b.floors > $least RETURN b.name AS building, b.x AS leader\n"


def question_file(folder: Path, header: str = HEADER, text: str = TEXT) -> Path:
    file = folder / "some_question.cypher"
    file.write_text(header + text, "utf-8")
    return file


def test_a_question_knows_its_columns_and_parameters(tmp_path: Path) -> None:
    question = read_question(question_file(tmp_path))
    building, leader = question.columns
    assert (building.kind, building.property) == (Kind.PLACE, None)
    assert (leader.property, leader.owner, leader.holder) == (PERSON.by_name["name"], "Person", True)
    assert (question.parameters[0].default, question.parameters[0].has_default) == (1, True)


@pytest.mark.parametrize(
    ("change", "to", "says"),
    [
        ("id: some_question", "id: other", "not the name of the file"),
        ("anchor: building", "anchor: house", "anchor house is no label"),
        ("anchor: building", "anchor: grid", r"needs a first MATCH \(x:Grid\)"),
        ("scoped: within", "scoped: everywhere", "scoped is everywhere: write one of whole, within, none"),
        ("scoped: within\n", "", "lacks scoped"),
        ("title: {zh: 一, en: one}", "title: {zh: 一}", "title lacks en"),
        ("question:", "colour: red\nquestion:", "has colour, which nobody reads"),
        ("  least:", "  most:", "parameters differ: the text uses least, the header declares most"),
        ("type: int", "type: number", "parameters least type is number: write one of place"),
        ("type: int", "type: choice", "parameters least lacks choices"),
        (", example: 3", "", "parameters least lacks example"),
        ("  building: {", "  house: {", "columns differ: RETURN gives building, leader, the header house, leader"),
        ("kind: place", "kind: colour", "columns building kind is colour: write one of count"),
        ("kind: place", "kind: place, property: Building.name", "columns building: kind or property, not both"),
        ("type: int", "type: int, choices: {a: {zh: 一, en: one}}", "choices belong to type choice"),
        ("kind: place", "kind: place, fact: HAS_SHOE", "there is no relationship HAS_SHOE"),
        ("Person.name", "Need.name_zh", "shows a need: say fact"),
        ("kind: place", "kind: place, small: shown", "columns building small: 'hidden' was expected"),
        ("kind: place", "sort: up", "has sort, which nobody reads"),
        ("Person.name", "Person.shoe_size", "the schema has no property Person.shoe_size"),
        ("Person.name", "Person.phone_cipher", "is never shown"),
    ],
)
def test_a_header_that_does_not_fit_is_refused(tmp_path: Path, change: str, to: str, says: str) -> None:
    assert change in HEADER
    with pytest.raises(Refused, match=says):
        read_question(question_file(tmp_path, HEADER.replace(change, to, 1)))


def test_the_message_names_the_file(tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"/some_question\.cypher: "):
        read_question(question_file(tmp_path, text="MATCH (b:Building) RETURN b.name AS building, 1 AS leader\n"))


def test_within_starts_at_the_place() -> None:
    held = scoping.within("MATCH (b:Building) MATCH (c:Building) RETURN b")
    assert held == (
        f"MATCH (:Place {{code: $place}})<-[scope_below:PART_OF WHERE {current('scope_below')}]-{{0,7}}(b:Building) "
        "MATCH (c:Building) RETURN b"
    )


def test_within_an_area_the_place_is_bounded_too() -> None:
    assert scoping.within("MATCH (b:Building) RETURN b", area=True).startswith("MATCH (:Place {code: $area})<-[")


def test_what_has_no_place_of_its_own_is_held_by_its_scope() -> None:
    held = scoping.within("MATCH (p:Person {status: 'active'}) RETURN p")
    assert held == "MATCH (p:Person {status: 'active'} WHERE $place IN p.scope) RETURN p"
    assert "$area IN p.scope" in scoping.within("MATCH (p:Person) RETURN p", area=True)


@pytest.mark.parametrize(
    ("anchor", "label"), [("place", "Place"), ("party_org", "PartyOrg"), ("micro_grid", "MicroGrid")]
)
def test_an_anchor_is_a_label_in_snake_case(anchor: str, label: str) -> None:
    assert scoping.anchor_label(anchor) == label
