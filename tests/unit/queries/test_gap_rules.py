"""A rule's header is checked when it is loaded; its document is fresh; its version changes with it."""

from dataclasses import replace
from pathlib import Path

import pytest

from queries import document
from queries.gaps import OF, RULES, chosen
from queries.gaps import document as gaps_document
from queries.gaps.rules import FOLDER, read_rule
from queries.statement import Refused

G04 = FOLDER / "G04_building_without_leader.cypher"


def test_the_documents_are_fresh() -> None:
    assert gaps_document.FILE.read_text("utf-8") == gaps_document.render(), "run `make docs`"
    assert document.FILE.read_text("utf-8") == document.render(), "run `make docs`"


def test_every_shared_count_is_used() -> None:
    assert {rule.of for rule in RULES.values()} == set(OF)


def test_the_version_changes_with_the_text() -> None:
    rule = RULES["G04"]
    assert rule.version != replace(rule, text=rule.text + " ").version
    assert rule.version != replace(rule, thresholds={"most": 3.0}).version


def test_rules_are_chosen_by_id_in_their_own_order() -> None:
    assert [rule.id for rule in chosen(["g06", "G01"])] == ["G01", "G06"]
    assert [rule.id for rule in chosen(None)] == list(RULES)


@pytest.mark.parametrize(
    ("change", "to", "says"),
    [
        ("id: G04", "id: G05", "is called G05_building_without_leader"),
        ("severity: critical", "severity: grave", "severity is one of critical, high, medium"),
        ("of: occupied_buildings", "of: houses", "there is no count houses"),
        ("mark: S", "colour: red", "lacks mark"),
        ("anchor: building", "anchor: grid", "first MATCH must be of its anchor, grid"),
        ("mark: S", "mark: S\nthresholds: {most: 3}", "its parameters"),
        ("AS subject", "AS code", "it must RETURN subject"),
        ("kind: count", "kind: counts", "kind is one of"),
    ],
)
def test_a_rule_that_does_not_fit_is_refused(tmp_path: Path, change: str, to: str, says: str) -> None:
    written = G04.read_text("utf-8")
    assert change in written
    file = tmp_path / G04.name
    file.write_text(written.replace(change, to, 1), "utf-8")
    with pytest.raises(Refused, match=says):
        read_rule(file)
