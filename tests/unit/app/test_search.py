"""The address of a search never keeps a whole phone number."""

from pathlib import Path

import pytest

from app import create_app
from settings import Settings


@pytest.mark.parametrize("typed", ["19900002046", "199 0000 2046", "+8619900002046"])
def test_a_whole_number_gives_way_to_its_last_four_digits(typed: str, tmp_path: Path) -> None:
    client = create_app(Settings(var=tmp_path)).test_client()
    answer = client.get("/search", query_string={"q": typed})
    assert (answer.status_code, answer.location) == (303, "/search?q=2046")
