"""Every page, on a desk and on a phone, light and dark: nothing wrong, nothing too wide, nothing that axe finds."""

import pytest

from tests.browser import life, world
from tests.browser.visit import DESKTOP, NARROW, PHONE, Visit, barriers, overflows

pytestmark = pytest.mark.usefixtures("lively")

PAGES = {
    "search": "/",
    "results": "/search?q=w",
    "nothing found": "/search?q=松涛苑3-1-909",
    "card": f"/household/{world.HOUSEHOLD}",
    "card of a public number": f"/household/{world.HOUSEHOLD}?at=2025-01-01",  # the first to call can be dialled
    "card with gaps": f"/household/{world.UNLED}-1-501",
    "building": f"/place/{world.BUILDING}",
    "compound": f"/place/{world.COMPOUND}",
    "community": f"/place/{world.COMMUNITY}",
    "person": f"/person/{world.LEADER}",
    "zone": f"/place/{life.ZONE}",
    "zone that is over": f"/place/{life.OVER}",
    "checkpoint": f"/place/{life.CHECKPOINT}?at={life.AT}",
    "person of many roles": f"/person/{life.BUSY}?at={life.AT}",
    "person of a long name": f"/person/{life.LONG}",
    "unit": f"/unit/{life.UNIT}",
    "unit of nothing": f"/unit/{life.IDLE_UNIT}",
    "organisation": f"/org/{life.BRANCH}",
    "party tree": f"/overview/{world.TOWN}/party",
    "party tree of nothing": f"/overview/{world.OTHER}/party",
    "responsibility": f"/overview/{world.TOWN}/responsibility",
    "responsibility of nothing": f"/overview/{world.OTHER}/responsibility",
    "overview": f"/overview/{world.TOWN}?open={world.COMMUNITY}&open={world.GRID_2}",
    "board": f"/gaps?place={world.TOWN}&severity=all",
    "board of what is unknown": f"/gaps?place={world.TOWN}&show=unknown",
    "list": f"/gaps/G04?place={world.TOWN}",
    "drawing": f"/draw/Household/{world.HOUSEHOLD}?hops=2",
    "not found": "/household/429051101001B00003-1-909",
}


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(visit: Visit, name: str, size: tuple[int, int]) -> None:
    page = visit.page(size, bypass_csp=True)
    page.goto(PAGES[name])
    assert barriers(page) == []


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", PAGES)
def test_it_fits_a_narrow_window(visit: Visit, name: str, language: str) -> None:
    page = visit.page(PHONE, language=language)
    page.goto(PAGES[name])
    assert overflows(page) <= 0
    page.set_viewport_size({"width": NARROW[0], "height": NARROW[1]})
    assert overflows(page) <= 0


@pytest.mark.parametrize("name", PAGES)
def test_it_has_one_heading_and_its_landmarks(visit: Visit, name: str) -> None:
    page = visit.page(java_script_enabled=False)
    page.goto(PAGES[name])
    assert page.locator("h1").count() == 1
    assert page.locator("main").count() == 1
    assert page.locator("[style]").count() == 0
