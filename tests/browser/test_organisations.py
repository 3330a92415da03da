"""Units, party organisations, zones and checkpoints: each on a page of its own, and every name leads to one."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser import life, world
from tests.browser.visit import Visit

pytestmark = pytest.mark.usefixtures("lively")


def test_a_search_leads_to_a_unit_and_on_to_its_zone(page: Page) -> None:
    page.goto("/search?q=林业")
    page.locator("a.hit").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("云杉县<i>林业</i>局")
    page.locator("section[aria-labelledby=covers]").get_by_role("link", name="东片").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("东片")
    page.locator("section[aria-labelledby=buildings]").get_by_role("link", name="3栋").click()
    expect(page).to_have_url(re.compile(world.BUILDING))


def test_a_unit_says_what_it_offers_and_who_reported(page: Page) -> None:
    page.goto(f"/unit/{life.UNIT}")
    expect(page.locator("section[aria-labelledby=cobuilds]")).to_contain_text("苗木、会议室")
    expect(page.locator("section[aria-labelledby=who]")).to_contain_text("六职全")
    expect(page.locator("section[aria-labelledby=reported]")).to_contain_text("松涛社区")


def test_a_unit_of_which_nothing_is_known(page: Page) -> None:
    page.goto(f"/unit/{life.IDLE_UNIT}")
    expect(page.locator("main")).to_contain_text("还没有登记联系人")


def test_a_branch_counts_its_members_and_turns_the_pages_of_its_groups(page: Page) -> None:
    page.goto(f"/org/{life.BRANCH}")
    expect(page.locator(".figs")).to_contain_text(re.compile(r"正式党员\s*2\s*预备党员\s*1"))
    below = page.locator("section[aria-labelledby=below]")
    expect(below.locator("li")).to_have_count(50)
    below.get_by_role("link", name="下一页").click()
    expect(below).to_contain_text("第 2 / 3 页")


def test_the_party_tree_opens_without_a_script_and_is_never_a_flood(visit: Visit) -> None:
    page = visit.page(java_script_enabled=False)
    page.goto(f"/overview/{world.COMMUNITY}/party")
    tree = page.locator(".limbs")
    expect(tree.get_by_role("link", name=re.compile("还有 111 个"))).to_be_visible()
    group = tree.locator("li", has_text="3栋党小组").last
    expect(group.get_by_role("link", name="1单元302")).to_be_hidden()
    group.locator("summary").click()
    expect(group.get_by_role("link", name="1单元302")).to_be_visible()


def test_the_party_tree_by_keyboard(page: Page) -> None:
    page.goto(f"/overview/{world.COMMUNITY}/party")
    group = page.locator(".limbs li", has_text="3栋党小组").last
    group.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(group.locator("details")).to_have_attribute("open", "")


def test_responsibility_goes_from_units_to_buildings(page: Page) -> None:
    page.goto(f"/overview/{world.TOWN}/responsibility")
    tree = page.locator("section[aria-labelledby=units]")
    expect(tree).to_contain_text(re.compile("林业.*东片.*3栋.*张伟.*5栋.*空岗", re.DOTALL))
    expect(page.locator("section[aria-labelledby=zones]")).to_contain_text("六职全")
    expect(page.locator("section[aria-labelledby=cadres]")).to_contain_text("何志远")


def test_a_checkpoint_says_who_is_lacking(page: Page) -> None:
    page.goto(f"/place/{life.CHECKPOINT}?at={life.AT}")
    day = page.locator("section[aria-labelledby=day-1]")
    expect(day.locator("li", has_text="早班")).to_contain_text("现在")
    expect(day.locator("li", has_text="晚班").first).to_contain_text("缺 1 人")


def test_a_person_is_shown_with_everything_they_do(page: Page) -> None:
    page.goto(f"/person/{life.BUSY}?at={life.AT}")
    roles = ("片长", "卡点负责人", "单位联系人", "支部书记", "党小组长", "志愿者")
    for text in (*roles, "王桂兰", "每 7 天", "护理", "覃秀珍"):
        expect(page.locator("main")).to_contain_text(text)
    expect(page.locator("main")).not_to_contain_text("修热水器")


def test_a_card_shows_helpers_party_and_watch_but_no_need(page: Page) -> None:
    page.goto(f"/household/{world.HOUSEHOLD}?at={life.AT}")
    expect(page.locator("section[aria-labelledby=pairs]")).to_contain_text("六职全")
    expect(page.locator("section[aria-labelledby=pairs]")).to_contain_text("微心愿")
    expect(page.locator("section[aria-labelledby=party]")).to_contain_text("3栋党小组")
    expect(page.locator("section[aria-labelledby=watch]")).to_contain_text("松涛苑东门")
    expect(page.locator("main")).not_to_contain_text("修热水器")


def test_the_overview_says_which_checkpoints_are_short_tonight(page: Page) -> None:
    page.goto(f"/overview/{world.TOWN}?at={life.AT}")
    tonight = page.locator("section[aria-labelledby=tonight]")
    expect(tonight).to_contain_text("1 个卡点缺人")
    expect(tonight).to_contain_text("张伟")
    page.locator("section[aria-labelledby=party]").get_by_role("link", name="组织树").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("党组织")
