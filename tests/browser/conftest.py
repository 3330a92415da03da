"""What the browser tests share: the small county in the run's Neo4j, the application on a free port, one Chromium."""

import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from playwright.sync_api import Browser, Page, expect, sync_playwright
from werkzeug.serving import make_server

from app import create_app
from app.commands.server import own_command
from database.connection import Connection
from graph_schema.values.seal import Seal
from settings import ROOT, Settings
from tests.browser import life, world
from tests.browser.visit import Visit

FLAGS = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-background-networking"]
PATIENCE = 20_000  # ms; the first plan of a long statement takes seconds on a busy machine
STATIC = Path(__file__).parents[2] / "app" / "static"


@pytest.fixture(scope="session")
def application(server: Settings) -> Iterator[Flask]:
    """The application as it is served, on the run's own settings."""
    assert (STATIC / "app.js").is_file(), "The browser's files are not built: run make setup."
    made = create_app(server)
    yield made
    if "connection" in made.extensions:
        made.extensions["connection"].close()


@pytest.fixture(scope="module")
def county(connection: Connection, seal: Seal) -> Iterator[str]:
    """The small county, there for one module."""
    world.erase(connection)
    world.write(connection, seal)
    yield world.COUNTY
    world.erase(connection)


@pytest.fixture(scope="module")
def lively(connection: Connection, seal: Seal) -> Iterator[str]:
    """The small county with its units, zones, party and duty, there for one module."""
    yield from life.county(connection, seal)


@pytest.fixture(scope="session")
def address(application: Flask) -> Iterator[str]:
    """Where it answers."""
    yield from serving(application)


def serving(application: Flask) -> Iterator[str]:
    """Serves an application on a free port of this machine."""
    site = make_server("127.0.0.1", 0, application, threaded=True)
    thread = threading.Thread(target=site.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{site.server_port}"
    site.shutdown()
    thread.join()
    site.server_close()


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    """One Chromium for the run."""
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield started
        started.close()


@pytest.fixture
def visit(browser: Browser, address: str) -> Iterator[Visit]:
    """Opens pages and remembers what went wrong in them; a test ends with nothing wrong."""
    opened = Visit(browser, address)
    yield opened
    opened.close()
    assert opened.wrong == []


@pytest.fixture(scope="module")
def worker(server: Settings) -> Iterator[None]:
    """The worker that carries jobs out, as `make run` starts it."""
    process = subprocess.Popen(own_command("jobs"), cwd=ROOT)
    yield
    process.terminate()
    process.wait(20)


@pytest.fixture
def page(visit: Visit) -> Page:
    """A page of a desktop in Chinese."""
    return visit.page()
