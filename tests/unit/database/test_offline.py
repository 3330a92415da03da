"""An offline import whose owner was killed: the half-made store is gone, and whoever waits is told."""

import json
from pathlib import Path

import pytest

from database.server import offline
from database.server.home import Home


@pytest.fixture
def home(tmp_path: Path) -> Home:
    made = Home(tmp_path / "neo4j")
    for part in ("databases", "transactions"):
        for name in ("neo4j", "system"):
            (made.root / "data" / part / name).mkdir(parents=True)
    return made


def stores(home: Home) -> set[str]:
    return {str(found.relative_to(home.root / "data")) for found in (home.root / "data").glob("*/*")}


def test_one_that_had_begun_leaves_an_empty_graph(home: Home) -> None:
    place = offline.Place(home.folder / "offline")
    offline.ask(place, "2026-11-25-001", ["--nodes=Person=a.csv"])
    place.begun.touch()

    offline.recover(place, home)

    assert stores(home) == {"databases/system", "transactions/system"}
    assert json.loads(place.ended.read_text("utf-8"))["code"] == 1
    assert not place.wanted.exists() and not place.begun.exists()


def test_one_that_was_only_asked_for_leaves_the_graph_alone(home: Home) -> None:
    place = offline.Place(home.folder / "offline")
    offline.ask(place, "2026-11-25-001", [])

    offline.recover(place, home)

    assert "databases/neo4j" in stores(home)
    assert json.loads(place.ended.read_text("utf-8"))["code"] == 1


def test_without_a_request_nothing_happens(home: Home) -> None:
    place = offline.Place(home.folder / "offline")

    offline.recover(place, home)

    assert not place.folder.exists()


def test_one_that_had_ended_is_kept(home: Home) -> None:
    place = offline.Place(home.folder / "offline")
    offline.ask(place, "2026-11-25-001", [])
    place.begun.touch()
    place.ended.write_text('{"code": 0, "said": ""}', "utf-8")

    offline.recover(place, home)

    assert "databases/neo4j" in stores(home)
    assert json.loads(place.ended.read_text("utf-8"))["code"] == 0
    assert not place.wanted.exists() and not place.begun.exists()
