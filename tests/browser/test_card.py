"""The household card: whom to call in which order, why, and from which row; whole numbers only where public."""

import pytest
from flask import Flask
from playwright.sync_api import Page, expect

from database.connection import Connection
from tests.browser import world
from tests.browser.visit import Visit

pytestmark = pytest.mark.usefixtures("county")
CARD = f"/household/{world.HOUSEHOLD}"


def test_the_chain_begins_with_the_leader_and_ends_with_the_duty_phones(page: Page) -> None:
    page.goto(CARD)
    names = page.locator(".chain > li:not(.skipped) .name").all_inner_texts()
    assert names[:3] == ["张伟", "覃秀珍", "何志远"]
    assert names[-3:] == ["松涛社区值班电话", "松涛镇值班电话", "云杉县值班电话"]


def test_every_entry_says_where_it_comes_from(page: Page) -> None:
    page.goto(CARD)
    expect(page.locator(".chain > li:not(.skipped) .from")).to_have_count(
        page.locator(".chain > li:not(.skipped)").count()
    )
    expect(page.locator(".link.first .from")).to_contain_text("行")


def test_only_public_numbers_can_be_dialled(page: Page) -> None:
    page.goto(CARD)
    assert "199****2046" in page.content()
    assert "19900002046" not in page.content()
    dialled = page.locator('a[href^="tel:"]').evaluate_all("links => links.map(link => link.getAttribute('href'))")
    assert dialled == ["tel:19900000172", "tel:07195550100", "tel:07195550010", "tel:07195550000"]


def test_a_vacancy_is_listed_with_the_rule_that_it_breaks(page: Page) -> None:
    page.goto(f"/household/{world.UNLED}-1-501")
    skipped = page.locator(".link.skipped").filter(has_text="楼栋长")
    expect(skipped).to_contain_text("空岗")
    skipped.get_by_role("link", name="G04").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("G04")
    expect(page.locator("table.cards")).to_contain_text("松涛苑5栋")


def test_a_child_under_14_is_named_by_the_surname_alone(page: Page) -> None:
    page.goto(CARD)
    expect(page.locator("[aria-labelledby=family]")).to_contain_text("王*")
    assert "王小雨" not in page.content()


def test_names_are_text_never_markup(page: Page) -> None:
    page.goto(CARD)
    expect(page.locator("[aria-labelledby=family]")).to_contain_text(world.MARKUP)


def test_another_moment_stands_in_the_address(page: Page) -> None:
    page.goto(CARD)
    page.get_by_role("link", name="今晚").click()
    page.wait_for_url("**?at=*T22%3A30")
    expect(page.locator(".chain")).to_contain_text("非工作时间")


def test_before_anybody_was_appointed_the_duty_phone_is_left(page: Page) -> None:
    page.goto(f"{CARD}?at=2025-01-01")
    expect(page.locator(".link.first .name")).to_contain_text("值班电话")


def test_a_household_that_is_not_there_leads_to_the_nearest(page: Page) -> None:
    page.goto(f"/household/{world.BUILDING}-1-909")
    expect(page.get_by_role("heading", level=1)).to_have_text("没找到")
    page.locator(".note .hints a").first.click()
    expect(page.locator(".chain")).to_be_visible()


def test_the_page_takes_at_most_four_round_trips(application: Flask) -> None:
    client = application.test_client()
    client.get(CARD)
    connection: Connection = application.extensions["connection"]
    before = connection.round_trips
    assert client.get(CARD).status_code == 200
    assert connection.round_trips - before <= 4


def test_paper_keeps_the_chain_and_drops_the_controls(visit: Visit) -> None:
    page = visit.page()
    page.goto(CARD)
    page.emulate_media(media="print")
    expect(page.locator(".chain")).to_be_visible()
    expect(page.locator(".top")).to_be_hidden()
    expect(page.locator(".ask")).to_be_hidden()
