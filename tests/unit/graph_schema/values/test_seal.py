"""Sealing and digesting."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_schema.errors import SettingsError
from graph_schema.values.seal import Seal

SEAL = Seal(b"k" * 32)


@given(st.text())
def test_what_is_sealed_is_opened(text: str) -> None:
    assert SEAL.open(SEAL.seal(text)) == text


def test_the_same_text_never_gives_the_same_token() -> None:
    assert SEAL.seal("19900001234") != SEAL.seal("19900001234")
    assert "19900001234" not in SEAL.seal("19900001234")


def test_digests_are_stable_and_kept_apart_by_purpose_and_key() -> None:
    digest = SEAL.digest("19900001234", "phone")

    assert digest == Seal(b"k" * 32).digest("19900001234", "phone")
    assert len(digest) == 64
    assert digest != SEAL.digest("19900001234", "id")
    assert digest != Seal(b"o" * 32).digest("19900001234", "phone")


@pytest.mark.parametrize("token", ["", "nonsense", "AAAA", "字"])
def test_a_token_that_is_none_is_refused(token: str) -> None:
    with pytest.raises(SettingsError):
        SEAL.open(token)


def test_another_key_does_not_open_it() -> None:
    with pytest.raises(SettingsError):
        Seal(b"o" * 32).open(SEAL.seal("19900001234"))


def test_a_short_key_is_refused() -> None:
    with pytest.raises(SettingsError):
        Seal(b"short")
