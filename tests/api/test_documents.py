"""``GET /api/documents`` and one of them."""

from index.library import Library
from tests.api.canned import client_of


def test_all_documents_are_listed_without_their_texts(library: Library) -> None:
    listed = client_of(library).get("/api/documents").json()["documents"]
    assert [document["id"] for document in listed] == ["hostile", "misioni"]
    assert all(
        document.keys() == {"id", "title", "language", "publisher", "date", "url"}
        for document in listed
    )


def test_a_section_ends_at_the_next_heading_of_its_level_or_above(library: Library) -> None:
    document = client_of(library).get("/api/documents/misioni").json()
    text, sections = document["text"], document["sections"]
    assert [(section["title"], section["level"]) for section in sections] == [
        ("Misioni", 1),
        ("Anëtarët", 2),
        ("Kontakti", 1),
    ]
    mission, members, contact = (text[part["start"] : part["end"]] for part in sections)
    assert mission.startswith("Misioni")
    assert mission.endswith(members)
    assert members.startswith("Anëtarët")
    assert "Alfa dhe Beta" in members
    assert "Kontakti" not in mission
    assert contact.endswith("zyrë.")
    assert sections[-1]["end"] == len(text)


def test_a_document_that_is_not_there_is_not_found(library: Library) -> None:
    response = client_of(library).get("/api/documents/nothing")
    assert response.status_code == 404
    assert response.json()["error"]["code"] == "not_found"


def test_an_id_of_other_characters_is_refused(library: Library) -> None:
    client = client_of(library)
    for document_id in ("Misioni", "a%20b", "..%5C..%5Cetc", "a" * 200, "%00"):
        response = client.get(f"/api/documents/{document_id}")
        assert response.status_code in (404, 422)
        assert document_id not in response.text
