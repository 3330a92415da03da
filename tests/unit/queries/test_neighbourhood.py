"""A picture's room is shared fairly, and it draws every relationship but that somebody has a need."""

import re

from graph_schema.relationships import RELATIONSHIPS
from graph_schema.sensitivity import OFFICE, PUBLIC
from queries.catalog import QUESTIONS
from queries.neighbourhood import Kind, drawn_types, shares

A, B, C = (Kind("P00000001", type_, True, "Person") for type_ in ("SERVES", "OWNS", "BY"))


def test_room_for_all_is_given_to_all() -> None:
    assert shares({A: 3, B: 5}, 20) == {A: 3, B: 5}


def test_too_little_room_is_shared_and_what_one_leaves_goes_to_the_others() -> None:
    assert shares({A: 100, B: 2, C: 100}, 30) == {A: 14, B: 2, C: 14}


def test_less_room_than_kinds_gives_one_each_while_it_lasts() -> None:
    assert shares({A: 9, B: 9, C: 9}, 2) == {A: 1, B: 1, C: 0}


def test_no_room_gives_nothing() -> None:
    assert shares({A: 9}, 0) == {A: 0}
    assert shares({A: 9}, -3) == {A: 0}
    assert shares({}, 5) == {}


def test_every_relationship_is_drawn_but_needs() -> None:
    assert {*RELATIONSHIPS} - {*drawn_types(OFFICE)} == {"HAS_NEED"}
    assert drawn_types(PUBLIC) == []
    question = QUESTIONS["neighbours"]
    assert "HAS_NEED" not in question.text
    assert [{*p.default} for p in question.parameters if p.name == "types"] == [{*drawn_types(OFFICE)}]
    walked = [{*found.split("|")} for found in re.findall(r"-\[[dr]:([A-Z_|]+)\]-", question.text)]
    assert walked == [{*drawn_types(OFFICE)}] * 2
