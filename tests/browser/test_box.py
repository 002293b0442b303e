"""The search box on a page of another origin that allows it and nothing else."""

from collections.abc import Callable

import pytest

from assistant.web.strings import strings
from tests.browser.conftest import HOST_PAGE, Visit
from tests.browser.servers import answering, send

pytestmark = pytest.mark.browser

Open = Callable[..., Visit]
Host = Callable[[str], str]


def test_it_works_under_a_strict_policy_and_keeps_nothing(
    visit: Open, service: str, host: Host
) -> None:
    visited = visit(host("en"))
    page = visited.page
    field = page.get_by_role("combobox")
    field.wait_for()
    assert "personal data" in page.locator("kuvend-search .notes").inner_text()
    assert "ALO 116 111" in page.locator("kuvend-search .notes").inner_text()
    field.fill("When was BKTF founded?")
    field.press("Enter")
    page.locator("kuvend-search .answer blockquote").first.wait_for()
    assert "2002" in page.locator("kuvend-search .answer").first.inner_text()
    field.fill("And KOMF?")
    field.press("Enter")
    page.locator("kuvend-search .answer").nth(1).wait_for()
    assert "2011" in page.locator("kuvend-search .log article").first.inner_text()
    assert visited.hosts == {service.split("/")[2], host("en").split("/")[2]}
    assert visited.kept() == ([], 0)
    assert visited.harmless()


def test_suggestions_come_while_typing_and_the_arrows_choose(
    visit: Open, service: str, host: Host
) -> None:
    visited = visit(host("sq"))
    page = visited.page
    field = page.get_by_role("combobox")
    field.press_sequentially("trafikim", delay=30)
    options = page.get_by_role("option")
    page.locator("kuvend-search mark").first.wait_for()
    assert field.get_attribute("aria-expanded") == "true"
    assert "Trafikim" in page.locator("kuvend-search mark").first.inner_text()
    assert page.get_by_role("group", name=strings("sq")["box"]["members"]).count() == 1
    field.press("ArrowDown")
    chosen = field.get_attribute("aria-activedescendant")
    assert options.first.get_attribute("id") == chosen
    assert options.first.get_attribute("aria-selected") == "true"
    field.press("ArrowUp")
    field.press("ArrowUp")
    assert options.last.get_attribute("aria-selected") == "true"
    field.press("ArrowDown")
    assert field.get_attribute("aria-activedescendant") is None
    field.press("ArrowDown")
    with page.context.expect_page() as opened:
        field.press("Enter")
    assert opened.value.locator("mark#quote").count() == 1
    field.press("Escape")
    assert options.count() == 0
    assert field.get_attribute("aria-expanded") == "false"
    assert field.input_value() == "trafikim"
    assert visited.harmless()


@pytest.mark.parametrize("language", ["sq", "en", "sr"])
def test_it_speaks_the_language_of_its_page(
    visit: Open, service: str, host: Host, language: str
) -> None:
    page = visit(host(language)).page
    label = page.locator("kuvend-search label")
    label.wait_for()
    assert label.inner_text() == strings(language)["box"]["label"]


def test_behind_a_button_it_opens_and_closes_by_keyboard(visit: Open, service: str) -> None:
    visited = visit(f"{service}/demo?language=en&position=button")
    opener = visited.page.locator("kuvend-search .opener")
    opener.focus()
    visited.page.keyboard.press("Enter")
    assert opener.get_attribute("aria-expanded") == "true"
    assert visited.page.get_by_role("combobox").is_visible()
    inside = "document.querySelector('kuvend-search').shadowRoot.activeElement"
    assert visited.page.evaluate(f"{inside}.id") == "field"
    visited.page.keyboard.press("Escape")
    assert not visited.page.get_by_role("combobox").is_visible()
    assert visited.page.evaluate(f"{inside}.className") == "opener"
    assert visited.harmless()


def test_a_page_of_an_origin_that_is_not_allowed_gets_no_answer(visit: Open, service: str) -> None:
    page = HOST_PAGE.format(language="en", w=service)
    with answering(lambda handler: send(handler, page, "text/html")) as stranger:
        visited = visit(stranger)
        field = visited.page.get_by_role("combobox")
        field.fill("When was BKTF founded?")
        field.press("Enter")
        visited.page.get_by_text("could not be reached").wait_for()
        assert visited.page.locator("kuvend-search .answer").count() == 0
