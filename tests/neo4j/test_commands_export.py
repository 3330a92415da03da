"""`flask export`: files for others, masked as the pages are."""

from collections.abc import Iterator
from pathlib import Path

import networkx
import pytest
from click.testing import Result
from flask import Flask

from app import create_command_line
from database.connection import Connection
from graph_schema.values.seal import Seal
from settings import Settings
from tests.browser import world


@pytest.fixture(scope="module")
def app(connection: Connection, seal: Seal, server: Settings) -> Iterator[Flask]:
    world.erase(connection)
    world.write(connection, seal)
    made = create_command_line(server)
    yield made
    if "connection" in made.extensions:
        made.extensions["connection"].close()
    world.erase(connection)


def run(app: Flask, *arguments: str) -> Result:
    with app.app_context():
        return app.test_cli_runner().invoke(args=["export", *arguments])


def test_graphml_is_read_by_networkx(app: Flask, tmp_path: Path) -> None:
    file = tmp_path / "building.graphml"
    result = run(app, "graphml", world.BUILDING, "--hops", "2", "--to", str(file), "--at", "2026-11-25")
    assert result.exit_code == 0, result.output
    read = networkx.read_graphml(file)
    assert read.nodes[world.BUILDING]["label"] == "Building"
    assert read.nodes[world.LEADER]["marks"] == "PartyMember"
    assert any(data["type"] == "SERVES" for *_, data in read.edges(data=True))


def test_graphml_goes_to_the_terminal(app: Flask) -> None:
    result = run(app, "graphml", world.HOUSEHOLD, "--at", "2026-11-25")
    assert result.exit_code == 0, result.output
    assert "王*" in result.output and "王小雨" not in result.output
    assert "&lt;b&gt;石" in result.output
    assert "1990000" not in result.output


def test_html_in_english_by_address(app: Flask, tmp_path: Path) -> None:
    file = tmp_path / "home.html"
    result = run(app, "html", "松涛苑3-1-501", "--to", str(file), "--locale", "en", "--at", "2026-11-25")
    assert result.exit_code == 0, result.output
    assert "more not drawn" in result.output
    assert "Legend" in file.read_text("utf-8")


def test_what_nobody_knows_ends_with_one(app: Flask) -> None:
    result = run(app, "html", "不存在的地方")
    assert result.exit_code == 1
    assert "Error" in result.output or "没有" in result.output


def test_a_file_that_cannot_be_written_is_said(app: Flask, tmp_path: Path) -> None:
    result = run(app, "graphml", world.BUILDING, "--to", str(tmp_path / "none" / "file"))
    assert result.exit_code == 1
    assert "cannot be written" in result.output
