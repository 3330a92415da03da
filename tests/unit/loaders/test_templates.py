"""Templates: each is recognised as its roster, shows how, and keeps numbers texts."""

import datetime as dt
from pathlib import Path

import pytest
from openpyxl import load_workbook

from loaders.headings import lay_out
from loaders.read import read
from loaders.recognise import Leaf, Table, recognise
from loaders.remarks import EXPLANATION, kind_of
from loaders.roster import CROSSTAB, Roster
from loaders.sources import ROSTERS
from loaders.templates import DAY, headings_of, template
from loaders.written import choices_of

FIRST_FREE = 4


@pytest.mark.parametrize("roster", ROSTERS.values(), ids=ROSTERS)
class TestEveryTemplate:
    def test_is_recognised_as_its_roster(self, roster: Roster, tmp_path: Path) -> None:
        table, words = recognise(read(_written(tmp_path, roster)))

        assert isinstance(table, Table) and isinstance(words, Leaf)
        assert (table.roster.code, table.layout.unknown, table.layout.ignored) == (roster.code, (), ())

    def test_names_every_column_as_it_is_meant(self, roster: Roster, tmp_path: Path) -> None:
        table = recognise(read(_written(tmp_path, roster)))[0]
        assert isinstance(table, Table)

        days = set(table.layout.crossings)
        found = [table.layout.named(column) for column in sorted(table.layout.headings) if column not in days]
        assert found == [heading.field for heading in headings_of(roster) if heading.field != DAY]
        assert len(days) == (7 if roster.shape == CROSSTAB else 0)

    def test_has_a_line_that_shows_how_and_is_no_data(self, roster: Roster, tmp_path: Path) -> None:
        table = recognise(read(_written(tmp_path, roster)))[0]
        assert isinstance(table, Table)

        assert [kind_of(row, table) for row in table.body] == [EXPLANATION]

    def test_offers_the_words_that_the_loader_reads(self, roster: Roster, tmp_path: Path) -> None:
        page = load_workbook(_written(tmp_path, roster)).worksheets[0]

        offered = {
            next(iter(validation.sqref.ranges)).min_col - 1: str(validation.formula1).strip('"').split(",")
            for validation in page.data_validations.dataValidation
        }
        for column, heading in enumerate(headings_of(roster)):
            assert offered.get(column, []) == list(choices_of(heading.reads).values())

    def test_keeps_numbers_of_people_texts(self, roster: Roster, tmp_path: Path) -> None:
        page = load_workbook(_written(tmp_path, roster)).worksheets[0]

        for column, heading in enumerate(headings_of(roster), 1):
            if heading.reads in ("phones", "id", "day"):
                assert page.cell(FIRST_FREE, column).number_format == "@"


def test_an_id_number_is_asked_for_only_where_homes_or_members_are_registered() -> None:
    asking = {code for code, roster in ROSTERS.items() if any(h.field.endswith(".id") for h in headings_of(roster))}

    assert asking <= {code for code, each in ROSTERS.items() if each.subject == "room"} | {"party_members"}
    assert {"residents", "party_members"} <= asking


def test_the_phone_of_a_further_person_says_whose_it_is() -> None:
    roster = ROSTERS["building_leaders"]
    headings = {column: heading.text for column, heading in enumerate(headings_of(roster))}

    deputy = next(c for c, h in enumerate(headings_of(roster)) if h.field == "deputy_building_leader.phone")
    assert headings[deputy].startswith("副楼栋长")
    assert lay_out(roster, headings).attributes["deputy_building_leader"]["phone"] == [deputy]


def test_days_across_begin_with_the_day_that_is_given(tmp_path: Path) -> None:
    file = tmp_path / "排班.xlsx"
    file.write_bytes(template(ROSTERS["shifts"], dt.date(2026, 12, 28)))
    table = recognise(read(file))[0]

    assert isinstance(table, Table)
    assert list(table.layout.crossings.values())[::6] == ["2026-12-28", "2027-01-03"]


def _written(folder: Path, roster: Roster) -> Path:
    file = folder / f"{roster.zh}.xlsx"
    file.write_bytes(template(roster))
    return file
