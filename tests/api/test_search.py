"""``GET /api/search``."""

import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.highlights import highlights
from index.library import Library
from tests.api.canned import client_of


def test_a_hit_says_where_its_text_stands(library: Library) -> None:
    client = client_of(library)
    found = client.get("/api/search", params={"q": "trafikimi i femijeve"}).json()
    assert found.keys() == {"query", "took_ms", "hits"}
    assert found["query"].keys() == {"text", "language"}
    for hit in found["hits"]:
        document = client.get(f"/api/documents/{hit['document']['id']}").json()
        assert document["text"][hit["start"] : hit["end"]] == hit["text"]


def test_a_hit_has_the_fields_of_the_contract(library: Library) -> None:
    hits = client_of(library).get("/api/search", params={"q": "Anëtarët Alfa Beta"}).json()["hits"]
    (hit,) = (hit for hit in hits if "Alfa" in hit["text"])
    assert hit["document"] == {
        "id": "misioni",
        "title": "Misioni",
        "language": "sq",
        "publisher": "KOMF",
        "date": "2011-06",
        "url": "https://ngo.example/misioni",
    }
    assert hit["section"] == "Anëtarët"
    assert hit["page"] is None
    assert hit["link"].startswith("https://ngo.example/misioni#")
    assert isinstance(hit["score"], float)


def test_highlights_are_the_words_of_the_question_with_or_without_diacritics(
    library: Library,
) -> None:
    hits = client_of(library).get("/api/search", params={"q": "femijet"}).json()["hits"]
    marked = [hit["text"][start:end] for hit in hits for start, end in hit["highlights"]]
    assert marked == ["fëmijët"]


@pytest.mark.parametrize(
    ("text", "question", "marked"),
    [
        ("Trafikimit, trafikim", "trafikim", ["Trafikimit", "trafikim"]),
        ("fëmijë, Fëmijëve, familje", "femijet", ["fëmijë", "Fëmijëve"]),
        ("anëtarët e trafikimit", "trafkimit", ["trafikimit"]),
        ("qeni dhe qen", "qen", ["qen"]),
        ("parti, parim", "parti", ["parti"]),
        ("dhe me ne", "dhe me ne", []),
        ("në 22 nga 220", "22", ["22"]),
        ("Љубав и мир", "ljubav", ["Љубав"]),
        ("a je i", "a je i", []),
        ("para \U0001f600 fëmijë", "FËMIJË", ["fëmijë"]),
        ("Đorđe", "djordje", ["Đorđe"]),
    ],
)
def test_a_highlight_is_a_whole_word_that_the_question_meets_in_one_of_its_forms(
    text: str, question: str, marked: list[str]
) -> None:
    assert [text[start:end] for start, end in highlights(text, question, "sq")] == marked


def test_while_a_word_is_being_typed_the_passages_that_hold_it_are_found(
    library: Library,
) -> None:
    client = client_of(library)
    for typed in ("fem", "femi", "fëmij", "femije", "fmijet"):
        hits = client.get("/api/search", params={"q": typed, "typing": True}).json()["hits"]
        assert "fëmij" in hits[0]["text"].lower()
    for nothing in ("xyzw", "12345"):
        found = client.get("/api/search", params={"q": nothing, "typing": True})
        assert found.json()["hits"] == []


def test_limit_is_how_many_hits_come_at_most(library: Library) -> None:
    client = client_of(library)
    assert len(client.get("/api/search", params={"q": "Alfa", "limit": 1}).json()["hits"]) == 1
    assert client.get("/api/search", params={"q": "Alfa", "limit": 50}).status_code == 200


def test_language_is_the_one_that_was_given(library: Library) -> None:
    found = client_of(library).get("/api/search", params={"q": "KOMF", "language": "sr"})
    assert found.json()["query"] == {"text": "KOMF", "language": "sr"}


def test_composed_and_decomposed_letters_and_invisible_ones_make_the_same_question(
    library: Library,
) -> None:
    client = client_of(library)
    spellings = ("fëmijë", "fe\u0308mije\u0308", "fë\u200bmijë\u2060 ")
    texts = {client.get("/api/search", params={"q": q}).json()["query"]["text"] for q in spellings}
    assert texts == {"fëmijë"}


def test_a_question_of_a_thousand_characters_is_searched_for(library: Library) -> None:
    assert client_of(library).get("/api/search", params={"q": "ë" * 1_000}).status_code == 200


@pytest.mark.parametrize(
    "query",
    [
        "",
        "q=",
        "q=%20%20",
        "q=%E2%80%8B",
        "q=%00a",
        "q=" + "a" * 1_001,
        "q=a&limit=0",
        "q=a&limit=51",
        "q=a&limit=many",
        "q=a&language=de",
    ],
)
def test_a_question_beyond_a_limit_is_refused(library: Library, query: str) -> None:
    response = client_of(library).get(f"/api/search?{query}")
    assert response.status_code == 422
    assert response.json()["error"]["code"] == "invalid_request"
    assert len(response.content) < 1_000


@settings(
    deadline=None, max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=st.text(max_size=40))
def test_any_text_is_searched_for_or_refused_and_its_spelling_does_not_matter(
    library: Library, text: str
) -> None:
    client = client_of(library)
    found = []
    for form in ("NFC", "NFD"):
        question = unicodedata.normalize(form, text).encode("utf-8", "replace").decode()
        response = client.get("/api/search", params={"q": question})
        assert response.status_code in (200, 422)
        found.append([hit["passage_id"] for hit in response.json().get("hits", ())])
    assert found[0] == found[1]
