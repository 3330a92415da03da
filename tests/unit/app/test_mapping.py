"""What a person says of columns: remembered by shape, refused where no roster has it, forgotten at will."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from app.cases import mapping
from graph_schema.errors import InputError, NotFound
from graph_schema.values.moment import CHINA
from records.store import Records

AT = datetime(2026, 11, 25, 9, tzinfo=CHINA)
FILES: list[dict[str, Any]] = [
    {"file": "名单.xlsx", "sheets": [{"sheet": "封面"}, {"sheet": "名册", "shape": "s1", "roster": None}]}
]


@pytest.fixture
def records(tmp_path: Path) -> Iterator[Records]:
    made = Records(f"sqlite:///{tmp_path / 'records.sqlite'}")
    yield made
    made.close()


def keep(records: Records, header: str = "", roster: str = "building_leaders", **chosen: str) -> mapping.Sheet:
    sheet = mapping.sheet_of(records, FILES, 1, 2)
    mapping.keep(records, sheet, roster, header, chosen, by="office", at=AT)
    return mapping.sheet_of(records, FILES, 1, 2)


def test_what_was_said_is_remembered(records: Records) -> None:
    sheet = keep(records, "4、3", A="-", D="building_leader", AA="building_leader.phone", E="")
    assert sheet.remembered is not None
    assert sheet.remembered.header_lines == (3, 4)
    assert sheet.remembered.fields == {0: "", 3: "building_leader", 26: "building_leader.phone"}
    assert [sheet.chosen(letter) for letter in ("A", "D", "AA", "E")] == [
        mapping.UNUSED,
        "building_leader",
        "building_leader.phone",
        mapping.AUTO,
    ]


def test_it_is_forgotten(records: Records) -> None:
    mapping.forget(records, keep(records, D="building_leader"))
    assert mapping.sheet_of(records, FILES, 1, 2).remembered is None


@pytest.mark.parametrize("header", ["x", "0", "3-4", "1,2,3,4", "1234567"])
def test_strange_lines_are_refused(records: Records, header: str) -> None:
    with pytest.raises(InputError, match="Write the lines"):
        keep(records, header)


def test_neither_a_strange_roster_nor_a_strange_field(records: Records) -> None:
    with pytest.raises(InputError, match="Choose which roster"):
        keep(records, roster="nonsense")
    with pytest.raises(InputError, match="no field of this roster"):
        keep(records, D="birthday_cake")


@pytest.mark.parametrize(("file", "number"), [(0, 1), (1, 0), (1, 1), (1, 3), (2, 1)])
def test_there_is_nothing_else_to_put_right(records: Records, file: int, number: int) -> None:
    with pytest.raises(NotFound):
        mapping.sheet_of(records, FILES, file, number)
