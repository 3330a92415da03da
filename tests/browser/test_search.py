"""The box finds what is meant however it is typed, by keyboard alone, and without a script."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser import world
from tests.browser.visit import Visit

pytestmark = pytest.mark.usefixtures("county")

TYPED = [
    ("张伟", f"/person/{world.LEADER}"),
    ("zhangwei", f"/person/{world.LEADER}"),
    ("zw", f"/person/{world.LEADER}"),
    ("3-1-501", f"/household/{world.HOUSEHOLD}"),
    ("2046", f"/person/{world.LEADER}"),
    ("松涛苑3栋", f"/place/{world.BUILDING}"),
]


@pytest.mark.parametrize(("typed", "target"), TYPED)
def test_as_you_type_finds_it(page: Page, typed: str, target: str) -> None:
    page.goto("/")
    page.get_by_role("combobox").fill(typed)
    expect(page.locator(f'#hits a[href="{target}"]').first).to_be_visible()
    expect(page.get_by_role("combobox")).to_have_attribute("aria-expanded", "true")


@pytest.mark.parametrize(("typed", "target"), TYPED)
def test_without_a_script_the_form_finds_it(visit: Visit, typed: str, target: str) -> None:
    page = visit.page(java_script_enabled=False)
    page.goto("/")
    page.get_by_role("combobox").fill(typed)
    page.get_by_role("search").get_by_role("button").click()
    expect(page.locator(f'#hits a[href="{target}"]').first).to_be_visible()


def test_enter_opens_the_chosen_one(page: Page) -> None:
    page.goto("/")
    box = page.get_by_role("combobox")
    box.fill("wang")
    expect(page.locator("#hits")).to_have_attribute("data-query", "wang")
    first = box.get_attribute("aria-activedescendant")
    box.press("ArrowDown")
    assert box.get_attribute("aria-activedescendant") != first
    chosen = page.locator('#hits [aria-selected="true"]').get_attribute("href")
    box.press("Enter")
    page.wait_for_url(f"**{chosen}")


def test_slash_leads_to_the_box(page: Page) -> None:
    page.goto("/gaps")
    page.keyboard.press("/")
    page.wait_for_url("**/")
    expect(page.get_by_role("combobox")).to_be_focused()


def test_nothing_is_asked_while_an_input_method_composes(page: Page) -> None:
    page.goto("/")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if "/search" in request.url else None)
    box = page.get_by_role("combobox")
    box.dispatch_event("compositionstart")
    box.fill("zhang")
    page.wait_for_timeout(500)
    assert asked == []
    box.dispatch_event("compositionend")
    expect(page.locator("#hits")).to_have_attribute("data-query", "zhang")


def test_nothing_found_names_the_nearest_and_who_is_in_charge(page: Page) -> None:
    page.goto("/search?q=松涛苑3-1-909")
    expect(page.get_by_role("heading", name="没有找到")).to_be_visible()
    expect(page.locator(".nothing")).to_contain_text("松涛苑3栋1单元")


def test_names_are_text_never_markup(page: Page) -> None:
    page.goto("/search?q=7712")
    expect(page.locator("#hits")).to_contain_text(world.MARKUP)
    assert page.locator("#hits b b").count() == 0
