"""Chinese is the source; no sentence of a page is without its English."""

from functools import cache
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

APP = Path(__file__).parents[3] / "app"
ENGLISH = APP / "translations" / "en" / "LC_MESSAGES" / "messages.po"
HOW = [
    ("templates/**.html", "jinja2"),
    ("views/**.py", "python"),
    ("cases/**.py", "python"),
    ("rendering/**.py", "python"),
]


@pytest.fixture(scope="module")
def catalogue() -> Catalog:
    with ENGLISH.open("rb") as file:
        return read_po(file, locale="en")


@cache
def said() -> frozenset[str]:
    """Every sentence that pages ask a translation of."""
    return frozenset(
        message for _file, _line, message, *_rest in extract_from_dir(APP, HOW) if isinstance(message, str)
    )


def test_pages_say_something() -> None:
    assert len(said()) > 100


def test_every_sentence_has_its_english(catalogue: Catalog) -> None:
    assert sorted(text for text in said() if not (catalogue.get(text) and catalogue[text].string)) == []


def test_no_translation_is_left_over(catalogue: Catalog) -> None:
    assert sorted(str(message.id) for message in catalogue if message.id and message.id not in said()) == []


def test_placeholders_are_the_same(catalogue: Catalog) -> None:
    assert [str(message.id) for message in catalogue if message.id and message.check()] == []
