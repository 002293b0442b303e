"""``POST /api/ask``."""

from assistant.answer import Turn
from assistant.assistant import Assistant
from index.library import Library
from tests.api.canned import Canned, answer_from, client_of
from tests.trained import letter_trained


def test_an_answer_has_the_fields_of_the_contract(library: Library) -> None:
    client = client_of(library, Canned(answer_from(library)))
    answer = client.post("/api/ask", json={"question": "Kush janë anëtarët?"}).json()
    citation = answer["citations"][0]
    document = client.get(f"/api/documents/{citation['document']['id']}").json()
    assert document["text"][citation["start"] : citation["end"]] == citation["quote"]
    assert isinstance(answer.pop("took_ms"), float)
    answer.pop("citations")
    assert answer == {
        "status": "answered",
        "kind": "list",
        "language": "sq",
        "generator": "extractive",
        "answer": "Janë dy: [1]",
        "short": citation["quote"],
        "items": [{"name": "Alfa", "detail": "qendër", "citations": [1]}],
        "checked": {"documents": 2, "items": 1},
        "suggestions": ["Kur?"],
        "related": [],
        "understood": None,
        "explanation": None,
    }


def test_a_citation_has_the_fields_of_the_contract(library: Library) -> None:
    client = client_of(library, Canned(answer_from(library)))
    answer = client.post("/api/ask", json={"question": "Kush?"}).json()
    assert answer["citations"][0].keys() == {
        "number", "document", "section", "page", "quote", "start", "end", "link", "reader",
        "original",
    }  # fmt: skip


def test_an_explanation_comes_when_it_is_asked_for(library: Library) -> None:
    client = client_of(library, Assistant(library, letter_trained()))
    body = {"question": "Sa është buxheti i koalicionit?", "explain": True}
    told = client.post("/api/ask", json=body).json()["explanation"]
    assert told["type"] == "date"
    assert told["reason"] in ("evidence", "nothing")
    assert 0 <= told["features"]["here_met"] <= 1
    assert told["candidates"][0].keys() == {"document", "start", "end", "text", "share"}


def test_an_answer_says_how_a_follow_up_was_understood(library: Library) -> None:
    client = client_of(library, Assistant(library, letter_trained()))
    history = [{"role": "user", "content": "Çfarë është KOMF?"}]
    body = {"question": "Po kur u themelua?", "history": history}
    assert "KOMF" in client.post("/api/ask", json=body).json()["understood"]
    assert client.post("/api/ask", json={**body, "history": []}).json()["understood"] is None


def test_a_refusal_is_an_answer_too(library: Library) -> None:
    response = client_of(library).post("/api/ask", json={"question": "Kush?"})
    assert response.status_code == 200
    assert response.json()["status"] == "not_found"
    assert response.json()["kind"] == "refusal"


def test_the_assistant_gets_the_clean_question_the_history_and_the_language(
    library: Library,
) -> None:
    assistant = Canned()
    body = {
        "question": " Po fe\u0308mije\u0308t? ",
        "history": [
            {"role": "user", "content": "Çfarë bën KOMF?"},
            {"role": "assistant", "content": "Mbron.\n[1]", "citations": [1]},
        ],
        "language": "sq",
    }
    assert client_of(library, assistant).post("/api/ask", json=body).status_code == 200
    history = (Turn("user", "Çfarë bën KOMF?"), Turn("assistant", "Mbron.\n[1]"))
    assert assistant.asked == [("Po fëmijët?", history, "sq")]


def test_unknown_fields_are_ignored(library: Library) -> None:
    body = {"question": "Kush?", "stream": False}
    assert client_of(library).post("/api/ask", json=body).status_code == 200


def test_everything_at_its_limit_is_accepted(library: Library) -> None:
    turn = {"role": "user", "content": "a" * 819}
    body = {"question": "ë" * 1_000, "history": [turn] * 10}
    assert client_of(library).post("/api/ask", json=body).status_code == 200
