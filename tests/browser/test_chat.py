"""The chat page, used as people use it."""

from collections.abc import Callable

import pytest

from assistant.web.strings import strings
from tests.browser.conftest import Visit

pytestmark = pytest.mark.browser

Open = Callable[..., Visit]
FOUNDED = "When was KOMF founded?"


def ask(visited: Visit, question: str) -> None:
    """Type a question, press Enter, wait for the answer."""
    turns = visited.page.locator(".turn .answer").count()
    visited.page.fill("#question", question)
    visited.page.press("#question", "Enter")
    visited.page.locator(".turn .answer").nth(turns).wait_for()


def test_a_question_is_answered_with_its_quote_and_source(visit: Open, service: str) -> None:
    visited = visit(f"{service}/?language=en")
    ask(visited, FOUNDED)
    page = visited.page
    assert "2011" in page.locator("blockquote").first.inner_text()
    assert page.evaluate("document.activeElement.id") == "question"
    assert page.locator("#question").input_value() == ""
    assert "2011" in page.locator("[role=status]").inner_text()
    assert "?question=" not in page.url
    assert visited.kept() == ([], 0)
    assert visited.harmless()


def test_a_citation_opens_at_its_words_beside_the_translation(visit: Open, service: str) -> None:
    visited = visit(f"{service}/?language=en")
    ask(visited, FOUNDED)
    quote = visited.page.locator("blockquote").first.inner_text().strip("“”")
    visited.page.locator("a.action").first.click()
    mark = visited.page.locator("mark#quote")
    mark.wait_for()
    assert mark.inner_text() == quote
    assert mark.evaluate(
        "e => { const r = e.getBoundingClientRect(); return r.top >= 0 && r.top < innerHeight }"
    )
    assert visited.page.locator(".row.heads .side").count() == 2
    assert visited.page.locator(".side.told").count() == 2
    assert visited.harmless()


def test_a_follow_up_goes_with_what_was_said_before(visit: Open, service: str) -> None:
    visited = visit(f"{service}/?language=en")
    ask(visited, FOUNDED)
    with visited.page.expect_request("**/api/ask") as sent:
        ask(visited, "And BKTF?")
    body = sent.value.post_data_json
    assert [turn["role"] for turn in body["history"]] == ["user", "assistant"]
    assert "2002" in visited.page.locator(".turn").nth(1).inner_text()


def test_a_citation_is_copied_with_everything_a_journalist_needs(visit: Open, service: str) -> None:
    visited = visit(f"{service}/?language=en", permissions=["clipboard-read", "clipboard-write"])
    ask(visited, FOUNDED)
    visited.page.locator("button.copy").first.click()
    visited.page.get_by_text("Citation copied").first.wait_for()
    copied = visited.page.evaluate("navigator.clipboard.readText()")
    today = visited.page.evaluate("new Date().toLocaleDateString('sv')")
    quote = visited.page.locator("blockquote").first.inner_text()
    for part in (quote, "KOMF's mission and members", f"{service}/documents/", f"accessed {today}"):
        assert part in copied


def test_a_refusal_shows_what_is_near_and_that_it_is_no_answer(visit: Open, service: str) -> None:
    visited = visit(f"{service}/?language=en")
    ask(visited, "Which rocket flies to the moon of Jupiter?")
    shown = visited.page.locator(".answer.not_found")
    assert "No answer" in shown.locator(".badge").inner_text()
    assert shown.locator(".related .no-answer").count() == shown.locator("blockquote").count() > 0


def test_without_scripts_the_same_stands_on_the_page(visit: Open, service: str) -> None:
    for question in (FOUNDED, "Who are the members of BKTF?", "What is the budget of BKTF?"):
        texts = []
        for scripts in (True, False):
            visited = visit(f"{service}/?language=en", java_script_enabled=scripts)
            visited.page.fill("#question", question)
            visited.page.press("#question", "Enter")
            answer = visited.page.locator(".answer")
            answer.wait_for()
            visited.page.locator("button.copy").first.wait_for(state="attached")
            texts.append(answer.inner_text().replace("Copy as a citation", "").split())
        assert texts[0] == texts[1]


def test_the_keyboard_is_enough(visit: Open, service: str) -> None:
    visited = visit(f"{service}/?language=en")
    keyboard = visited.page.keyboard
    keyboard.press("Tab")
    assert visited.page.evaluate("document.activeElement.className") == "skip"
    for _ in range(20):
        keyboard.press("Tab")
        if visited.page.evaluate("document.activeElement.id") == "question":
            break
    keyboard.type(FOUNDED)
    keyboard.press("Enter")
    visited.page.locator(".turn .answer").wait_for()
    for _ in range(6):
        keyboard.press("Shift+Tab")
        if "action" in visited.page.evaluate("document.activeElement.className"):
            break
    outline = "getComputedStyle(document.activeElement).outlineStyle"
    assert visited.page.evaluate(outline) == "solid"


@pytest.mark.parametrize("language", ["sq", "en", "sr"])
def test_pages_speak_three_languages_and_fit_a_phone(
    visit: Open, service: str, language: str
) -> None:
    phone = {"width": 320, "height": 640}
    visited = visit(f"{service}/?language={language}", viewport=phone, color_scheme="dark")
    said = strings(language)
    assert visited.page.locator("html").get_attribute("lang") == language
    assert visited.page.locator("h1").inner_text() == said["chat"]["title"]
    assert said["common"]["notice"] in visited.page.locator(".foot").inner_text()
    assert "ALO 116 111" in visited.page.locator(".foot").inner_text()
    visited.page.locator(".suggested a").first.click()
    visited.page.locator(".turn .answer").wait_for()
    width = "document.documentElement.scrollWidth"
    for path in ("", f"{service}/members", f"{service}/documents/komf-misioni", f"{service}/demo"):
        if path:
            visited.page.goto(f"{path}?language={language}")
        assert visited.page.evaluate(width) <= 320, path


def test_a_service_that_is_gone_is_told_and_nothing_typed_is_lost(
    visit: Open, service: str
) -> None:
    visited = visit(f"{service}/?language=en")
    visited.page.route("**/api/ask", lambda route: route.abort())
    visited.page.fill("#question", FOUNDED)
    visited.page.press("#question", "Enter")
    visited.page.get_by_text("could not be reached").wait_for()
    assert visited.page.locator("#question").input_value() == FOUNDED
    assert visited.page.locator(".turn").count() == 0


def test_a_reply_without_a_stream_is_shown_too(visit: Open, service: str) -> None:
    visited = visit(f"{service}/?language=en")

    def whole(route: object) -> None:
        headers = {**route.request.headers, "accept": "application/json"}  # type: ignore[attr-defined]
        route.continue_(headers=headers)  # type: ignore[attr-defined]

    visited.page.route("**/api/ask", whole)
    ask(visited, FOUNDED)
    assert "2011" in visited.page.locator("blockquote").first.inner_text()
