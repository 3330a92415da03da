"""Language, theme, the tree and the drill-down: they work with a script and without."""

import pytest
from playwright.sync_api import expect

from tests.browser import world
from tests.browser.visit import Visit

pytestmark = pytest.mark.usefixtures("county")
SCRIPT = pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])


@SCRIPT
def test_the_language_is_kept(visit: Visit, script: bool) -> None:
    page = visit.page(java_script_enabled=script)
    page.goto("/gaps")
    page.get_by_role("button", name="EN").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Gaps")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.goto("/")
    expect(page.locator("html")).to_have_attribute("lang", "en")


@SCRIPT
def test_the_theme_is_kept(visit: Visit, script: bool) -> None:
    page = visit.page(java_script_enabled=script)
    page.goto("/")
    with page.expect_response("**/preferences/theme"):
        page.get_by_role("button", name="切换深浅色").click()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    page.goto("/gaps")
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")


@SCRIPT
def test_the_tree_opens_and_closes(visit: Visit, script: bool) -> None:
    page = visit.page(java_script_enabled=script)
    page.goto(f"/overview/{world.TOWN}")
    page.get_by_role("link", name="展开 松涛社区").click()
    expect(page.locator("#tree")).to_contain_text("第二网格")
    page.get_by_role("link", name="展开 第二网格").click()
    expect(page.locator("#tree tr").filter(has_text="5栋")).to_contain_text("空岗")
    page.get_by_role("link", name="收起 松涛社区").click()
    expect(page.locator("#tree")).not_to_contain_text("第二网格")


@SCRIPT
def test_the_board_leads_to_the_list_and_its_file(visit: Visit, script: bool) -> None:
    page = visit.page(java_script_enabled=script)
    page.goto(f"/gaps?place={world.TOWN}")
    page.locator("tr", has_text="松涛社区").locator(f'a[href*="G04?place={world.COMMUNITY}"]').first.click()
    expect(page.locator("table.cards tbody tr")).to_have_count(1)
    expect(page.locator("table.cards")).to_contain_text("松涛社区松涛苑5栋")
    with page.expect_download() as started:
        page.get_by_role("link", name="导出 CSV").click()
    lines = started.value.path().read_text("utf-8-sig").splitlines()
    assert lines[1].startswith("G04,楼栋无楼栋长,严重,缺口,楼栋,429051101001B00005,松涛社区松涛苑5栋")


def test_a_foreign_address_is_no_way_back(visit: Visit) -> None:
    page = visit.page()
    page.goto("/")
    page.evaluate(
        "document.querySelectorAll('[name=next]').forEach(field => { field.value = '//elsewhere.example/'; })"
    )
    page.get_by_role("button", name="EN").click()
    page.wait_for_url(f"{visit.address}/")
