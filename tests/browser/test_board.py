"""The gap board: worst rules first, number and percent, what is unknown apart, every state in the address."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser import life, world
from tests.browser.visit import PHONE, Visit

pytestmark = pytest.mark.usefixtures("lively")

BOARD = f"/gaps?place={world.TOWN}&at={life.AT}"


def test_severity_and_place_stand_in_the_address(page: Page) -> None:
    page.goto(BOARD)
    expect(page.locator(".heat .fam")).to_contain_text(re.compile("严重.*重要"))
    page.get_by_role("link", name="只看严重").click()
    expect(page).to_have_url(re.compile(f"place={world.TOWN}.*severity=critical"))
    expect(page.locator(".heat .rule")).not_to_contain_text("G08")
    page.get_by_label("范围").select_option(label="松涛社区")
    page.get_by_role("button", name="换范围").click()
    expect(page).to_have_url(re.compile(f"place={world.COMMUNITY}.*severity=critical"))


def test_a_cell_has_number_and_percent_and_leads_to_its_list(page: Page) -> None:
    page.goto(BOARD)
    row = page.get_by_role("row", name=re.compile("^松涛社区"))
    cell = row.get_by_role("link", name=re.compile("楼栋无楼栋长"))
    expect(cell).to_contain_text(re.compile(r"1\s*50%"))
    cell.click()
    expect(page.locator("table.cards")).to_contain_text("5栋")


def test_what_is_unknown_has_its_own_view(page: Page) -> None:
    page.goto(BOARD)
    page.get_by_label("看什么").get_by_role("link", name="数据未知").click()
    expect(page).to_have_url(re.compile("show=unknown"))
    expect(page.locator(".cell.u, .cell.z").first).to_be_visible()
    expect(page.locator(".cell.c1, .cell.c2, .cell.c3, .cell.c4")).to_have_count(0)


def test_a_phone_lists_the_rules(visit: Visit) -> None:
    page = visit.page(PHONE, java_script_enabled=False)
    page.goto(BOARD)
    expect(page.locator("table.heat")).to_be_hidden()
    expect(page.locator(".ruleline").first).to_contain_text("G01")


def test_it_prints_on_one_page_across(page: Page) -> None:
    page.goto(BOARD)
    printed = page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 1
    width, height = map(float, re.findall(rb"/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)", printed)[0])
    assert width > height
