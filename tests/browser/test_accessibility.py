"""axe finds nothing on any page, in either theme."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.browser.conftest import Visit

pytestmark = pytest.mark.browser

Open = Callable[..., Visit]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def violations(page: Any) -> list[str]:
    """What axe has against the page as it is now."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    options = {"runOnly": RULES, "resultTypes": ["violations"]}
    found = axe.run(page, options=options).response["violations"]
    return [
        f"{one['id']}: {place['html'][:160]} {place['failureSummary']}"
        for one in found
        for place in one["nodes"]
    ]


@pytest.fixture(params=["light", "dark"])
def open_in_theme(request: Any, visit: Open) -> Callable[[str], Any]:
    """Open a page in one of the themes, without motion."""

    def opened(address: str) -> Any:
        theme = {"color_scheme": request.param, "reduced_motion": "reduce"}
        return visit(address, **theme, bypass_csp=True).page

    return opened


@pytest.mark.parametrize("path", ["/", "/members", "/members?topic=trafikim", "/demo"])
def test_pages(open_in_theme: Callable[[str], Any], service: str, path: str) -> None:
    assert violations(open_in_theme(service + path)) == []


def test_the_reader(open_in_theme: Callable[[str], Any], service: str) -> None:
    path = "/documents/komf-misioni-en?start=49&end=90&language=en#quote"
    assert violations(open_in_theme(service + path)) == []


@pytest.mark.parametrize(
    "question", ["Who are the members of KOMF?", "What is the budget of KOMF?"]
)
def test_answers(open_in_theme: Callable[[str], Any], service: str, question: str) -> None:
    page = open_in_theme(f"{service}/?language=en")
    page.fill("#question", question)
    page.press("#question", "Enter")
    page.locator(".answer").wait_for()
    assert violations(page) == []


def test_the_box_with_suggestions_and_with_an_answer(
    open_in_theme: Callable[[str], Any], service: str, host: Callable[[str], str]
) -> None:
    page = open_in_theme(host("en"))
    field = page.get_by_role("combobox")
    field.press_sequentially("child")
    page.get_by_role("option").first.wait_for()
    field.press("ArrowDown")
    assert violations(page) == []
    field.press("Escape")
    field.fill("When was KOMF founded?")
    field.press("Enter")
    page.locator("kuvend-search .answer").wait_for()
    assert violations(page) == []


def test_the_box_behind_a_button(open_in_theme: Callable[[str], Any], service: str) -> None:
    page = open_in_theme(f"{service}/demo?language=en&position=button")
    page.locator("kuvend-search .opener").click()
    assert violations(page) == []
