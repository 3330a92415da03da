"""Masks fail closed: what a column does not declare is hidden, and what it declares follows the viewer's sight."""

from datetime import date
from typing import Any

import pytest

from graph_schema.nodes import HOUSEHOLD, NODES, PERSON
from graph_schema.sensitivity import OFFICE, PUBLIC, Sensitivity, Sight
from graph_schema.values.seal import Seal
from queries.answer import Column, Kind, Words
from queries.ask.mask import HIDDEN, Masks

NEED, REQUEST = NODES["Need"], NODES["Request"]
REVEALED = Sight(clearance=Sensitivity.S3)
SEAL = Seal(b"x" * 32)
S1 = Sight(clearance=Sensitivity.S1)
WORDS = Words("列", "column")
NUMBER = "19900000102"


def column(kind: Kind | None = None, **more: Any) -> Column:
    return Column("c", WORDS, kind=kind, **more)


def name_column(holder: bool = False) -> Column:
    return column(property=PERSON.by_name["name"], owner="Person", holder=holder)


def phone(public: bool = False) -> dict[str, Any]:
    return {"cipher": SEAL.seal(NUMBER), "last4": "0102", "public": public}


@pytest.mark.parametrize("value", ["张伟", ["张伟"], {"name": "张伟"}, date(2000, 1, 1)])
def test_a_column_that_declares_nothing_is_hidden(value: Any) -> None:
    assert Masks(OFFICE).value(column(), value) in (HIDDEN, [HIDDEN])


@pytest.mark.parametrize("value", [None, 3, 2.5, True])
def test_numbers_and_nothing_hide_nobody(value: Any) -> None:
    assert Masks(PUBLIC).value(column(), value) is value


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (Kind.COUNT, "张伟"),
        (Kind.TRUTH, "张伟"),
        (Kind.DATE, "2000-01-01"),
        (Kind.CODE, 3),
        (Kind.PATH, "张伟"),
        (Kind.PATH, ["张伟"]),
        (Kind.PHONE, NUMBER),
        (Kind.PLACE, {"name": "张伟"}),
    ],
)
def test_a_value_that_is_not_of_its_kind_is_hidden(kind: Kind, value: Any) -> None:
    assert Masks(OFFICE, SEAL).value(column(kind), value) in (HIDDEN, [HIDDEN])


@pytest.mark.parametrize(
    ("sight", "holder", "shown"),
    [(OFFICE, False, "张伟"), (S1, False, "张*"), (S1, True, "张伟"), (PUBLIC, True, "张*")],
)
def test_a_name_is_personal_and_a_holders_name_is_for_the_office(sight: Sight, holder: bool, shown: str) -> None:
    assert Masks(sight).value(name_column(holder), "张伟") == shown


@pytest.mark.parametrize(
    ("sight", "holder", "public", "shown"),
    [
        (OFFICE, True, True, NUMBER),
        (PUBLIC, False, True, NUMBER),
        (OFFICE, True, False, "199****0102"),
        (S1, True, False, "199****0102"),
        (OFFICE, False, False, "*******0102"),
        (S1, False, False, HIDDEN),
        (PUBLIC, True, False, HIDDEN),
    ],
)
def test_a_number_is_whole_only_where_its_holder_agreed(sight: Sight, holder: bool, public: bool, shown: str) -> None:
    assert Masks(sight, SEAL).value(column(Kind.PHONE, holder=holder), phone(public)) == shown


def test_without_a_seal_no_number_is_opened() -> None:
    assert Masks(OFFICE).value(column(Kind.PHONE, holder=True), phone(public=True)) == "*******0102"


def test_no_number_is_no_text() -> None:
    assert Masks(OFFICE, SEAL).value(column(Kind.PHONE), {"cipher": None, "last4": None, "public": False}) == ""


def test_the_room_of_a_home_is_personal() -> None:
    home = column(property=HOUSEHOLD.by_name["address"], owner="Household")
    assert Masks(OFFICE).value(home, "松涛苑3栋1单元501") == "松涛苑3栋1单元501"
    assert Masks(S1).value(home, "松涛苑3栋1单元501") == HIDDEN


def test_a_birth_date_is_hidden_from_the_office() -> None:
    assert (
        Masks(OFFICE).value(column(property=PERSON.by_name["birth_date"], owner="Person"), date(2000, 1, 1)) == HIDDEN
    )


def test_a_path_hides_the_door_of_a_home() -> None:
    path = [
        {"label": "Grid", "code": "G", "name": "第一网格"},
        {"label": "Household", "code": "H", "name": "501", "x": 1},
    ]
    shown = Masks(S1).value(column(Kind.PATH), path)
    assert shown == [
        {"label": "Grid", "code": "G", "name": "第一网格"},
        {"label": "Household", "code": "H", "name": "***"},
    ]


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ({"on": date(2026, 3, 1), "precision": "month"}, "2026-03"),
        ({"on": date(2026, 1, 1), "precision": "year"}, "2026"),
        ({"on": date(2026, 3, 1), "precision": None}, "2026-03-01"),
        ({"on": None, "precision": None}, ""),
        (date(2026, 3, 1), date(2026, 3, 1)),
    ],
)
def test_a_date_is_as_precise_as_it_was_written(value: Any, shown: Any) -> None:
    assert Masks(OFFICE).value(column(Kind.DATE), value) == shown


def test_who_has_a_need_is_hidden_from_the_office() -> None:
    resident = column(property=PERSON.by_name["name"], owner="Person", fact="HAS_NEED")
    assert Masks(OFFICE).value(resident, "张伟") == HIDDEN
    assert Masks(OFFICE).value(resident, None) == HIDDEN
    assert Masks(REVEALED).value(resident, "张伟") == "张伟"


def test_a_need_that_forgot_its_fact_is_hidden() -> None:
    need = column(property=NEED.by_name["name_zh"], owner="Need")
    assert Masks(OFFICE).value(need, "独居老人") == HIDDEN
    public = column(property=NEED.by_name["name_zh"], owner="Need", fact="MET_BY")
    assert Masks(OFFICE).value(public, "独居老人") == "独居老人"


@pytest.mark.parametrize(("count", "shown"), [(0, 0), (1, "<5"), (4, "<5"), (5, 5)])
def test_small_counts_are_hidden(count: int, shown: Any) -> None:
    assert Masks(OFFICE).value(column(Kind.COUNT, small=True), count) == shown
    assert Masks(REVEALED).value(column(Kind.COUNT, small=True), count) == count


def test_free_text_about_somebody_is_never_shown() -> None:
    text = column(property=REQUEST.by_name["text"], owner="Request")
    assert Masks(REVEALED).value(text, "想学书法") == HIDDEN
