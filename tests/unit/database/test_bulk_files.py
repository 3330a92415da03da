"""The offline importer's files: one a shape, typed as the driver would write, and told to the importer by name."""

from datetime import date, datetime
from pathlib import Path

import pytest

from database.bulk import LIST_MARK, Files, arguments, ledger_after
from graph_schema.facts import NodeChange, RelationshipChange
from graph_schema.values.moment import CHINA

PERSON = NodeChange(
    "Person",
    "P00000001",
    None,
    {
        "name": "张伟",
        "retired": False,
        "service_hours": 7.5,
        "birth_date": date(1980, 2, 29),
        "name_pinyin": ["a", "b"],
    },
    frozenset({"Volunteer", "PartyMember"}),
)


def test_a_node_is_a_row_of_its_shape(tmp_path: Path) -> None:
    files = Files(tmp_path)
    files.add(PERSON)
    files.close()

    [file] = tmp_path.iterdir()
    head, row = file.read_text("utf-8").splitlines()
    assert (
        head
        == "person_id:ID(Person),name:string,retired:boolean,service_hours:double,birth_date:date,name_pinyin:string[]"
    )
    assert row == f"P00000001,张伟,false,7.5,1980-02-29,a{LIST_MARK}b"
    assert f"--nodes=Person:PartyMember:Volunteer={file.name}" in arguments(tmp_path)


def test_a_fact_names_both_ends_and_a_place_is_a_place(tmp_path: Path) -> None:
    files = Files(tmp_path)
    after = {"since": date(2024, 3, 1), "learned_on": None}
    files.add(RelationshipChange("LIVES_IN", "f1", "Person", "P1", "Household", "H1", None, after))
    files.add(NodeChange("Household", "H1", None, {"updated_at": datetime(2026, 11, 20, tzinfo=CHINA)}))
    files.close()

    texts = {file.name.split(".")[0]: file.read_text("utf-8") for file in tmp_path.iterdir()}
    assert texts["r"] == ":START_ID(Person),:END_ID(Household),fact_id:string,since:date\nP1,H1,f1,2024-03-01\n"
    assert texts["n"] == "code:ID(Household),updated_at:datetime\nH1,2026-11-20T00:00:00+08:00\n"
    assert any(told.startswith("--nodes=Place:Household=") for told in arguments(tmp_path))


def test_texts_with_line_breaks_stand_apart(tmp_path: Path) -> None:
    files = Files(tmp_path)
    for text in ("一行", "两\n行"):
        files.add(NodeChange("Request", f"R{len(text)}", None, {"text": text}))
    files.close()

    assert len(list(tmp_path.iterdir())) == 2
    [broken] = [told for told in arguments(tmp_path) if told.startswith("--multiline-fields=")]
    assert broken.endswith("-lines.csv")


def test_what_changes_something_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="empty graph"):
        Files(tmp_path).add(NodeChange("Unit", "U1", {"name": "甲"}, {"name": "乙"}))


def test_the_ledger_keeps_its_counters_and_forgets_the_schema() -> None:
    now = {"key": "ledger", "schema_version": 2, "applying": "x", "next_person": 5}

    assert ledger_after(now, "2026-11-25-001", {"next_person": 9}) == {
        "key": "ledger",
        "next_person": 9,
        "last_import": "2026-11-25-001",
    }
