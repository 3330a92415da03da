"""`flask load`, `flask imports`, `flask undo`: what scripts rely on, with the tiny world's workbooks."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from app.cases.importing import Importing, Order
from database.connection import Connection
from settings import Settings
from tests.neo4j.command_line import Flask, command_line
from tests.world import write


@pytest.fixture
def flask(empty_graph: Connection, settings: Settings, tmp_path: Path) -> Flask:
    """The command line on an empty graph, with records of this test's own."""
    return command_line(settings, tmp_path)


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    return list(write(tmp_path / "world"))


def document(result: Result) -> Any:
    return json.loads(result.stdout)


def test_a_load_without_a_terminal_writes_without_asking(flask: Flask, files: list[Path]) -> None:
    result = flask("load", *files, "--json")
    told = document(result)
    assert (result.exit_code, told["applied"], told["import"][-4:]) == (0, True, "-001")
    assert {file["file"] for file in told["files"]} == {file.name for file in files}
    assert told["difference"]["nodes"]["Building"]["created"] == 5
    assert told["gaps"] == {"closed": 0, "opened": 11}  # G01 1, G04 1, G06 1, G08 2, G15 1, G17 3, G24 2


def test_a_dry_run_says_the_same_and_writes_nothing(flask: Flask, files: list[Path]) -> None:
    tried, done = document(flask("load", *files, "--dry-run", "--json")), document(flask("load", *files, "--json"))
    assert (tried["applied"], done["applied"]) == (False, True)
    assert {**tried, "applied": True} == done


def test_loading_again_changes_nothing_and_an_undo_gives_the_former_hash(flask: Flask, files: list[Path]) -> None:
    empty = document(flask("imports", "--json", "--hash"))
    first = flask("load", *files, "--json")
    full = document(flask("imports", "--json", "--hash"))
    again = document(flask("load", *reversed(files), "--json"))
    counted = {**again["difference"]["nodes"], **again["difference"]["relationships"]}
    assert {verb: sum(c.get(verb, 0) for c in counted.values()) for verb in ("created", "changed", "ended")} == {
        "created": 0,
        "changed": 0,
        "ended": 0,
    }
    assert document(flask("imports", "--json", "--hash"))["hash"] == full["hash"] != empty["hash"]
    undone = document(flask("undo", "last", "--json"))
    assert undone["undoes"] == document(first)["import"]
    history = document(flask("imports", "--json", "--hash"))
    assert history["hash"] == empty["hash"]
    assert [(made["kind"], made["state"]) for made in history["imports"]] == [
        ("undo", "applied"),
        ("load", "applied"),
        ("load", "undone"),
    ]


def test_one_by_one_is_taken_back_from_the_last(flask: Flask, files: list[Path]) -> None:
    made = [document(flask("load", file, "--json"))["import"] for file in files[:2]]
    refused = flask("undo", made[0], "--json")
    assert refused.exit_code == 1
    assert document(refused)["applied"] is False
    assert {conflict["later_import"] for conflict in document(refused)["conflicts"]} == {made[1]}
    assert [flask("undo", each, "--yes").exit_code for each in reversed(made)] == [0, 0]


def test_the_history_as_a_table_names_files_and_states(flask: Flask, files: list[Path]) -> None:
    assert "还没有导入过" in flask("imports").stdout
    flask("load", *files, "--yes")
    shown = flask("imports", "--locale", "en").stdout
    assert files[0].name in shown
    assert "applied" in shown


def test_what_is_refused_is_listed_with_its_cell_and_the_rest_is_written(flask: Flask, files: list[Path]) -> None:
    torn = files[0].with_name("损坏.xlsx")
    torn.write_bytes(files[0].read_bytes()[:2000])
    result = flask("load", torn, *files)
    assert result.exit_code == 1
    assert "损坏.xlsx" in result.stdout
    assert "已写入" in result.stdout


def test_nothing_but_unreadable_files_is_no_import(flask: Flask, tmp_path: Path) -> None:
    torn = tmp_path / "损坏.xlsx"
    torn.write_bytes(b"PK\x03\x04")
    result = flask("load", torn, "--json")
    assert (result.exit_code, document(result)["applied"]) == (1, False)
    assert document(flask("imports", "--json")) == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("load", "没有.xlsx"), "没有这个文件"),
        (("load", "没有.xlsx", "--locale", "en"), "no such file"),
        (("load", "/"), "是文件夹"),
        (("load", "README.md", "./README.md"), "写了两次"),
        (("load",), "Missing argument"),
        (("undo",), "Missing argument"),
    ],
)
def test_wrong_use_is_said_in_a_line(flask: Flask, arguments: tuple[str, ...], said: str) -> None:
    result = flask(*arguments)
    assert (result.exit_code, said in result.stderr) == (2, True)


def test_an_unknown_import_is_said_in_the_language_asked_for(flask: Flask) -> None:
    assert "没有可撤销的导入" in flask("undo", "2026-01-01-001").stderr
    result = flask("undo", "2026-01-01-001", "--locale", "en")
    assert (result.exit_code, "no import 2026-01-01-001" in result.stderr) == (1, True)


def test_on_a_terminal_it_asks_first(flask: Flask, files: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.commands.load.on_terminal", lambda: True)
    monkeypatch.setattr("click.confirm", _no)
    loaded: list[Order] = []
    monkeypatch.setattr(Importing, "load", lambda *_a, **_k: loaded.append(_a[0]))
    result = flask("load", *files)
    assert (result.exit_code, loaded) == (1, [])
    assert "什么也没有写入" in result.stdout


def _no(_text: str, *, abort: bool) -> bool:
    import click

    assert abort
    raise click.Abort
