"""Asking a question: by theme or by its words, a form that helps, a table, and files to take away."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser import life, world
from tests.browser.visit import DESKTOP, PHONE, Visit, barriers, overflows

pytestmark = pytest.mark.usefixtures("lively")

PAGES = {
    "list": "/ask",
    "nothing found": "/ask?q=zzz",
    "empty form": "/ask/building_roles",
    "answer": f"/ask/on_duty?at={life.AT}",
    "wrong": "/ask/building_roles?place=松涛苑9栋",
    "nothing fits": "/ask/households_without_card",
    "watermark": "/ask/visits_overdue",
}


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(visit: Visit, name: str, size: tuple[int, int]) -> None:
    page = visit.page(size, bypass_csp=True)
    page.goto(PAGES[name])
    assert page.locator("h1").count() == 1
    assert overflows(page) <= 0
    assert barriers(page) == []


def test_from_the_navigation_to_an_answer_without_a_script(visit: Visit) -> None:
    page = visit.page(java_script_enabled=False)
    page.goto("/")
    page.get_by_role("navigation", name="主导航").get_by_role("link", name="提问").click()
    page.get_by_label("在问题里找").fill("所有责任人")
    page.get_by_role("button", name="找问题").click()
    page.get_by_role("link", name="一栋楼的所有责任人").click()
    page.get_by_label("楼栋").fill("松涛苑3栋")
    page.get_by_role("button", name="查一查").click()
    expect(page.get_by_role("table")).to_contain_text("张伟")
    page.get_by_role("table").get_by_role("link", name="张伟").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("张伟")


def test_what_is_nearly_right_is_one_click_away(page: Page) -> None:
    page.goto("/ask/building_roles?place=松涛苑9栋")
    expect(page.get_by_label("楼栋 · 必填")).to_have_attribute("aria-invalid", "true")
    page.locator("form.asking").get_by_role("link").first.click()
    expect(page.get_by_role("heading", level=2)).to_contain_text("行")


def test_a_workbook_is_downloaded(page: Page) -> None:
    page.goto(f"/ask/building_roles?place={world.BUILDING}")
    with page.expect_download() as download:
        page.get_by_role("link", name="导出 Excel").click()
    assert download.value.suggested_filename.endswith(".xlsx")


def test_in_english(visit: Visit) -> None:
    page = visit.page(language="en")
    page.goto(f"/ask/person_posts?person={world.LEADER}")
    expect(page.get_by_role("table")).to_contain_text("in charge")
    expect(page.get_by_role("button", name="Ask")).to_be_visible()
