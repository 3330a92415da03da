"""The reference data that ships names only what it has."""

from graph_schema.nodes import NODES
from graph_schema.reference import MET_BY, NEEDS, SKILLS, statements


def test_every_skill_that_meets_a_need_is_there() -> None:
    assert set(MET_BY) == set(NEEDS)
    assert {skill for skills in MET_BY.values() for skill in skills} <= set(SKILLS)


def test_reference_data_has_only_declared_properties() -> None:
    for label, entries in (("Skill", SKILLS), ("Need", NEEDS)):
        assert {name for said in entries.values() for name in said} <= set(NODES[label].by_name)


def test_what_an_office_has_changed_stays() -> None:
    made = [text for text, _ in statements()]
    assert all(" SET " not in text.replace("ON CREATE SET", "") for text in made)
