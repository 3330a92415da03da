"""CSV that Excel opens rightly, and an answer in words."""

import csv
import io
from datetime import date

import pytest

from app.rendering.answer import as_csv, as_json
from app.rendering.table import MARK, csv_text
from graph_schema.nodes import HOUSEHOLD
from graph_schema.values.moment import Moment
from queries.answer import Answer, Column, Kind, Words


def read(text: str) -> list[list[str]]:
    assert text.startswith(MARK)
    return list(csv.reader(io.StringIO(text.removeprefix(MARK))))


@pytest.mark.parametrize("value", ["=1+1", "+1", "-1", "@x", "\t=1", "\r=1", "\n=1", "＝1", "-A1+cmd|' /C calc'!A0"])
def test_no_cell_is_a_formula(value: str) -> None:
    assert read(csv_text(["头"], [[value]]))[1][0].startswith("'")


def test_numbers_stay_numbers_and_commas_stay_inside() -> None:
    assert read(csv_text(["a", "b", "c"], [[-3, 'x,"y"', None]])) == [["a", "b", "c"], ["-3", 'x,"y"', ""]]


ANSWER = Answer(
    "some",
    (
        Column("occupancy", Words("居住情况", "Occupancy"), HOUSEHOLD.by_name["occupancy"], "Household"),
        Column("roles", Words("角色", "Roles"), kind=Kind.ROLE),
        Column("since", Words("起", "Since"), kind=Kind.DATE),
        Column("path", Words("位置", "Path"), kind=Kind.PATH),
    ),
    (
        {
            "occupancy": "rented",
            "roles": ["building_leader", "volunteer"],
            "since": date(2026, 3, 1),
            "path": [
                {"label": "Town", "code": "1", "name": "松涛镇"},
                {"label": "Grid", "code": "2", "name": "第一网格"},
            ],
        },
    ),
    Moment.of_day(date(2026, 11, 25)),
)


def test_an_answer_is_a_document_of_codes() -> None:
    document = as_json(ANSWER)
    assert (document["question"], document["at"]) == ("some", "2026-11-25")
    assert document["rows"][0]["since"] == "2026-03-01"
    assert document["rows"][0]["occupancy"] == "rented"


def test_an_answer_is_a_sheet_of_words() -> None:
    assert read(as_csv(ANSWER)) == [
        ["居住情况", "角色", "起", "位置"],
        ["出租", "楼栋长、志愿者", "2026-03-01", "松涛镇 › 第一网格"],
    ]
    assert read(as_csv(ANSWER, "en"))[1][:2] == ["rented", "building leader、volunteer"]
