"""The pages as the server makes them: whole without scripts, and nothing in them but text."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.web.strings import preferred, strings
from index.library import Library
from tests.api.canned import Canned, answer_from, client_of
from tests.assistant.library import document
from tests.assistant.library import library as library_of


def test_the_page_is_a_form_that_needs_no_script(library: Library) -> None:
    response = client_of(library).get("/")
    assert response.headers["content-type"].startswith("text/html")
    assert '<form class="ask" method="get" action="/">' in response.text


def test_pages_run_only_our_own_files(library: Library) -> None:
    client = client_of(library)
    for path in ("/", "/members", "/documents/misioni", "/demo"):
        response = client.get(path)
        policy = response.headers["content-security-policy"]
        assert "default-src 'none'; script-src 'self'; style-src 'self'" in policy
        assert "unsafe" not in policy
        assert "require-trusted-types-for 'script'; trusted-types 'none'" in policy
        assert not re.search(r"<style|<script(?![^>]* src=\"/)| style=| on\w+=", response.text)
        for address in re.findall(r'(?:src|<link[^>]* href)="([^"]+)"', response.text):
            assert client.get(address).status_code == 200, address


def test_an_answer_stands_on_the_page_with_its_citations(library: Library) -> None:
    page = client_of(library, Canned(answer_from(library))).get("/", params={"question": "Kush?"})
    assert "Janë dy:" in page.text
    assert '<a class="action" href="https://ngo.example/#q" rel="noopener noreferrer">' in page.text
    assert '<h2 class="question" dir="auto">Kush?</h2>' in page.text
    assert 'data-question="Kur?"' in page.text


def test_a_refusal_shows_its_nearest_passages_as_no_answer(library: Library) -> None:
    answer = answer_from(library)
    refusal = replace(Canned().answer, related=answer.citations)
    params = {"question": "Sa?", "language": "en"}
    page = client_of(library, Canned(refusal)).get("/", params=params).text
    assert page.count('<span class="no-answer">Not an answer</span>') == 1
    assert "They don&#39;t answer your question." in page
    assert 'id="quote-1"' not in page


def test_what_people_and_documents_write_is_text(library: Library) -> None:
    attack = '"><script>alert(1)</script>'
    answer = answer_from(library)
    citation = replace(
        answer.citations[0], quote=attack, link="javascript:alert(1)", reader="//evil.example"
    )
    canned = Canned(replace(answer, text=attack, citations=(citation,), short=attack))
    page = client_of(library, canned).get("/", params={"question": attack}).text
    assert "<script>" not in page
    assert "javascript:" not in page
    assert "//evil" not in page


def test_a_question_that_cannot_be_asked_is_explained_on_the_page(library: Library) -> None:
    for language in ("sq", "en", "sr"):
        params = {"question": "a" * 1_001, "language": language}
        response = client_of(library).get("/", params=params)
        assert response.status_code == 422
        assert strings(language)["failure"]["unfit"].replace("'", "&#39;") in response.text
        assert "aaaa" not in response.text


def test_the_reader_shows_the_quoted_words_marked(library: Library) -> None:
    client = client_of(library)
    text = client.get("/api/documents/misioni").json()["text"]
    start = text.index("Alfa")
    page = client.get("/documents/misioni", params={"start": start, "end": start + 4}).text
    assert '<mark id="quote">Alfa</mark>' in page
    assert page.count("<mark") == 1


def test_a_quote_over_several_paragraphs_is_marked_in_each(library: Library) -> None:
    page = client_of(library).get("/documents/misioni", params={"start": 0, "end": 100}).text
    assert page.count("<mark") > 1
    assert page.count('id="quote"') == 1


def test_the_reader_shows_a_hostile_document_as_text(library: Library) -> None:
    page = client_of(library).get("/documents/hostile", params={"end": 10**9}).text
    assert "&lt;script&gt;" in page
    assert "<script>" not in page
    assert "<img" not in page
    assert 'href="javascript' not in page


def test_the_link_of_every_hit_without_an_address_opens_the_reader(library: Library) -> None:
    client = client_of(library)
    hits = client.get("/api/search", params={"q": "child protection"}).json()["hits"]
    (hit,) = (hit for hit in hits if hit["document"]["id"] == "hostile")
    page = client.get(hit["link"])
    assert page.status_code == 200
    assert '<mark id="quote">' in page.text


def test_a_translation_stands_beside_its_original_row_by_row(tmp_path: Path) -> None:
    held = library_of(
        tmp_path,
        document("alfa", "# Alfa", "Puna jonë.", "- Një", "- Dy"),
        document(
            "alfa-en",
            "# Alpha",
            "Our work.",
            "- One",
            "- Two",
            language="en",
            translation_of="alfa",
        ),
    )
    client = client_of(held)
    page = client.get("/documents/alfa-en", params={"start": 6, "end": 15, "language": "en"}).text
    assert '<mark id="quote">Our work.</mark>' in page
    assert "Original · Shqip" in page
    assert re.search(r'side told" lang="sq">\s*<p dir="auto">Puna jonë.</p>', page)
    assert "Translation · English" in client.get("/documents/alfa?language=en").text


def test_each_language_has_the_same_strings_with_the_same_places() -> None:
    def shape(language: str) -> dict[tuple[str, str], list[str]]:
        return {
            (section, key): sorted(re.findall(r"\{\w+\}", text))
            for section, texts in strings(language).items()
            for key, text in texts.items()
        }

    assert shape("sq") == shape("en") == shape("sr")
    assert all(
        text for one in ("sq", "en", "sr") for s in strings(one).values() for text in s.values()
    )


@pytest.mark.parametrize(
    ("accepted", "language"),
    [
        (None, "sq"),
        ("de", "sq"),
        ("en-GB,en;q=0.9,sq;q=0.8", "en"),
        ("de,sr-Latn-RS;q=0.7,en;q=0.5", "sr"),
        ("hr", "sr"),
        ("en;q=x,sr", "sr"),
    ],
)
def test_pages_speak_what_the_browser_asks_for(
    accepted: str | None, language: str, library: Library
) -> None:
    assert preferred(accepted) == language
    headers = {"Accept-Language": accepted} if accepted else {}
    assert f'<html lang="{language}">' in client_of(library).get("/", headers=headers).text


def test_the_strings_for_scripts_are_whole(library: Library) -> None:
    page = client_of(library).get("/?language=en").text
    (said,) = re.findall(r'data-said="([^"]*)"', page)
    assert json.loads(said.replace("&#34;", '"').replace("&#39;", "'"))["chat"]["button"] == "Ask"


def test_files_are_known_again_and_nothing_else_is_given(library: Library) -> None:
    client = client_of(library)
    first = client.get("/static/page.css")
    tag = first.headers["etag"]
    assert client.get("/static/page.css", headers={"If-None-Match": tag}).status_code == 304
    for path in ("/static/../page.py", "/static/nothing.js", "/static/%2e%2e%2fpage.py"):
        assert client.get(path).status_code == 404
