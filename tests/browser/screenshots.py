"""The pictures of docs/: ``python -m tests.browser.screenshots http://127.0.0.1:8000``."""

import sys
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from tests.browser.conftest import FLAGS
from tests.conftest import ROOT

_FOUNDED = {"sq": "Kur u themelua KOMF?", "en": "When was KOMF founded?"}
_TYPED = {"sq": "trafikim", "en": "children's rights"}


def pictures(page: Page, service: str, language: str, folder: Path) -> None:
    """Take the four pages in ``language``."""

    def take(name: str) -> None:
        page.wait_for_timeout(400)
        page.screenshot(path=folder / f"{name}-{language}.png")

    page.goto(f"{service}/?language={language}")
    page.fill("#question", _FOUNDED[language])
    page.press("#question", "Enter")
    page.locator(".answer").wait_for()
    take("chat")
    page.locator("a.action").first.click()
    page.locator("mark#quote").wait_for()
    page.evaluate("scrollTo({ top: 0, behavior: 'instant' })")
    take("reader")
    page.goto(f"{service}/members?language={language}")
    take("members")
    page.goto(f"{service}/demo?language={language}")
    page.get_by_role("combobox").press_sequentially(_TYPED[language], delay=60)
    page.get_by_role("option").first.wait_for()
    page.evaluate("scrollTo({ top: 120, behavior: 'instant' })")
    take("demo")


if __name__ == "__main__":
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        for tag in _FOUNDED:
            view = browser.new_page(viewport={"width": 1000, "height": 720})
            pictures(view, sys.argv[1], tag, ROOT / "docs")
        browser.close()
