"""A graph without a place: what to do first, and how far the demo is while it loads."""

from datetime import datetime

import pytest
from playwright.sync_api import Page, expect

from database.connection import Connection
from graph_schema.values.moment import CHINA
from records import jobs
from records.store import Records
from settings import Settings

AT = datetime(2026, 11, 25, 9, 0, tzinfo=CHINA)


@pytest.fixture
def records(server: Settings) -> Records:
    """The records of the run."""
    return Records.from_settings(server)


@pytest.mark.usefixtures("empty_graph")
def test_the_overview_says_what_to_do_first(page: Page) -> None:
    page.goto("/overview")
    expect(page.get_by_role("heading", level=1)).to_have_text("先放进一份名册")
    expect(page.locator("main")).to_contain_text("flask load")
    page.goto("/gaps")
    expect(page.locator("main")).to_contain_text("还没有可以检查的地点")


def test_it_shows_how_far_the_demo_is(page: Page, empty_graph: Connection, records: Records) -> None:
    with records.writing() as session:
        job = jobs.enqueue(session, "demo", {}, by="test", at=AT)
        jobs.begin(session, job.id, at=AT)
        jobs.report(session, job.id, 600, 1500, "住户信息登记表", at=AT)
    page.goto("/overview")
    expect(page.get_by_role("progressbar")).to_have_attribute("aria-valuenow", "600")
    with records.writing() as session:
        jobs.report(session, job.id, 900, 1500, "楼栋长名册", at=AT)
    expect(page.get_by_role("progressbar")).to_have_attribute("aria-valuenow", "900", timeout=10_000)
    with records.writing() as session:
        jobs.finish(session, job.id, {}, at=AT)
