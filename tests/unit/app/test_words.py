"""Dates, shares, roles and numbers as pages show them, in both languages."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from flask import Flask

from app import create_app
from app.rendering import pictures, urls, words
from settings import Settings

TODAY = date(2026, 11, 25)


@pytest.fixture(scope="module")
def application(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    return create_app(Settings(var=Path(tmp_path_factory.mktemp("var"))))


@pytest.fixture(params=["zh", "en"])
def language(request: pytest.FixtureRequest, application: Flask) -> Iterator[str]:
    with application.test_request_context(
        "/gaps?at=2026-11-01&open=a&open=b", headers={"Cookie": f"language={request.param}"}
    ):
        yield request.param


def test_a_day_of_this_year_has_no_year(language: str) -> None:
    assert words.day(date(2026, 11, 2), TODAY) == {"zh": "11-02", "en": "2 Nov"}[language]


@pytest.mark.parametrize("written", ["2025-03-01", "2026-03", "2024"])
def test_other_days_stay_as_they_are(language: str, written: str) -> None:
    assert words.day(written, TODAY) == written


def test_a_role_stays_chinese_with_a_gloss(language: str) -> None:
    assert words.role("building_leader") == {"zh": "楼栋长", "en": "楼栋长 (building leader)"}[language]


def test_a_share_is_whole_only_where_it_is(language: str) -> None:
    shares = [words.percent_number(part, 10_000) for part in (0, 1, 5_000, 9_999, 10_000)]
    assert shares == ["0", "0.1", "50", "99.9", "100"]


def test_a_number_is_dialled_without_its_signs(language: str) -> None:
    assert urls.dial("0719-555 0100") == "07195550100"


def test_this_page_with_one_thing_changed(language: str) -> None:
    assert urls.here(at=None) == "/gaps?open=a"
    assert urls.toggled("b", True) == "/gaps?at=2026-11-01&open=a"
    assert urls.gap_link("G04", "429051") == "/gaps/G04?place=429051&at=2026-11-01"


def test_a_name_in_a_drawing_is_text(language: str) -> None:
    assert "&lt;b&gt;" in pictures.sev("c", "<b>")
