"""A drawing in a real Chromium: in its frame on the page, and as a file that opens offline; names are text in both."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Request, expect

from app.rendering.drawing import html
from app.rendering.surroundings import Edge, More, Node, Sheet, cut
from tests.browser import world
from tests.browser.visit import Visit, barriers

pytestmark = pytest.mark.usefixtures("county")
HOME = f"/draw/Household/{world.HOUSEHOLD}"
DRAWN = "document.documentElement.dataset.drawn"
NAMES = {
    "markup": "<img src=x onerror=\"document.title='seen'\">",
    "closing": "</script><script>document.title='seen'</script>",
    "link": "<a href=\"javascript:document.title='seen'\">名</a>",
    "long": "长" * 40,
}


def test_a_card_leads_to_its_drawing(page: Page) -> None:
    page.goto(f"/household/{world.HOUSEHOLD}")
    page.get_by_role("link", name="画出关系").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("关系图")
    expect(page.get_by_role("table").first).to_contain_text("王桂兰")


def test_the_frame_draws_and_stays_in_its_sandbox(page: Page) -> None:
    page.goto(HOME)
    expect(page.locator("iframe")).to_have_attribute("sandbox", "allow-scripts")
    frame = page.frames[1]
    frame.wait_for_function(f"Number({DRAWN}) > 3")
    assert frame.evaluate("origin") == "null"
    assert frame.locator("canvas").count() == 1


def test_its_own_route_is_sandboxed_too(page: Page) -> None:
    response = page.goto(f"/drawing/Household/{world.HOUSEHOLD}.html")
    assert response
    policy = response.headers["content-security-policy"]
    assert policy.startswith("sandbox allow-scripts; default-src 'none'")
    assert "frame-ancestors 'self'" in policy


def test_two_steps_stand_in_the_address(page: Page) -> None:
    page.goto(HOME)
    page.get_by_role("link", name="两步").click()
    page.wait_for_url("**?hops=2")
    expect(page.get_by_role("table").first).to_contain_text("3栋")
    page.get_by_role("link", name="画出关系").first.click()
    expect(page.locator("iframe")).to_be_visible()


def test_without_script_the_tables_say_it(visit: Visit) -> None:
    page = visit.page(java_script_enabled=False)
    page.goto(HOME)
    expect(page.get_by_role("table").nth(1)).to_contain_text("住在")
    expect(page.get_by_role("table").first).to_contain_text(world.MARKUP)


def test_a_child_and_numbers_are_masked(page: Page) -> None:
    page.goto(HOME)
    assert "王小雨" not in page.content() + page.frames[1].content()
    assert "19900" not in page.content() + page.frames[1].content()


@pytest.mark.parametrize("path", ["/draw/Nobody/P00000001", "/draw/Person/P51999999", f"/draw/Unit/{world.LEADER}"])
def test_a_kind_or_key_that_is_not_there(page: Page, path: str) -> None:
    response = page.goto(path)
    assert response and response.status == 404


def test_the_downloaded_file_opens_offline(page: Page, browser: Browser, tmp_path: Path) -> None:
    page.goto(f"{HOME}?hops=2")
    with page.expect_download() as waiting:
        page.get_by_role("link", name="下载这张图").click()
    file = tmp_path / "drawing.html"
    waiting.value.save_as(file)
    assert waiting.value.suggested_filename.endswith(".html")
    alone, asked = offline(browser, file)
    assert int(alone.evaluate(DRAWN)) > 5
    expect(alone.get_by_role("table").nth(1)).to_contain_text("王桂兰")
    assert alone.title() != "seen"
    assert asked == [file.as_uri()]
    alone.context.close()


def test_axe_finds_nothing_in_the_file(browser: Browser, tmp_path: Path) -> None:
    file = tmp_path / "drawing.html"
    file.write_text(html(named("张伟")), "utf-8")
    context = browser.new_context(offline=True, bypass_csp=True)
    page = context.new_page()
    page.goto(file.as_uri())
    assert barriers(page) == []
    context.close()


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_no_name_is_ever_markup(browser: Browser, tmp_path: Path, name: str) -> None:
    file = tmp_path / "named.html"
    file.write_text(html(named(name)), "utf-8")
    page, asked = offline(browser, file)
    click_the_middle(page)
    expect(page.locator("#chosen b")).to_have_text(name)
    expect(page.locator("#chosen")).to_contain_text("←")
    assert page.evaluate("document.images.length") == 0
    assert page.evaluate("document.links.length") == 0
    assert page.evaluate("document.scripts.length") == 3
    assert page.title().startswith(name) and page.title() != "seen"
    assert asked == [file.as_uri()]
    page.context.close()


def named(name: str) -> Sheet:
    """A building and four people who all have this name, as their kinds and facts have."""
    people = [Node(number, "Person", f"P{number}", (), 1, name, cut(name), name) for number in range(2, 6)]
    nodes = (Node(1, "Building", "B1", (), 0, name, name, name), *people)
    edges = tuple(Edge(node.number, 1, "SERVES", name, name) for node in people)
    bundles = (More(1, "SERVES", name, name, 9, True),)
    return Sheet("zh", name, "2026-11-25", 1, nodes, edges, bundles, dict.fromkeys(range(2, 6), 1))


def offline(browser: Browser, file: Path) -> tuple[Page, list[str]]:
    """The file in a browser without network, and every address that it asks for; it ends without an error."""
    context = browser.new_context(offline=True, viewport={"width": 1280, "height": 860})
    asked: list[str] = []

    def note(request: Request) -> None:
        if not request.url.startswith("data:"):
            asked.append(request.url)

    context.on("request", note)
    page = context.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
    page.goto(file.as_uri())
    page.wait_for_function(f"Number({DRAWN}) > 0")
    assert wrong == []
    return page, asked


def click_the_middle(page: Page) -> None:
    """Chooses what stands in the middle of a drawing."""
    box = page.locator("#graph canvas").bounding_box()
    assert box
    at = page.evaluate("Lianhu.middle()")
    page.mouse.click(box["x"] + at["x"], box["y"] + at["y"])
