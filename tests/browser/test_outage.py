"""Neo4j stops under the running application: a page says so, asks again by itself, and is the card once it answers."""

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, expect

from app import create_app
from database.connection import local_endpoint
from settings import Settings
from tests.browser import world
from tests.browser.conftest import serving
from tests.browser.proxy import Wire
from tests.browser.visit import Visit

pytestmark = pytest.mark.usefixtures("county")
CARD = f"/household/{world.HOUSEHOLD}"


@pytest.fixture
def wire(server: Settings) -> Iterator[Wire]:
    """A wire to the run's Neo4j."""
    found = urlsplit(local_endpoint(server).uri)
    assert found.hostname
    assert found.port
    made = Wire((found.hostname, found.port))
    made.mend()
    yield made
    made.cut()


@pytest.fixture
def far_visit(server: Settings, wire: Wire, browser: Browser) -> Iterator[Visit]:
    """Pages of an application that reaches Neo4j by the wire alone."""
    settings = Settings(var=server.var, neo4j_uri=f"bolt://127.0.0.1:{wire.port}", neo4j_password=server.password())
    application = create_app(settings)
    for address in serving(application):
        opened = Visit(browser, address)
        yield opened
        opened.close()
        assert opened.wrong == []
    application.extensions["connection"].close()


def test_it_says_so_and_comes_back(far_visit: Visit, wire: Wire) -> None:
    page = far_visit.page()
    page.goto(CARD)
    expect(page.locator(".chain")).to_be_visible()
    wire.cut()
    answer = page.goto(CARD)
    assert answer
    assert answer.status == 503
    expect(page.get_by_role("heading", level=1)).to_have_text("暂时查不到")
    assert page.locator('meta[http-equiv="refresh"]').get_attribute("content") == "10"
    assert page.request.get(f"{far_visit.address}/health").status == 503
    wire.mend()
    expect(page.locator(".chain")).to_be_visible(timeout=20_000)
    assert page.request.get(f"{far_visit.address}/health").json()["graph"] is True
