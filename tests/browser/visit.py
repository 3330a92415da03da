"""A person at a browser: pages of a size, language and theme, and whatever those pages did that they must not."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, ViewportSize

AXE = Path(__file__).parents[2] / "app" / "assets" / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
THEMES: tuple[Literal["light"], Literal["dark"]] = ("light", "dark")
DESKTOP, PHONE, NARROW = (1280, 860), (360, 760), (320, 640)


@dataclass
class Visit:
    """`wrong`: requests to another host, and errors on the console, which a breach of the content policy is too."""

    browser: Browser
    address: str
    wrong: list[str] = field(default_factory=list)
    contexts: list[BrowserContext] = field(default_factory=list)

    def page(
        self,
        size: tuple[int, int] = DESKTOP,
        *,
        language: str = "zh",
        theme: Literal["light", "dark"] = "light",
        **options: Any,
    ) -> Page:
        """A page of its own context."""
        context = self.browser.new_context(
            viewport=ViewportSize(width=size[0], height=size[1]),
            color_scheme=theme,
            reduced_motion="reduce",
            base_url=self.address,
            **options,
        )
        context.add_cookies([{"name": "language", "value": language, "url": self.address}])
        context.on("request", self._asked)
        self.contexts.append(context)
        page = context.new_page()
        page.on("console", self._said)
        page.on("pageerror", lambda error: self.wrong.append(str(error)))
        return page

    def close(self) -> None:
        """Closes all that was opened."""
        for context in self.contexts:
            context.close()

    def _asked(self, request: Request) -> None:
        if not request.url.startswith((self.address, "data:", "blob:")):
            self.wrong.append(f"asked {request.url}")

    def _said(self, message: ConsoleMessage) -> None:
        expected = "Failed to load resource: the server responded with a status of"
        if message.type == "error" and not message.text.startswith(expected):
            self.wrong.append(message.text)


def overflows(page: Page) -> int:
    """By how many pixels the page is wider than the window."""
    return int(page.evaluate("document.documentElement.scrollWidth - innerWidth"))


def barriers(page: Page) -> list[tuple[str, str, list[str]]]:
    """What axe finds on a page whose context lets scripts in: in which theme, the rule, the elements that break it."""
    page.evaluate(AXE.read_text("utf-8"))
    broken: list[tuple[str, str, list[str]]] = []
    for theme in THEMES:
        page.emulate_media(color_scheme=theme)
        found = page.evaluate("rules => axe.run(document, {runOnly: rules})", RULES)
        broken += [(theme, each["id"], [n["html"][:120] for n in each["nodes"]]) for each in found["violations"]]
    return broken
