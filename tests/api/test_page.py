"""The pages, which need no JavaScript and run none."""

from dataclasses import replace

from index.library import Library
from tests.api.canned import Canned, answer_from, client_of


def test_the_page_has_a_form_and_no_script(library: Library) -> None:
    response = client_of(library).get("/")
    assert response.headers["content-type"].startswith("text/html")
    assert '<form method="get" action="/">' in response.text
    assert "<script" not in response.text


def test_an_answer_stands_on_the_page_with_its_citations(library: Library) -> None:
    page = client_of(library, Canned(answer_from(library))).get("/", params={"question": "Kush?"})
    assert "Janë dy: [1]" in page.text
    assert '<a href="https://ngo.example/#q">' in page.text
    assert 'value="Kush?"' in page.text


def test_what_people_and_documents_write_is_text(library: Library) -> None:
    attack = '"><script>alert(1)</script>'
    answer = answer_from(library)
    citation = replace(answer.citations[0], quote=attack, link="javascript:alert(1)")
    canned = Canned(replace(answer, text=attack, citations=(citation,)))
    page = client_of(library, canned).get("/", params={"question": attack}).text
    assert "<script" not in page
    assert "javascript:" not in page


def test_a_question_that_cannot_be_asked_is_explained_on_the_page(library: Library) -> None:
    response = client_of(library).get("/", params={"question": "a" * 1_001})
    assert response.status_code == 422
    assert 'role="alert"' in response.text
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
    assert "<script" not in page
    assert "<img" not in page
    assert 'href="javascript' not in page


def test_the_link_of_every_hit_without_an_address_opens_the_reader(library: Library) -> None:
    client = client_of(library)
    hits = client.get("/api/search", params={"q": "child protection"}).json()["hits"]
    (hit,) = (hit for hit in hits if hit["document"]["id"] == "hostile")
    page = client.get(hit["link"])
    assert page.status_code == 200
    assert '<mark id="quote">' in page.text
