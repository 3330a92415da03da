"""The sums of a difference, as the import pages show them."""

from app.rendering.imports import sums


def test_a_new_member_is_one_new_person() -> None:
    difference = {
        "nodes": {"Person": {"created": 2, "same": 1}, "PartyMember": {"created": 1}},
        "relationships": {"SERVES": {"created": 3, "ended": 1}},
    }
    assert sums(difference) == {"created": 5, "changed": 0, "ended": 1, "removed": 0, "same": 1}
